"""Heads of a layer in detail: maps of all of them, the matrix, and how alike they are."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from ...widgets.controls.segments import Segments
from ..state.looking import Looking
from ..state.state import State
from ..state.token_places import Place, token_places
from .heads_tab import HeadsTab
from .matrix_tab import MatrixTab
from .similarity_tab import SimilarityTab

_SHOWN = frozenset({"answers", "refused", "look", "focus", "outcome"})


class HeadsPage(QWidget):
    """Three tabs below the choice of one head or of all of them in one; the tab that was chosen stays."""

    cell_hovered = Signal(object, object)
    """Numbers of the query and of the key under the pointer in the matrix, or None and None."""

    def __init__(self, state: State, looking: Looking) -> None:
        super().__init__()
        self._state, self._looking = state, looking
        self._head = 0
        self._one = self._choice_of_heads()
        self._choice = self._choice_of_tabs()
        self._matrix = MatrixTab(state, looking)
        self._tabs: dict[str, HeadsTab | MatrixTab | SimilarityTab] = {
            "heads": HeadsTab(state, looking),
            "matrix": self._matrix,
            "similarity": SimilarityTab(state, looking),
        }
        self._pages = QStackedWidget()
        self._lay_out()
        self.show_tab("heads")
        self._one.chosen.connect(self._on_heads)
        self._choice.chosen.connect(self.show_tab)
        self._matrix.cell_hovered.connect(self.cell_hovered)
        state.changed.connect(self._on_changed)

    def _choice_of_heads(self) -> Segments:
        return Segments(
            self.tr("Heads in one"),
            (
                ("mean", self.tr("mean"), self.tr("The mean of all heads  (M)")),
                ("max", self.tr("largest"), self.tr("The largest weight of all heads, place by place")),
                ("min", self.tr("smallest"), self.tr("The smallest weight of all heads, place by place")),
                ("one", self.tr("one"), self.tr("A head alone: click it, or step with [ and ]")),
            ),
        )

    def _choice_of_tabs(self) -> Segments:
        return Segments(
            self.tr("Views of the heads"),
            (
                ("heads", self.tr("Heads"), self.tr("A map for every head at the picked query")),
                ("matrix", self.tr("Matrix"), self.tr("Every query by every key")),
                ("similarity", self.tr("Similarity"), self.tr("How alike heads are, and how far each looks")),
            ),
        )

    def _lay_out(self) -> None:
        for tab in self._tabs.values():
            self._pages.addWidget(tab)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        line = QFrame()
        line.setFrameShape(QFrame.Shape.HLine)
        line.setFrameShadow(QFrame.Shadow.Plain)
        line.setForegroundRole(QPalette.ColorRole.Mid)
        for widget in (self._choice, line, self._one):
            column.addWidget(widget)
        column.addWidget(self._pages, 1)

    def show_tab(self, key: str) -> None:
        """Show "heads", "matrix" or "similarity"."""
        self._choice.set_chosen(key)
        self._pages.setCurrentWidget(self._tabs[key])
        self._show()

    def set_crosshair(self, query: int | None, key: int | None) -> None:
        """The query and the key that are pointed at elsewhere, by their numbers: lines in the matrix."""
        self._matrix.set_crosshair(query, key)

    def set_pointed_place(self, place: Place | None) -> None:
        """The place of the input that is pointed at on the picture: its row and column in the matrix."""
        known = token_places(self._state.now.answers.get("matrix"))
        if place is None or known is None:
            self._matrix.set_crosshair(None, None)
        else:
            self._matrix.set_crosshair(known.query_at(place), known.key_at(place))

    def _on_changed(self, names: frozenset[str]) -> None:
        if names & _SHOWN:
            self._show()

    def _show(self) -> None:
        """Only the tab that is seen is kept in step."""
        now = self._state.now
        if now.outcome is None or not now.outcome.layers:
            return
        layer = now.outcome.layers[now.focus.layer]
        if layer.kind != "heads":
            return
        self._head = self._head if now.focus.head is None else now.focus.head
        self._one.setVisible(layer.heads > 1)
        self._one.set_chosen(now.focus.combine if now.focus.head is None else "one")
        self._tabs[self._choice.chosen_key()].show_now(now)

    def _on_heads(self, key: str) -> None:
        now = self._state.now
        if key != "one":
            self._looking.focus(head=None, combine=key)
        elif now.focus.head is None and now.outcome is not None:
            self._looking.focus(head=min(self._head, now.outcome.layers[now.focus.layer].heads - 1))
