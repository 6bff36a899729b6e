"""Which tensor of a file is which of a network: the same names, but for what stands before them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from .wrappers import COPIES, EVERYWHERE, WRAPPERS

Shapes = Mapping[str, tuple[int, ...]]

_ALIKE = 4
"""An ending that more of the network's names have ("conv1.weight") tells nothing."""
_TRIED = 12


@dataclass(frozen=True, slots=True)
class Pairing:
    """The network's name -> the file's name; and how: `strip` is taken off the file's, `add` put before it."""

    names: dict[str, str]
    strip: str = ""
    add: str = ""

    def reaches(self, name: str) -> bool:
        """Whether a name of the file's is one of the network that was taken, and not of a copy beside it."""
        return _bare(name).startswith(self.strip)

    def here(self, name: str) -> str:
        """What a name of the file's would be in the network."""
        return self.add + _bare(name).removeprefix(self.strip)


def paired(own: Shapes, found: Shapes) -> Pairing:
    """The pairing in which most names and sizes agree; among equals the one that changes least."""
    mine, theirs = _plain(own), _plain(found)
    ways = [("", ""), *_ways(mine, theirs)]
    ranked = [(_rank(own, found, mine, theirs, way), way) for way in ways]
    _, (strip, add) = max(ranked, key=lambda entry: entry[0])
    pairs = _pairs(mine, theirs, strip, add)
    # What stands beside the wrapper (a head beside "backbone.") has its own name already.
    taken = set(pairs.values())
    pairs |= {
        mine[name]: theirs[name]
        for name in mine
        if mine[name] not in pairs and theirs.get(name, None) not in (None, *taken)
    }
    return Pairing({name: pairs[name] for name in own if name in pairs}, strip, add)


def _plain(names: Iterable[str]) -> dict[str, str]:
    """Names without torch's own wrappers in them -> names; as they are where two would become one."""
    plain = {_bare(name): name for name in names}
    listed = list(names)
    return plain if len(plain) == len(listed) else {name: name for name in listed}


def _bare(name: str) -> str:
    return ".".join(part for part in name.split(".") if part not in EVERYWHERE)


def _pairs(mine: Mapping[str, str], theirs: Mapping[str, str], strip: str, add: str) -> dict[str, str]:
    moved = ((add + name.removeprefix(strip), name) for name in theirs if name.startswith(strip))
    return {mine[there]: theirs[name] for there, name in moved if there in mine}


def _ways(mine: Mapping[str, str], theirs: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Pairs of what to strip and what to add, the most frequent among names with the same ending first."""
    endings: dict[str, list[str]] = {}
    for name in mine:
        for start, end in _cuts(name):
            endings.setdefault(end, []).append(start)
    votes = Counter(
        (strip, add)
        for name in theirs
        for strip, end in _cuts(name)
        if len(endings.get(end, ())) <= _ALIKE
        for add in endings.get(end, ())
    )
    allowed = _Allowed(mine, theirs)
    yield from [way for way, _ in votes.most_common() if allowed(way)][:_TRIED]


def _cuts(name: str) -> Iterator[tuple[str, str]]:
    parts = name.split(".")
    for i in range(len(parts)):
        yield "".join(f"{part}." for part in parts[:i]), ".".join(parts[i:])


class _Allowed:
    """Only a wrapper is stripped, or what most names begin with: never a block's name, so that it fits elsewhere."""

    def __init__(self, mine: Iterable[str], theirs: Iterable[str]) -> None:
        self._mine, self._theirs = _shared(mine), _shared(theirs)

    def __call__(self, way: tuple[str, str]) -> bool:
        strip, add = way
        wrappers = strip.split(".")[:-1]
        of_one_part = len(wrappers) == 1 and not wrappers[0].isdigit()
        known = all(part in WRAPPERS for part in wrappers)
        return add in self._mine and (known or of_one_part or strip in self._theirs)


def _shared(names: Iterable[str]) -> frozenset[str]:
    """What more than half of the names begin with; "" is what all do."""
    listed = list(names)
    starts = Counter(start for name in listed for start, _ in _cuts(name))
    return frozenset(start for start, count in starts.items() if 2 * count > len(listed))


def _rank(
    own: Shapes, found: Shapes, mine: Mapping[str, str], theirs: Mapping[str, str], way: tuple[str, str]
) -> tuple[int, int, int, int]:
    pairs = _pairs(mine, theirs, *way)
    same = sum(own[name] == found[other] for name, other in pairs.items())
    copies = [COPIES.index(part) for part in way[0].split(".") if part in COPIES]
    return same, len(pairs), -min(copies, default=len(COPIES)) if way != ("", "") else 0, -len("".join(way))
