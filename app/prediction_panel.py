"""The prediction, and which network made it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ..widgets.prediction_bars import PredictionBars
from ..widgets.text_line import TextLine
from .state import State


class PredictionPanel(QWidget):
    """Shows the classes of the newest pass as bars."""

    def __init__(self, state: State) -> None:
        super().__init__()
        self._state = state
        heading = TextLine("title", self.tr("PREDICTION"))
        self._bars = PredictionBars()
        self._random = TextLine("warning", wraps=True)
        self._random.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        for widget, stretch in ((heading, 0), (self._random, 0), (self._bars, 1)):
            column.addWidget(widget, stretch)
        state.changed.connect(self._on_changed)

    def _on_changed(self, names: frozenset[str]) -> None:
        now = self._state.now
        if "outcome" in names and now.outcome:
            self._bars.set_predictions(now.outcome.predictions)
        if "made_by" in names and now.made_by:
            self._random.setVisible(now.made_by.random_weights or now.made_by.random_head)
            self._random.show_text(
                self.tr("⚠ random weights: untrained")
                if now.made_by.random_weights
                else self.tr("⚠ random head: the features are learnt, the prediction is not")
            )
