"""A table of cells that is zoomed and moved within its frame, and pointed at, by mouse and keys."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from ..look.claimed_keys import claim
from .matrix_part import WHOLE, Part

Keys = Qt.Key
ZOOMS = {Keys.Key_Plus: 1.5, Keys.Key_Equal: 1.5, Keys.Key_Minus: 1 / 1.5, Keys.Key_Underscore: 1 / 1.5}
WAYS = {Keys.Key_Left: (0, -1), Keys.Key_Right: (0, 1), Keys.Key_Up: (-1, 0), Keys.Key_Down: (1, 0)}
"""(rows, columns) that an arrow goes."""


class ZoomedCells(QWidget):
    """What a subclass paints within `frame()` is zoomed by Ctrl and the wheel or a pinch, and moved by a drag.

    Keys: + - 0 zoom and show all, Ctrl and arrows move it, Shift and arrows point at a cell, Return clicks it.
    """

    cell_clicked = Signal(int, int)
    """Row and column."""
    cell_pointed = Signal(object)
    """(row, column), or None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part = WHOLE
        self._cell: tuple[int, int] | None = None
        self._pressed: QPointF | None = None
        self._dragged = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def frame(self) -> QRectF:
        """Where the cells are painted."""
        raise NotImplementedError

    def table(self) -> tuple[int, int]:
        """Rows and columns of the whole table."""
        raise NotImplementedError

    def part(self) -> Part:
        """What is seen of the table."""
        return self._part

    def fit(self) -> None:
        """Shows the whole table."""
        self._go(WHOLE)

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Zooms by a factor; the cell at the point `at` (default: the middle of the frame) stays where it is."""
        if all(self.table()):
            frame = self.frame()
            self._go(self._part.zoomed(factor, at or frame.center(), frame, self.table()))

    def event(self, event: QEvent) -> bool:
        """Keeps the keys of the zoom from the menus, and zooms by a pinch."""
        if claim(event, (*ZOOMS, Keys.Key_0, *self.own_keys())):
            return True
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom_by(1 + event.value(), event.position())
            return True
        return super().event(event)

    def own_keys(self) -> tuple[Qt.Key, ...]:
        """Further keys that the subclass needs for itself while it has the focus."""
        return ()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Zooms with Ctrl held down; else moves what is zoomed."""
        turned, frame = event.angleDelta(), self.frame()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1.0025 ** turned.y(), event.position())
        elif self._part.size < 1:
            sideways = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            across, down = (turned.y(), 0) if sideways else (turned.x(), turned.y())
            self._go(self._part.moved(-across / 2 / frame.width(), -down / 2 / frame.height()))
        else:
            event.ignore()
            return
        event.accept()
        self._point(self._part.cell(event.position(), frame, self.table()))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Begins a click or a drag."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._dragged = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Drags what is zoomed, or points at a cell."""
        frame = self.frame()
        if self._pressed is None:
            self._point(self._part.cell(event.position(), frame, self.table()))
            return
        way = event.position() - self._pressed
        if self._part.size < 1 and (self._dragged or way.manhattanLength() >= QApplication.startDragDistance()):
            self._dragged, self._pressed = True, event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._go(self._part.moved(-way.x() / frame.width(), -way.y() / frame.height()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Ends a drag, or is a click."""
        clicked = self._pressed is not None and not self._dragged
        self._pressed = None
        self.unsetCursor()
        cell = self._part.cell(event.position(), self.frame(), self.table())
        if clicked and cell is not None and event.button() == Qt.MouseButton.LeftButton:
            self.cell_clicked.emit(*cell)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Shows the whole table."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.fit()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Nothing is pointed at any more."""
        self._point(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Zooms, moves, points and clicks."""
        key, held = Keys(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == Keys.Key_0:
            self.fit()
        elif key in ZOOMS:
            self.zoom_by(ZOOMS[key])
        elif key in WAYS and held == Qt.KeyboardModifier.ControlModifier:
            down, across = WAYS[key]
            self._go(self._part.moved(across * 0.2, down * 0.2))
        elif key in WAYS and held == Qt.KeyboardModifier.ShiftModifier and all(self.table()):
            self._step(*WAYS[key])
        elif key in (Keys.Key_Return, Keys.Key_Enter) and self._cell is not None:
            self.cell_clicked.emit(*self._cell)
        else:
            super().keyPressEvent(event)

    def _step(self, down: int, across: int) -> None:
        """Points at the neighbour of the cell; at first at the middle of what is seen."""
        rows, columns = self.table()
        if self._cell is None:
            middle = self._part.cell(self.frame().center(), self.frame(), self.table())
            self._point(middle)
            return
        row, column = (
            min(max(at, 0), end - 1)
            for at, end in zip((self._cell[0] + down, self._cell[1] + across), (rows, columns), strict=True)
        )
        for edge in (0, 1):
            self._go(self._part.showing((row + edge) / rows, (column + edge) / columns))
        self._point((row, column))

    def _point(self, cell: tuple[int, int] | None) -> None:
        if cell != self._cell:
            self._cell = cell
            self.cell_pointed.emit(cell)
            self.update()

    def _go(self, part: Part) -> None:
        self._part = part
        self.update()
