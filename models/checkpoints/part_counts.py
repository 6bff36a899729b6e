"""Parts of a network counted by the names of its tensors: blocks in a list, and places where something is."""

import re
from collections.abc import Iterable, Iterator

_FEW = 4


def numbered_parts(names: Iterable[str]) -> dict[str, int]:
    """Parts that are numbered ("layer3", "denseblock2.denselayer") -> how many there are.

    A few parts of one name ("conv1", "conv2", "conv3") are no list.
    """
    found: dict[str, set[str]] = {}
    for name in names:
        for match in re.finditer(r"(?<=\.)([a-z_]*)(\d+)(?=\.)", name):
            found.setdefault(name[: match.start()] + match.group(1), set()).add(match.group(2))
    lists = {part: len(numbers) for part, numbers in found.items() if part.endswith(".") or len(numbers) > _FEW}
    return {part.rstrip("."): count for part, count in lists.items()}


def commonest_part(names: Iterable[str], others: Iterable[str]) -> tuple[str, int]:
    """The part that most of the names belong to and none of the others does, and in how many places it is."""
    modules = {start for name in others for start in _starts(name)}
    places: dict[str, set[str]] = {}
    for name in names:
        holder = max((start for start in _starts(name) if start in modules), key=len, default="")
        places.setdefault(name.removeprefix(holder).partition(".")[0], set()).add(holder)
    part = max(places, key=lambda part: len(places[part]))
    return part, len(places[part])


def _starts(name: str) -> Iterator[str]:
    return (name[: dot.end()] for dot in re.finditer(r"\.", name))
