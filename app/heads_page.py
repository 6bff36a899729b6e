"""Heads: a map for every head at the picked query, and the whole matrix."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QHBoxLayout, QRadioButton, QSplitter, QVBoxLayout, QWidget

from ..widgets.attention_matrix import AttentionMatrix
from ..widgets.head_grid import HeadGrid
from ..widgets.text_line import TextLine
from .captions import head_captions
from .looking import Looking
from .scale import limits, matrix_limits
from .shown_map import ranges_of
from .state import Answer, State
from .wording import head_text, value_text


class HeadsPage(QWidget):
    """The grid of heads above the matrix; a click on a head shows it, a click into the matrix picks that query."""

    def __init__(self, state: State, looking: Looking) -> None:
        super().__init__()
        self._state = state
        self._looking = looking
        self._grid, self._matrix = HeadGrid(), AttentionMatrix()
        self._class, self._picked, self._mean = QRadioButton(), QRadioButton(), QCheckBox(self.tr("mean of heads"))
        self._picked.setToolTip(self.tr("Click a place on the picture to pick it"))
        self._caption, self._readout = TextLine("title"), TextLine("caption")
        self._lay_out()
        self._grid.head_selected.connect(self._on_head)
        self._matrix.query_selected.connect(self._on_row)
        self._matrix.hovered.connect(self._on_hovered)
        self._class.clicked.connect(lambda: looking.pick(None))
        self._mean.clicked.connect(lambda on: looking.focus(head=None if on else 0))
        state.changed.connect(self._on_changed)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        queries = QButtonGroup(self)
        for button in (self._class, self._picked):
            queries.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        lower = QWidget()
        column = QVBoxLayout(lower)
        column.setContentsMargins(0, 4, 0, 0)
        column.addWidget(self._caption)
        column.addWidget(self._matrix, 1)
        column.addWidget(self._readout)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self._grid)
        parts.addWidget(lower)
        parts.setSizes([300, 400])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 8, 0, 0)
        whole.addLayout(row)
        whole.addWidget(self._mean)
        whole.addWidget(parts, 1)

    # ------------------------------------------------------------------ state -> widgets

    def _on_changed(self, names: frozenset[str]) -> None:
        now = self._state.now
        if not names & {"answers", "look", "focus", "outcome"} or now.outcome is None or not now.outcome.layers:
            return
        if now.outcome.layers[now.focus.layer].kind != "heads":
            return
        self._show_choices()
        if answer := now.answers.get("heads"):
            self._show_heads(answer)
        if answer := now.answers.get("matrix"):
            self._show_matrix(answer)

    def _show_choices(self) -> None:
        now = self._state.now
        assert now.outcome
        layer = now.outcome.layers[now.focus.layer]
        self._class.setText(self.tr("class token") if layer.prefix else self.tr("mean over queries"))
        place = now.focus.query
        where = f"({place[0]}, {place[1]})" if isinstance(place, tuple) else "" if place is None else str(place)
        self._picked.setText(self.tr("picked {0}").format(where) if where else self.tr("click the picture"))
        self._picked.setEnabled(place is not None)
        (self._class if place is None else self._picked).setChecked(True)
        self._mean.setChecked(now.focus.head is None)
        self._grid.set_selected(now.focus.head)
        self._caption.show_text(self.tr("MATRIX · {0} · rows are queries").format(head_text(layer, now.focus)))

    def _show_heads(self, answer: Answer) -> None:
        now = self._state.now
        values = answer.array()
        self._grid.set_colour_map(now.look.colours)
        self._grid.set_maps(values, *limits(now.look, "heads", values, ranges_of(now)))
        self._grid.set_captions(head_captions(answer))

    def _show_matrix(self, answer: Answer) -> None:
        now = self._state.now
        values, header = answer.array(), answer.message.header
        self._matrix.set_colour_map(now.look.colours)
        self._matrix.set_values(values, (int(header["queries"]), int(header["keys"])))
        self._matrix.set_range(*matrix_limits(now.look, values, ranges_of(now)))
        shown = now.answers.get("map")
        query = shown.message.header.get("query") if shown else None
        self._matrix.set_query(None if query is None else int(query) * len(values) // int(header["queries"]))
        self._readout.show_text(self.tr("Click a row to pick that query."))

    # ------------------------------------------------------------------ wishes

    def _on_head(self, head: int) -> None:
        """A second click on the same head goes back to the mean."""
        self._looking.focus(head=None if head == self._state.now.focus.head else head)

    def _on_row(self, row: int) -> None:
        answer = self._state.now.answers.get("matrix")
        if answer:
            self._looking.pick(row * int(answer.message.header["queries"]) // len(answer.array()))

    def _on_hovered(self, cell: tuple[int, int, float] | None) -> None:
        if cell is None:
            self._readout.show_text(self.tr("Click a row to pick that query."))
        else:
            self._readout.show_text(self.tr("query {0} → key {1}: {2}").format(cell[0], cell[1], value_text(cell[2])))
