"""Scenes with one real object among clutter, rendered from a number.

The same number gives the same scene at every size, and it is known exactly which pixels show the object. Nothing but
the shape tells the object: clutter has the same colours, gradients and shadows.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .backgrounds import background
from .painting import Colour, Place, Stamp, oklch, paint, stamp
from .shapes import CLASSES, OBJECTS, Outline, arc, circle, line, shard, tile

Mask = npt.NDArray[np.bool_]

_SERIES = 0x5CE7E  # sets these random numbers apart from others that are made from the same seed
_LEAST_VISIBLE = 0.75


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """A rendered scene and what is true about it.

    **Shapes**: image (H, W, 3) of 0 to 255; mask (H, W), True where the object is what one sees; box (top, left,
    bottom, right) around these pixels.
    """

    image: npt.NDArray[np.uint8]
    mask: Mask
    label: int
    name: str
    box: tuple[int, int, int, int]


@dataclass(frozen=True, slots=True, eq=False)
class _Palette:
    ground: tuple[Colour, Colour]
    accents: tuple[Colour, ...]


def _palette(rng: np.random.Generator) -> _Palette:
    hue, dark = rng.random(), rng.random() < 0.5
    lightness = rng.uniform(0.22, 0.38) if dark else rng.uniform(0.84, 0.94)
    chroma = rng.uniform(0.02, 0.08)
    ground = (oklch(lightness, chroma, hue), oklch(lightness - 0.07, chroma, hue + rng.uniform(-0.12, 0.12)))
    low, high = (0.62, 0.88) if dark else (0.42, 0.7)
    hues = hue + rng.uniform(0.1, 0.3) + np.arange(4) * rng.uniform(0.1, 0.27)
    return _Palette(ground, tuple(oklch(rng.uniform(low, high), rng.uniform(0.09, 0.19), h) for h in hues))


def _between(
    rng: np.random.Generator, easy: tuple[float, float], hard: tuple[float, float], difficulty: float
) -> float:
    low, high = (a + difficulty * (b - a) for a, b in zip(easy, hard, strict=True))
    return float(rng.uniform(low, high))


def _object_place(rng: np.random.Generator, height: int, width: int, difficulty: float) -> Place:
    side = min(height, width)  # the object lies in the middle square, so that a centre crop keeps it
    radius = side * _between(rng, (0.3, 0.4), (0.15, 0.25), difficulty)
    room = side / 2 - radius
    x, y = width / 2 + rng.uniform(-room, room), height / 2 + rng.uniform(-room, room)
    tilt = _between(rng, (-0.15, 0.15), (-0.5, 0.5), difficulty)
    return Place(x, y, radius, tilt, bool(rng.random() < 0.5))


def _clutter(rng: np.random.Generator, small: bool) -> tuple[Outline, float]:
    kind, shrink = rng.random(), 0.6 if small else 1.0
    if kind < 0.3:
        return line(rng, rng.uniform(0.02, 0.06)), rng.uniform(0.1, 0.4)
    if kind < 0.55:
        return shard(rng), rng.uniform(0.06, 0.2) * shrink
    if kind < 0.75:
        return Outline((circle(),)), rng.uniform(0.015, 0.09) * shrink
    if kind < 0.88:
        return tile(rng), rng.uniform(0.03, 0.1) * shrink
    return arc(rng), rng.uniform(0.06, 0.17) * shrink


def _clutter_stamp(rng: np.random.Generator, height: int, width: int, small: bool) -> Stamp:
    outline, radius = _clutter(rng, small)
    radius *= min(height, width)
    return stamp(outline, Place(rng.uniform(0, width), rng.uniform(0, height), radius, rng.uniform(0, 2 * np.pi)))


def _pick(rng: np.random.Generator, colours: Sequence[Colour]) -> Colour:
    return colours[int(rng.integers(len(colours)))]


def _shown(drawn: Stamp, height: int, width: int) -> Mask:
    mask = np.zeros((height, width), dtype=np.bool_)
    on_canvas, on_stamp = drawn.inside(height, width)
    mask[on_canvas] = drawn.cover[on_stamp] >= 0.5
    return mask


def _uncover(mask: Mask, drawn: Stamp, least: int) -> bool:
    """Take what a stamp covers out of the mask, unless fewer than `least` pixels would be left: then say False."""
    on_canvas, on_stamp = drawn.inside(*mask.shape)
    hidden = mask[on_canvas] & (drawn.cover[on_stamp] >= 0.5)
    if mask.sum() - hidden.sum() < least:
        return False
    mask[on_canvas] &= ~hidden
    return True


def _box(mask: Mask) -> tuple[int, int, int, int]:
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    return int(rows[0]), int(columns[0]), int(rows[-1]) + 1, int(columns[-1]) + 1


def render_scene(seed: int, difficulty: float = 1.0, size: int | tuple[int, int] = 96) -> Scene:
    """The scene of a seed.

    `difficulty` goes from 0 (a large object on a calm ground) to 1 (a small one among heavy clutter, also over it).
    `size` is the length of both sides, or (height, width).

    **Shapes**: image (H, W, 3), mask (H, W).
    """
    height, width = (size, size) if isinstance(size, int) else size
    rng = np.random.Generator(np.random.PCG64(np.random.SeedSequence([_SERIES, seed])))
    label = int(rng.integers(len(CLASSES)))
    palette, shadow = _palette(rng), float(rng.uniform(0.1, 0.45))
    place = _object_place(rng, height, width, difficulty)
    crowd = difficulty * max(height, width) / min(height, width)
    under, over = round(rng.uniform(10, 26) * crowd), round(rng.uniform(0, 8) * crowd)
    canvas = background(rng, height, width, palette.ground, difficulty)
    for _ in range(under):
        paint(canvas, _clutter_stamp(rng, height, width, small=False), _pick(rng, palette.accents), shadow)
    drawn, mine = stamp(OBJECTS[CLASSES[label]], place), int(rng.integers(len(palette.accents)))
    paint(canvas, drawn, palette.accents[mine], shadow)
    mask = _shown(drawn, height, width)
    others = [accent for number, accent in enumerate(palette.accents) if number != mine]
    least = round(_LEAST_VISIBLE * mask.sum())
    for _ in range(over):
        drawn, colour = _clutter_stamp(rng, height, width, small=True), _pick(rng, others)
        if _uncover(mask, drawn, least):
            paint(canvas, drawn, colour, shadow)
    image = (canvas * 255 + 0.5).astype(np.uint8)
    return Scene(image, mask, label, CLASSES[label], _box(mask))
