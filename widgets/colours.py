"""Colour maps: values to the colours of an image. Perceptually uniform, and safe for colour-blind eyes."""

from functools import lru_cache

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage

COLOUR_MAPS: tuple[str, ...] = ("inferno", "viridis", "magma", "cividis", "plasma", "grey")

MISSING = 255
"""The index that stands for NaN; values have 0 to 254."""


def with_gamma(name: str, gamma: float) -> str:
    """A colour map that runs through its colours by value ** gamma, as `table` takes it: "inferno^0.5"."""
    return name if gamma == 1 else f"{name}^{gamma:g}"


@lru_cache(maxsize=64)
def table(name: str) -> npt.NDArray[np.uint8]:
    """The colours of a map, lowest first; the name is one of `COLOUR_MAPS`, or made by `with_gamma`.

    **Shapes**: -> (256, 3), red, green, blue, 0 to 255.
    **Raises**: ValueError for a name that is not in `COLOUR_MAPS`.
    """
    plain, _, gamma = name.partition("^")
    if gamma:
        run = np.linspace(0, 1, 256) ** float(gamma)
        bent = table(plain)[np.round(run * 255).astype(int)]
        bent.setflags(write=False)
        return bent
    if name not in COLOUR_MAPS:
        raise ValueError(f"no colour map {name!r}; there are {', '.join(COLOUR_MAPS)}")
    from cmap import Colormap  # loading it costs 30 ms, which the window's start does not pay

    colours = np.round(Colormap("gray" if name == "grey" else name).lut(256)[:, :3] * 255).astype(np.uint8)
    colours.setflags(write=False)
    return colours


def load_colour_maps() -> None:
    """Loads every map, so that none has to be loaded while something is painted."""
    for name in COLOUR_MAPS:
        table(name)


def quantised(values: npt.NDArray[np.floating], low: float, high: float) -> npt.NDArray[np.uint8]:
    """Values as indices of a colour table: low is 0, high is 254, outside them the nearest; NaN is `MISSING`."""
    span = high - low
    with np.errstate(invalid="ignore"):
        steps = (np.asarray(values, dtype=np.float32) - low) * (254 / span if span > 0 else 0.0)
        steps = np.clip(np.rint(steps), 0, 254)
    return np.where(np.isnan(steps), np.float32(MISSING), steps).astype(np.uint8)


def indexed(values: npt.NDArray[np.floating], low: float, high: float, name: str) -> QImage:
    """A map as an 8-bit image with a colour table, one pixel a cell; NaN is transparent.

    **Shapes**: values (rows, columns) -> an image of columns x rows, `Format_Indexed8`.
    """
    steps = np.ascontiguousarray(quantised(values, low, high))
    rows, columns = steps.shape
    image = QImage(steps.data, columns, rows, columns, QImage.Format.Format_Indexed8).copy()
    image.setColorTable(_entries(name))
    return image


def blended(values: npt.NDArray[np.floating], low: float, high: float, name: str, alpha: npt.NDArray) -> QImage:
    """A map as an image with transparency, one pixel a cell; NaN is wholly transparent.

    **Shapes**: values (rows, columns); alpha (255,), 0 to 1, the opacity of each index of `quantised`
    -> an image of columns x rows, `Format_ARGB32_Premultiplied`.
    """
    colours = np.zeros((256, 4), dtype=np.float32)
    colours[:255, 2::-1] = _sampled(name)
    colours[:255, 3] = 255
    colours[:255] *= np.asarray(alpha, dtype=np.float32)[:, None]
    words = np.round(colours).astype(np.uint8).view("<u4")[:, 0]
    pixels = np.ascontiguousarray(words[quantised(values, low, high)])
    rows, columns = pixels.shape
    return QImage(pixels.data, columns, rows, 4 * columns, QImage.Format.Format_ARGB32_Premultiplied).copy()


def _sampled(name: str) -> npt.NDArray[np.uint8]:
    """(255, 3): the table without one step, so that an index is left for NaN and both ends stay exact."""
    return table(name)[np.round(np.linspace(0, 255, 255)).astype(int)]


@lru_cache(maxsize=64)
def _entries(name: str) -> list[int]:
    opaque = [0xFF000000 | int(r) << 16 | int(g) << 8 | int(b) for r, g, b in _sampled(name)]
    return [*opaque, 0]
