"""Boxes on the network's input, and how one value of each is laid out there."""

from functools import cached_property

import numpy as np
import numpy.typing as npt

from ..records import Boxes, CellMap
from .cells import Cells, paint_boxes, regular_cells

Values = npt.NDArray[np.float32]


class Layout:
    """The places of a layer's queries, or of its keys."""

    def __init__(self, boxes: Boxes, size: tuple[int, int]) -> None:
        """`size`: rows and columns of the network's input, in pixels."""
        self.boxes = boxes
        self._size = size

    @cached_property
    def regular(self) -> Cells | None:
        """Their rows and columns; None where they make no regular grid."""
        return regular_cells(self.boxes)

    def laid_out(self, values: Values) -> CellMap:
        """Cell by cell; pixel by pixel where the boxes make no regular grid: (..., N) -> (..., rows, columns)."""
        if self.regular is not None:
            return CellMap(self.regular.arranged(values), self.regular.extent)
        rows, columns = self._size
        flat = values.reshape(-1, values.shape[-1])
        painted = np.stack([paint_boxes(row, self.boxes, self._size) for row in flat])
        return CellMap(painted.reshape(*values.shape[:-1], rows, columns), (0.0, 0.0, float(rows), float(columns)))
