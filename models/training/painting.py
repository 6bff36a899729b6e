"""A canvas on which outlines are painted: smooth edges, a gradient, a lit upper rim and a soft shadow."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFilter

from .shapes import Outline, Points

Colour = npt.NDArray[np.float32]
"""(3,) red, green, blue from 0 to 1."""

_FINER = 4  # polygons are drawn this many times larger and averaged, since Pillow draws them without smooth edges
_MARGIN = 0.4  # room around a shape for its shadow, beside its lift
_LIGHT = 0.22


def oklch(lightness: float, chroma: float, hue: float) -> Colour:
    """The sRGB colour of a lightness (0 to 1), chroma (0 to about 0.3) and hue (in turns), cut off where it has none.

    In these coordinates equal steps look equal, so that a contrast holds for every hue.

    **Source**: Ottosson, 2020, "A perceptual color space for image processing".
    """
    a, b = chroma * np.cos(2 * np.pi * hue), chroma * np.sin(2 * np.pi * hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    linear = np.array(
        [
            4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
            -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
            -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
        ]
    ).clip(0, 1)
    return np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055).astype(np.float32)


@dataclass(frozen=True, slots=True)
class Place:
    """Where an outline goes: its centre and radius in pixels, its angle in radians, mirrored or not."""

    x: float
    y: float
    radius: float
    angle: float = 0.0
    mirrored: bool = False

    def on_canvas(self, points: Points) -> Points:
        """The corners in pixels."""
        x, y = points[:, 0] * (-1 if self.mirrored else 1), points[:, 1]
        cos, sin = np.cos(self.angle), np.sin(self.angle)
        return np.stack(
            [self.x + self.radius * (x * cos - y * sin), self.y + self.radius * (x * sin + y * cos)], axis=1
        )


@dataclass(frozen=True, slots=True, eq=False)
class Stamp:
    """How much of every pixel an outline covers: (h, w) from 0 to 1, at a place that may lie partly off the canvas."""

    cover: npt.NDArray[np.float32]
    top: int
    left: int
    lift: float
    """How far it stands off the ground, in pixels of a radius."""

    def inside(self, height: int, width: int) -> tuple[tuple[slice, slice], tuple[slice, slice]]:
        """The part of the canvas that the stamp lies on, and that part of the stamp."""
        rows, columns = self.cover.shape
        top, left = max(self.top, 0), max(self.left, 0)
        bottom, right = max(min(self.top + rows, height), top), max(min(self.left + columns, width), left)
        on_stamp = (slice(top - self.top, bottom - self.top), slice(left - self.left, right - self.left))
        return (slice(top, bottom), slice(left, right)), on_stamp


def stamp(outline: Outline, place: Place) -> Stamp:
    """Draw an outline, with room for its shadow around it."""
    fills = [place.on_canvas(points) for points in outline.fills]
    lift = place.radius * outline.lift
    margin = _MARGIN * lift + 1
    corners = np.concatenate(fills)
    left, top = np.floor(corners.min(axis=0) - margin).astype(int)
    right, bottom = np.ceil(corners.max(axis=0) + margin).astype(int)
    image = Image.new("L", (int(right - left) * _FINER, int(bottom - top) * _FINER))
    draw = ImageDraw.Draw(image)
    for points, value in [(p, 255) for p in fills] + [(place.on_canvas(p), 0) for p in outline.cuts]:
        draw.polygon([tuple(corner) for corner in ((points - (left, top)) * _FINER).tolist()], fill=value)
    cover = np.asarray(image.reduce(_FINER), dtype=np.float32) / np.float32(255)
    return Stamp(cover, int(top), int(left), lift)


def _shifted(cover: npt.NDArray[np.float32], down: int, right: int) -> npt.NDArray[np.float32]:
    moved = np.zeros_like(cover)
    moved[down:, right:] = cover[: cover.shape[0] - down, : cover.shape[1] - right]
    return moved


def _soft(cover: npt.NDArray[np.float32], radius: float) -> npt.NDArray[np.float32]:
    blurred = Image.fromarray((cover * 255).astype(np.uint8)).filter(ImageFilter.BoxBlur(radius))
    return np.asarray(blurred, dtype=np.float32) / np.float32(255)


def paint(canvas: npt.NDArray[np.float32], drawn: Stamp, colour: Colour, shadow: float = 0.0) -> None:
    """Paint a stamp onto the canvas, in place.

    **Shapes**: canvas (H, W, 3) from 0 to 1; `shadow` is how dark the shadow is, from 0 to 1.
    """
    on_canvas, on_stamp = drawn.inside(*canvas.shape[:2])
    below = canvas[on_canvas]
    if not below.size:
        return
    if shadow:
        offset = max(1, round(0.12 * drawn.lift))
        dark = _soft(_shifted(drawn.cover, offset, offset // 2), 0.1 * drawn.lift)
        below *= 1 - shadow * dark[on_stamp][..., None]
    cover = drawn.cover[on_stamp][..., None]
    steps = np.linspace(_LIGHT / 2, -_LIGHT / 2, drawn.cover.shape[0], dtype=np.float32)[on_stamp[0], None, None]
    rim = (drawn.cover - _shifted(drawn.cover, max(1, round(0.05 * drawn.lift)), 0)).clip(0, 1)[on_stamp][..., None]
    below += cover * ((colour * (1 + steps) + 0.35 * rim).clip(0, 1) - below)
