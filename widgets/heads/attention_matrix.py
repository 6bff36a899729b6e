"""The whole attention matrix of a head: every query's row of keys."""

from dataclasses import replace

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ..look.theme import caption_font, theme_of
from ..look.ticks import written
from .matrix_picture import Marks, Matrix, matrix_rect, paint_matrix
from .zoomed_cells import ZoomedCells

Keys = Qt.Key
MARGIN = 3
_STEPS = {Keys.Key_Comma: -1, Keys.Key_Period: 1, Keys.Key_PageUp: -10, Keys.Key_PageDown: 10}


class AttentionMatrix(ZoomedCells):
    """Rows are queries, columns are keys; a click picks the query of that row. See `ZoomedCells` for the zoom.

    Keys: , and . pick the neighbour, Page Up and Page Down ten further, Home and End the ends.
    """

    query_selected = Signal(int)
    """A row."""
    hovered = Signal(object)
    """(row, column, weight), or None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._matrix = Matrix(np.zeros((0, 0), dtype=np.float32))
        self._marks = Marks()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(80, 60)
        self.setAccessibleName(self.tr("Attention matrix, rows are queries"))
        self.cell_clicked.connect(lambda row, _: self._pick(row))
        self.cell_pointed.connect(self._on_pointed)

    def sizeHint(self) -> QSize:  # noqa: N802
        """A square that shows two hundred tokens."""
        return QSize(320, 320)

    def matrix(self) -> Matrix:
        """What is shown now, to be painted elsewhere by `paint_matrix`."""
        return self._matrix

    def frame(self) -> QRectF:
        """Where the weights are painted."""
        return matrix_rect(_inside(self), self._matrix, QFontMetrics(caption_font(self.font())))

    def table(self) -> tuple[int, int]:
        """Rows of queries, columns of keys."""
        return self._matrix.values.shape[0], self._matrix.values.shape[1]

    def own_keys(self) -> tuple[Qt.Key, ...]:
        """Page Up and Page Down step through layers elsewhere."""
        return tuple(_STEPS)

    def set_values(self, values: npt.NDArray[np.floating], counts: tuple[int, int] | None = None) -> None:
        """**Shapes**: values (Q, K), NaN where there is none. The picked query stays where there still is one.

        `counts`: how many queries and keys there really are, where a value is the mean of a block of them.
        """
        if np.shape(values) != self._matrix.values.shape:
            self.fit()
            self._marks = Marks()
        self._matrix = replace(self._matrix, values=np.asarray(values), counts=counts)
        self.set_query(self._marks.query)

    def set_prefix(self, queries: int, keys: int) -> None:
        """How many queries and keys at the front have no place: class, distilled, register tokens."""
        self._matrix = replace(self._matrix, prefix=(queries, keys))
        self.update()

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
        self._marks = replace(self._marks, query=query)
        queries, keys = self._matrix.tokens
        said = self.tr("{queries} queries, {keys} keys").format(queries=queries, keys=keys)
        picked = "" if query is None else self.tr("; query {number}").format(number=query)
        self.setAccessibleDescription(said + picked)
        self.update()

    def set_crosshair(self, row: int | None, column: int | None) -> None:
        """The row and the column that are pointed at elsewhere, each with a line; None takes a line away."""
        self._marks = replace(self._marks, row=row, column=column)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paints the matrix, the lines under the pointer and the ring of the focus."""
        painter, theme = QPainter(self), theme_of(self)
        painter.setFont(caption_font(self.font()))
        paint_matrix(painter, _inside(self), self._matrix, theme, part=self.part(), marks=self._marks)
        if self.hasFocus():
            painter.setPen(theme.accent)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Moves the picked query."""
        last, now = len(self._matrix.values) - 1, -1 if self._marks.query is None else self._marks.query
        ends, key = {Keys.Key_Home: 0, Keys.Key_End: last}, Keys(event.key())
        if last < 0 or key not in (*_STEPS, *ends):
            super().keyPressEvent(event)
        else:
            self._pick(min(max(ends.get(key, now + _STEPS.get(key, 0)), 0), last))

    def _pick(self, query: int) -> None:
        if query != self._marks.query:
            self.set_query(query)
            self.query_selected.emit(query)

    def _on_pointed(self, cell: tuple[int, int] | None) -> None:
        """Says the weight under the pointer, and draws lines through it."""
        self.set_crosshair(*(cell or (None, None)))
        told = (*cell, float(self._matrix.values[cell])) if cell else None
        if told is None:
            QToolTip.hideText()
        else:
            frame, (rows, columns) = self.frame(), self.table()
            at = QPointF(self.part().x(told[1] + 1, columns, frame), self.part().y(told[0] + 1, rows, frame))
            QToolTip.showText(self.mapToGlobal(at.toPoint()), self._said(told), self)
        self.hovered.emit(told)

    def _said(self, cell: tuple[int, int, float]) -> str:
        rows, columns = self.table()
        queries, keys = self._matrix.tokens
        query, key = cell[0] * queries // rows, cell[1] * keys // columns
        text = self.tr("query {0} · key {1} · {2}").format(query, key, written(cell[2]))
        if (queries, keys) == (rows, columns):
            return f"{text}\n" + self.tr("of {0} queries × {1} keys").format(queries, keys)
        block = self.tr("mean over {0} × {1} weights").format(-(-queries // rows), -(-keys // columns))
        return f"{text}\n{block}"


def _inside(widget: QWidget) -> QRectF:
    return QRectF(widget.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
