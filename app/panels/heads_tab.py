"""Heads: a map for every head at the picked query, and the pinned queries below."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ...widgets.heads.head_grid import HeadGrid
from ...widgets.look.empty_page import EmptyPage
from ...widgets.look.sentences import translated
from ..state.asked_query import as_answered
from ..state.captions import head_captions
from ..state.looking import Looking
from ..state.scale import limits
from ..state.shown_map import ranges_of
from ..state.state import Answer, Fields, State
from .pins_part import PinsPart
from .query_choice import QueryChoice

_LATE_MS = 250
"""After so long without an answer the maps that are out of date fade."""


class HeadsTab(QWidget):
    """A click on a head shows it on the picture, a second one goes back to all of them."""

    def __init__(self, state: State, looking: Looking) -> None:
        super().__init__()
        self._state, self._looking = state, looking
        self._query, self._pins = QueryChoice(looking), PinsPart(looking)
        self._grid, self._empty, self._pages = HeadGrid(), EmptyPage(), QStackedWidget()
        self._grid.set_legend(
            self.tr("H: entropy of its weights in nats\nd: mean distance to what it looks at, in pixels of the input")
        )
        self._shown: tuple[object, ...] = ()
        self._late = QTimer(self, interval=_LATE_MS, singleShot=True)
        self._late.timeout.connect(lambda: self._grid.set_faded(True))
        self._lay_out()
        self._grid.head_selected.connect(self._on_head)

    def _lay_out(self) -> None:
        for page in (self._grid, self._empty):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._query)
        column.addWidget(self._pages, 1)
        column.addWidget(self._pins)

    def show_now(self, now: Fields) -> None:
        """Show what is looked at; the layer is one of heads."""
        assert now.outcome
        layer = now.outcome.layers[now.focus.layer]
        placed = layer.places is not None
        refused = placed and "heads" in now.refused
        self._pages.setCurrentWidget(self._grid if placed and not refused else self._empty)
        self._say_why_not(now.refused.get("heads", "") if placed else None)
        self._query.setVisible(placed)
        self._pins.setVisible(placed)
        if not placed:
            return
        self._query.show_choice(layer, as_answered(now.focus, now.answers.get("heads")))
        self._pins.show_pins(now)
        self._grid.set_selected(now.focus.head)
        answer = now.answers.get("heads")
        if refused:
            self._late.stop()
        elif answer is not None:
            self._late.stop()
            self._grid.set_faded(False)
            self._show_heads(answer)
        elif not self._late.isActive():
            self._late.start()

    def _say_why_not(self, refused: str | None) -> None:
        """What stands where there are no maps: None where the layer has no place on the picture at all."""
        if refused is None:
            self._empty.set_text(self.tr("No place on the picture"), self.tr("The matrix shows all weights"))
        else:
            self._empty.set_text(self.tr("Nothing to be shown"), translated(refused))

    def _show_heads(self, answer: Answer) -> None:
        now, values = self._state.now, answer.array()
        shown = (answer, now.look, *ranges_of(now))
        if shown == self._shown:
            return  # other answers have come
        self._shown = shown
        self._grid.set_colour_map(now.look.colours)
        self._grid.set_maps(values, *limits(now.look, "heads", values, ranges_of(now)))
        self._grid.set_captions(head_captions(answer))

    def _on_head(self, head: int) -> None:
        self._looking.focus(head=None if head == self._state.now.focus.head else head)
