"""How many weights are how large, painted the same on screen and in a file."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from ..look.texts import tr
from ..look.theme import Theme
from ..look.ticks import round_ticks, step_written, written
from ..look.value_axis import axis_width, paint_value_axis
from .bars_picture import bar_rect, paint_columns

BINS = 40
"""How many steps of size are counted, at most."""


@dataclass(frozen=True, eq=False)
class Histogram:
    """Weights, counted by their size.

    **Shapes**: values of any shape, NaN where there is none; low and high: both ends of the axis of sizes, as values
    have them where they are None.
    """

    values: npt.NDArray[np.floating]
    low: float | None = None
    high: float | None = None
    hovered: int | None = None
    """A step of size."""
    selected: int | None = None
    """Another, that a key moves."""
    marked: float | None = None
    """A size to be pointed at: that of the selected channel or cell."""

    @cached_property
    def known(self) -> npt.NDArray[np.floating]:
        """(N,): the weights that there are."""
        return self.values[np.isfinite(self.values)]

    @cached_property
    def edges(self) -> npt.NDArray[np.float64]:
        """(bins + 1,): where each step of size begins and the last one ends. 0 to 1 where all weights lie there."""
        known = self.known
        least, most = (float(known.min()), float(known.max())) if known.size else (0.0, 1.0)
        unit = least >= 0 and 0.2 < most <= 1
        low = self.low if self.low is not None else 0.0 if unit else least
        high = self.high if self.high is not None else 1.0 if unit else most
        if high <= low:
            low, high = low - max(abs(low) * 0.05, 1e-6), low + max(abs(low) * 0.05, 1e-6)
        return np.linspace(low, high, self._bins + 1)

    @cached_property
    def counts(self) -> npt.NDArray[np.intp]:
        """(bins,): how many weights lie in each step; what lies beyond an end is counted in the step there."""
        return np.histogram(np.clip(self.known, self.edges[0], self.edges[-1]), bins=self.edges)[0]

    @property
    def _bins(self) -> int:
        """Fewer steps for few weights, so that there is more than one in most."""
        return int(min(BINS, max(5, 2 * round(self.known.size**0.5))))

    def bin_of(self, value: float) -> int:
        """The step that a weight is counted in."""
        return int(np.clip(np.searchsorted(self.edges, value, side="right") - 1, 0, len(self.counts) - 1))


def histogram_rect(rect: QRectF, metrics: QFontMetrics) -> QRectF:
    """Where the bars stand within the rectangle, beside and above their axes."""
    line = metrics.height()
    return rect.adjusted(axis_width(metrics), line * 1.4, -2 - metrics.horizontalAdvance("0.0") / 2, -line * 1.4)


def paint_histogram(painter: QPainter, rect: QRectF, histogram: Histogram, theme: Theme) -> None:
    """Paints a bar for each step of size, with axes and the mean; text has the painter's font."""
    plot = histogram_rect(rect, painter.fontMetrics())
    counts = histogram.counts
    limits = (0.0, max(1.0, float(counts.max(initial=0))))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    paint_value_axis(painter, rect.left(), plot, limits, theme, whole=True)
    paint_columns(painter, plot, counts.astype(np.float32), limits, theme)
    for number, colour in ((histogram.hovered, theme.text), (histogram.selected, theme.accent)):
        if number is not None and number < len(counts):
            _paint_picked(painter, bar_rect(plot, number, len(counts), float(counts[number]), limits), plot, colour)
    _paint_sizes(painter, plot, histogram, theme)
    if histogram.known.size:
        mean = float(histogram.known.mean())
        text = tr("mean {0}").format(written(mean))
        _paint_level(painter, plot, histogram, mean, text, QPen(theme.text, 1, Qt.PenStyle.DashLine))
    if histogram.marked is not None and np.isfinite(histogram.marked):
        _paint_level(painter, plot, histogram, histogram.marked, "", QPen(theme.accent, 2))
    painter.restore()


def _paint_picked(painter: QPainter, bar: QRectF, plot: QRectF, colour: QColor) -> None:
    """The bar in a colour, and the whole column in a breath of it, since a bar may be nothing."""
    pale = QColor(colour)
    pale.setAlphaF(0.14)
    painter.fillRect(QRectF(bar.left(), plot.top(), bar.width(), plot.height()), pale)
    painter.fillRect(bar, colour)


def _paint_level(painter: QPainter, plot: QRectF, histogram: Histogram, value: float, text: str, pen: QPen) -> None:
    """An upright line at a size, with a word above it."""
    x = _across(plot, histogram, value)
    painter.setPen(pen)
    painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
    width = painter.fontMetrics().horizontalAdvance(text) + 4
    left = min(max(x - width / 2, plot.left()), plot.right() - width)
    line = painter.fontMetrics().height()
    painter.drawText(QRectF(left, plot.top() - line * 1.3, width, line), Qt.AlignmentFlag.AlignCenter, text)


def _paint_sizes(painter: QPainter, plot: QRectF, histogram: Histogram, theme: Theme) -> None:
    """Below the bars: round sizes."""
    low, high = float(histogram.edges[0]), float(histogram.edges[-1])
    line = painter.fontMetrics().height()
    ticks = round_ticks(low, high, max(2, min(7, int(plot.width() / (3.5 * line)))))
    step = ticks[1] - ticks[0] if len(ticks) > 1 else 0.0
    painter.setPen(theme.muted)
    for tick in ticks:
        x = _across(plot, histogram, tick)
        if plot.left() - 1 <= x <= plot.right() + 1:
            painter.drawLine(QPointF(x, plot.bottom()), QPointF(x, plot.bottom() + 3))
            box = QRectF(x - 60, plot.bottom() + 4, 120, line)
            painter.drawText(box, Qt.AlignmentFlag.AlignHCenter, step_written(tick, step))


def _across(plot: QRectF, histogram: Histogram, value: float) -> float:
    low, high = float(histogram.edges[0]), float(histogram.edges[-1])
    return plot.left() + (min(max(value, low), high) - low) / (high - low) * plot.width()
