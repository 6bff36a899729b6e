"""How the leading dimensions of scores hold images, windows and heads: as it can be read from their sizes alone."""

import math
from dataclasses import dataclass, replace
from functools import lru_cache

from torch import Tensor

_SHOWN = "bwh"


@dataclass(frozen=True, slots=True)
class Folding:
    """How the leading dimensions of scores, taken as one, hold images, windows and heads."""

    batch: int
    windows: int
    heads: int
    order: str = _SHOWN
    """From the outermost to the innermost: b for images, w for windows, h for heads."""

    @property
    def count(self) -> int:
        """How many matrices there are in all."""
        return self.batch * self.windows * self.heads

    def scaled(self, count: int) -> "Folding | None":
        """The same for as many images as have `count` matrices together; None where no number of images has."""
        images, rest = divmod(count, self.windows * self.heads)
        return None if rest else replace(self, batch=images)

    def unfold(self, scores: Tensor) -> Tensor:
        """(..., Q, K) -> (B, windows, h, Q, K); of keys and values likewise, also where groups of heads share them."""
        sizes = {"b": self.batch, "w": self.windows, "h": -1}
        apart = scores.reshape(*(sizes[axis] for axis in self.order), *scores.shape[-2:])
        return apart.permute(*(self.order.index(axis) for axis in _SHOWN), 3, 4)

    def fold(self, weights: Tensor, lead: tuple[int, ...]) -> Tensor:
        """The way back: (B, h, Q, K) or (B, windows, h, Q, K) -> (*lead, Q, K)."""
        apart = weights.reshape(self.batch, self.windows, self.heads, *weights.shape[-2:])
        ordered = apart.permute(*(_SHOWN.index(axis) for axis in self.order), 3, 4)
        return ordered.reshape(*lead, *weights.shape[-2:])


@lru_cache(maxsize=256)
def folding_of(lead: tuple[int, ...], batch: int) -> Folding:
    """Reads the leading dimensions of scores (..., Q, K) of a pass over `batch` images.

    (B * h,) has its heads folded into the batch, (B * windows, h) its windows. Others are possible: see `clear`.
    """
    folds = [*lead] or [1]
    images = batch if folds[0] % batch == 0 else 1
    if len(folds) == 1:
        return Folding(images, 1, folds[0] // images)
    return Folding(images, math.prod(folds[:-1]) // images, folds[-1])


def reading(lead: tuple[int, ...], batch: int, known: Folding | None) -> Folding:
    """The known folding where it fits, else what the sizes suggest."""
    return (known and known.scaled(math.prod(lead))) or folding_of(lead, batch)


def clear(lead: tuple[int, ...], batch: int) -> bool:
    """Whether the sizes alone tell images, windows and heads apart: (B,) and (B, h) do."""
    return lead[:1] in ((), (batch,)) and len(lead) <= 2
