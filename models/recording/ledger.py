"""What recorded passes keep in memory: counted as they run, and foretold for the next."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from weakref import WeakKeyDictionary

import torch
from torch import Tensor, nn

from ..watching.surroundings import Run
from ..weights.budget import SMALL, Budget
from ..weights.operand import buffer_of

Held = Sequence[tuple[Tensor, bool]]
"""Tensors that are kept, and whether they grow with the square of the number of tokens."""


@dataclass(slots=True)
class Ledger:
    """What one pass keeps by reference: every buffer counts once, whoever refers to it."""

    budget: Budget
    linear: int = 0
    """Bytes that grow with the number of tokens, of all layers, also of those that did not fit."""
    square: int = 0
    """Bytes that grow with its square."""
    _kept: int = 0
    _seen: set[int] = field(default_factory=set)
    _allowed: int | None = None

    def admits(self, held: Held) -> bool:
        """Counts these; whether they may be kept beside what is kept already."""
        added, seen = 0, set[int]()
        for tensor, square in held:
            where, size = buffer_of(tensor)
            if where in self._seen or where in seen:
                continue
            seen.add(where)
            added += size
            if square:
                self.square += size
            else:
                self.linear += size
        if added and not self._fits(self._kept + added, held[0][0].device):
            return False
        self._kept += added
        self._seen |= seen
        return True

    def _fits(self, size: int, device: torch.device) -> bool:
        if size <= SMALL and self.budget.given is None:
            return True
        if self._allowed is None:
            self._allowed = self.budget.on(device) + (self._kept if self.budget.given is None else 0)
        return size <= self._allowed


@dataclass(frozen=True, slots=True)
class Footprint:
    """What a pass took, and on how many images of how many values."""

    images: int
    values: int
    linear: int
    square: int

    def expected(self, images: int, values: int) -> int:
        """Bytes that a pass of another size will take."""
        growth = values / self.values
        return round((self.linear * growth + self.square * growth**2) * images / self.images)


_FOOTPRINTS: WeakKeyDictionary[nn.Module, dict[object, Footprint]] = WeakKeyDictionary()


def note_footprint(model: nn.Module, run: Run, only: object, ledger: Ledger) -> None:
    """Remembers what a pass took."""
    of_model = _FOOTPRINTS.setdefault(model, {})
    of_model.clear()
    of_model[only] = Footprint(run.batch, _values_per_image(run), ledger.linear, ledger.square)


def forewarning(model: nn.Module, run: Run, only: object, budget: Budget) -> str | None:
    """What is to be said before a pass that would take more than the budget, as an earlier pass of this network tells.

    Attention in windows gets more windows on larger inputs, all else larger matrices.
    """
    known = _FOOTPRINTS.get(model, {}).get(only)
    image = run.image
    if known is None or image is None:
        return None
    return budget.warning(known.expected(run.batch, _values_per_image(run)), image.device)


def _values_per_image(run: Run) -> int:
    return 1 if run.image is None else max(run.image.numel() // run.batch, 1)
