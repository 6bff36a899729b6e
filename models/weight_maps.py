"""A layer's weights as maps over the network's input."""

from collections.abc import Callable
from functools import cached_property

import numpy as np
import numpy.typing as npt
from torch import Tensor

from .application import Weights
from .cells import Cells, paint_boxes, regular_cells
from .errors import UserError
from .folding import Folding
from .head_rows import Query, checked_head, resolved, row_of_heads
from .heads import Heads
from .records import CellMap, Grid

Values = npt.NDArray[np.float32]


class HeldWeights:
    """The weights of one layer: those kept in the pass, or made once more where they were written over since."""

    def __init__(self, kept: Weights, again: Callable[[], Weights], folding: Callable[[], Folding | None]) -> None:
        """`again` gives the weights where those kept cannot be read any more.

        `folding` tells how heads are arranged, where their sizes do not.
        """
        self._kept = kept
        self._again = again
        self._folding = folding

    @property
    def kept(self) -> Weights:
        """The weights as they are held: whole, or as queries and keys, arranged as their places tell."""
        if isinstance(self._kept, Heads) and not self._kept.clear:
            self._kept.fold_as(self._folding())
        return self._kept

    def read(self) -> Tensor:
        """All of them."""
        found = self.kept.read()
        return _present(self._again().read() if found is None else found)

    def part(self, batch: slice, windows: slice, heads: slice, queries: slice) -> Tensor:
        """A part of the heads: (b, w, h, q, K)."""
        asked = (batch, windows, heads, queries)
        found = self.heads.part(*asked)
        if found is None:
            again = self._again()
            found = again.part(*asked) if isinstance(again, Heads) else None
        return _present(found)

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
        self._held = held
        self._grid = grid

    @cached_property
    def regular(self) -> Cells | None:
        """The rows and columns of the keys; None where they make no regular grid."""
        return None if self._grid.keys is None else regular_cells(self._grid.keys)

    def of(self, head: int | None, query: Query, batch: int) -> CellMap:
        """The weights of one head, or their mean, for one query."""
        values = self._values(query, batch)
        if head is None or len(values) == 1:
            return self._laid_out(values.mean(axis=0))
        return self._laid_out(values[checked_head(head, self._held.heads)])

    def of_all_heads(self, query: Query, batch: int) -> CellMap:
        """The same for every head at once: values (h, rows, columns)."""
        return self._laid_out(self._values(query, batch))

    def _values(self, query: Query, batch: int) -> Values:
        if not isinstance(self._held.kept, Heads):
            return self._held.read()[batch].reshape(1, -1).cpu().numpy()
        heads = self._held.heads
        return row_of_heads(self._held.part, heads, resolved(query, heads, self._grid), batch)

    def _laid_out(self, values: Values) -> CellMap:
        rows, columns = self._grid.size
        whole = (0.0, 0.0, float(rows), float(columns))
        if self.regular is not None:
            return CellMap(self.regular.arranged(values), self.regular.extent)
        boxes = self._grid.keys
        assert boxes is not None
        flat = values.reshape(-1, values.shape[-1])
        painted = np.stack([paint_boxes(row, boxes, self._grid.size) for row in flat])
        return CellMap(painted.reshape(*values.shape[:-1], rows, columns), whole)
