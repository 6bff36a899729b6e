"""A map cell by cell, with its numbers where there is room: to be zoomed into and pointed at."""

from dataclasses import replace

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from ..look.pan_zoom import PanZoomView
from ..look.theme import caption_font, theme_of
from ..look.ticks import written
from .value_map_picture import Cell, ValueCells, paint_value_map

Keys = Qt.Key
_ARROWS = {Keys.Key_Left: (0, -1), Keys.Key_Right: (0, 1), Keys.Key_Up: (-1, 0), Keys.Key_Down: (1, 0)}
_ZOOMS = {Keys.Key_Plus: 1.25, Keys.Key_Equal: 1.25, Keys.Key_Minus: 0.8, Keys.Key_Underscore: 0.8}


class ValueMap(PanZoomView):
    """A map at its own resolution; see `PanZoomView` for mouse and wheel.

    Keys: + - 0 zoom and fit, Shift and arrows move from cell to cell, Ctrl and arrows move the map. Arrows alone are
    left to the window.
    """

    cell_pointed = Signal(object)
    """((row, column), value) of the cell under the pointer or the one that a key went to; None for none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells = ValueCells(np.zeros((0, 0), dtype=np.float32))
        self._axes = (self.tr("row"), self.tr("column"))
        self._cursor: Cell | None = None
        self._pointed: Cell | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(100, 80)
        self.setAccessibleName(self.tr("Map with its values"))
        self.point_hovered.connect(self._on_hovered)

    def sizeHint(self) -> QSize:  # noqa: N802
        """A square as wide as the pane."""
        return QSize(300, 280)

    def cells(self) -> ValueCells:
        """What is shown now, to be painted elsewhere by `paint_value_map`."""
        return self._cells

    def set_values(self, values: npt.NDArray[np.floating], low: float, high: float) -> None:
        """**Shapes**: values (rows, columns), NaN where there is none; low and high: both ends of the colours."""
        self._cells = replace(self._cells, values=np.asarray(values), low=low, high=high)
        rows, columns = self._cells.values.shape
        self.set_content(columns, rows)
        self._cursor = _inside(self._cursor, rows, columns)
        self._pointed = _inside(self._pointed, rows, columns)
        self._describe()

    def set_colour_map(self, name: str) -> None:
        """One of `COLOUR_MAPS`, maybe with its gamma."""
        self._cells = replace(self._cells, colour_map=name)
        self.update()

    def set_axes(self, rows: str, columns: str) -> None:
        """What a row and a column are: "row" and "column", "channel" and "place", ..."""
        self._axes = (rows, columns)
        self._describe()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paints cells, numbers and the ring of the focus."""
        painter, theme = QPainter(self), theme_of(self)
        painter.setFont(caption_font(self.font()))
        paint_value_map(painter, QRectF(self.rect()), self._cells, theme, self.view(), self._cursor, self._pointed)
        if self.hasFocus():
            painter.setPen(theme.accent)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def event(self, event: QEvent) -> bool:
        """While the map has the focus, its keys are its own and nobody's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_own(event):
            event.accept()
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Says which cell is under the pointer, and its value."""
        before = self._pointed
        super().mouseMoveEvent(event)
        if self._pointed != before:
            QToolTip.showText(event.globalPosition().toPoint(), self._said(self._pointed), self)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Zooms with Ctrl held down; else the wheel is left to what lies around."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Zooms, fits, moves the map, or goes from cell to cell."""
        key, held = Keys(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not _is_own(event):
            super().keyPressEvent(event)
        elif key == Keys.Key_0:
            self.fit()
        elif key in _ZOOMS:
            self.zoom_by(_ZOOMS[key])
        elif held == Qt.KeyboardModifier.ShiftModifier:
            self._go_to(_moved(self._cursor, _ARROWS[key], self._cells.values.shape))
        else:
            down, across = _ARROWS[key]
            self._fitted = False
            self._go(self.view().moved(-40 * across, -40 * down))

    def _go_to(self, cell: Cell | None) -> None:
        """The cell that a key went to: in sight, and said."""
        self._cursor = cell
        self._describe()
        if cell is None:
            return
        self._bring_into_sight(cell)
        self.cell_pointed.emit((cell, float(self._cells.values[cell])))
        at = self.view().to_screen((cell[1], cell[0], 1, 1)).bottomRight().toPoint()
        QToolTip.showText(self.mapToGlobal(at + QPoint(4, 4)), self._said(cell), self)

    def _bring_into_sight(self, cell: Cell) -> None:
        room, place = QRectF(self.rect()), self.view().to_screen((cell[1], cell[0], 1, 1))
        across = max(room.left() - place.left(), 0.0) + min(room.right() - place.right(), 0.0)
        down = max(room.top() - place.top(), 0.0) + min(room.bottom() - place.bottom(), 0.0)
        if across or down:
            self._go(self.view().moved(across, down))

    def _on_hovered(self, point: tuple[float, float] | None) -> None:
        cell = None if point is None else _inside((int(point[1]), int(point[0])), *self._cells.values.shape)
        if cell != self._pointed:
            self._pointed = cell
            self.cell_pointed.emit(None if cell is None else (cell, float(self._cells.values[cell])))
            self.update()

    def _said(self, cell: Cell | None) -> str:
        """Where a cell is, and its value."""
        if cell is None:
            return ""
        text = self.tr("{rows} {row}, {columns} {column}: {value}")
        value = written(float(self._cells.values[cell]), 4)
        return text.format(rows=self._axes[0], row=cell[0], columns=self._axes[1], column=cell[1], value=value)

    def _describe(self) -> None:
        rows, columns = self._cells.values.shape
        self.setAccessibleDescription(self._said(self._cursor) or self.tr("{0} × {1} cells").format(rows, columns))
        self.update()


def _is_own(event: QKeyEvent) -> bool:
    key, held = Keys(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    moves = (Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier)
    if key in _ARROWS:
        return held in moves
    return (key in _ZOOMS or key == Keys.Key_0) and not held & Qt.KeyboardModifier.ControlModifier


def _inside(cell: Cell | None, rows: int, columns: int) -> Cell | None:
    """The cell, where there is one of that number."""
    return cell if cell is not None and 0 <= cell[0] < rows and 0 <= cell[1] < columns else None


def _moved(cell: Cell | None, by: Cell, shape: tuple[int, ...]) -> Cell | None:
    """The neighbour; the first step is to the middle. None where there are no cells."""
    rows, columns = shape
    if not rows or not columns:
        return None
    if cell is None:
        return rows // 2, columns // 2
    return min(max(cell[0] + by[0], 0), rows - 1), min(max(cell[1] + by[1], 0), columns - 1)
