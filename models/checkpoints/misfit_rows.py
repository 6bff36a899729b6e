"""A short table of what differs between a file and a network, the telling rows first."""

import re
from collections.abc import Iterable, Iterator

from ..offers import MisfitRow
from .difference import Difference, Shape

_MOST = 8


def telling_rows(told: Difference) -> tuple[MisfitRow, ...]:
    """At most eight rows: tensors of other sizes, then missing ones, then those that the network has no place for.

    Of tensors that differ alike in every block, one is told.
    """
    rows = _one_of_each(_rows(told))
    return tuple(rows[:_MOST])


def size_in_words(shape: Shape) -> str:
    """A size as people write it: "64 x 3 x 7 x 7"."""
    return " x ".join(map(str, shape)) or "1 number"


def _rows(told: Difference) -> Iterator[MisfitRow]:
    for differs in told.other_size:
        yield MisfitRow(differs.name, size_in_words(differs.own), size_in_words(differs.found))
    for name in told.other_numbers:
        yield MisfitRow(name, size_in_words(told.own[name]), f"{size_in_words(told.own[name])}, of another type")
    for name in told.missing:
        yield MisfitRow(name, size_in_words(told.own[name]), "")
    for name, shape in told.inner.items():
        yield MisfitRow(name, "", size_in_words(shape))
    for name in told.unexpected:
        yield MisfitRow(name, "", size_in_words(told.found[name]))


def _one_of_each(rows: Iterable[MisfitRow]) -> list[MisfitRow]:
    found: dict[tuple[str, bool, bool], MisfitRow] = {}
    for row in rows:
        pattern = re.sub(r"\d+", "N", row.name)
        found.setdefault((pattern, not row.wanted, not row.found), row)
    return list(found.values())
