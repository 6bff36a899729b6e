"""Where a layer probably lies on the input, told from the number of its positions alone: always marked as guessed."""

import math

import numpy as np

from ..records import Boxes, Grid
from ..tags.application import Weights
from .heads import Heads

_MOST_PREFIX = 8


def guessed_grid(held: Weights, size: tuple[int, int]) -> Grid | None:
    """Rows and columns of the input's own proportions that make up the number of positions, and a few tokens in front.

    None where no such numbers exist.
    """
    if not isinstance(held, Heads):
        if len(held.shape) != 3:
            return None
        rows, columns = held.shape[1:]
        return Grid(size, None, even_boxes(rows, columns, size), guessed=True)
    if held.folding.windows > 1:
        return None
    queries, keys = (_tokens(count, size) for count in (held.queries, held.keys))
    return None if keys is None else Grid(size, queries, keys, guessed=True)


def even_boxes(rows: int, columns: int, size: tuple[int, int]) -> Boxes:
    """Equal boxes that tile the input, row by row: (rows * columns, 4)."""
    down, across = size[0] / rows, size[1] / columns
    row, column = np.mgrid[:rows, :columns].reshape(2, -1)
    boxes = np.stack([row * down, column * across, (row + 1) * down, (column + 1) * across], axis=-1)
    return boxes.astype(np.float32)


def _tokens(count: int, size: tuple[int, int]) -> Boxes | None:
    for prefix in range(_MOST_PREFIX + 1):
        rows = math.sqrt((count - prefix) * size[0] / size[1]) if count > prefix else 0
        if rows >= 2 and rows == int(rows) and (count - prefix) % int(rows) == 0:
            places = even_boxes(int(rows), (count - prefix) // int(rows), size)
            return np.concatenate([np.full((prefix, 4), np.nan, np.float32), places])
    return None
