"""Layers of a deep network fall into stages, which their dotted names tell."""

from collections.abc import Sequence
from itertools import groupby

MANY = 16
"""Up to so many layers are listed without headings."""


def stages(names: Sequence[str]) -> tuple[str, ...] | None:
    """The stage of each layer: the first parts of its name in which the names differ; None where that groups nothing.

    Layers of one stage follow each other, at least two on average: "layer3" of SENet's 36 gates, but nothing of a
    vision transformer's 24 blocks, which would be 24 stages of one layer.
    """
    if len(names) <= MANY:
        return None
    parts = [name.split(".") for name in names]
    shared = _shared(parts)
    for deeper in (1, 2):
        told = tuple(".".join(one[: shared + deeper]) or "(network)" for one in parts)
        count = sum(1 for _ in groupby(told))
        if 1 < count <= len(names) / 2:
            return told
    return None


def _shared(parts: list[list[str]]) -> int:
    """How many parts all names begin with in common."""
    same = 0
    for column in zip(*parts, strict=False):
        if len(set(column)) > 1:
            break
        same += 1
    return same
