"""A drawn sign for how serious a message is, told apart by shape and not by colour alone."""

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from .theme import theme_of

Level = Literal["info", "warning", "error"]


def paint_level_icon(painter: QPainter, rect: QRectF, level: Level, colour: QColor) -> None:
    """info: an i in a circle. warning: a ! in a triangle. error: a cross in an octagon."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center())
    side = min(rect.width(), rect.height()) / 18
    painter.scale(side, side)
    painter.setPen(QPen(colour, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    _SIGNS[level](painter)
    painter.restore()


class LevelIcon(QWidget):
    """The sign of a message's level."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level: Level = "info"
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:  # noqa: N802
        """As high as a line of text."""
        return QSize(20, 20)

    def set_level(self, level: Level) -> None:
        """info, warning or error."""
        self._level = level
        self.setAccessibleName(self.word(level))
        self.update()

    def word(self, level: Level) -> str:
        """The level in the user's language."""
        return {"info": self.tr("Information"), "warning": self.tr("Warning"), "error": self.tr("Error")}[level]

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paints the sign."""
        theme = theme_of(self)
        colour = {"info": theme.accent, "warning": theme.warning, "error": theme.error}[self._level]
        paint_level_icon(QPainter(self), QRectF(self.rect()), self._level, colour)


def _paint_info(painter: QPainter) -> None:
    painter.drawEllipse(QPointF(0, 0), 8, 8)
    painter.drawLine(QPointF(0, -0.5), QPointF(0, 4))
    painter.drawPoint(QPointF(0, -4))


def _paint_warning(painter: QPainter) -> None:
    painter.drawPolygon(QPolygonF([QPointF(0, -8), QPointF(8.5, 7), QPointF(-8.5, 7)]))
    painter.drawLine(QPointF(0, -3), QPointF(0, 1.5))
    painter.drawPoint(QPointF(0, 4.5))


def _paint_error(painter: QPainter) -> None:
    corners = ((-8, -3.3), (-3.3, -8), (3.3, -8), (8, -3.3), (8, 3.3), (3.3, 8), (-3.3, 8), (-8, 3.3))
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
    painter.drawLine(QPointF(-3, -3), QPointF(3, 3))
    painter.drawLine(QPointF(-3, 3), QPointF(3, -3))


_SIGNS = {"info": _paint_info, "warning": _paint_warning, "error": _paint_error}
