"""The matrix of the chosen head, or of all in one: every query's row of keys."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...models.records import LayerInfo
from ...widgets.controls.text_line import TextLine
from ...widgets.heads.attention_matrix import AttentionMatrix
from ..state.looking import Looking
from ..state.scale import matrix_limits
from ..state.shown_map import ranges_of
from ..state.state import Answer, Fields, State
from ..state.wording import head_text, value_text


class MatrixTab(QWidget):
    """A click into the matrix picks the query of that row; the cell under the pointer is told to the picture."""

    cell_hovered = Signal(object, object)
    """Numbers of the query and of the key, or None and None."""

    def __init__(self, state: State, looking: Looking) -> None:
        super().__init__()
        self._state, self._looking = state, looking
        self._shown: tuple[object, ...] = ()
        self._matrix = AttentionMatrix()
        self._caption, self._readout = TextLine("title"), TextLine("caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._caption)
        column.addWidget(self._readout)
        column.addWidget(self._matrix, 1)
        self._say(None)
        self._matrix.query_selected.connect(self._on_row)
        self._matrix.hovered.connect(self._on_hovered)

    def show_now(self, now: Fields) -> None:
        """Show what is looked at; the layer is one of heads."""
        assert now.outcome
        layer = now.outcome.layers[now.focus.layer]
        whose = head_text(layer, now.focus) if layer.heads > 1 else self.tr("one head")
        self._caption.show_text(self.tr("{0} · rows are queries").format(whose))
        if answer := now.answers.get("matrix"):
            self._show_matrix(answer, layer, now)

    def set_crosshair(self, query: int | None, key: int | None) -> None:
        """The query and the key that are pointed at on the picture, by their numbers."""
        rows, columns = self._matrix.table()
        queries, keys = self._matrix.matrix().tokens
        row = None if query is None or not rows else query * rows // queries
        column = None if key is None or not columns else key * columns // keys
        self._matrix.set_crosshair(row, column)

    def _show_matrix(self, answer: Answer, layer: LayerInfo, now: Fields) -> None:
        values, header = answer.array(), answer.message.header
        tokens = int(header["queries"]), int(header["keys"])
        picked = now.answers.get("map")
        shown = (answer, picked, layer, now.look, *ranges_of(now))
        if shown == self._shown:
            return  # other answers have come
        self._shown = shown
        self._matrix.set_colour_map(now.look.colours)
        self._matrix.set_values(values, tokens)
        self._matrix.set_prefix(layer.prefix, layer.prefix if tokens[0] == tokens[1] else 0)
        self._matrix.set_range(*matrix_limits(now.look, values, ranges_of(now)))
        query = picked.message.header.get("query") if picked else None
        self._matrix.set_query(None if query is None else int(query) * len(values) // tokens[0])

    def _on_row(self, row: int) -> None:
        if answer := self._state.now.answers.get("matrix"):
            self._looking.pick(row * int(answer.message.header["queries"]) // len(answer.array()))

    def _on_hovered(self, cell: tuple[int, int, float] | None) -> None:
        rows, columns = self._matrix.table()
        queries, keys = self._matrix.matrix().tokens
        told = None if cell is None else (cell[0] * queries // rows, cell[1] * keys // columns, cell[2])
        self._say(told)
        self.cell_hovered.emit(*(told[:2] if told else (None, None)))

    def _say(self, cell: tuple[int, int, float] | None) -> None:
        if cell is None:
            self._readout.show_text(self.tr("Click picks a row · Ctrl+wheel zooms"))
        else:
            self._readout.show_text(self.tr("query {0} → key {1}: {2}").format(cell[0], cell[1], value_text(cell[2])))
