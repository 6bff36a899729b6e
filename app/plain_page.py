"""Attention of any other kind: its weights as they are, never painted on the picture as if they were a map of it."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ..widgets.channel_bars import ChannelBars
from ..widgets.head_grid import HeadGrid
from ..widgets.text_line import TextLine
from .captions import table_captions
from .scale import own_limits
from .state import State


class PlainPage(QWidget):
    """A row of numbers as bars, tables of them as cells, side by side."""

    def __init__(self, state: State) -> None:
        super().__init__()
        self._state = state
        self._bars, self._cells = ChannelBars(), HeadGrid()
        self._views = QStackedWidget()
        self._views.addWidget(self._bars)
        self._views.addWidget(self._cells)
        text = self.tr("These weights have no place on the picture, so they are shown as they are.")
        hint = TextLine("caption", text, wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self._views, 1)
        column.addWidget(hint)
        state.changed.connect(self._on_changed)

    def _on_changed(self, names: frozenset[str]) -> None:
        now = self._state.now
        if not names & {"answers", "look", "focus", "outcome"} or now.outcome is None or not now.outcome.layers:
            return
        answer = now.answers.get("tables")
        if now.outcome.layers[now.focus.layer].kind != "other" or answer is None:
            return
        values = answer.array()
        if values.ndim == 1:
            self._bars.set_values(values)
            self._views.setCurrentWidget(self._bars)
            return
        tables = values.reshape(-1, *values.shape[-2:])
        self._cells.set_colour_map(now.look.colours)
        self._cells.set_maps(tables, *own_limits(now.look, "other", tables))
        self._cells.set_captions(table_captions(answer))
        self._views.setCurrentWidget(self._cells)
