"""Which part of a network tells the classes, and how many there are: read from the names and sizes of its tensors."""

import re
from collections.abc import Iterable, Mapping

Shapes = Mapping[str, tuple[int, ...]]

_HEAD = re.compile(
    r"fc\d*|heads?(_dist)?|\w*classif\w*|last_linear|logits|linear|output|out|cls_head|AuxLogits|aux\w*|lin|dense|pooler"
)
_SECOND = re.compile(r"aux|dist|Aux")
_NO_CLASSES = re.compile(r"pool")
_PROJECTION = frozenset({"mlp", "projector", "predictor", "projection", "last_layer", "prototypes", "proj"})
_DEEPEST = 3


def head_classes(shapes: Shapes) -> int | None:
    """The number of classes that the head of a checkpoint tells of; None where it has none, or another kind of head."""
    names = list(shapes)
    found = _of_a_list(shapes, names)
    for _ in range(_DEEPEST):
        root = shared_root(names)
        parts = [f"{root}{part}." for part in _named_heads(shapes, root, names)]
        found = found or head_weight({name: shapes[name] for name in names}, parts)
        names = _largest_part(names, root)
    return shapes[found][0] if found else None


def head_parts(shapes: Shapes) -> tuple[str, ...]:
    """The prefixes of a network's tensors that belong to its head: "fc.", "classifier.", "head." and "head_dist.".

    `shapes` are in the order in which the network has its parts. Where no name tells, the last part is taken, if it
    is a matrix with nothing behind it.
    """
    names = list(shapes)
    root = shared_root(names)
    named = _named_heads(shapes, root, names)
    stacked = [part for part in named if re.fullmatch(r"fc\d+", part)]
    parts = [part for part in named if part not in stacked[:-1]]
    if parts:
        return tuple(f"{root}{part}." for part in parts)
    last = names[-1].rpartition(".")[0] + "." if names else ""
    return (last,) if last != "." and last != root and is_matrix(shapes.get(f"{last}weight", ())) else ()


def head_weight(shapes: Shapes, parts: Iterable[str]) -> str | None:
    """The name of the matrix whose rows are the classes, the main head's where there is more than one.

    None where there is none; what a pooler gives out is no class.
    """
    matrices = [
        name
        for part in parts
        for name in shapes
        if name.startswith(part) and _is_weight(name) and is_matrix(shapes[name]) and not _NO_CLASSES.search(name)
    ]
    return max(matrices, key=_mainly, default=None)


def is_matrix(shape: tuple[int, ...]) -> bool:
    """Whether it is a linear layer's, or a convolution's of 1 x 1."""
    return len(shape) == 2 or (len(shape) == 4 and shape[2:] == (1, 1))


def shared_root(names: Iterable[str]) -> str:
    """What stands before all names, up to a dot: "backbone."; "" where nothing does."""
    split = [name.split(".")[:-1] for name in names]
    if not split:
        return ""
    low, high = min(split), max(split)
    count = next((i for i, (a, b) in enumerate(zip(low, high, strict=False)) if a != b), min(len(low), len(high)))
    # A network of one module only: its name is no root.
    return "".join(f"{part}." for part in low[:count]) if len(split) > 2 else ""


def _of_a_list(shapes: Shapes, names: list[str]) -> str | None:
    """The last matrix of a network that is a mere list of numbered parts."""
    numbers = [part for part in (name.partition(".")[0] for name in names) if part.isdigit()]
    last = f"{max(map(int, numbers))}.weight" if numbers and len(numbers) == len(names) else ""
    return last if is_matrix(shapes.get(last, ())) else None


def _named_heads(shapes: Shapes, root: str, names: list[str]) -> list[str]:
    found: dict[str, list[str]] = {}
    for name in names:
        found.setdefault(name.removeprefix(root).partition(".")[0], []).append(name)
    return [
        part
        for part, held in found.items()
        if _HEAD.fullmatch(part)
        and 2 * len(held) <= len(names)
        and any(_is_weight(name) and is_matrix(shapes[name]) for name in held)
        and not any(_PROJECTION & set(name.split(".")) for name in held)
    ]


def _largest_part(names: list[str], root: str) -> list[str]:
    parts: dict[str, list[str]] = {}
    for name in names:
        parts.setdefault(name.removeprefix(root).partition(".")[0], []).append(name)
    return max(parts.values(), key=len, default=[])


def _is_weight(name: str) -> bool:
    return name.endswith(".weight")


def _mainly(name: str) -> tuple[bool, int, list[int]]:
    """Main heads before auxiliary ones, then what lies nearer to the top, then what comes later."""
    parts = name.split(".")
    return not _SECOND.search(name), -len(parts), [int(part) for part in parts if part.isdigit()]
