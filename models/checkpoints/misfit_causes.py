"""The likely cause why a file does not fit a network, and what to do: one sentence, worked out from names and sizes."""

from collections import Counter
from collections.abc import Collection, Iterable

from .difference import Difference, OtherSize, Shape
from .head_causes import head_cause
from .part_counts import commonest_part, numbered_parts
from .position_sizes import is_position, trained_at

_FEW = 0.2
"""Where fewer of the network's tensors have one of their name in the file, it is of another architecture."""
_AS_TRAINED = "choose the size of this architecture that it was trained as"


def likely_cause(told: Difference) -> str:
    """The first cause that explains what differs."""
    causes = (_other_numbers, _head, _architecture, _pruned, _input_size, _first_layer, _blocks, _widths, _parts)
    return next(filter(None, (cause(told) for cause in causes)), _anything(told))


def _other_numbers(told: Difference) -> str:
    if not told.other_numbers:
        return ""
    return (
        f"its {told.other_numbers[0]} is of another type of numbers, as in a quantised file: choose the original one."
    )


def _head(told: Difference) -> str:
    return head_cause(told) if told.only_head else ""


def _architecture(told: Difference) -> str:
    # Many networks call their head alike, so that it tells nothing.
    body = [name for name in told.own if not name.startswith(told.heads)] or [*told.own]
    found = {*told.matched, *(other.name for other in told.other_size)}
    if len(found.intersection(body)) > _FEW * len(body):
        return ""
    if _same_sizes(told):
        return (
            "it has the same sizes under other names, from another implementation of this architecture: "
            "choose the network of the library that wrote it."
        )
    return "it is of another architecture: choose the network that it was trained as."


def _same_sizes(told: Difference) -> bool:
    """Whether nine tenths of the network's matrices have one of their size in the file."""
    own, found = (Counter(shape for shape in shapes.values() if len(shape) > 1) for shapes in (told.own, told.found))
    return (own & found).total() >= 0.9 * own.total() > 0


def _pruned(told: Difference) -> str:
    if not any(name.endswith("_mask") and f"{name.removesuffix('_mask')}_orig" in told.inner for name in told.inner):
        return ""
    return "it was saved while it was pruned: make that permanent with torch.nn.utils.prune.remove, and save it again."


def _input_size(told: Difference) -> str:
    positions = tuple(other for other in told.other_size if is_position(other.name))
    alone = positions and {other.name for other in positions} >= set(told.body)
    return trained_at(positions, told.patch) if alone else ""


def _first_layer(told: Difference) -> str:
    """The convolution that takes the image is of other patches, or for images of other channels."""
    sizes = {other.name: other for other in told.other_size}
    body = [name for name in told.body if not is_position(name)]
    first = sizes.get(body[0]) if len(body) == 1 else None
    if first is None or len(first.own) != 4 or len(first.found) != 4:
        return ""
    if first.own[2:] != first.found[2:]:
        kernels = f"{_kernel(first.found)} where the network's is {_kernel(first.own)}"
        return f"its {first.name} is {kernels}: choose the variant that it was trained as."
    channels = f"{first.found[1]} channel{'s' * (first.found[1] != 1)}"
    return f"it takes images of {channels} where the network takes {first.own[1]}: build the network for {channels}."


def _kernel(shape: Shape) -> str:
    return f"{shape[2]} x {shape[3]}"


def _blocks(told: Difference) -> str:
    here = numbered_parts(told.own)
    there = numbered_parts([*told.matched, *(other.name for other in told.other_size), *told.inner])
    unlike = [part for part in here if part in there and here[part] != there[part]]
    if not unlike:
        return ""
    part = max(unlike, key=lambda part: abs(here[part] - there[part]))
    return f"it has {there[part]} blocks in {part} where the network has {here[part]}: {_AS_TRAINED}."


def _widths(told: Difference) -> str:
    sizes = [other for other in _sizes(told) if not is_position(other.name)]
    if not sizes or 2 * len(sizes) < len(told.matched) or 2 * len(told.missing) > len(told.own):
        return ""
    return f"its widths differ throughout ({_other_width(sizes[0])}): {_AS_TRAINED}."


def _other_width(other: OtherSize) -> str:
    differing = ((a, b) for a, b in zip(other.found, other.own, strict=False) if a != b)
    found, own = next(differing, (len(other.found), len(other.own)))
    return f"{other.name}: {found}, here {own}"


def _parts(told: Difference) -> str:
    """Something is in every block on one side only; a token more makes the position embeddings longer as well."""
    lacking, unknown = _lacking(told), _unknown(told)
    mostly = 2 * len(told.matched) > len(told.own)
    if not all(is_position(other.name) for other in _sizes(told)) or not mostly or not (lacking or unknown):
        return ""
    if len(lacking) == 1 and not unknown:
        return f"it lacks {lacking[0]}: choose the network without it, or save the file again, whole."
    without = _told_part(lacking, told.matched)
    if not unknown:
        return f"it lacks {without}: choose the network without it, as it was trained."
    with_it = _told_part(unknown, told.own)
    return (
        f"it has {with_it} where this network has {without or 'none'}: choose the network with it, as it was trained."
    )


def _told_part(names: Collection[str], others: Iterable[str]) -> str:
    if not names:
        return ""
    part, places = commonest_part(names, others)
    return f"{part} in {places} places" if places > 1 else f"{part} in one place"


def _anything(told: Difference) -> str:
    found = (
        (_lacking(told), "it lacks"),
        ([other.name for other in _sizes(told)], "of another size are"),
        (_unknown(told), "unknown to the network are"),
    )
    what = ", ".join(f"{words} {len(names)} ({names[0]})" for names, words in found if names)
    return f"of {len(told.own)} tensors {what}: choose the version of this architecture that it was trained as."


def _sizes(told: Difference) -> list[OtherSize]:
    """What is of another size, but for the head, which is of its own size wherever the classes are others."""
    return [other for other in told.other_size if not other.name.startswith(told.heads)]


def _lacking(told: Difference) -> list[str]:
    return [name for name in told.missing if not name.startswith(told.heads)]


def _unknown(told: Difference) -> list[str]:
    return [name for name in told.inner if not name.startswith(told.heads)]
