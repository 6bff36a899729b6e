"""Numbered marks on places of the picture that are compared."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ..look.theme import Theme, caption_font
from ..look.viewport import Box, Viewport

_RIM, _LIGHT = QColor(0, 0, 0, 150), QColor(255, 255, 255)


def paint_pins(painter: QPainter, rect: QRectF, pins: Sequence[Box], view: Viewport, theme: Theme) -> None:
    """A thin frame around each place, and at its upper left corner a badge with its number, from 1.

    Badges stay within the rectangle; a place that is out of sight has none.
    """
    painter.save()
    painter.setFont(caption_font(painter.font(), 0.92))
    for number, box in enumerate(pins, start=1):
        frame = view.to_screen(box)
        if frame.intersects(rect):
            _paint_frame(painter, frame, theme)
            _paint_badge(painter, rect, frame.topLeft(), str(number), theme)
    painter.restore()


def _paint_frame(painter: QPainter, frame: QRectF, theme: Theme) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((_RIM, 5.0), (_LIGHT, 3.6), (theme.accent, 1.4)):
        painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap, Qt.PenJoinStyle.MiterJoin))
        painter.drawRect(frame)


def _paint_badge(painter: QPainter, rect: QRectF, corner: QPointF, text: str, theme: Theme) -> None:
    metrics = painter.fontMetrics()
    height = metrics.height() + 2.0
    badge = QRectF(QPointF(), QSizeF(max(height, metrics.horizontalAdvance(text) + 0.7 * height), height))
    badge.moveCenter(corner)
    room = rect.adjusted(2, 2, -2, -2)
    badge.moveLeft(max(room.left(), min(badge.left(), room.right() - badge.width())))
    badge.moveTop(max(room.top(), min(badge.top(), room.bottom() - badge.height())))
    painter.setBrush(theme.accent)
    for colour, width in ((_RIM, 4.0), (_LIGHT, 1.6)):
        painter.setPen(QPen(colour, width))
        painter.drawRoundedRect(badge, height / 2, height / 2)
    painter.setPen(theme.on_accent)
    painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)
