"""Spatial attention: the map at its own resolution, the energy of what it weighs, and the product of both."""

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from ...widgets.channels.colour_line import ColourLine
from ...widgets.channels.histogram import HistogramView
from ...widgets.channels.value_map import ValueMap
from ...widgets.controls.segments import Segments
from ...widgets.controls.text_line import TextLine
from ..state.scale import limits, own_limits
from ..state.shown_map import ranges_of
from ..state.state import Fields, State
from ..state.wording import value_text
from .gate_figures import figures_text, figures_tip


class SpatialPage(QWidget):
    """The map cell by cell with its numbers, its spread, and what it does to the features."""

    def __init__(self, state: State) -> None:
        super().__init__()
        self._state = state
        self._what = Segments(
            self.tr("Shown"),
            (
                ("weights", self.tr("weights"), self.tr("The factors of the places")),
                ("energy", self.tr("energy"), self.tr("Root mean square over channels of what the weights multiply")),
                ("product", self.tr("product"), self.tr("Weights times energy: how strongly a place goes on")),
            ),
        )
        self._what.set_chosen("weights")
        self._made_of: tuple[object, ...] = ()
        """What is shown was made of: any other answer that comes does not change it."""
        self._map, self._bar, self._histogram = ValueMap(), ColourLine(), HistogramView()
        self._histogram.set_words(self.tr("places"))
        self._figures, self._readout = TextLine("caption", wraps=True), TextLine("caption", wraps=True)
        self._figures.setToolTip(figures_tip())
        self._lay_out()
        self._what.chosen.connect(lambda _: self._show())
        self._map.cell_pointed.connect(self._on_pointed)
        state.changed.connect(self._on_changed)

    def _lay_out(self) -> None:
        upper, lower = QWidget(), QWidget()
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 2)
        column.addWidget(self._map, 1)
        column.addWidget(self._bar)
        column.addWidget(self._readout)
        below = QVBoxLayout(lower)
        below.setContentsMargins(0, 2, 0, 0)
        below.addWidget(self._figures)
        below.addWidget(self._histogram, 1)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(upper)
        parts.addWidget(lower)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        parts.setSizes([420, 280])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 8, 0, 0)
        whole.addWidget(self._what)
        whole.addWidget(parts, 1)

    def _on_changed(self, names: frozenset[str]) -> None:
        now = self._state.now
        if not names & {"answers", "look", "focus", "outcome"} or now.outcome is None or not now.outcome.layers:
            return
        if now.outcome.layers[now.focus.layer].kind == "spatial":
            self._show()

    def _show(self) -> None:
        now = self._state.now
        key = self._what.chosen_key()
        shown = spatial_map(now, key)
        if shown is None:
            self._made_of = ()
            self._map.set_values(np.zeros((0, 0)), 0.0, 1.0)
            self._histogram.set_values(np.zeros(0))
            self._figures.show_text(self.tr("Not there yet, or this layer has none."))
            self._readout.show_text("")
            return
        values, low, high = shown
        made_of = (values, key, low, high, now.look)
        if len(self._made_of) == len(made_of) and values is self._made_of[0] and made_of[1:] == self._made_of[1:]:
            return
        self._made_of = made_of
        self._map.set_colour_map(now.look.colours)
        self._map.set_values(values, low, high)
        self._bar.set_colour_map(now.look.colours)
        self._bar.set_range(low, high)
        ends = () if key == "weights" else own_limits(now.look, "spatial", values)
        self._histogram.set_values(values, *ends)
        self._figures.show_text(figures_text(values, gates=key == "weights"))
        self._on_pointed(None)

    def _on_pointed(self, cell: tuple[tuple[int, int], float] | None) -> None:
        self._histogram.set_marked(None if cell is None else cell[1])
        self._bar.set_value(None if cell is None else cell[1])
        if cell is not None:
            text = self.tr("row {0}, column {1}: {2}").format(*cell[0], value_text(cell[1]))
        else:
            rows, columns = self._map.cells().values.shape
            text = self.tr("{0} × {1} places · Ctrl and the wheel zoom until the numbers can be read")
            text = text.format(rows, columns)
        self._readout.show_text(text)


def spatial_map(now: Fields, what: str) -> tuple[np.ndarray, float, float] | None:
    """The weights, the energy or the product, and both ends of its colours; None while it is not there.

    Weights have the scale that the look asks for; the others are no weights, so each has a scale of its own.
    """
    if what == "weights":
        answer = now.answers.get("map")
        if answer is None:
            return None
        values = answer.array()
        return values, *limits(now.look, "spatial", values, ranges_of(now))
    answer = now.answers.get("energy")
    if answer is None:
        return None
    values = answer.array("product" if what == "product" else "values")
    return values, *own_limits(now.look, "spatial", values)
