"""How the heading of a stage is painted in the layer list."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from ..look.theme import Theme, caption_font
from .layer_rows import MISSED, Heading


def heading_height(metrics: QFontMetrics) -> int:
    """One line and some air."""
    return int(metrics.height() * 1.1) + 10


def paint_stage_heading(painter: QPainter, rect: QRectF, heading: Heading, theme: Theme, holds_current: bool) -> None:
    """A triangle that says whether it is folded, the stage's name and how many layers; a bar where it holds the
    current layer and hides it."""
    _paint_triangle(painter, QPointF(rect.left() + 19, rect.center().y()), heading.folded, theme)
    font = caption_font(painter.font(), 0.92)
    font.setBold(True)
    painter.setFont(font)
    metrics = painter.fontMetrics()
    count = f"{heading.count:,}"
    beside = QRectF(rect.right() - metrics.horizontalAdvance(count) - 12, rect.top(), 60, rect.height())
    room = QRectF(QPointF(rect.left() + 38, rect.top()), QPointF(beside.left() - 8, rect.bottom()))
    middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.setPen(theme.warning if heading.stage == MISSED else theme.text)
    painter.drawText(room, middle, metrics.elidedText(heading.title, Qt.TextElideMode.ElideLeft, int(room.width())))
    painter.setPen(theme.muted)
    painter.drawText(beside, middle, count)
    if holds_current:
        painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), theme.accent)
    else:
        painter.fillRect(QRectF(rect.left() + 10, rect.top(), rect.width() - 20, 1), theme.line)


def _paint_triangle(painter: QPainter, middle: QPointF, folded: bool, theme: Theme) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.muted)
    corners = ((-3, -5), (4, 0), (-3, 5)) if folded else ((-5, -3), (5, -3), (0, 4))
    painter.drawPolygon([middle + QPointF(x, y) for x, y in corners])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
