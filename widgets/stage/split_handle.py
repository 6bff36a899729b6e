"""The grip of a line between two pictures: dragged, or moved by keys."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF, QRegion
from PySide6.QtWidgets import QWidget

from ..look.claimed_keys import claim
from ..look.theme import theme_of

WIDTH = 32
_REACH = 4
"""Logical pixels on both sides of the line where it can be taken hold of."""

STEPS = {Qt.Key.Key_Left: -0.02, Qt.Key.Key_Right: 0.02, Qt.Key.Key_PageUp: -0.1, Qt.Key.Key_PageDown: 0.1}
ENDS = {Qt.Key.Key_Home: 0.0, Qt.Key.Key_End: 1.0}


class SplitHandle(QWidget):
    """Lies over the line; whoever owns it says where that is, by moving it.

    Keys: left and right arrow move the line by a fiftieth, Page Up and Page Down by a tenth, Home and End to an end. A
    double click puts it back into the middle.
    """

    dragged = Signal(float)
    """To here, in logical pixels from the left end of what it lies on."""
    stepped = Signal(float)
    """By so much of the whole width."""
    put = Signal(float)
    """To so much of the whole width."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._grabbed: float | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Line between two pictures"))
        self.setToolTip(self.tr("Drag it, or move it with ← and →. A double click puts it into the middle."))
        self.hide()

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as its grip."""
        return QSize(WIDTH, 120)

    def put_at(self, across: float, height: int) -> None:
        """Lies over the line at so many logical pixels from the left, over the whole height."""
        self.setGeometry(round(across - WIDTH / 2), 0, WIDTH, height)
        line = QRegion(WIDTH // 2 - _REACH, 0, 2 * _REACH, height)
        self.setMask(line.united(QRegion(self._grip().adjusted(-2, -2, 2, 2).toRect(), QRegion.RegionType.Ellipse)))

    def event(self, event: QEvent) -> bool:
        """Takes its keys before a menu does."""
        return claim(event, STEPS.keys() | ENDS.keys()) or super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paints the grip: two tips that point away from each other, in a ring with the focus."""
        painter, theme, grip = QPainter(self), theme_of(self), self._grip()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = (theme.accent, 2.4) if self.hasFocus() else (theme.muted, 1.2)
        painter.setPen(QPen(*ring))
        painter.setBrush(theme.raised)
        painter.drawEllipse(grip)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.text)
        for way in (-1, 1):
            tip = grip.center() + QPointF(way * 9, 0)
            painter.drawPolygon(QPolygonF([tip, tip + QPointF(-way * 6, -5), tip + QPointF(-way * 6, 5)]))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Takes hold of the line."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._grabbed = event.position().x() - self.width() / 2

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Draws the line along."""
        if self._grabbed is not None:
            self.dragged.emit(self.mapToParent(event.position()).x() - self._grabbed)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Lets go."""
        self._grabbed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Puts the line into the middle."""
        self.put.emit(0.5)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Moves the line."""
        key = event.key()
        if key in STEPS:
            self.stepped.emit(STEPS[Qt.Key(key)])
        elif key in ENDS:
            self.put.emit(ENDS[Qt.Key(key)])
        else:
            super().keyPressEvent(event)

    def _grip(self) -> QRectF:
        grip = QRectF(0, 0, WIDTH - 4, WIDTH - 4)
        grip.moveCenter(QRectF(self.rect()).center())
        return grip
