"""What stands where nothing is yet: a frame, a drawn picture, and what to do."""

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from .theme import Theme, caption_font

ICON = QSizeF(52, 40)


def paint_placeholder(painter: QPainter, rect: QRectF, text: str, hint: str, theme: Theme) -> None:
    """A dashed frame in the middle of the rectangle with a drawn picture, a line of text and a smaller hint.

    Where there is little room, the picture is left out.
    """
    frame = QRectF(0, 0, min(420.0, rect.width() - 24), min(240.0, rect.height() - 24))
    frame.moveCenter(rect.center())
    line = painter.fontMetrics().height()
    icon = ICON.height() + line if frame.height() > ICON.height() + 6 * line else 0.0
    top = frame.center().y() - (icon + 3 * line) / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.line, 1.5, Qt.PenStyle.DashLine))
    painter.drawRoundedRect(frame, 12, 12)
    if icon:
        _paint_icon(painter, QPointF(frame.center().x(), top + ICON.height() / 2), theme)
    _paint_lines(painter, QRectF(frame.left(), top + icon, frame.width(), 1.6 * line), text, hint, theme)
    painter.restore()


def _paint_lines(painter: QPainter, first: QRectF, text: str, hint: str, theme: Theme) -> None:
    font = painter.font()
    painter.setFont(caption_font(font, 1.25))
    painter.setPen(theme.text)
    painter.drawText(first, Qt.AlignmentFlag.AlignCenter, text)
    painter.setFont(font)
    painter.setPen(theme.muted)
    below = first.translated(0, first.height()).adjusted(8, 0, -8, 3 * first.height())
    if painter.fontMetrics().horizontalAdvance(hint) <= below.width():
        painter.drawText(first.translated(0, first.height()), Qt.AlignmentFlag.AlignCenter, hint)
    else:
        wrapped = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(below, wrapped, hint)


def _paint_icon(painter: QPainter, middle: QPointF, theme: Theme) -> None:
    """A framed picture of two hills under a sun."""
    frame = QRectF(QPointF(0, 0), ICON)
    frame.moveCenter(middle)
    left, bottom = frame.left(), frame.bottom()
    painter.setPen(QPen(theme.muted, 2))
    painter.drawRoundedRect(frame, 5, 5)
    hills = ((6, -6), (18, -22), (27, -11), (34, -19), (46, -6))
    painter.drawPolyline(QPolygonF([QPointF(left + x, bottom + y) for x, y in hills]))
    painter.drawEllipse(QPointF(left + 38, frame.top() + 10), 3.5, 3.5)
