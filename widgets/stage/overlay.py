"""A small map of weights as an image that can be laid over a picture."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage

from ..look.colours import blended, blended_words, strengths
from ..look.viewport import Box

Blend = Literal["by value", "even"]
"""by value: the weaker the attention, the more of the picture shows through. even: the same everywhere."""

FINE = 252
"""Points along the longer side of a smooth map, or of the part of it that is looked at; Qt smooths between them."""

Part = tuple[int, int, int, int]
"""First row and column, and the row and column after the last, of some of a map's cells."""


@dataclass(frozen=True, slots=True, eq=False)
class Overlay:
    """Weights over a box of the picture.

    **Shapes**: values (rows, columns), NaN where there is none; box (x, y, width, height) in picture pixels;
    low and high are the values of the first and the last colour.
    """

    values: npt.NDArray[np.floating]
    box: Box
    low: float
    high: float

    @property
    def whole(self) -> Part:
        """All cells."""
        rows, columns = self.values.shape
        return 0, 0, rows, columns


@dataclass(frozen=True, slots=True)
class Look:
    """How weights are laid over the picture."""

    colour_map: str = "inferno"
    smooth: bool = True
    blend: Blend = "by value"


@lru_cache(maxsize=8)
def overlay_image(overlay: Overlay, look: Look, part: Part | None = None) -> QImage:
    """The image to be stretched over the overlay's box, or over a part of its cells; the opacity is the painter's.

    Values are interpolated, not colours: half way between two cells stands the colour of their mean. A cell's centre
    has the cell's value, beyond the outermost centres it goes on unchanged, and a NaN cell is a hole of its own size.
    """
    top, left, bottom, right = part or overlay.whole
    factor = -(-FINE // max(bottom - top, right - left))
    values = np.asarray(overlay.values, dtype=np.float32)
    if look.smooth:
        fine = smooth_values(values, factor, part)
    else:
        fine = values[top:bottom, left:right].repeat(factor, axis=0).repeat(factor, axis=1)
    return blended(fine, overlay.low, overlay.high, look.colour_map, opacities(look.blend, look.colour_map))


@lru_cache(maxsize=8)
def overlay_cells(overlay: Overlay, look: Look) -> npt.NDArray[np.uint32]:
    """The colour of each cell. **Shapes**: -> (rows, columns), pixels of `Format_ARGB32_Premultiplied`."""
    alpha = opacities(look.blend, look.colour_map)
    return blended_words(overlay.values, overlay.low, overlay.high, look.colour_map, alpha)


def opacities(blend: Blend, colour_map: str = "inferno") -> npt.NDArray[np.float32]:
    """The opacity of every colour, (255,), lowest value first.

    By value it grows with how far the colour is along its map, gamma included; from the middle of a diverging one.
    """
    if blend == "even":
        return np.ones(255, dtype=np.float32)
    return strengths(colour_map) ** np.float32(0.6)


def smooth_values(values: npt.NDArray[np.float32], factor: int, part: Part | None = None) -> npt.NDArray[np.float32]:
    """Values linear between the cells' centres, NaN over the whole of each cell that has none.

    **Shapes**: (rows, columns) -> factor times as many in both directions, of the part's cells alone.
    """
    if factor == 1 and part is None:
        return values
    top, left, bottom, right = part or (0, 0, *values.shape)
    known = np.isfinite(values)
    if known.all():
        return _interpolated(values, factor, (top, left, bottom, right))
    filled = _interpolated(np.where(known, values, np.float32(0)), factor, (top, left, bottom, right))
    share = _interpolated(known.astype(np.float32), factor, (top, left, bottom, right))
    own = known[top:bottom, left:right].repeat(factor, axis=0).repeat(factor, axis=1)
    return np.where(own, filled / np.maximum(share, 1e-6), np.nan).astype(np.float32, copy=False)


def _interpolated(cells: npt.NDArray[np.float32], factor: int, part: Part) -> npt.NDArray[np.float32]:
    """First down, then across; by hand, since BLAS wakes all cores for so little."""
    top, left, bottom, right = part
    above, share = _neighbours(top, bottom, len(cells), factor)
    rows = cells[above] + (cells[np.minimum(above + 1, len(cells) - 1)] - cells[above]) * share[:, None]
    before, share = _neighbours(left, right, cells.shape[1], factor)
    after = np.minimum(before + 1, cells.shape[1] - 1)
    return (rows[:, before] + (rows[:, after] - rows[:, before]) * share).astype(np.float32, copy=False)


@lru_cache(maxsize=16)
def _neighbours(first: int, last: int, cells: int, factor: int) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.float32]]:
    """((last - first) * factor,) each: the cell before, and how far on the way to the next one."""
    place = np.clip((np.arange(first * factor, last * factor) + 0.5) / factor - 0.5, 0, cells - 1)
    before = np.floor(place).astype(np.intp)
    return before, (place - before).astype(np.float32)
