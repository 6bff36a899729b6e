"""How alike the heads of the layer are, how spread their attention is and how far they look."""

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from ...widgets.controls.text_line import TextLine
from ...widgets.heads.head_dots import HeadFigures
from ...widgets.heads.similarity_grid import SimilarityGrid
from ...widgets.look.empty_page import EmptyPage
from ..state.looking import Looking
from ..state.state import Answer, Fields, State
from ..state.wording import value_text

_LEAST = 200
"""Logical pixels that the grid is high; where there are fewer, the tab scrolls."""


class SimilarityTab(QWidget):
    """A grid of heads by heads above their figures over all queries; a click looks at a head."""

    def __init__(self, state: State, looking: Looking) -> None:
        super().__init__()
        self._state, self._looking = state, looking
        self._grid, self._figures = SimilarityGrid(), HeadFigures()
        self._readout, self._note = TextLine("caption"), TextLine("caption", wraps=True)
        self._pages, self._empty, self._scrolled = QStackedWidget(), EmptyPage(), QScrollArea()
        self._lay_out()
        self._grid.head_selected.connect(self._on_head)
        self._figures.head_selected.connect(self._on_head)
        self._grid.pair_hovered.connect(self._say)

    def _lay_out(self) -> None:
        compared = QWidget()
        column = QVBoxLayout(compared)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._readout)
        column.addWidget(self._grid, 3)
        column.addWidget(self._figures, 2)
        column.addWidget(self._note)
        self._grid.setMinimumHeight(_LEAST)
        self._scrolled.setWidget(compared)
        self._scrolled.setWidgetResizable(True)
        self._scrolled.setFrameShape(QFrame.Shape.NoFrame)
        self._scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for page in (self._scrolled, self._empty):
            self._pages.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)

    def show_now(self, now: Fields) -> None:
        """Show what is looked at; the layer is one of heads."""
        assert now.outcome
        if now.outcome.layers[now.focus.layer].heads < 2:
            self._empty.set_text(self.tr("One head alone"), self.tr("There is nothing to compare it with"))
            self._pages.setCurrentWidget(self._empty)
            return
        answer = now.answers.get("similarity")
        if answer is None:
            self._empty.set_text(self.tr("Comparing the heads …"), "")
            self._pages.setCurrentWidget(self._empty)
            return
        self._pages.setCurrentWidget(self._scrolled)
        self._grid.set_colour_map(now.look.colours)
        self._show_answer(answer)
        for widget in (self._grid, self._figures):
            widget.set_selected(now.focus.head)

    def _show_answer(self, answer: Answer) -> None:
        header = answer.message.header
        if self._grid.similarity().values is not answer.array():
            self._grid.set_values(answer.array())
            self._say(None)
        titles = (
            ("entropy", self.tr("entropy of the weights, nats")),
            ("distance", self.tr("mean attention distance, pixels")),
        )
        known = [(title, _numbers(header[name])) for name, title in titles if header.get(name)]
        self._figures.set_figures(known)
        self._figures.setVisible(bool(known))
        sampled = header.get("sampled")
        self._note.show_text(self.tr("Over {0} of the queries, evenly spread").format(sampled) if sampled else "")
        self._note.setVisible(bool(sampled))

    def _say(self, pair: tuple[int, int, float] | None) -> None:
        if pair is None:
            shown = self._grid.similarity()
            text = self.tr("Cosine of matrices, colours from {0} to 1").format(f"{shown.low:.1f}" if shown.low else "0")
        else:
            text = self.tr("head {0} and {1}: {2}").format(pair[0] + 1, pair[1] + 1, value_text(pair[2]))
        self._readout.show_text(text)

    def _on_head(self, head: int) -> None:
        self._looking.focus(head=head)


def _numbers(listed: list[float | None]) -> np.ndarray:
    return np.array([np.nan if value is None else value for value in listed], dtype=np.float64)
