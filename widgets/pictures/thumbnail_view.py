"""The list of small pictures inside the strip: how its tiles lie, and which of them are in reach."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ..controls.one_of_many import OneOfMany
from ..look.theme import DARK, LIGHT
from .thumbnail_model import THUMBNAIL, Index
from .thumbnail_picture import EDGE, name_height, paint_thumbnail

TILE = 92
"""Logical pixels of a picture's frame, from top to bottom, where nothing else is asked for."""
_SHAPE = 1.2
"""Width of a frame for a height of 1: between a photo across and one upright."""
_AHEAD = 2
"""Screenfuls of pictures behind what can be seen that are in reach; before it, there is one."""


class ThumbnailView(OneOfMany):
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
        if rows:
            self._tiles.fill(self.width() - self.verticalScrollBar().sizeHint().width() - 2)
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

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:  # noqa: N802
        """Paints a picture that has come; Qt would lay out all of them anew, and so scroll back to the current one."""
        self.viewport().update(self.visualRect(first))

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Scrolls sideways too, where there is one row."""
        if self.isWrapping():
            super().wheelEvent(event)
            return
        turned = event.pixelDelta() if not event.pixelDelta().isNull() else event.angleDelta()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - (turned.y() or turned.x()))
        event.accept()

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

    def set_height(self, height: int, font: QFont) -> None:
        """How high a tile is."""
        frame = height - 2 * EDGE - name_height(font)
        self.size = QSize(max(24, round(frame * _SHAPE)) + 2 * EDGE, height)

    def fill(self, width: int) -> None:
        """Makes tiles as much wider as a row of them leaves room."""
        self.size.setWidth(max(self.size.width(), width // max(1, width // self.size.width())))

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
