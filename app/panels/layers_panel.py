"""The left: every layer that was found, in the order they ran, and what could not be recorded."""

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ...widgets.controls.text_line import TextLine
from ...widgets.layers.layer_list import LayerList
from ...widgets.look.sentences import translated
from ..state.looking import Looking
from ..state.state import State
from ..state.wording import missed_lines
from .docks import HEADING
from .previews import PreviewFeed


class LayersPanel(QWidget):
    """Shows the layers of the newest pass on a `LayerList`."""

    def __init__(self, state: State, looking: Looking) -> None:
        super().__init__()
        self._state = state
        self._heading = TextLine("title", self.tr("ATTENTION LAYERS"))
        self._heading.setObjectName(HEADING)
        self._list = LayerList()
        self._list.set_colour_map(state.now.look.colours)
        self._missed = QPushButton()
        self._missed.setProperty("look", "flat")
        self._missed.setAutoDefault(False)
        self._missed.hide()
        self.setFocusProxy(self._list)
        self._feed = PreviewFeed(state, self._list.set_preview)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 8)
        for widget, stretch in ((self._heading, 0), (self._list, 1), (self._missed, 0)):
            column.addWidget(widget, stretch)
        self._list.layer_selected.connect(looking.select_layer)
        self._missed.clicked.connect(self._list.show_missed)
        state.changed.connect(self._on_changed)

    def focus_search(self) -> None:
        """Let the user type which layers he looks for."""
        self._list.focus_search()

    def _on_changed(self, names: frozenset[str]) -> None:
        now = self._state.now
        if "outcome" in names and now.outcome:
            self._list.set_layers(now.outcome.layers, now.outcome.missed)
            self._show_missed(now.outcome.missed)
        if names & {"outcome", "made_by", "model"} and now.outcome:
            self._heading.show_text(self._heading_text(len(now.outcome.layers)))
        if "look" in names:
            self._list.set_colour_map(now.look.colours)
        if names & {"outcome", "focus"} and now.outcome:
            self._list.set_current(now.focus.layer)
        self._feed.on_changed(names)

    def _heading_text(self, layers: int) -> str:
        """How many; of which network, where it is not the one that is loaded."""
        now = self._state.now
        heading = self.tr("ATTENTION LAYERS · {0}").format(layers)
        if now.made_by is None or now.model is None or now.made_by.spec == now.model.spec:
            return heading
        return self.tr("{0} of {1}").format(heading, translated(now.made_by.title))

    def _show_missed(self, missed: tuple[tuple[str, str], ...]) -> None:
        """A button in sight however long the list is: what was not recorded stands at its end."""
        self._missed.setVisible(bool(missed))
        self._missed.setText(self.tr("⚠ {0} not recorded").format(len(missed)))
        self._missed.setToolTip("\n".join(missed_lines(missed)))
