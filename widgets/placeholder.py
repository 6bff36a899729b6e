"""What stands where nothing is yet: a frame, a drawn picture, and what to do."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from .theme import Theme, caption_font


def paint_placeholder(painter: QPainter, rect: QRectF, text: str, hint: str, theme: Theme) -> None:
    """A dashed frame in the middle of the rectangle with a drawn picture, a line of text and a smaller hint."""
    frame = QRectF(0, 0, min(420.0, rect.width() - 24), min(240.0, rect.height() - 24))
    frame.moveCenter(rect.center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.line, 1.5, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(frame, 12, 12)
    _paint_icon(painter, frame.center() - QPointF(0, frame.height() * 0.16), theme)
    lines = frame.adjusted(12, frame.height() * 0.55, -12, 0)
    font = painter.font()
    painter.setFont(caption_font(font, 1.25))
    painter.setPen(theme.text)
    painter.drawText(lines, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, text)
    painter.setFont(font)
    painter.setPen(theme.muted)
    painter.drawText(lines.adjusted(0, 30, 0, 0), Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, hint)
    painter.restore()


def _paint_icon(painter: QPainter, middle: QPointF, theme: Theme) -> None:
    """A framed picture of two hills under a sun."""
    frame = QRectF(0, 0, 52, 40)
    frame.moveCenter(middle)
    left, bottom = frame.left(), frame.bottom()
    painter.setPen(QPen(theme.muted, 2))
    painter.drawRoundedRect(frame, 5, 5)
    hills = ((6, -6), (18, -22), (27, -11), (34, -19), (46, -6))
    painter.drawPolyline(QPolygonF([QPointF(left + x, bottom + y) for x, y in hills]))
    painter.drawEllipse(QPointF(left + 38, frame.top() + 10), 3.5, 3.5)
