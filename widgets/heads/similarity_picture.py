"""How alike heads are, head by head, painted the same on screen and in a file."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QPen

from ..look.colours import indexed, quantised, table
from ..look.sharp_cells import paint_map
from ..look.theme import Theme


@dataclass(frozen=True, eq=False)
class Similarity:
    """A number for every pair of heads.

    **Shapes**: values (h, h), symmetric, 1 on the diagonal; NaN where there is none.
    """

    values: npt.NDArray[np.floating]
    low: float = 0.0
    high: float = 1.0
    colour_map: str = "inferno"
    selected: int | None = None
    """A head."""
    pointed: tuple[int, int] | None = None
    """A pair of heads."""

    @cached_property
    def image(self) -> QImage:
        """One pixel for a pair."""
        return indexed(self.values, self.low, self.high, self.colour_map)

    @cached_property
    def bright(self) -> npt.NDArray[np.bool_]:
        """Where the colour is so bright that dark text is read better on it."""
        steps = np.minimum(quantised(self.values, self.low, self.high), 254)
        return (table(self.colour_map)[steps] @ (0.299, 0.587, 0.114)) > 140


def similarity_rect(rect: QRectF, count: int, metrics: QFontMetrics) -> QRectF:
    """Where the cells stand, beside and below the numbers of the heads: a square, as large as it fits."""
    left, line = metrics.horizontalAdvance("00") + 6, metrics.height()
    room = rect.adjusted(left, line + 2, -1, -1)
    side = max(1.0, min(room.width(), room.height()))
    if count:
        side = max(1.0, side // count) * count if side >= count else side
    return QRectF(QPointF(rect.left() + left + (room.width() - side) / 2, room.top()), QSizeF(side, side))


def paint_similarity(painter: QPainter, rect: QRectF, shown: Similarity, theme: Theme) -> None:
    """Paints the cells, with their numbers where there is room, and the numbers of the heads."""
    count = len(shown.values)
    if not count:
        return
    frame = similarity_rect(rect, count, painter.fontMetrics())
    painter.save()
    paint_map(painter, frame, shown.image)
    _paint_numbers(painter, frame, shown)
    _paint_heads(painter, frame, shown, theme)
    side = frame.width() / count
    if shown.selected is not None and shown.selected < count:
        at = shown.selected * side
        _paint_frame(painter, QRectF(frame.left(), frame.top() + at, frame.width(), side), theme.accent)
        _paint_frame(painter, QRectF(frame.left() + at, frame.top(), side, frame.height()), theme.accent)
    if shown.pointed is not None and max(shown.pointed) < count:
        row, column = shown.pointed
        cell = QRectF(frame.left() + column * side, frame.top() + row * side, side, side)
        _paint_frame(painter, cell, QColor(255, 255, 255))
    painter.restore()


def _paint_numbers(painter: QPainter, frame: QRectF, shown: Similarity) -> None:
    """Two decimals in each cell, where they fit."""
    side, metrics = frame.width() / len(shown.values), painter.fontMetrics()
    text_of = "{:.2f}" if metrics.horizontalAdvance("0.00") + 6 <= side else "{:.1f}"
    if metrics.horizontalAdvance(text_of.format(0)) + 6 > side or metrics.height() > side:
        return
    for row, values in enumerate(shown.values):
        for column, value in enumerate(values):
            if np.isfinite(value):
                painter.setPen(QColor(0, 0, 0) if shown.bright[row, column] else QColor(255, 255, 255))
                cell = QRectF(frame.left() + column * side, frame.top() + row * side, side, side)
                painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, text_of.format(value))


def _paint_heads(painter: QPainter, frame: QRectF, shown: Similarity, theme: Theme) -> None:
    """The heads' numbers, from 1, above and at the left; every second, fifth, ... where they are narrow."""
    count, metrics = len(shown.values), painter.fontMetrics()
    side, line = frame.width() / count, metrics.height()
    every = next((n for n in (1, 2, 5, 10, 20, 50) if n * side >= metrics.horizontalAdvance(str(count)) + 3), 100)
    down = next((n for n in (1, 2, 5, 10, 20, 50) if n * side >= line - 2), 100)
    for head in range(count):
        painter.setPen(theme.text if head == shown.selected else theme.muted)
        text, middle = str(head + 1), (head + 0.5) * side
        if (head + 1) % every == 0:
            above = QRectF(frame.left() + middle - 20, frame.top() - line - 2, 40, line)
            painter.drawText(above, Qt.AlignmentFlag.AlignCenter, text)
        if (head + 1) % down == 0:
            beside = QRectF(frame.left() - 44, frame.top() + middle - line / 2, 40, line)
            painter.drawText(beside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)


def _paint_frame(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in (QPen(QColor(0, 0, 0, 150), 3.0), QPen(colour, 1.5)):
        painter.setPen(pen)
        painter.drawRect(rect)
