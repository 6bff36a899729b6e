"""The outlines of the objects that a scene can show, and of the clutter around them, on a square from -1 to 1."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]
"""(N, 2) corners (x, y), y downwards."""


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """Polygons that are filled, and polygons that are cut out of them afterwards."""

    fills: tuple[Points, ...]
    cuts: tuple[Points, ...] = ()
    lift: float = 1.0
    """How far it stands off the ground, beside an object of its radius: what its shadow and its rim go by."""


def circle(radius: float = 1.0, x: float = 0.0, y: float = 0.0, corners: int = 48) -> Points:
    """A circle as a polygon."""
    turn = np.linspace(0, 2 * np.pi, corners, endpoint=False)
    return np.stack([x + radius * np.cos(turn), y + radius * np.sin(turn)], axis=1)


def rounded(corners: Points, share: float) -> Points:
    """A polygon whose corners are rounded by curves that take up `share` of each side, at most 0.5."""
    before, after = np.roll(corners, 1, axis=0), np.roll(corners, -1, axis=0)
    start, end = corners + share * (before - corners), corners + share * (after - corners)
    t = np.linspace(0, 1, 6)[None, :, None]
    curves = (1 - t) ** 2 * start[:, None] + 2 * t * (1 - t) * corners[:, None] + t**2 * end[:, None]
    return curves.reshape(-1, 2)


def _polygon(*corners: tuple[float, float]) -> Points:
    return np.array(corners, dtype=np.float64)


def _star() -> Outline:
    turn = np.arange(10) * np.pi / 5 - np.pi / 2
    radius = np.where(np.arange(10) % 2, 0.47, 1.0)
    return Outline((rounded(np.stack([radius * np.cos(turn), radius * np.sin(turn)], axis=1), 0.12),))


def _ring() -> Outline:
    return Outline((circle(0.95),), (circle(0.45),))


def _heart() -> Outline:
    t = np.linspace(0, 2 * np.pi, 120, endpoint=False)
    y = 13 * np.cos(t) - 5 * np.cos(2 * t) - 2 * np.cos(3 * t) - np.cos(4 * t)
    return Outline((np.stack([16 * np.sin(t) ** 3, -y - 2.5], axis=1) / 16,))


def _bolt() -> Outline:
    corners = _polygon((0.5, -1), (-0.72, 0.18), (-0.1, 0.18), (-0.5, 1), (0.72, -0.3), (0.1, -0.3))
    return Outline((rounded(corners, 0.06),))


def _triangle() -> Outline:
    return Outline((rounded(_polygon((0, -0.95), (0.98, 0.72), (-0.98, 0.72)), 0.1),))


def _cross() -> Outline:
    a, b = 0.36, 0.95
    corners = [
        (-a, -b),
        (a, -b),
        (a, -a),
        (b, -a),
        (b, a),
        (a, a),
        (a, b),
        (-a, b),
        (-a, a),
        (-b, a),
        (-b, -a),
        (-a, -a),
    ]
    return Outline((rounded(_polygon(*corners), 0.12),))


def _arrow() -> Outline:
    corners = [(-1, -0.34), (0, -0.34), (0, -0.88), (1, 0), (0, 0.88), (0, 0.34), (-1, 0.34)]
    return Outline((rounded(_polygon(*corners), 0.08),))


def _moon() -> Outline:
    return Outline((circle(1.0, -0.1),), (circle(0.76, 0.42, -0.16),))


def _flower() -> Outline:
    turn = np.linspace(0, 2 * np.pi, 200, endpoint=False)
    radius = 0.72 + 0.26 * np.cos(5 * turn + np.pi / 2)
    return Outline((np.stack([radius * np.cos(turn), radius * np.sin(turn)], axis=1),))


def _drop() -> Outline:
    t = np.linspace(0, 2 * np.pi, 120, endpoint=False)
    return Outline((np.stack([1.05 * np.sin(t) * np.sin(t / 2) ** 1.5, -np.cos(t)], axis=1),))


def _cloud() -> Outline:
    base = rounded(_polygon((-0.98, 0.05), (0.98, 0.05), (0.98, 0.62), (-0.98, 0.62)), 0.3)
    return Outline((circle(0.42, -0.55, 0.2), circle(0.58, -0.08, -0.1), circle(0.45, 0.52, 0.17), base))


def _crown() -> Outline:
    corners = [(-0.82, 0.72), (-1, -0.55), (-0.45, 0), (0, -0.82), (0.45, 0), (1, -0.55), (0.82, 0.72)]
    return Outline((rounded(_polygon(*corners), 0.07),))


_MAKERS: dict[str, Callable[[], Outline]] = {
    "star": _star,
    "ring": _ring,
    "heart": _heart,
    "bolt": _bolt,
    "triangle": _triangle,
    "cross": _cross,
    "arrow": _arrow,
    "moon": _moon,
    "flower": _flower,
    "drop": _drop,
    "cloud": _cloud,
    "crown": _crown,
}

CLASSES: tuple[str, ...] = tuple(_MAKERS)
"""The names of the objects, in the order of the network's answers."""

OBJECTS: dict[str, Outline] = {name: make() for name, make in _MAKERS.items()}


def shard(rng: np.random.Generator) -> Outline:
    """A splinter: long, thin and of three or four corners, so that it is no triangle."""
    thin = rng.uniform(0.12, 0.32)
    corners = [(-1.0, rng.uniform(-thin, thin)), (rng.uniform(-0.3, 0.6), -thin), (1.0, rng.uniform(-thin, thin))]
    if rng.random() < 0.6:
        corners.append((rng.uniform(-0.6, 0.5), thin))
    return Outline((_polygon(*corners),), lift=0.5)


def line(rng: np.random.Generator, thickness: float) -> Outline:
    """A stroke from -1 to 1, straight or bent; `thickness` is half of its width."""
    x = np.linspace(-1, 1, 40)
    y = rng.uniform(-0.3, 0.3) * (1 - x**2) + rng.choice([0.0, 0.08]) * np.sin(9 * x)
    upper, lower = np.stack([x, y - thickness], axis=1), np.stack([x, y + thickness], axis=1)
    return Outline((np.concatenate([upper, lower[::-1]]),), lift=4 * thickness)


def tile(rng: np.random.Generator) -> Outline:
    """A small slab of four right angles."""
    height = rng.uniform(0.3, 0.9)
    return Outline((rounded(_polygon((-0.9, -height), (0.9, -height), (0.9, height), (-0.9, height)), 0.1),))


def arc(rng: np.random.Generator) -> Outline:
    """A piece of a thin ring, at most half of it."""
    turn = np.linspace(0, rng.uniform(0.5, 1.0) * np.pi, 20)
    around = np.stack([np.cos(turn), np.sin(turn)], axis=1)
    return Outline((np.concatenate([around, (1 - rng.uniform(0.15, 0.35)) * around[::-1]]),), lift=0.4)
