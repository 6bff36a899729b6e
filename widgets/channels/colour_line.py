"""A lying colour bar with its two ends, for panes that are too narrow for an upright one."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ..look.colours import indexed
from ..look.theme import Theme, caption_font, theme_of
from ..look.ticks import written

HEIGHT = 8


def paint_colour_line(
    painter: QPainter,
    rect: QRectF,
    low: float,
    high: float,
    colour_map: str,
    theme: Theme,
    value: float | None = None,
) -> None:
    """Paints the bar between its two ends' numbers; a value is marked on it."""
    metrics = painter.fontMetrics()
    ends = written(low), written(high)
    left, right = (metrics.horizontalAdvance(text) + 8 for text in ends)
    bar = QRectF(rect.left() + left, rect.center().y() - HEIGHT / 2, max(1.0, rect.width() - left - right), HEIGHT)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    painter.drawImage(bar, indexed(np.linspace(0, 1, 255)[None], 0, 1, colour_map))
    painter.setPen(theme.muted)
    middle = Qt.AlignmentFlag.AlignVCenter
    painter.drawText(rect, middle | Qt.AlignmentFlag.AlignLeft, ends[0])
    painter.drawText(rect, middle | Qt.AlignmentFlag.AlignRight, ends[1])
    if value is not None and np.isfinite(value) and high > low:
        share = min(max((value - low) / (high - low), 0.0), 1.0)
        _paint_mark(painter, QPointF(bar.left() + share * bar.width(), bar.bottom()), theme)


def _paint_mark(painter: QPainter, tip: QPointF, theme: Theme) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(theme.window)
    painter.setBrush(theme.text)
    painter.drawPolygon([tip + QPointF(0, -3), tip + QPointF(-5, 5), tip + QPointF(5, 5)])
    painter.restore()


class ColourLine(QWidget):
    """Which colours the smallest and the largest value have, and a mark at the value that is pointed at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._range = (0.0, 1.0)
        self._colour_map = "inferno"
        self._value: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Colours"))

    def sizeHint(self) -> QSize:  # noqa: N802
        """One line."""
        return QSize(200, max(HEIGHT + 10, self.fontMetrics().height() + 2))

    def set_range(self, low: float, high: float) -> None:
        """The values of the first and of the last colour."""
        self._range = (low, high)
        text = self.tr("Colours run from {low} to {high}").format(low=written(low), high=written(high))
        self.setAccessibleDescription(text)
        self.setToolTip(text)
        self.update()

    def set_colour_map(self, name: str) -> None:
        """One of `COLOUR_MAPS`, maybe with its gamma."""
        self._colour_map = name
        self.update()

    def set_value(self, value: float | None) -> None:
        """The value to be marked; None takes the mark away."""
        self._value = value
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paints the bar over the whole widget."""
        painter = QPainter(self)
        painter.setFont(caption_font(self.font()))
        paint_colour_line(painter, QRectF(self.rect()), *self._range, self._colour_map, theme_of(self), self._value)
