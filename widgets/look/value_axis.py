"""The axis at the left of a plot: round numbers, and a hairline for each of them."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from .theme import Theme
from .ticks import round_ticks, step_written

ROOM = 8
"""Logical pixels between the numbers and the plot, and at their left."""


def axis_width(metrics: QFontMetrics) -> float:
    """What the widest number of a value axis needs."""
    return metrics.horizontalAdvance("−0.000") + ROOM


def height_of(plot: QRectF, value: float, limits: tuple[float, float]) -> float:
    """Where a value stands in the plot, from the top."""
    return plot.bottom() - (value - limits[0]) / (limits[1] - limits[0]) * plot.height()


def paint_value_axis(
    painter: QPainter, left: float, plot: QRectF, limits: tuple[float, float], theme: Theme, whole: bool = False
) -> None:
    """Paints numbers from `left` to the plot, and hairlines through it; `whole`: only whole ones make sense."""
    line = painter.fontMetrics().height()
    ticks = round_ticks(*limits, max(2, min(5, int(plot.height() / (1.6 * line)))))
    step = ticks[1] - ticks[0] if len(ticks) > 1 else 0.0
    for tick in ticks:
        if whole and tick != int(tick):
            continue
        y = round(height_of(plot, tick, limits))
        painter.setPen(theme.line)
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        painter.setPen(theme.muted)
        box = QRectF(left, y - line, plot.left() - 6 - left, 2 * line)
        text = f"{int(tick):,}" if whole else step_written(tick, step)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
