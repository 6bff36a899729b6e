"""Colour maps: values to the colours of an image. Perceptually uniform, and safe for colour-blind eyes."""

from functools import lru_cache

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage

from .device_pixels import image_of

COLOUR_MAPS: tuple[str, ...] = ("inferno", "viridis", "magma", "cividis", "plasma", "mako", "rocket", "grey")
"""Sequential ones: the lightness grows evenly from the first colour to the last."""

DIVERGING_MAPS: tuple[str, ...] = ("vik", "berlin", "broc")
"""For differences: the lightness runs evenly from the middle to both ends, which differ in hue."""

MISSING = 255
"""The index that stands for NaN; values have 0 to 254."""

_SOURCES = {"grey": "gray", "mako": "seaborn:mako", "rocket": "seaborn:rocket"} | {
    name: f"crameri:{name}" for name in DIVERGING_MAPS
}
"""Where a map has another name than ours."""


def with_gamma(name: str, gamma: float) -> str:
    """A colour map that runs through its colours by value ** gamma, as `table` takes it: "inferno^0.5".

    A diverging one runs so from its middle to either end.
    """
    return name if gamma == 1 else f"{name}^{gamma:g}"


def is_diverging(name: str) -> bool:
    """Whether nothing is in the middle of a map, and not at its low end; the name may have a gamma."""
    return name.partition("^")[0] in DIVERGING_MAPS


@lru_cache(maxsize=64)
def table(name: str) -> npt.NDArray[np.uint8]:
    """The colours of a map, lowest first.

    The name is one of `COLOUR_MAPS` or `DIVERGING_MAPS`, or made of one by `with_gamma`.

    **Shapes**: -> (256, 3), red, green, blue, 0 to 255.
    **Raises**: ValueError for any other name.
    """
    plain = name.partition("^")[0]
    if plain not in COLOUR_MAPS + DIVERGING_MAPS:
        raise ValueError(f"no colour map {plain!r}; there are {', '.join(COLOUR_MAPS + DIVERGING_MAPS)}")
    if plain != name:
        colours = table(plain)[np.round(_run(name, 256) * 255).astype(int)]
    else:
        from cmap import Colormap  # loading it costs 30 ms, which the window's start does not pay

        colours = np.round(Colormap(_SOURCES.get(name, name)).lut(256)[:, :3] * 255).astype(np.uint8)
    colours.setflags(write=False)
    return colours


def load_colour_maps() -> None:
    """Loads every map, so that none has to be loaded while something is painted."""
    for name in COLOUR_MAPS + DIVERGING_MAPS:
        table(name)


@lru_cache(maxsize=64)
def strengths(name: str) -> npt.NDArray[np.float32]:
    """How far each colour is from nothing: from the low end, or from the middle of a diverging map.

    **Shapes**: -> (255,), 0 to 1, for each index of `quantised`.
    """
    run = _run(name, 255)
    strong = (np.abs(2 * run - 1) if is_diverging(name) else run).astype(np.float32)
    strong.setflags(write=False)
    return strong


def quantised(values: npt.NDArray[np.floating], low: float, high: float) -> npt.NDArray[np.uint8]:
    """Values as indices of a colour table: low is 0, high is 254, outside them the nearest; NaN is `MISSING`."""
    span = high - low
    with np.errstate(invalid="ignore"):
        steps = np.array(values, dtype=np.float32)
        steps -= low
        steps *= 254 / span if span > 0 else 0.0
        np.clip(steps, 0, 254, out=steps)
        np.rint(steps, out=steps)
    np.copyto(steps, MISSING, where=np.isnan(steps))
    return steps.astype(np.uint8)


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
    return image_of(blended_words(values, low, high, name, alpha), QImage.Format.Format_ARGB32_Premultiplied)


def blended_words(
    values: npt.NDArray[np.floating], low: float, high: float, name: str, alpha: npt.NDArray
) -> npt.NDArray[np.uint32]:
    """The same as numbers. **Shapes**: -> (rows, columns), pixels of `Format_ARGB32_Premultiplied`."""
    colours = np.zeros((256, 4), dtype=np.float32)
    colours[:255, 2::-1] = _sampled(name)
    colours[:255, 3] = 255
    colours[:255] *= np.asarray(alpha, dtype=np.float32)[:, None]
    return np.round(colours).astype(np.uint8).view("<u4")[:, 0][quantised(values, low, high)]


def _run(name: str, count: int) -> npt.NDArray[np.float64]:
    """(count,), 0 to 1: how far along its map each of so many even steps is, by the gamma of the name."""
    even, gamma = np.linspace(0, 1, count), float(name.partition("^")[2] or 1)
    if not is_diverging(name):
        return even**gamma
    away = 2 * even - 1
    return (1 + np.sign(away) * np.abs(away) ** gamma) / 2


def _sampled(name: str) -> npt.NDArray[np.uint8]:
    """(255, 3): the table without one step, so that an index is left for NaN and both ends stay exact."""
    return table(name)[np.round(np.linspace(0, 255, 255)).astype(int)]


@lru_cache(maxsize=64)
def _entries(name: str) -> list[int]:
    opaque = [0xFF000000 | int(r) << 16 | int(g) << 8 | int(b) for r, g, b in _sampled(name)]
    return [*opaque, 0]
