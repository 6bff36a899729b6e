"""The right: the selected layer in detail, one page for each kind, and the proof of what is shown."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ...widgets.controls.text_line import TextLine
from ...widgets.look.sentences import translated
from ..state.looking import Looking
from ..state.state import State
from ..state.wording import layer_facts, proof
from .channel_page import ChannelPage
from .docks import HEADING
from .heads_page import HeadsPage
from .plain_page import PlainPage
from .spatial_page import SpatialPage


class DetailPanel(QWidget):
    """Names the layer, says how large it is and whether it is proved, and shows the page of its kind."""

    def __init__(self, state: State, looking: Looking) -> None:
        super().__init__()
        self._state = state
        self._name = TextLine("title")
        self._name.setObjectName(HEADING)
        self._facts, self._proof = TextLine("caption", wraps=True), TextLine("caption", wraps=True)
        self._note = TextLine("warning", wraps=True)
        self._pages = QStackedWidget()
        self.heads = HeadsPage(state, looking)
        self._by_kind: dict[str, QWidget] = {
            "channel": ChannelPage(state, looking),
            "spatial": SpatialPage(state),
            "heads": self.heads,
            "other": PlainPage(state),
        }
        self._empty = QWidget()
        for page in (self._empty, *self._by_kind.values()):
            self._pages.addWidget(page)
        self._lay_out()
        state.changed.connect(self._on_changed)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        for label in (self._name, self._facts, self._note, self._proof):
            column.addWidget(label)
        self._note.hide()
        column.addWidget(self._pages, 1)

    def _on_changed(self, names: frozenset[str]) -> None:
        now = self._state.now
        if not names & {"outcome", "focus", "answers"} or now.outcome is None:
            return
        if not now.outcome.layers:
            self._show_nothing()
            return
        layer = now.outcome.layers[now.focus.layer]
        self._name.show_text(layer.title)
        self._facts.show_text(layer_facts(layer))
        self._note.show_text(f"⚠ {translated(layer.note)}")
        self._note.setVisible(bool(layer.note))
        answer = now.answers.get(f"error:{now.focus.layer}")
        self._proof.show_text(proof(answer.error if answer else None, layer.tolerance))
        self._pages.setCurrentWidget(self._by_kind[layer.kind])

    def _show_nothing(self) -> None:
        self._name.show_text(self.tr("No attention layer ran in this network"))
        self._facts.show_text(self.tr("Nothing multiplied activations with weights made from activations."))
        self._proof.show_text("")
        self._note.hide()
        self._pages.setCurrentWidget(self._empty)
