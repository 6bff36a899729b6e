"""The colours of a map with their values, painted the same on screen and in a file."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from ..look.colours import indexed, is_diverging
from ..look.theme import Theme
from ..look.ticks import round_ticks, step_written, written

WIDTH = 14

End = Literal["low", "high"]
Range = tuple[float, float]
"""Low and high end."""

_NEAR = 9
"""Logical pixels from an end where it can be taken hold of."""


@dataclass(frozen=True, slots=True)
class BarPlace:
    """Where the colours are, what they reach over, and between which values they change."""

    bar: QRectF
    span: Range
    colours: Range

    def height_of(self, end: End) -> float:
        """Where an end of the colours is, from the top."""
        low, high = self.span
        return height_at(self.bar, self.colours[end == "high"], (low, high if high > low else low + 1))

    def end_at(self, point: QPointF) -> End | None:
        """The end that can be taken hold of at a point."""
        off: dict[End, float] = {"high": 0.0, "low": 0.0}
        off = {end: abs(point.y() - self.height_of(end)) for end in off}
        near = min(off, key=lambda end: off[end])
        return near if off[near] <= _NEAR and point.x() >= self.bar.left() - _NEAR else None

    def value_at(self, height: float) -> float:
        """The value at a height, also beyond the bar's ends."""
        low, high = self.span
        return low + (self.bar.bottom() - height) / self.bar.height() * (high - low)


def paint_colour_bar(
    painter: QPainter,
    rect: QRectF,
    low: float,
    high: float,
    colour_map: str,
    theme: Theme,
    value: float | None = None,
    title: str = "",
    span: tuple[float, float] | None = None,
) -> None:
    """Paints an upright bar at the right of the rectangle, highest value on top, with its numbers to the left of it.

    The middle of a diverging map has a number and a notch. A title stands upright at the left. `span` is what the bar
    reaches over where that is not from low to high: beyond these it goes on in their colours.
    """
    bar, axis = bar_rect(rect, painter.fontMetrics().height()), span or (low, high)
    ramp = indexed(np.linspace(axis[1], axis[0], 255)[:, None], low, high if high > low else low + 1, colour_map)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    painter.drawImage(bar, ramp)
    left = rect.left() + _paint_title(painter, rect, bar, title, theme)
    _paint_numbers(painter, left, bar, axis, is_diverging(colour_map), theme)
    if value is not None and np.isfinite(value) and axis[1] > axis[0]:
        _paint_mark(painter, QPointF(bar.left(), height_at(bar, value, axis)), theme)


def bar_rect(rect: QRectF, line: float) -> QRectF:
    """Where the colours themselves are; `line` is the height of a line of text."""
    return QRectF(rect.right() - WIDTH, rect.top() + line / 2, WIDTH, max(1.0, rect.height() - line))


def height_at(bar: QRectF, value: float, axis: tuple[float, float]) -> float:
    """Where a value is on the bar; what is beyond an end is at that end."""
    share = (value - axis[0]) / (axis[1] - axis[0])
    return bar.bottom() - min(max(share, 0.0), 1.0) * bar.height()


def _paint_numbers(
    painter: QPainter, left: float, bar: QRectF, axis: tuple[float, float], diverging: bool, theme: Theme
) -> None:
    line = painter.fontMetrics().height()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for at, text in _labels(*axis, bar.height(), line, diverging):
        y = bar.bottom() - at * bar.height()
        middle = diverging and at == 0.5
        painter.setPen(theme.text if middle else theme.muted)
        painter.drawLine(QPointF(bar.left() - 4, y), QPointF(bar.left() - 1, y))
        box = QRectF(left, y - line, bar.left() - 7 - left, 2 * line)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        if middle:
            _paint_notch(painter, bar, y, theme)


def _labels(low: float, high: float, height: float, line: int, diverging: bool) -> list[tuple[float, str]]:
    """(place 0 to 1, text): both ends exactly, the middle of a diverging map, round numbers where there is room."""
    if not high > low:
        return [(0.0, written(low))]
    ticks = round_ticks(low, high, min(6, max(2, int(height / (3.2 * line)))))
    step = ticks[1] - ticks[0] if len(ticks) > 1 else 0.0
    free = 2 * line / height
    fixed = [(0.0, written(low)), (1.0, written(high))]
    if diverging:
        fixed.append((0.5, written((low + high) / 2)))
    places = [((tick - low) / (high - low), step_written(tick, step)) for tick in ticks]
    between = [one for one in places if all(abs(one[0] - place) > free for place, _ in fixed)]
    return sorted(fixed + between)


def _paint_title(painter: QPainter, rect: QRectF, bar: QRectF, title: str, theme: Theme) -> float:
    """The room that the title takes away from the numbers."""
    if not title:
        return 0.0
    metrics = painter.fontMetrics()
    text = metrics.elidedText(title, Qt.TextElideMode.ElideRight, int(bar.height()))
    painter.save()
    painter.translate(rect.left() + metrics.height() / 2, bar.center().y())
    painter.rotate(-90)
    painter.setPen(theme.muted)
    box = QRectF(-bar.height() / 2, -metrics.height() / 2, bar.height(), metrics.height())
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()
    return float(metrics.height())


def _paint_notch(painter: QPainter, bar: QRectF, y: float, theme: Theme) -> None:
    """A line over the colours: where nothing is."""
    for colour, width in ((theme.window, 3.0), (theme.text, 1.0)):
        painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLine(QPointF(bar.left(), y), QPointF(bar.right(), y))


def _paint_mark(painter: QPainter, at: QPointF, theme: Theme) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(theme.window)
    painter.setBrush(theme.text)
    painter.drawPolygon(QPolygonF([at + QPointF(2, 0), at + QPointF(-7, -5), at + QPointF(-7, 5)]))
    painter.restore()
