"""Channel attention: a bar for each channel; a click shows that channel's feature map over the picture."""

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from ..widgets.channel_bars import ChannelBars
from ..widgets.text_line import TextLine
from .looking import Looking
from .state import State
from .wording import value_text


class ChannelPage(QWidget):
    """Bars of the weights, sorted or in order."""

    def __init__(self, state: State, looking: Looking) -> None:
        super().__init__()
        self._state = state
        self._looking = looking
        self._bars = ChannelBars()
        self._sorted = QCheckBox(self.tr("sorted"))
        self._sorted.setToolTip(self.tr("Largest weight first, or in the network's order  (B)"))
        self._before = QCheckBox(self.tr("before the gate"))
        self._before.setToolTip(self.tr("The channel's feature map as it was before the gate  (G)"))
        self._statistics, self._hint = TextLine("caption", wraps=True), TextLine("caption", wraps=True)
        self._lay_out()
        self._bars.channel_selected.connect(self._on_selected)
        self._bars.channel_hovered.connect(self._on_hovered)
        self._sorted.toggled.connect(lambda on: looking.look(bars="sorted" if on else "order"))
        self._before.toggled.connect(lambda on: looking.focus(before=on))
        state.changed.connect(self._on_changed)
        self._show_look()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self._sorted)
        row.addWidget(self._before)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addLayout(row)
        column.addWidget(self._bars, 1)
        column.addWidget(self._statistics)
        column.addWidget(self._hint)

    def _on_changed(self, names: frozenset[str]) -> None:
        now = self._state.now
        answer = now.answers.get("bars")
        if names & {"answers", "focus"} and answer:
            values = answer.array()
            self._bars.set_values(values)
            text = self.tr("mean {0} · smallest {1} · largest {2}")
            self._statistics.show_text(text.format(*(f"{x:.3f}" for x in (values.mean(), values.min(), values.max()))))
        if names & {"focus", "answers"}:
            self._bars.set_selected(now.focus.channel)
            self._on_hovered(None)
        if names & {"look", "focus"}:
            self._show_look()

    def _show_look(self) -> None:
        now = self._state.now
        self._bars.set_sorted(now.look.bars == "sorted")
        for box, on in ((self._sorted, now.look.bars == "sorted"), (self._before, now.focus.before)):
            box.blockSignals(True)
            box.setChecked(on)
            box.blockSignals(False)

    def _on_selected(self, channel: int) -> None:
        """A second click on the same bar takes the feature map away."""
        again = channel == self._state.now.focus.channel
        self._looking.focus(channel=None if again else channel)

    def _on_hovered(self, bar: tuple[int, float] | None) -> None:
        channel = self._state.now.focus.channel
        if bar is not None:
            self._hint.show_text(self.tr("channel {0}: {1}").format(bar[0], value_text(bar[1])))
        elif channel is not None:
            self._hint.show_text(
                self.tr("Channel {0} lies over the picture; click its bar again to take it off.").format(channel)
            )
        else:
            self._hint.show_text(self.tr("Click a bar to see that channel's feature map over the picture."))
