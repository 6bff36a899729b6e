"""The channel weights of every layer, and the pixels that they make."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage

from ..look.colours import indexed

Standing = Literal["order", "sorted", "histogram"]
"""How the weights of a row stand: in the network's order, strongest first, or counted by size."""

Shared = Literal["max", "mean"]
"""What is shown where several channels share a pixel."""

STEPS = 64
"""Steps of size that are counted."""


@dataclass(frozen=True, eq=False)
class StripRow:
    """A layer's channel weights. **Shapes**: values (n, C) of n branches, NaN where there is none; None: not there."""

    name: str
    values: npt.NDArray[np.float32] | None = None
    low: float = 0.0
    high: float = 1.0
    """Both ends of the colours."""

    @cached_property
    def strongest_first(self) -> npt.NDArray[np.intp]:
        """(C,): the channels by their mean over the branches."""
        assert self.values is not None
        mean = np.where(np.isfinite(self.values), self.values, -np.inf).mean(axis=0)
        return np.argsort(-mean, kind="stable")


@dataclass(frozen=True, eq=False)
class Strip:
    """Rows of channel weights, each over the whole width."""

    rows: tuple[StripRow, ...] = ()
    standing: Standing = "order"
    shared: Shared = "max"
    colour_map: str = "inferno"

    def channel(self, row: int, place: int) -> int:
        """The channel at a place from the left."""
        one = self.rows[row]
        return int(one.strongest_first[place]) if self.standing == "sorted" else place

    def place(self, row: int, channel: int) -> int:
        """Where a channel stands, from the left."""
        one = self.rows[row]
        return int(np.flatnonzero(one.strongest_first == channel)[0]) if self.standing == "sorted" else channel

    def count(self, row: int) -> int:
        """How many channels a layer has; 0 while they are not there."""
        values = self.rows[row].values
        return 0 if values is None else values.shape[1]

    def shares(self, row: int) -> npt.NDArray[np.float32]:
        """(n, STEPS): which share of a layer's channels has a weight of each size."""
        one = self.rows[row]
        assert one.values is not None
        high = one.high if one.high > one.low else one.low + 1e-6
        edges = np.linspace(one.low, high, STEPS + 1)
        counted = [np.histogram(v[np.isfinite(v)].clip(one.low, high), bins=edges)[0] for v in one.values]
        return (np.stack(counted) / max(1, one.values.shape[1])).astype(np.float32)

    @cached_property
    def largest_share(self) -> float:
        """The end of the colours where weights are counted by size."""
        there = [number for number, row in enumerate(self.rows) if row.values is not None]
        return max((float(self.shares(number).max()) for number in there), default=1.0)

    def image(self, row: int, columns: int) -> QImage:
        """A row of pixels for each branch, at most so many across."""
        key = (row, columns)
        if key not in self._images:
            self._images[key] = self._made(row, columns)
        return self._images[key]

    def _made(self, row: int, columns: int) -> QImage:
        one = self.rows[row]
        assert one.values is not None
        if self.standing == "histogram":
            return indexed(self.shares(row), 0.0, self.largest_share, self.colour_map)
        values = one.values[:, one.strongest_first] if self.standing == "sorted" else one.values
        return indexed(fewer(values, columns, self.shared), one.low, one.high, self.colour_map)

    @cached_property
    def _images(self) -> dict[tuple[int, int], QImage]:
        return {}


def fewer(values: npt.NDArray[np.float32], columns: int, shared: Shared) -> npt.NDArray[np.float32]:
    """The largest or the mean of the neighbours that share a pixel.

    **Shapes**: (n, C) -> (n, min(C, columns)); NaN counts as not there.
    """
    count = values.shape[1]
    if count <= columns:
        return values
    starts = np.arange(columns) * count // columns
    if shared == "max":
        return np.fmax.reduceat(values, starts, axis=1)
    known = np.isfinite(values)
    sums = np.add.reduceat(np.where(known, values, 0), starts, axis=1)
    counts = np.add.reduceat(known.astype(np.float32), starts, axis=1)
    with np.errstate(invalid="ignore"):
        return (sums / counts).astype(np.float32)
