"""What keeps the weights of a file from fitting a network, in names and sizes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

Shape = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class OtherSize:
    """A tensor that both sides have, in different sizes."""

    name: str
    own: Shape
    found: Shape


@dataclass(frozen=True, slots=True)
class Difference:
    """How a file differs from a network. The names are the network's; those of `unexpected` are the file's."""

    own: Mapping[str, Shape]
    """The network's tensors, in the order of its parts."""
    found: Mapping[str, Shape]
    """The file's tensors, by its own names."""
    matched: frozenset[str]
    missing: tuple[str, ...]
    """What the file lacks, without what the network works out by itself (indices, masks, counters)."""
    other_size: tuple[OtherSize, ...]
    other_numbers: tuple[str, ...]
    """Tensors that are of whole or complex numbers in the file, and of others in the network."""
    unexpected: tuple[str, ...]
    """What the network has no place for."""
    inner: Mapping[str, Shape]
    """The part of it that lies inside the network's own parts: without it, this is another network."""
    heads: tuple[str, ...]
    """What the names of the network's head begin with."""
    head: str | None
    """The matrix of the network's main head, whose rows are the classes."""
    classes: int | None
    """The number of classes of the file's head; None where nobody can tell."""
    own_classes: int | None
    patch: int | None
    """The pixels that one token of the network covers on each side, where it cuts the image into patches."""

    @property
    def differing(self) -> tuple[str, ...]:
        """Everything that keeps the file from fitting."""
        sizes = (differs.name for differs in self.other_size)
        return (*self.missing, *sizes, *self.other_numbers, *self.inner)

    @property
    def body(self) -> tuple[str, ...]:
        """The part of it that does not belong to the head."""
        return tuple(name for name in self.differing if not name.startswith(self.heads))

    @property
    def only_head(self) -> bool:
        """Whether all of it belongs to the head, and the rest of the network is in the file."""
        return bool(self.matched) and bool(self.differing) and not self.body

    @property
    def only_auxiliary(self) -> bool:
        """Whether all of it belongs to auxiliary classifiers, which only training uses."""
        return self.only_head and all(re.search(r"(^|\.)aux", name.lower()) for name in self.differing)
