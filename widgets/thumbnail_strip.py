"""A strip of small pictures to go through an album."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from .theme import DARK, LIGHT, theme_of
from .thumbnail_model import THUMBNAIL, Index, ThumbnailModel
from .thumbnail_picture import EDGE, name_height, paint_thumbnail

TILE = 92
"""Logical pixels of a picture's frame, from top to bottom, where nothing else is asked for."""
_SHAPE = 1.2
"""Width of a frame for a height of 1: between a photo across and one upright."""
_AHEAD = 2
"""Screenfuls of pictures that are asked for on both sides of what can be seen."""
_SETTLE_MS = 15


class ThumbnailStrip(QWidget):
    """Small pictures with their names, in a row, or in several rows where there is room for them.

    Keys: arrows select the neighbour, Home and End the ends; the wheel scrolls; a picture can be dragged out as a file.
    """

    picture_selected = Signal(int)
    thumbnails_wanted = Signal(list)
    """Rows without a small copy, those first that can be seen; whatever was asked for before is not wanted any more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._view = ThumbnailModel(), _View()
        self._view.setModel(self._model)
        self._view.setAccessibleName(self.tr("Pictures of the album"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._view)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setFocusProxy(self._view)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLE_MS)
        self._settling.timeout.connect(self._ask)
        self._view.selectionModel().currentChanged.connect(self._on_current_changed)
        self._view.moved.connect(self._settling.start)

    def sizeHint(self) -> QSize:  # noqa: N802
        """One row, and the scroll bar."""
        return QSize(480, TILE + 2 * EDGE + name_height(self.font()) + 10)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """One picture that can just be told."""
        return QSize(80, 40 + 2 * EDGE + name_height(self.font()) + 10)

    def set_paths(self, paths: Sequence[Path]) -> None:
        """Other pictures, by their files; none is the current one."""
        self._model.set_paths(paths)
        self._view.arrange()
        self._settling.start()

    def set_copy(self, row: int, pixels: npt.NDArray[np.uint8], size: tuple[int, int]) -> None:
        """The small copy of a row. **Shapes**: pixels (h, w, 3) uint8; size (width, height) of the picture itself."""
        self._model.set_copy(row, pixels, size)

    def set_trouble(self, row: int, sentence: str) -> None:
        """Why a row has no small copy; it is painted as broken, and the sentence is its tool tip."""
        self._model.set_trouble(row, sentence)

    def set_current(self, row: int | None) -> None:
        """The ringed picture, scrolled into sight."""
        selection = self._view.selectionModel()
        selection.blockSignals(True)
        index = QModelIndex() if row is None else self._model.index(row)
        selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        selection.blockSignals(False)
        self._describe(index)
        self._view.viewport().update()

    def current(self) -> int | None:
        """The ringed picture."""
        row = self._view.currentIndex().row()
        return row if row >= 0 else None

    def _describe(self, index: QModelIndex) -> None:
        if index.isValid():
            self._view.setAccessibleDescription(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
            self._view.scrollTo(index)

    def _on_current_changed(self, index: QModelIndex) -> None:
        if index.isValid():
            self._describe(index)
            self.picture_selected.emit(index.row())

    def _ask(self) -> None:
        if self._view.isVisible():
            self.thumbnails_wanted.emit(self._model.missing(self._view.rows_in_reach()))

    def showEvent(self, event: QEvent) -> None:  # noqa: N802
        """What came while it was hidden is asked for now."""
        self._settling.start()


class _View(QListView):
    """Tiles of one size, in one row that scrolls sideways, or in several that scroll down."""

    moved = Signal()
    """Other rows may be in sight."""

    def __init__(self) -> None:
        super().__init__()
        self._tiles = _Delegate()
        self.setItemDelegate(self._tiles)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setUniformItemSizes(True)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.viewport().setAutoFillBackground(False)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(self.moved)

    def arrange(self) -> None:
        """One row as high as there is room, or tiles of the usual size where several rows fit."""
        usual = TILE + 2 * EDGE + name_height(self.font())
        rows = self.height() >= 2 * usual
        bar = self.horizontalScrollBar().sizeHint().height()
        self._tiles.set_height(usual if rows else max(24, min(self.height() - bar, 2 * usual)), self.font())
        always_off, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(needed if rows else always_off)
        self.setHorizontalScrollBarPolicy(always_off if rows else needed)
        self.setWrapping(rows)
        self.scheduleDelayedItemsLayout()
        self.moved.emit()

    def rows_in_reach(self) -> list[int]:
        """The rows in sight, then those around them, the nearest first."""
        count = self.model().rowCount()
        tile, room = self._tiles.size, self.viewport().size()
        across = max(1, room.width() // tile.width()) if self.isWrapping() else 1
        if self.isWrapping():
            first = self.verticalOffset() // tile.height() * across
            seen = (room.height() // tile.height() + 2) * across
        else:
            first, seen = self.horizontalOffset() // tile.width(), room.width() // tile.width() + 2
        last = min(count, first + seen)
        after, before = range(last, min(count, last + _AHEAD * seen)), range(first - 1, max(-1, first - 1 - seen), -1)
        return [*range(max(0, first), last), *after, *(row for row in before if row >= 0)]

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Pictures are as high as the strip lets them be."""
        super().resizeEvent(event)
        self.arrange()

    def doItemsLayout(self) -> None:  # noqa: N802
        """Keeps the current picture in sight in another size."""
        super().doItemsLayout()
        self.scrollTo(self.currentIndex())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paints the pictures and the ring of the focus."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setPen(theme_of(self).accent)
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Scrolls sideways too, where there is one row."""
        if self.isWrapping():
            super().wheelEvent(event)
            return
        turned = event.pixelDelta() if not event.pixelDelta().isNull() else event.angleDelta()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - (turned.y() or turned.x()))
        event.accept()

    def selectionCommand(  # noqa: N802
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """One picture at a time: neither Ctrl and a click nor a click beside them takes the ring away."""
        flags = QItemSelectionModel.SelectionFlag
        return flags.ClearAndSelect if index.isValid() else flags.NoUpdate

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Goes to a neighbour or to an end; any other key is the window's."""
        last, now = self.model().rowCount() - 1, self.currentIndex().row()
        across = max(1, self.viewport().width() // self._tiles.size.width()) if self.isWrapping() else 1
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -across, Qt.Key.Key_Down: across}
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}
        if last < 0 or event.key() not in (*steps, *ends):
            event.ignore()
            return
        key = Qt.Key(event.key())
        self.setCurrentIndex(self.model().index(ends[key] if key in ends else min(max(now + steps[key], 0), last), 0))


class _Delegate(QStyledItemDelegate):
    """Tiles that are all alike."""

    def __init__(self) -> None:
        super().__init__()
        self.size = QSize(120, 120)

    def set_height(self, height: int, font: object) -> None:
        """How high a tile is."""
        frame = height - 2 * EDGE - name_height(font)  # type: ignore[arg-type]
        self.size = QSize(max(24, round(frame * _SHAPE)) + 2 * EDGE, height)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """All alike."""
        return self.size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one picture."""
        state = option.state  # type: ignore[attr-defined]
        theme = DARK if option.palette.window().color().lightness() < 128 else LIGHT  # type: ignore[attr-defined]
        painter.setFont(option.font)  # type: ignore[attr-defined]
        current = bool(state & QStyle.StateFlag.State_Selected)
        pointed = bool(state & QStyle.StateFlag.State_MouseOver)
        rect = QRectF(option.rect)  # type: ignore[attr-defined]
        paint_thumbnail(painter, rect, index.data(THUMBNAIL), theme, current, pointed)
