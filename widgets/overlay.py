"""A small map of weights as an image that can be laid over a picture."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage

from .colours import blended
from .viewport import Box

Blend = Literal["by value", "even"]
"""by value: the weaker the attention, the more of the picture shows through. even: the same everywhere."""

FINE = 384
"""Cells along the longer side of the image handed to Qt; Qt steps through fewer too coarsely to hit a cell's edge."""


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


@dataclass(frozen=True, slots=True)
class Look:
    """How weights are laid over the picture."""

    colour_map: str = "inferno"
    smooth: bool = True
    blend: Blend = "by value"


@lru_cache(maxsize=4)
def overlay_image(overlay: Overlay, look: Look) -> QImage:
    """The image to be stretched over the overlay's box; the opacity is the painter's.

    Values are interpolated, not colours: half way between two cells stands the colour of their mean. A cell's centre
    has the cell's value, beyond the outermost centres it goes on unchanged, and a NaN cell is a hole of its own size.
    """
    fine = _finer(np.asarray(overlay.values, dtype=np.float32), look.smooth)
    return blended(fine, overlay.low, overlay.high, look.colour_map, opacities(look.blend))


def opacities(blend: Blend) -> npt.NDArray[np.float32]:
    """The opacity of every colour, (255,), lowest value first."""
    if blend == "even":
        return np.ones(255, dtype=np.float32)
    return np.linspace(0, 1, 255, dtype=np.float32) ** np.float32(0.6)


def _finer(values: npt.NDArray[np.float32], smooth: bool) -> npt.NDArray[np.float32]:
    rows, columns = values.shape
    factor = -(-FINE // max(rows, columns))
    if factor == 1:
        return values
    if not smooth:
        return _repeated(values, factor)
    known = np.isfinite(values)
    if known.all():
        return _interpolated(values, factor)
    filled = _interpolated(np.where(known, values, np.float32(0)), factor)
    share = _interpolated(known.astype(np.float32), factor)
    holed = np.where(_repeated(known, factor), filled / np.maximum(share, 1e-6), np.nan)
    return holed.astype(np.float32, copy=False)


def _repeated(cells: npt.NDArray, factor: int) -> npt.NDArray:
    """Every cell as a square of factor by factor."""
    return cells.repeat(factor, axis=0).repeat(factor, axis=1)


def _interpolated(cells: npt.NDArray[np.float32], factor: int) -> npt.NDArray[np.float32]:
    """Linear between the cells' centres, first down, then across; by hand, since BLAS wakes all cores for so little."""
    above, share = _neighbours(cells.shape[0], factor)
    rows = cells[above] + (cells[np.minimum(above + 1, len(cells) - 1)] - cells[above]) * share[:, None]
    left, share = _neighbours(cells.shape[1], factor)
    right = np.minimum(left + 1, cells.shape[1] - 1)
    return (rows[:, left] + (rows[:, right] - rows[:, left]) * share).astype(np.float32, copy=False)


@lru_cache(maxsize=16)
def _neighbours(cells: int, factor: int) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.float32]]:
    """(cells * factor,) each: the cell before, and how far on the way to the next one."""
    place = np.clip((np.arange(cells * factor) + 0.5) / factor - 0.5, 0, cells - 1)
    before = np.floor(place).astype(np.intp)
    return before, (place - before).astype(np.float32)
