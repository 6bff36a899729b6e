"""What a row of weights is like, in a few figures."""

from dataclasses import dataclass

import numpy as np

from ...widgets.look.texts import tr
from ...widgets.look.ticks import written

NEAR = 0.05
"""How far from 0 or from 1 counts as near."""


@dataclass(frozen=True, slots=True)
class GateFigures:
    """Figures of the weights that there are; NaN where there are none."""

    count: int
    mean: float
    spread: float
    """Standard deviation."""
    smallest: float
    largest: float
    near_0: int
    near_1: int


def gate_figures(values: np.ndarray) -> GateFigures:
    """Figures of all weights. **Shapes**: any; NaN counts as not there."""
    known = values[np.isfinite(values)].astype(np.float64)
    if not known.size:
        return GateFigures(0, np.nan, np.nan, np.nan, np.nan, 0, 0)
    near_0, near_1 = (int((np.abs(known - end) <= NEAR).sum()) for end in (0.0, 1.0))
    ends = float(known.min()), float(known.max())
    return GateFigures(known.size, float(known.mean()), float(known.std()), *ends, near_0, near_1)


def figures_text(values: np.ndarray, gates: bool = True) -> str:
    """The figures in a line; `gates`: also how many are nearly shut and nearly open."""
    told = gate_figures(values)
    if not told.count:
        return tr("no weights")
    numbers = (told.mean, told.spread, told.smallest, told.largest)
    text = tr("mean {0} · spread {1} · smallest {2} · largest {3}").format(*map(written, numbers))
    if not gates:
        return text
    return text + tr(" · near 0: {0:,} · near 1: {1:,} of {2:,}").format(told.near_0, told.near_1, told.count)


def figures_tip() -> str:
    """What the figures are."""
    return tr("Spread is the standard deviation. Near is at most {0} away: nearly shut, and nearly open.").format(NEAR)
