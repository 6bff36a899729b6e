"""A layer's weights as maps over the network's input."""

import math
from collections.abc import Callable
from functools import cached_property

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from ..errors import UserError
from ..records import CellMap, Grid
from ..tags.application import Weights
from ..tags.folding import Folding
from .budget import SMALL, Budget
from .head_rows import Combine, Direction, Query, checked_head, combined, resolved, row_of_heads
from .heads import Heads
from .key_columns import column_of_heads, resolved_keys
from .layout import Layout

_FLOAT = 4  # bytes
_INSTEAD = "ask for row(head, query), for matrix(head), or record with a larger budget"

Values = npt.NDArray[np.float32]


class HeldWeights:
    """The weights of one layer: those kept in the pass, or made once more where they were written over since."""

    def __init__(
        self, kept: Weights, again: Callable[[], Weights], folding: Callable[[], Folding | None], budget: Budget
    ) -> None:
        """`again` gives the weights where those kept cannot be read any more.

        `folding` tells how heads are arranged, where their sizes do not.
        """
        self._kept = kept
        self._again = again
        self._folding = folding
        self._budget = budget

    @property
    def kept(self) -> Weights:
        """The weights as they are held: whole, or as queries and keys, arranged as their places tell."""
        if isinstance(self._kept, Heads) and not self._kept.clear:
            self._kept.fold_as(self._folding())
        return self._kept

    def released(self) -> Weights:
        """What is left of them when nothing large may be held any more."""
        self._kept.release()
        return self._kept

    def read(self) -> Tensor:
        """All of them. **Raises**: UserError where they would take more memory than the budget."""
        self._require(math.prod(self.kept.shape))
        found = self.kept.read()
        return _present(self._again().read() if found is None else found)

    def part(self, batch: slice, windows: slice, heads: slice, queries: slice) -> Tensor:
        """A part of the heads: (b, w, h, q, K)."""
        asked = (batch, windows, heads, queries)
        folds = self.heads.folding
        sizes = (folds.batch, folds.windows, folds.heads, self.heads.queries)
        chosen = math.prod(len(range(*part.indices(size))) for part, size in zip(asked, sizes, strict=True))
        self._require(chosen * self.heads.keys)
        found = self.heads.part(*asked)
        if found is None:
            again = self._again()
            found = again.part(*asked) if isinstance(again, Heads) else None
        return _present(found)

    def readable(self) -> Weights:
        """Those kept, or where nothing was kept of them, those to be had in their place."""
        gone = isinstance(self.kept, Heads) and not self.kept.held()
        return self._again() if gone else self.kept

    def _require(self, count: int) -> None:
        if count * _FLOAT > SMALL:
            held = self.kept.held()
            device = held[0][0].device if held else torch.device("cpu")
            self._budget.require(count * _FLOAT, device, _INSTEAD)

    @property
    def heads(self) -> Heads:
        """The weights as heads. **Raises**: UserError where they are a gate."""
        if not isinstance(self.kept, Heads):
            raise UserError("This layer is a gate and has no heads, queries or keys: look at its weights.")
        return self.kept


def _present(found: Tensor | None) -> Tensor:
    if found is None:
        raise UserError("The network wrote over these weights while it ran: record the pass once more.")
    return found


class WeightMaps:
    """The weights of a layer that has a place on the input, laid out there."""

    def __init__(self, held: HeldWeights, grid: Grid) -> None:
        """`grid` must tell where the keys lie."""
        assert grid.keys is not None
        self._held = held
        self._grid = grid
        self.keys = Layout(grid.keys, grid.size)
        """Where the keys lie."""

    @cached_property
    def queries(self) -> Layout:
        """Where the queries lie. **Raises**: UserError where they have no place."""
        boxes = self._grid.queries
        if boxes is None:
            raise UserError("The queries of this layer have no place on the image: ask where they look, not who looks.")
        same = np.array_equal(boxes, self.keys.boxes, equal_nan=True)
        return self.keys if same else Layout(boxes, self._grid.size)

    def of(
        self, head: int | None, query: Query, batch: int, combine: Combine = "mean", direction: Direction = "from"
    ) -> CellMap:
        """The weights of one head, or of all in one, for one query; "to": of all queries for the key in its place."""
        values, layout = self._values(query, batch, direction)
        if head is None:
            return layout.laid_out(combined(torch.from_numpy(values), combine).numpy())
        return layout.laid_out(values[0 if len(values) == 1 else checked_head(head, self._held.heads)])

    def of_all_heads(self, query: Query, batch: int, direction: Direction = "from") -> CellMap:
        """The same for every head at once: values (h, rows, columns)."""
        values, layout = self._values(query, batch, direction)
        return layout.laid_out(values)

    def _values(self, query: Query, batch: int, direction: Direction) -> tuple[Values, Layout]:
        if not isinstance(self._held.kept, Heads):
            return self._held.read()[batch].reshape(1, -1).cpu().numpy(), self.keys
        heads = self._held.heads
        if direction == "to":
            asked = resolved_keys(query, heads, self._grid)
            return column_of_heads(self._held.part, heads, asked, batch), self.queries
        return row_of_heads(self._held.part, heads, resolved(query, heads, self._grid), batch), self.keys
