"""Channel attention: a bar for each channel, their spread, and the feature maps of the strongest or the picked ones."""

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from ...widgets.channels.channel_bars import ChannelBars
from ...widgets.channels.channel_choice import MOST
from ...widgets.channels.histogram import HistogramView
from ...widgets.controls.segments import Segments
from ...widgets.controls.text_line import TextLine
from ..state.looking import Looking
from ..state.state import Answer, State
from ..state.wording import value_text
from .contact_part import ContactPart
from .gate_figures import figures_text, figures_tip


class ChannelPage(QWidget):
    """Bars of the weights, in order, sorted or counted by size; below them the feature maps."""

    def __init__(self, state: State, looking: Looking) -> None:
        super().__init__()
        self._state, self._looking = state, looking
        self._answer: Answer | None = None
        self._standing = Segments(
            self.tr("Bars"),
            (
                ("order", self.tr("in order"), self.tr("Bars in the network's order  (B)")),
                ("sorted", self.tr("sorted"), self.tr("Largest weight first  (B)")),
                ("histogram", self.tr("histogram"), self.tr("How many channels have a weight of which size  (B)")),
            ),
        )
        self._bars, self._histogram, self._views = ChannelBars(), HistogramView(), QStackedWidget()
        self._histogram.set_words(self.tr("channels"), self.tr("Click to pick these channels"))
        self._figures, self._hint = TextLine("caption", wraps=True), TextLine("caption")
        self._figures.setToolTip(figures_tip())
        self._lay_out(ContactPart(state, looking))
        self._standing.chosen.connect(lambda key: looking.look(bars=key))
        self._bars.channel_selected.connect(lambda channel: looking.focus(channel=channel, channels=()))
        self._bars.channels_picked.connect(lambda main, others: looking.focus(channel=main, channels=others))
        self._bars.channel_hovered.connect(self._on_hovered)
        self._histogram.span_chosen.connect(self._on_span)
        state.changed.connect(self._on_changed)
        self._show_look()

    def _lay_out(self, sheet: QWidget) -> None:
        self._views.addWidget(self._bars)
        self._views.addWidget(self._histogram)
        upper = QWidget()
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 4)
        column.addWidget(self._standing)
        column.addWidget(self._views, 1)
        column.addWidget(self._figures)
        column.addWidget(self._hint)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(upper)
        parts.addWidget(sheet)
        parts.setSizes([320, 300])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 8, 0, 0)
        whole.addWidget(parts)

    def _on_changed(self, names: frozenset[str]) -> None:
        now = self._state.now
        answer = now.answers.get("bars")
        if names & {"answers", "focus"} and answer is not None and answer is not self._answer:
            self._answer = answer
            values = answer.array()
            self._bars.set_values(values)
            self._histogram.set_values(values)
            self._figures.show_text(figures_text(values))
        if names & {"focus", "answers"}:
            self._bars.set_selected(now.focus.channel, now.focus.channels)
            self._histogram.set_marked(self._weight(now.focus.channel))
            self._on_hovered(None)
        if "look" in names:
            self._show_look()

    def _show_look(self) -> None:
        bars = self._state.now.look.bars
        self._standing.set_chosen(bars)
        self._bars.set_sorted(bars == "sorted")
        self._views.setCurrentWidget(self._histogram if bars == "histogram" else self._bars)

    def _weight(self, channel: int | None) -> float | None:
        if self._answer is None or channel is None:
            return None
        mean = _mean(self._answer)
        return float(mean[channel]) if channel < len(mean) else None

    def _on_span(self, low: float, high: float) -> None:
        """Picks the channels whose weights lie there, the strongest first."""
        if self._answer is None:
            return
        mean = _mean(self._answer)
        inside = np.flatnonzero((mean >= low) & (mean <= high))
        picked = [int(channel) for channel in inside[np.argsort(-mean[inside], kind="stable")][:MOST]]
        if picked:
            self._looking.focus(channel=picked[0], channels=tuple(picked[1:]))

    def _on_hovered(self, bar: tuple[int, float] | None) -> None:
        focus = self._state.now.focus
        if bar is not None:
            self._hint.show_text(self.tr("channel {0}: {1}").format(bar[0], value_text(bar[1])))
        elif focus.channels:
            text = self.tr("channel {0} over the picture, {1} more picked")
            self._hint.show_text(text.format(focus.channel, len(focus.channels)))
        elif focus.channel is not None:
            text = self.tr("channel {0} over the picture · click again: off")
            self._hint.show_text(text.format(focus.channel))
        else:
            self._hint.show_text(self.tr("Click: over the picture · Ctrl, Shift: several"))


def _mean(answer: Answer) -> np.ndarray:
    """(C,): the weight of every channel, the mean over branches."""
    return np.atleast_2d(answer.array()).mean(axis=0)
