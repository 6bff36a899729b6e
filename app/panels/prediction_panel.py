"""The prediction, and which network made it."""

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...widgets.controls.prediction_bars import PredictionBars
from ...widgets.controls.text_line import TextLine
from ..state.looking import Looking
from ..state.source_texts import about_class
from ..state.state import State
from ..state.wording import class_name
from .docks import HEADING


class PredictionPanel(QWidget):
    """Shows the classes of the newest pass as bars."""

    def __init__(self, state: State, looking: Looking) -> None:
        super().__init__()
        self._state, self._looking = state, looking
        heading = TextLine("title", self.tr("PREDICTION"))
        heading.setObjectName(HEADING)
        self._bars = PredictionBars()
        self._random = TextLine("warning", wraps=True)
        self._random.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        for widget, stretch in ((heading, 0), (self._random, 0), (self._bars, 1)):
            column.addWidget(widget, stretch)
        self._bars.class_selected.connect(self._on_class)
        state.changed.connect(self._on_changed)

    def _on_changed(self, names: frozenset[str]) -> None:
        now = self._state.now
        if "outcome" in names and now.outcome:
            self._bars.set_predictions(tuple(replace(one, label=class_name(one)) for one in now.outcome.predictions))
        if names & {"outcome", "focus"} and now.outcome:
            self._bars.set_chosen(self._place())
        if "made_by" in names and now.made_by:
            self._random.setVisible(now.made_by.random_weights or now.made_by.random_head)
            self._random.show_text(
                self.tr("⚠ random weights: untrained")
                if now.made_by.random_weights
                else self.tr("⚠ random head: the features are learnt, the prediction is not")
            )

    def _place(self) -> int | None:
        """The row of the class that an attribution on screen is made for."""
        now = self._state.now
        if now.outcome is None or not any(about_class(one) for one in (now.focus.source, now.focus.second)):
            return None
        if now.focus.target is None:
            return 0
        places = [i for i, one in enumerate(now.outcome.predictions) if one.index == now.focus.target]
        return places[0] if places else None

    def _on_class(self, place: int) -> None:
        """Attributions are made for this class from now on."""
        outcome = self._state.now.outcome
        if outcome is not None:
            self._looking.focus(target=outcome.predictions[place].index)
