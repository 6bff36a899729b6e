"""Spatial attention: the map at its own resolution, and its spread."""

import numpy as np
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ..widgets.head_grid import HeadGrid
from ..widgets.text_line import TextLine
from .shown_map import overlay_of
from .state import State


class SpatialPage(QWidget):
    """The map, cell by cell, with its numbers."""

    def __init__(self, state: State) -> None:
        super().__init__()
        self._state = state
        self._map = HeadGrid()
        self._statistics = TextLine("caption", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self._statistics)
        column.addWidget(self._map, 1)
        state.changed.connect(self._on_changed)

    def _on_changed(self, names: frozenset[str]) -> None:
        now = self._state.now
        if not names & {"answers", "look", "focus", "outcome"} or now.outcome is None or not now.outcome.layers:
            return
        shown = overlay_of(now)
        if now.outcome.layers[now.focus.layer].kind != "spatial" or shown is None:
            return
        rows, columns = shown.values.shape
        self._map.set_colour_map(now.look.colours)
        self._map.set_maps(shown.values[None], shown.low, shown.high)
        self._map.set_captions([self.tr("{0} × {1} places").format(rows, columns)])
        numbers = (np.nanmean(shown.values), np.nanmin(shown.values), np.nanmax(shown.values))
        text = self.tr("mean {0} · smallest {1} · largest {2}")
        self._statistics.show_text(text.format(*(f"{x:.3f}" for x in numbers)))
