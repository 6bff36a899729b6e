"""Attention of any other kind: its weights as they are, never painted on the picture as if they were a map of it."""

import numpy as np
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ...models.records import LayerInfo
from ...widgets.channels.channel_bars import ChannelBars
from ...widgets.channels.colour_line import ColourLine
from ...widgets.channels.value_map import ValueMap
from ...widgets.controls.text_line import TextLine
from ...widgets.heads.head_grid import HeadGrid
from ..state.captions import table_captions
from ..state.scale import own_limits
from ..state.state import Answer, State
from ..state.wording import value_text
from .gate_figures import figures_text, figures_tip
from .plain_axes import PlainAxes, plain_axes

_SMALL = 240
"""Logical pixels that all tables together may take below the large one."""


class PlainPage(QWidget):
    """A row of numbers as bars, tables of them as cells: one large with its numbers, all of them small below."""

    def __init__(self, state: State) -> None:
        super().__init__()
        self._state = state
        self._answer: Answer | None = None
        self._table = 0
        self._coarse = False
        self._look = state.now.look
        self._axes = PlainAxes("", "", "", "")
        self._bars, self._map, self._bar, self._all = ChannelBars(), ValueMap(), ColourLine(), HeadGrid()
        self._all.setAccessibleName(self.tr("Tables of weights"))
        self._all.setMaximumHeight(_SMALL)
        self._views = QStackedWidget()
        self._caption, self._readout = TextLine("title"), TextLine("caption", wraps=True)
        self._figures, self._why = TextLine("caption", wraps=True), TextLine("caption", wraps=True)
        self._figures.setToolTip(figures_tip())
        self._lay_out()
        self._map.cell_pointed.connect(self._on_pointed)
        self._bars.channel_hovered.connect(self._on_bar)
        self._all.head_selected.connect(self._on_table)
        state.changed.connect(self._on_changed)

    def _lay_out(self) -> None:
        tables = QWidget()
        inside = QVBoxLayout(tables)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._map, 1)
        inside.addWidget(self._bar)
        inside.addWidget(self._all)
        self._views.addWidget(tables)
        self._views.addWidget(self._bars)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self._why)
        column.addWidget(self._caption)
        column.addWidget(self._views, 1)
        column.addWidget(self._readout)
        column.addWidget(self._figures)

    # ------------------------------------------------------------------ state -> widgets

    def _on_changed(self, names: frozenset[str]) -> None:
        now = self._state.now
        if not names & {"answers", "look", "focus", "outcome"} or now.outcome is None or not now.outcome.layers:
            return
        layer, answer = now.outcome.layers[now.focus.layer], now.answers.get("tables")
        if layer.kind != "other" or answer is None or answer.question.layer != now.focus.layer:
            return
        if answer is self._answer and now.look == self._look:
            return
        self._look = now.look
        if answer is not self._answer:
            self._answer, self._table = answer, 0
            self._axes = plain_axes(layer, now.outcome.input_size)
            sizes = [size for size in layer.shape[1:] if size > 1]
            self._coarse = tuple(sizes[-2:]) != answer.array().shape[-2:]
        self._why.show_text(self._axes.why)
        self._figures.show_text(figures_text(answer.array(), gates=_is_gate(layer)))
        if answer.array().ndim == 1:
            self._show_bars(answer)
        else:
            self._show_tables(answer)

    def _show_bars(self, answer: Answer) -> None:
        self._caption.show_text(self._axes.columns.upper())
        self._bars.set_values(answer.array())
        self._views.setCurrentWidget(self._bars)
        self._on_bar(None)

    def _show_tables(self, answer: Answer) -> None:
        now = self._state.now
        tables = _tables(answer)
        low, high = own_limits(now.look, "other", tables)
        self._table = min(self._table, len(tables) - 1)
        for part in (self._map, self._bar, self._all):
            part.set_colour_map(now.look.colours)
        self._map.set_axes(self._axes.rows or self.tr("row"), self._axes.columns or self.tr("column"))
        self._map.set_values(tables[self._table], low, high)
        self._bar.set_range(low, high)
        self._all.set_maps(tables, low, high)
        self._all.set_captions(table_captions(answer))
        self._all.set_selected(self._table)
        self._all.setVisible(len(tables) > 1)
        self._views.setCurrentIndex(0)
        self._caption.show_text(self._caption_text(answer))
        self._on_pointed(None)

    def _caption_text(self, answer: Answer) -> str:
        """Which table is the large one."""
        rows, columns = answer.array().shape[-2:]
        size = f"{rows} × {columns}"
        if self._coarse:
            size = self.tr("{0} cells, each the mean of a block").format(size)
        if len(_tables(answer)) == 1:
            return size
        named = table_captions(answer)[self._table]
        if named.isdecimal():
            named = f"{self._axes.tables} {named}".strip()
        return f"{named} · {size}"

    # ------------------------------------------------------------------ the user's wishes

    def _on_table(self, table: int) -> None:
        self._table = table
        if self._answer is not None:
            self._show_tables(self._answer)

    def _on_pointed(self, cell: tuple[tuple[int, int], float] | None) -> None:
        self._bar.set_value(None if cell is None else cell[1])
        if cell is not None:
            text = self.tr("{0} {1}, {2} {3}: {4}")
            told = (self._axes.rows, cell[0][0], self._axes.columns, cell[0][1], value_text(cell[1]))
            self._readout.show_text(text.format(*told))
        else:
            self._readout.show_text(self.tr("down: {0} · across: {1}").format(self._axes.rows, self._axes.columns))

    def _on_bar(self, bar: tuple[int, float] | None) -> None:
        text = "" if bar is None else f"{self._axes.columns} {bar[0]}: {value_text(bar[1])}"
        self._readout.show_text(text)


def _tables(answer: Answer) -> np.ndarray:
    """(tables, rows, columns)."""
    values = answer.array()
    return values.reshape(-1, *values.shape[-2:])


def _is_gate(layer: LayerInfo) -> bool:
    return not layer.heads
