"""Cells on the network's input: from boxes to a small regular map, and from that to pixels."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..records import Boxes, CellMap

Values = npt.NDArray[np.float32]

_TOLERANCE = 1e-3  # pixels


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """Boxes that tile a rectangle in equal rows and columns.

    **Shapes**: `cell` (N,): the number of each box's cell, row by row; -1 for a box without place.
    """

    rows: int
    columns: int
    extent: tuple[float, float, float, float]
    cell: npt.NDArray[np.int64]

    def arranged(self, values: Values) -> Values:
        """(..., N) values of the boxes -> (..., rows, columns); the mean of what shares a cell, NaN where none is."""
        lead = values.shape[:-1]
        known = (self.cell >= 0) & ~np.isnan(values).all(axis=tuple(range(len(lead))))
        at = self.cell[known]
        flat = values.reshape(-1, values.shape[-1])[:, known]
        count = np.bincount(at, minlength=self.rows * self.columns)
        sums = np.stack([np.bincount(at, row, self.rows * self.columns) for row in flat])
        with np.errstate(invalid="ignore"):
            means = np.where(count > 0, sums / count, np.nan)
        return means.astype(np.float32).reshape(*lead, self.rows, self.columns)


def regular_cells(boxes: Boxes) -> Cells | None:
    """The rows and columns that the boxes make; None where they make none, or have no place at all."""
    placed = ~np.isnan(boxes[:, 0])
    if not placed.any():
        return None
    top, left, bottom, right = boxes[placed].T
    rows, columns = _edges(top, bottom), _edges(left, right)
    if rows is None or columns is None:
        return None
    row = np.searchsorted(rows, (top + bottom) / 2) - 1
    column = np.searchsorted(columns, (left + right) / 2) - 1
    cell = np.full(len(boxes), -1, np.int64)
    cell[placed] = row * (len(columns) - 1) + column
    if len(np.unique(cell[placed])) != (len(rows) - 1) * (len(columns) - 1):
        return None
    return Cells(
        len(rows) - 1, len(columns) - 1, (float(rows[0]), float(columns[0]), float(rows[-1]), float(columns[-1])), cell
    )


def _edges(low: npt.NDArray[np.float32], high: npt.NDArray[np.float32]) -> npt.NDArray[np.float64] | None:
    # The edges of equal intervals without gaps, or None.
    starts = np.unique(np.round(low.astype(np.float64), 3))
    ends = np.unique(np.round(high.astype(np.float64), 3))
    edges = np.append(starts, ends[-1])
    sizes = np.diff(edges)
    equal = len(starts) == len(ends) and np.abs(sizes - sizes[0]).max() < _TOLERANCE
    return edges if equal and np.abs(starts[1:] - ends[:-1]).max(initial=0) < _TOLERANCE else None


def without_gaps(boxes: Boxes) -> Boxes:
    """Boxes that lie apart at equal distances, as of every other token of a map, grown until they meet."""
    placed = boxes[~np.isnan(boxes[:, 0])]
    grown = boxes.copy()
    for low, high in ((0, 2), (1, 3)):
        size = placed[:, high] - placed[:, low]
        steps = np.diff(np.unique(np.round((placed[:, low] + placed[:, high]) / 2, 3)))
        equal = steps.size > 0 and np.ptp(size) < _TOLERANCE and np.ptp(steps) < _TOLERANCE
        if equal and steps[0] > size[0] + _TOLERANCE:
            grown[:, low] -= (steps[0] - size[0]) / 2
            grown[:, high] += (steps[0] - size[0]) / 2
    return grown


def paint(cells: CellMap, size: tuple[int, int]) -> Values:
    """Every pixel of the input gets the value of the cell that holds its centre.

    The cells of a padded convolution may end within the last cell's size of the border: the outermost reach up to it.
    **Shapes**: -> `size`; NaN where no cell is.
    """
    top, left, bottom, right = cells.extent
    rows, row_known = _cell_of_pixels(top, bottom, cells.values.shape[0], size[0])
    columns, column_known = _cell_of_pixels(left, right, cells.values.shape[1], size[1])
    painted = cells.values[rows[:, None], columns[None, :]].copy()
    painted[~(row_known[:, None] & column_known[None, :])] = np.nan
    return painted


def _cell_of_pixels(
    low: float, high: float, count: int, pixels: int
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.bool_]]:
    at = np.floor((np.arange(pixels) + 0.5 - low) / (high - low) * count + 1e-6).astype(np.int64)
    return at.clip(0, count - 1), (at >= -1) & (at <= count)


def paint_boxes(values: Values, boxes: Boxes, size: tuple[int, int]) -> Values:
    """The same for boxes that make no regular grid: (N,) values -> `size`; the mean where boxes overlap."""
    sums, count = np.zeros(size, np.float64), np.zeros(size, np.int64)
    for value, box in zip(values, boxes, strict=True):
        if np.isnan(value) or np.isnan(box[0]):
            continue
        top, left, bottom, right = (max(int(np.ceil(edge - 0.5)), 0) for edge in box)
        sums[top:bottom, left:right] += value
        count[top:bottom, left:right] += 1
    with np.errstate(invalid="ignore"):
        return np.where(count > 0, sums / count, np.nan).astype(np.float32)
