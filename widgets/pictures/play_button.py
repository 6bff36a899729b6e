"""The buttons of a film, with drawn signs: play, pause, one frame back, one frame on."""

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QWidget

from ..controls.bar_button import BarButton
from ..look.theme import Theme, theme_of

Sign = Literal["play", "pause", "back", "on"]


class PlayButton(BarButton):
    """A button with one of the signs; what it does is its name and its tool tip."""

    def __init__(self, sign: Sign, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign: Sign = sign
        self.show_sign(sign, name)

    def show_sign(self, sign: Sign, name: str) -> None:
        """Show another sign."""
        self._sign = sign
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """As high as the other buttons of a bar."""
        side = self.fontMetrics().height() + 12
        return QSize(side + 4, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paints the button and its sign."""
        super().paintEvent(event)
        painter, side = QPainter(self), 11.0
        rect = QRectF(0, 0, side, side)
        rect.moveCenter(QRectF(self.rect()).center())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_sign(painter, rect, self._sign, theme_of(self), self.isEnabled())


def paint_sign(painter: QPainter, rect: QRectF, sign: Sign, theme: Theme, enabled: bool = True) -> None:
    """Paints a sign into a square."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.text if enabled else theme.line)
    if sign == "pause":
        width = rect.width() * 0.32
        painter.drawRect(QRectF(rect.left(), rect.top(), width, rect.height()))
        painter.drawRect(QRectF(rect.right() - width, rect.top(), width, rect.height()))
        return
    bar = 0.0 if sign == "play" else rect.width() * 0.24
    begin, end = (rect.right(), rect.left() + bar) if sign == "back" else (rect.left(), rect.right() - bar)
    corners = (QPointF(begin, rect.top()), QPointF(end, rect.center().y()), QPointF(begin, rect.bottom()))
    painter.drawPolygon(QPolygonF(corners))
    if bar:
        left = rect.left() if sign == "back" else rect.right() - bar
        painter.drawRect(QRectF(left, rect.top(), bar * 0.8, rect.height()))
