"""What the colours span: from how things are drawn and the values at hand to a low and a high end."""

import numpy as np

from ...models.records import Kind
from .state import Answer
from .wishes import Look

_ENOUGH = 2**16
"""Weights of a matrix that its spread is told from."""


def limits(look: Look, kind: Kind, values: np.ndarray, ranges: list[Answer]) -> tuple[float, float]:
    """Low and high end of the colours.

    `ranges` are the answers to "range" for the layers that the scale takes in; while they are on their way the map's
    own range serves. Attention weights begin at 0, so that an even row looks even; gates at their smallest value.
    """
    if look.scale == "unit":
        return 0.0, 1.0
    if look.scale == "held":
        return _spread(*look.held)
    if look.scale != "map" and ranges:
        lows = [float(answer.message.header["low"]) for answer in ranges]
        highs = [float(answer.message.header["high"]) for answer in ranges]
        return _spread(0.0 if kind == "heads" else min(lows), max(highs))
    return own_limits(look, kind, values)


def own_limits(look: Look, kind: Kind, values: np.ndarray) -> tuple[float, float]:
    """Both ends by these values alone, without the percentiles that the look clips."""
    finite = values[np.isfinite(values)]
    if not finite.size:
        return 0.0, 1.0
    if look.clip:
        low, high = map(float, np.percentile(finite, (look.clip, 100 - look.clip)))
    else:
        low, high = float(finite.min()), float(finite.max())
    return _spread(min(0.0, low) if kind == "heads" else low, high)


def matrix_limits(look: Look, values: np.ndarray, ranges: list[Answer]) -> tuple[float, float]:
    """Low and high end of the colours of a whole matrix.

    Its own scale ends where all but one in two hundred weights lie: a few very large ones would leave the rest black.
    """
    if look.scale != "map":
        return limits(look, "heads", values, ranges)
    some = values.reshape(-1)[:: max(1, values.size // _ENOUGH)]
    return limits(look, "heads", np.minimum(some, np.quantile(some, 0.995)), ranges)


def _spread(low: float, high: float) -> tuple[float, float]:
    """A range that is never empty, so that a constant map has a colour."""
    return (low, high) if high > low else (low, low + max(abs(low) * 1e-3, 1e-6))
