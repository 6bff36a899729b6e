"""The likely cause why a file does not fit a network, and what to do: one sentence, worked out from names and sizes."""

import re
from collections import Counter
from collections.abc import Iterable

from .difference import Difference, Shape
from .position_sizes import is_position, trained_at

_FEW = 0.2
"""Where fewer of the network's tensors have one of their name in the file, it is of another architecture."""


def likely_cause(told: Difference) -> str:
    """The first cause that explains what differs."""
    causes = (_other_numbers, _head, _architecture, _input_size, _channels, _blocks, _widths, _parts)
    return next(filter(None, (cause(told) for cause in causes)), _anything(told))


def _other_numbers(told: Difference) -> str:
    if not told.other_numbers:
        return ""
    return (
        f"its {told.other_numbers[0]} is of another type of numbers, as in a quantised file: choose the original one."
    )


def _head(told: Difference) -> str:
    if not told.only_head:
        return ""
    if told.classes and told.own_classes and told.classes != told.own_classes:
        return (
            f"it has {told.classes} classes where the network has {told.own_classes}: build the network for "
            f"{told.classes}, or go on without its head (--skip-head)."
        )
    if not any(_is_in_head(told, name) for name in (*told.unexpected, *told.inner)) and not told.other_size:
        return "it has no head for classes: go on without it (--skip-head)."
    return "its head is built in another way: build the network with that head, or go on without it (--skip-head)."


def _is_in_head(told: Difference, name: str) -> bool:
    return any(f".{head}" in f".{name}" for head in told.heads)


def _architecture(told: Difference) -> str:
    named = len(told.matched) + len(told.other_size)
    if named > _FEW * len(told.own):
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


def _input_size(told: Difference) -> str:
    rest = [name for name in told.differing if not name.startswith(told.heads)]
    if not rest or not all(is_position(name) for name in rest) or not told.other_size:
        return ""
    positions = tuple(other for other in told.other_size if is_position(other.name))
    return trained_at(positions, told.patch) if positions else ""


def _channels(told: Difference) -> str:
    first = told.other_size[0] if told.other_size else None
    body = [name for name in told.differing if not name.startswith(told.heads)]
    if first is None or body != [first.name] or len(first.own) != 4 or len(first.found) != 4:
        return ""
    if first.own[2:] != first.found[2:]:
        sizes = f"{_kernel(first.found)} where the network's is {_kernel(first.own)}"
        return f"its {first.name} is {sizes}: choose the variant that it was trained as."
    return (
        f"it takes images of {first.found[1]} channels where the network takes {first.own[1]}: "
        f"build the network for {first.found[1]}."
    )


def _kernel(shape: Shape) -> str:
    return f"{shape[2]} x {shape[3]}"


def _blocks(told: Difference) -> str:
    here, there = _lists(told.own), _lists([*told.matched, *(other.name for other in told.other_size), *told.inner])
    unlike = [part for part in here if part in there and here[part] != there[part]]
    if not unlike or len(told.matched) + len(told.other_size) < 0.2 * len(told.own):
        return ""
    part = max(unlike, key=lambda part: abs(here[part] - there[part]))
    return (
        f"its {part} has {there[part]} blocks where the network has {here[part]}: "
        "choose the size of this architecture that it was trained as."
    )


def _lists(names: Iterable[str]) -> dict[str, int]:
    """Parts whose own parts are numbered -> how many there are."""
    found: dict[str, set[str]] = {}
    for name in names:
        for match in re.finditer(r"\.(\d+)\.", name):
            found.setdefault(name[: match.start()], set()).add(match.group(1))
    return {part: len(numbers) for part, numbers in found.items()}


def _widths(told: Difference) -> str:
    if 2 * len(told.other_size) < len(told.matched) or len(told.missing) > len(told.own) / 2:
        return ""
    other = told.other_size[0]
    return (
        f"its widths differ throughout ({other.name}: {other.found[0] if other.found else 1}, here "
        f"{other.own[0] if other.own else 1}): choose the size of this architecture that it was trained as."
    )


def _parts(told: Difference) -> str:
    body = [name for name in told.missing if not name.startswith(told.heads)]
    if told.other_size or bool(body) == bool(told.inner):
        return ""
    part, count = _commonest(body or told.inner, told.matched if body else told.own)
    places = f"in {count} places" if count > 1 else "in one place"
    if body:
        return f"it lacks {part} {places}: choose the network without it that it was trained as."
    return f"it has {part} {places} where this network has none: choose the network with it that it was trained as."


def _commonest(names: Iterable[str], others: Iterable[str]) -> tuple[str, int]:
    """The part that most of the names belong to and none of the others does, and in how many places it is."""
    modules = {name[: dot.start() + 1] for name in others for dot in re.finditer(r"\.", name)} | {""}
    places: dict[str, set[str]] = {}
    for name in names:
        starts = [name[: dot.start() + 1] for dot in re.finditer(r"\.", name)]
        holder = max((start for start in starts if start in modules), key=len, default="")
        places.setdefault(name.removeprefix(holder).partition(".")[0], set()).add(holder)
    part = max(places, key=lambda part: len(places[part]))
    return part, len(places[part])


def _anything(told: Difference) -> str:
    counts = (
        (len(told.missing), "it lacks"),
        (len(told.inner), "has unknown"),
        (len(told.other_size), "has in another size"),
    )
    what = ", ".join(f"{words} {count}" for count, words in counts if count)
    return f"{what} of {len(told.own)} tensors: choose the version of this architecture that it was trained as."
