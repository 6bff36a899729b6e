"""A small button of a pane's title: a cross that closes it, or two sheets that take it out of the window."""

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from ..look.theme import theme_of

Sign = Literal["close", "float"]
"""What is painted on it."""
_SIDE = 18


class PaneButton(QAbstractButton):
    """Quiet until the pointer or the focus is on it; Tab reaches it, Space and Enter press it."""

    def __init__(self, sign: Sign, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign: Sign = sign
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedSize(self.sizeHint())
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Small and square."""
        return QSize(_SIDE, _SIDE)

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        """Shows that it can be pressed."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: object) -> None:  # noqa: N802
        """Is quiet again."""
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """The arrow keys go on to whoever the button stands in."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The sign, on a ground where it would be pressed."""
        painter, theme = QPainter(self), theme_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        lively = self.underMouse() or self.hasFocus()
        if lively:
            painter.setBrush(theme.line if self.isDown() else theme.raised)
            painter.setPen(QPen(theme.accent if self.hasFocus() else theme.line, 1))
            painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QPen(theme.text if lively else theme.muted, 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._sign == "close":
            inner = box.adjusted(5, 5, -5, -5)
            painter.drawLine(inner.topLeft(), inner.bottomRight())
            painter.drawLine(inner.bottomLeft(), inner.topRight())
        else:
            # One sheet in front of another.
            painter.drawRect(QRectF(4.5, 6.5, 7, 7))
            painter.drawPolyline([QPointF(7.5, 4.5), QPointF(13.5, 4.5), QPointF(13.5, 10.5)])
