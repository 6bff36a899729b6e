"""The bottom: the strip to step along, and how long the pass took."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from ...widgets.controls.text_line import TextLine
from ...widgets.layers.layer_strip import LayerStrip
from ...widgets.look.sentences import translated
from ..session.session import Session
from ..state.looking import Looking
from ..state.state import State
from ..state.wording import timing
from .docks import HEADING
from .previews import PreviewFeed


class StripPanel(QWidget):
    """Shows the layers of the newest pass on a `LayerStrip`."""

    def __init__(self, state: State, session: Session, looking: Looking) -> None:
        super().__init__()
        self._state = state
        self._strip = LayerStrip()
        self._heading = QLabel(self.tr("STEP THROUGH"))
        self._heading.setProperty("look", "title")
        self._facts = TextLine("caption")
        self._stop = QToolButton()
        self._stop.setText(self.tr("Stop"))
        self._stop.setToolTip(self.tr("Stop what runs  (Esc)"))
        self._stop.hide()
        self._stop.clicked.connect(session.cancel)
        self._feed = PreviewFeed(state, self._strip.set_preview)
        self._lay_out()
        self._strip.layer_selected.connect(looking.select_layer)
        state.changed.connect(self._on_changed)

    def _lay_out(self) -> None:
        heading = QWidget()
        heading.setObjectName(HEADING)
        top = QHBoxLayout(heading)
        top.setContentsMargins(0, 0, 0, 0)
        top.addWidget(self._heading)
        top.addSpacing(12)
        top.addWidget(self._facts, 1)
        top.addWidget(self._stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.addWidget(heading)
        column.addWidget(self._strip, 1)

    def _on_changed(self, names: frozenset[str]) -> None:
        now = self._state.now
        if "outcome" in names and now.outcome:
            self._strip.set_layers(now.outcome.layers)
        if "look" in names:
            self._strip.set_colour_map(now.look.colours)
        if names & {"outcome", "focus"} and now.outcome:
            self._strip.set_current(now.focus.layer)
            count = len(now.outcome.layers)
            at = f"{now.focus.layer + 1} / {count}" if count else self.tr("no attention found")
            self._heading.setText(self.tr("STEP THROUGH   {0}").format(at))
        if names & {"outcome", "activity", "progress", "made_by", "live"}:
            self._facts.show_text(self._facts_text())
            self._stop.setVisible(now.activity in ("running", "loading"))
        self._feed.on_changed(names)

    def _facts_text(self) -> str:
        now = self._state.now
        if now.activity == "stopped":
            return self.tr("the engine has stopped")
        if now.activity != "idle":
            return translated(now.progress)
        if now.outcome and now.made_by:
            return " · ".join(part for part in (now.live, timing(now.outcome, now.made_by)) if part)
        return ""
