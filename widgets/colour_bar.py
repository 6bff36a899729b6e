"""The colour bar beside the stage: which colour is which value."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from .colours import indexed
from .theme import Theme, caption_font, theme_of
from .ticks import round_ticks, step_written, written

WIDTH = 14


def paint_colour_bar(
    painter: QPainter,
    rect: QRectF,
    low: float,
    high: float,
    colour_map: str,
    theme: Theme,
    value: float | None = None,
) -> None:
    """Paints an upright bar at the right of the rectangle, highest value on top, with its numbers to the left of it."""
    line = painter.fontMetrics().height()
    bar = QRectF(rect.right() - WIDTH, rect.top() + line / 2, WIDTH, max(1.0, rect.height() - line))
    ramp = indexed(np.linspace(1, 0, 255)[:, None], 0, 1, colour_map)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    painter.drawImage(bar, ramp)
    painter.setPen(theme.muted)
    for at, text in _labels(low, high, bar.height(), line):
        y = bar.bottom() - at * bar.height()
        painter.drawLine(QPointF(bar.left() - 4, y), QPointF(bar.left() - 1, y))
        box = QRectF(rect.left(), y - line, bar.left() - 7 - rect.left(), 2 * line)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
    if value is not None and np.isfinite(value) and high > low:
        share = min(max((value - low) / (high - low), 0.0), 1.0)
        _paint_mark(painter, QPointF(bar.left(), bar.bottom() - share * bar.height()), theme)


def _labels(low: float, high: float, height: float, line: int) -> list[tuple[float, str]]:
    """(place 0 to 1, text): both ends exactly, round numbers between them where there is room."""
    if high <= low:
        return [(0.0, written(low))]
    ticks = round_ticks(low, high, min(6, max(2, int(height / (3.2 * line)))))
    step = ticks[1] - ticks[0] if len(ticks) > 1 else 0.0
    free = 2 * line / height
    between = [((t - low) / (high - low), step_written(t, step)) for t in ticks]
    return [(0.0, written(low)), *(b for b in between if free < b[0] < 1 - free), (1.0, written(high))]


def _paint_mark(painter: QPainter, at: QPointF, theme: Theme) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(theme.window)
    painter.setBrush(theme.text)
    painter.drawPolygon(QPolygonF([at + QPointF(2, 0), at + QPointF(-7, -5), at + QPointF(-7, 5)]))
    painter.restore()


class ColourBar(QWidget):
    """The colours of the overlay with their values, and a mark at the value under the pointer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._range = (0.0, 1.0)
        self._colour_map = "inferno"
        self._value: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Colour bar"))
        self._describe()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Wide enough for a number of five figures."""
        return QSize(WIDTH + 12 + self.fontMetrics().horizontalAdvance("0.00000"), 280)

    def set_range(self, low: float, high: float) -> None:
        """The values of the first and of the last colour."""
        self._range = (low, high)
        self._describe()
        self.update()

    def set_colour_map(self, name: str) -> None:
        """One of `COLOUR_MAPS`."""
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
        rect = QRectF(self.rect()).adjusted(2, 0, -2, 0)
        paint_colour_bar(painter, rect, *self._range, self._colour_map, theme_of(self), self._value)

    def _describe(self) -> None:
        low, high = (written(end) for end in self._range)
        self.setAccessibleDescription(self.tr("From {low} to {high}").format(low=low, high=high))
