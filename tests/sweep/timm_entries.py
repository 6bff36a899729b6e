"""Networks of timm."""

from collections.abc import Iterator

from .entries import Entry


def timm_entries() -> Iterator[Entry]:
    """None yet."""
    yield from ()
