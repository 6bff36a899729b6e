"""How alike the heads of a layer are, as a grid of heads by heads."""

from dataclasses import replace

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ..look.theme import caption_font, theme_of
from ..look.ticks import written
from .similarity_picture import Similarity, paint_similarity, similarity_rect

Keys = Qt.Key
MARGIN = 3
_WAYS = {Keys.Key_Left: (0, -1), Keys.Key_Right: (0, 1), Keys.Key_Up: (-1, 0), Keys.Key_Down: (1, 0)}


class SimilarityGrid(QWidget):
    """A cell for every pair of heads; a click selects the head of that row.

    Keys: Shift and arrows point at a pair, Return selects the head of its row, Home and End the first and the last.
    """

    head_selected = Signal(int)
    pair_hovered = Signal(object)
    """(head, head, how alike), or None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = Similarity(np.zeros((0, 0), dtype=np.float32))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(100, 90)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Similarity of heads"))

    def sizeHint(self) -> QSize:  # noqa: N802
        """A square that has room for the numbers of eight heads."""
        return QSize(300, 300)

    def similarity(self) -> Similarity:
        """What is shown now, to be painted elsewhere by `paint_similarity`."""
        return self._shown

    def set_values(self, values: npt.NDArray[np.floating]) -> None:
        """**Shapes**: values (h, h), at most 1. The colours span from the smallest, rounded down, to 1."""
        values = np.asarray(values)
        finite = values[np.isfinite(values)]
        low = min(float(np.floor(finite.min() * 10) / 10) if finite.size else 0.0, 0.9)
        self._show(replace(self._shown, values=values, low=low, pointed=None))

    def set_colour_map(self, name: str) -> None:
        """One of `COLOUR_MAPS`."""
        self._show(replace(self._shown, colour_map=name))

    def set_selected(self, head: int | None) -> None:
        """The head whose row and column are framed."""
        self._show(replace(self._shown, selected=head))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paints the cells and the ring of the focus."""
        painter, theme = QPainter(self), theme_of(self)
        painter.setFont(caption_font(self.font()))
        paint_similarity(painter, _inside(self), self._shown, theme)
        if self.hasFocus():
            painter.setPen(theme.accent)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Says how alike the two heads under the pointer are."""
        self._point(self._at(event.position()), event.globalPosition().toPoint())

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Selects the head of the row under the pointer."""
        pair = self._at(event.position())
        if pair and event.button() == Qt.MouseButton.LeftButton:
            self._select(pair[0])

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """No pair is pointed at any more."""
        self._point(None, QPoint())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Points and selects."""
        key, count, pair = Keys(event.key()), len(self._shown.values), self._shown.pointed
        ends = {Keys.Key_Home: 0, Keys.Key_End: count - 1}
        if count and key in _WAYS and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            down, across = _WAYS[key]
            row, column = (self._shown.selected or 0, 0) if pair is None else (pair[0] + down, pair[1] + across)
            cell = min(max(row, 0), count - 1), min(max(column, 0), count - 1)
            self._point(cell, self.mapToGlobal(self._middle(cell).toPoint()))
        elif count and key in ends:
            self._select(ends[key])
        elif key in (Keys.Key_Return, Keys.Key_Enter, Keys.Key_Space) and pair is not None:
            self._select(pair[0])
        else:
            super().keyPressEvent(event)

    def _select(self, head: int) -> None:
        self.set_selected(head)
        self.head_selected.emit(head)

    def _point(self, pair: tuple[int, int] | None, at: QPoint) -> None:
        if pair == self._shown.pointed:
            return
        self._show(replace(self._shown, pointed=pair))
        told = (*pair, float(self._shown.values[pair])) if pair else None
        if told is None:
            QToolTip.hideText()
        else:
            text = self.tr("head {0} and {1}: {2}").format(told[0] + 1, told[1] + 1, written(told[2]))
            meaning = self.tr("cosine of their attention matrices, 1: the same")
            QToolTip.showText(at, f"{text}\n{meaning}", self)
        self.pair_hovered.emit(told)

    def _show(self, shown: Similarity) -> None:
        self._shown = shown
        said = self.tr("{count} heads").format(count=len(shown.values))
        if shown.selected is not None:
            said = self.tr("head {number} of {count}").format(number=shown.selected + 1, count=len(shown.values))
        self.setAccessibleDescription(said)
        self.update()

    def _frame(self) -> QRectF:
        return similarity_rect(_inside(self), len(self._shown.values), QFontMetrics(caption_font(self.font())))

    def _middle(self, pair: tuple[int, int]) -> QPointF:
        frame, side = self._frame(), self._frame().width() / len(self._shown.values)
        return frame.topLeft() + QPointF((pair[1] + 0.5) * side, (pair[0] + 0.5) * side)

    def _at(self, point: QPointF) -> tuple[int, int] | None:
        frame, count = self._frame(), len(self._shown.values)
        if not count or not frame.contains(point):
            return None
        row = int((point.y() - frame.top()) / frame.height() * count)
        column = int((point.x() - frame.left()) / frame.width() * count)
        return min(row, count - 1), min(column, count - 1)


def _inside(widget: QWidget) -> QRectF:
    return QRectF(widget.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
