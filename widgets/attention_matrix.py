"""The whole attention matrix of a head: every query's row of keys."""

from dataclasses import replace

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from .matrix_picture import Matrix, matrix_rect, paint_matrix
from .theme import caption_font, theme_of
from .ticks import written

Keys = Qt.Key
MARGIN = 3


class AttentionMatrix(QWidget):
    """Rows are queries, columns are keys; a click picks the query of that row.

    Keys: , and . pick the neighbour, Page Up and Page Down ten further, Home and End the ends.
    """

    query_selected = Signal(int)
    """A row."""
    hovered = Signal(object)
    """(row, column, weight), or None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._matrix = Matrix(np.zeros((0, 0), dtype=np.float32))
        self._query: int | None = None
        self._pointed: QPointF | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(80, 60)
        self.setAccessibleName(self.tr("Attention matrix, rows are queries"))

    def sizeHint(self) -> QSize:  # noqa: N802
        """A square that shows two hundred tokens."""
        return QSize(320, 320)

    def matrix(self) -> Matrix:
        """What is shown now, to be painted elsewhere by `paint_matrix`."""
        return self._matrix

    def set_values(self, values: npt.NDArray[np.floating], counts: tuple[int, int] | None = None) -> None:
        """**Shapes**: values (Q, K), NaN where there is none. The picked query stays where there still is one.

        `counts`: how many queries and keys there really are, where a value is the mean of a block of them.
        """
        self._matrix = replace(self._matrix, values=np.asarray(values), counts=counts)
        self.set_query(self._query if self._query is not None and self._query < len(values) else None)

    def set_range(self, low: float, high: float) -> None:
        """The values of the first and of the last colour."""
        self._matrix = replace(self._matrix, low=low, high=high)
        self.update()

    def set_colour_map(self, name: str) -> None:
        """One of `COLOUR_MAPS`."""
        self._matrix = replace(self._matrix, colour_map=name)
        self.update()

    def set_query(self, query: int | None) -> None:
        """The row that is marked."""
        self._query = query
        queries, keys = self._matrix.values.shape
        said = self.tr("{queries} queries, {keys} keys").format(queries=queries, keys=keys)
        picked = "" if query is None else self.tr("; query {number}").format(number=query)
        self.setAccessibleDescription(said + picked)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paints the matrix, the lines under the pointer and the ring of the focus."""
        painter, theme = QPainter(self), theme_of(self)
        painter.setFont(caption_font(self.font()))
        paint_matrix(painter, _inside(self), self._matrix, theme, self._query)
        if self._pointed is not None:
            frame = self._frame()
            painter.setPen(QColor(255, 255, 255, 130))
            painter.drawLine(QPointF(self._pointed.x(), frame.top()), QPointF(self._pointed.x(), frame.bottom()))
            painter.drawLine(QPointF(frame.left(), self._pointed.y()), QPointF(frame.right(), self._pointed.y()))
        if self.hasFocus():
            painter.setPen(theme.accent)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Says the weight under the pointer."""
        cell = self._at(event.position())
        self._pointed = event.position() if cell else None
        text = ""
        if cell:
            text = self.tr("query {0} · key {1} · {2}").format(cell[0], cell[1], written(cell[2]))
        QToolTip.showText(event.globalPosition().toPoint(), text, self)
        self.hovered.emit(cell)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Picks the query of the row under the pointer."""
        cell = self._at(event.position())
        if cell and event.button() == Qt.MouseButton.LeftButton:
            self._pick(cell[0])

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Nothing is pointed at any more."""
        self._pointed = None
        self.hovered.emit(None)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Moves the picked query."""
        last, now = len(self._matrix.values) - 1, -1 if self._query is None else self._query
        wanted = {
            Keys.Key_Comma: now - 1,
            Keys.Key_Period: now + 1,
            Keys.Key_PageUp: now - 10,
            Keys.Key_PageDown: now + 10,
            Keys.Key_Home: 0,
            Keys.Key_End: last,
        }.get(Keys(event.key()))
        if wanted is None or last < 0:
            super().keyPressEvent(event)
        else:
            self._pick(min(max(wanted, 0), last))

    def _pick(self, query: int) -> None:
        if query != self._query:
            self.set_query(query)
            self.query_selected.emit(query)

    def _frame(self) -> QRectF:
        return matrix_rect(_inside(self), self._matrix.values.shape, QFontMetrics(caption_font(self.font())))

    def _at(self, point: QPointF) -> tuple[int, int, float] | None:
        frame = self._frame()
        if not self._matrix.values.size or not frame.contains(point):
            return None
        queries, keys = self._matrix.values.shape
        row = min(int((point.y() - frame.top()) / frame.height() * queries), queries - 1)
        column = min(int((point.x() - frame.left()) / frame.width() * keys), keys - 1)
        return row, column, float(self._matrix.values[row, column])


def _inside(widget: QWidget) -> QRectF:
    return QRectF(widget.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
