"""What lies behind a scene: a gradient, on it a pattern, over all a grain; calm or busy."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
from PIL import Image

from .painting import Colour

Field = npt.NDArray[np.floating]
"""(H, W), mostly from -1 to 1."""


def _plane(height: int, width: int) -> tuple[Field, Field]:
    side = min(height, width)
    y = (np.arange(height, dtype=np.float32) + 0.5 - height / 2) / side
    x = (np.arange(width, dtype=np.float32) + 0.5 - width / 2) / side
    return x[None, :], y[:, None]


def _along(rng: np.random.Generator, x: Field, y: Field) -> Field:
    turn = rng.uniform(0, 2 * np.pi)
    return np.float32(np.cos(turn)) * x + np.float32(np.sin(turn)) * y


def _clouds(rng: np.random.Generator, x: Field, y: Field) -> Field:
    rows, columns = y.shape[0], x.shape[1]
    cells = int(rng.integers(4, 12))
    coarse = Image.fromarray(rng.uniform(-1, 1, (cells, cells)).astype(np.float32))
    return np.asarray(coarse.resize((columns, rows), Image.Resampling.BICUBIC))


def _stripes(rng: np.random.Generator, x: Field, y: Field) -> Field:
    return np.clip(4 * np.sin(rng.uniform(20, 60) * _along(rng, x, y)), -1, 1).astype(np.float32)


def _waves(rng: np.random.Generator, x: Field, y: Field) -> Field:
    along, across = _along(rng, x, y), _along(rng, x, y)
    bent = along + rng.uniform(0.02, 0.06) * np.sin(rng.uniform(8, 18) * across)
    return np.sin(rng.uniform(14, 36) * bent).astype(np.float32)


def _spots(rng: np.random.Generator, x: Field, y: Field) -> Field:
    many = rng.uniform(25, 60)
    turn = rng.uniform(0, np.pi / 2)
    u, v = np.cos(turn) * x + np.sin(turn) * y, np.cos(turn) * y - np.sin(turn) * x
    return np.clip(4 * (np.cos(many * u) + np.cos(many * v) - 0.9), -1, 1).astype(np.float32)


_PATTERNS: tuple[Callable[[np.random.Generator, Field, Field], Field], ...] = (_clouds, _stripes, _waves, _spots)


def background(
    rng: np.random.Generator, height: int, width: int, colours: tuple[Colour, Colour], busy: float
) -> npt.NDArray[np.float32]:
    """A gradient between two colours, with a pattern and a grain that grow with `busy`.

    **Shapes**: -> (height, width, 3) from 0 to 1.
    """
    x, y = _plane(height, width)
    if rng.random() < 0.5:
        share = 0.5 + _along(rng, x, y) * 0.8
    else:
        share = 1.3 * np.hypot(x - rng.uniform(-0.3, 0.3), y - rng.uniform(-0.3, 0.3))
    canvas = colours[0] + np.clip(share, 0, 1)[..., None] * (colours[1] - colours[0])
    pattern = _PATTERNS[int(rng.integers(len(_PATTERNS)))](rng, x, y)
    canvas = canvas + (rng.uniform(0.0, 0.09) * busy * pattern)[..., None].astype(np.float32)
    # Its own numbers: as many as there are pixels, while the rest of a scene must not hang on its size.
    grain_rng = rng.spawn(1)[0]
    grain = grain_rng.standard_normal((height, width), dtype=np.float32) * np.float32(rng.uniform(0.0, 0.04) * busy)
    return np.clip(canvas + grain[..., None], 0, 1).astype(np.float32, copy=False)
