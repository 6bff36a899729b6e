"""Cells that end short of the input's border: the outermost reach up to it, as they do in `Layer.on_input`."""

import math

import numpy as np

Extent = tuple[float, float, float, float]
"""(top, left, bottom, right) in pixels of the network's input."""

_LEAST = 1e-3
"""Pixels; less is of rounding."""


Padding = tuple[tuple[int, int], tuple[int, int]]
"""Cells above and below, and left and right."""

NONE: Padding = ((0, 0), (0, 0))


def up_to_border(values: np.ndarray, extent: Extent, size: tuple[int, int]) -> tuple[np.ndarray, Extent, Padding]:
    """The map with its outermost cells repeated where it ends within a cell of the border; its extent, and how many.

    A padded convolution with strides has its last cells there: 7 of 32 pixels from -15.5 to 208.5, of 224.

    **Shapes**: (rows, columns) -> as many or some more.
    """
    top, left, bottom, right = extent
    down, across = (bottom - top) / values.shape[0], (right - left) / values.shape[1]
    more = (_more(top, down), _more(size[0] - bottom, down)), (_more(left, across), _more(size[1] - right, across))
    if not any(map(any, more)):
        return values, extent, NONE
    (above, below), (before, after) = more
    grown = top - above * down, left - before * across, bottom + below * down, right + after * across
    return np.pad(values, more, mode="edge"), grown, more


def _more(gap: float, cell: float) -> int:
    """How many cells are missing; none where so much is missing that it was never there."""
    return math.ceil(gap / cell - _LEAST) if _LEAST < gap <= cell + 1 else 0
