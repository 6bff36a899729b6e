"""Every channel of every layer at once: a row for each layer, a colour for each weight."""

import numpy as np
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ...widgets.channels.heat_rows import Shared, Strip, StripRow
from ...widgets.channels.heat_strip import HeatStrip
from ...widgets.controls.segments import Segments
from ...widgets.controls.text_line import TextLine
from ...widgets.stage.colour_bar import ColourBar
from ..state.looking import Looking
from ..state.scale import limits, own_limits
from ..state.shown_map import ranges_of
from ..state.state import Fields, State


class ChannelsView(QWidget):
    """The middle of the window while `focus.view` is "channels"."""

    def __init__(self, state: State, looking: Looking) -> None:
        super().__init__()
        self._state, self._looking = state, looking
        self._layers: tuple[int, ...] = ()
        self._shared: Shared = "max"
        self._made_of: tuple[object, ...] = ()
        """What the rows were made of: any other answer that comes does not change them."""
        self._title, self._readout = TextLine("title"), TextLine("caption")
        self._note = ""
        self._standing, self._sharing = self._standing_choice(), self._sharing_choice()
        self._strip, self._bar = HeatStrip(), ColourBar()
        self.setFocusProxy(self._strip)
        self._lay_out()
        self._standing.chosen.connect(lambda key: looking.look(bars=key))
        self._sharing.chosen.connect(self._on_sharing)
        self._strip.cell_selected.connect(self._on_selected)
        self._strip.cell_hovered.connect(self._on_hovered)
        self._strip.opened.connect(lambda: looking.focus(view="picture"))
        self._strip.set_nothing(
            self.tr("This network has no channel attention"),
            self.tr("Networks with gates have it: SE, CBAM, ECA …"),
        )
        state.changed.connect(self._on_changed)
        self._on_changed(frozenset({"look", "focus", "answers", "outcome"}))

    def _standing_choice(self) -> Segments:
        return Segments(
            self.tr("Channels"),
            (
                ("order", self.tr("in order"), self.tr("Channels in the network's order  (B)")),
                ("sorted", self.tr("sorted"), self.tr("Strongest channel first, in each row  (B)")),
                ("histogram", self.tr("histogram"), self.tr("Which share of a layer's channels is how strong  (B)")),
            ),
        )

    def _sharing_choice(self) -> Segments:
        return Segments(
            self.tr("Where channels share a pixel"),
            (
                ("max", self.tr("strongest"), self.tr("Where several channels share a pixel, the strongest is shown")),
                ("mean", self.tr("mean"), self.tr("Where several channels share a pixel, their mean is shown")),
            ),
        )

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self._title, 1)
        row.addWidget(self._standing)
        row.addSpacing(8)
        row.addWidget(self._sharing)
        middle = QHBoxLayout()
        middle.addWidget(self._strip, 1)
        middle.addWidget(self._bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.addLayout(row)
        column.addLayout(middle, 1)
        column.addWidget(self._readout)

    # ------------------------------------------------------------------ state -> widgets

    def _on_changed(self, names: frozenset[str]) -> None:
        now = self._state.now
        if now.focus.view != "channels" or not names & {"answers", "look", "focus", "outcome"}:
            return
        self._standing.set_chosen(now.look.bars)
        self._sharing.set_chosen(self._shared)
        made_of = _made_of(now)
        if len(made_of) != len(self._made_of) or any(a is not b for a, b in zip(made_of, self._made_of, strict=True)):
            self._made_of = made_of
            self._show_rows(now)
        row = self._layers.index(now.focus.layer) if now.focus.layer in self._layers else None
        self._strip.set_current(row, now.focus.channel)

    def _show_rows(self, now: Fields) -> None:
        infos = now.outcome.layers if now.outcome else ()
        self._layers = tuple(index for index, layer in enumerate(infos) if layer.kind == "channel")
        rows = strip_rows_of(now, self._layers)
        strip = Strip(rows, now.look.bars, self._shared, now.look.colours)
        self._strip.set_strip(strip)
        title = self.tr("CHANNELS · {0} LAYERS").format(len(rows)) if rows else self.tr("CHANNELS")
        self._title.show_text(title)
        self._standing.setVisible(bool(rows))
        self._bar.set_colour_map(now.look.colours)
        counted = strip.standing == "histogram"
        spans = {(row.low, row.high) for row in rows if row.values is not None}
        self._bar.setVisible(len(spans) == 1 or (counted and bool(spans)))
        if counted:
            self._bar.set_range(0.0, strip.largest_share)
        elif len(spans) == 1:
            self._bar.set_range(*next(iter(spans)))
        self._sharing.setVisible(bool(rows) and not counted)
        self._note = self._note_text(strip, len(spans)) if rows else ""
        self._on_hovered("")

    def _note_text(self, strip: Strip, spans: int) -> str:
        """What the colours are, and what is left out."""
        if strip.standing == "histogram":
            return self.tr(
                "Colour: which share of the layer's channels has a weight of this size, from weak to strong."
            )
        scale = self.tr("One scale for all rows.") if spans <= 1 else self.tr("Each row in a scale of its own.")
        widest = max((strip.count(number) for number in range(len(strip.rows))), default=0)
        if widest <= self._strip.viewport().width() * 0.6 * self.devicePixelRatioF():
            return scale
        shared = (
            self.tr("Where channels share a pixel, the strongest is shown.")
            if strip.shared == "max"
            else self.tr("Where channels share a pixel, their mean is shown.")
        )
        return f"{scale} {shared}"

    # ------------------------------------------------------------------ the user's wishes

    def _on_sharing(self, key: str) -> None:
        self._shared = "mean" if key == "mean" else "max"
        self._show_rows(self._state.now)

    def _on_selected(self, row: int, channel: int | None) -> None:
        self._looking.select_layer(self._layers[row])
        if channel is not None:
            self._looking.focus(channel=channel, channels=())

    def _on_hovered(self, text: str) -> None:
        """What is under the pointer; else what the colours are."""
        self._readout.show_text(text.replace("\n", " · ") or self._note)


def _made_of(now: Fields) -> tuple[object, ...]:
    bars = [answer for slot, answer in now.answers.items() if slot.startswith("bars:")]
    return (now.outcome, now.look, *bars, *ranges_of(now))


def strip_rows_of(now: Fields, layers: tuple[int, ...]) -> tuple[StripRow, ...]:
    """A row for each of these layers, in the scale that the look asks for.

    Scale "layer" gives each row its own; "map" takes the whole sheet for one map; the others are what they always are.
    """
    assert now.outcome or not layers
    answers = {index: now.answers.get(f"bars:{index}") for index in layers}
    there = {index: np.atleast_2d(answer.array()) for index, answer in answers.items() if answer is not None}
    together = np.concatenate([values.ravel() for values in there.values()]) if there else np.zeros(0)
    whole = own_limits(now.look, "channel", together)
    if now.look.scale not in ("map", "layer"):
        whole = limits(now.look, "channel", together, _ranges_of_gates(now, layers))
    rows = []
    for index in layers:
        values = there.get(index)
        own = now.look.scale == "layer" and values is not None
        low, high = own_limits(now.look, "channel", values) if own and values is not None else whole
        title = now.outcome.layers[index].title if now.outcome else ""
        rows.append(StripRow(title, values, low, high))
    return tuple(rows)


def _ranges_of_gates(now: Fields, layers: tuple[int, ...]) -> list:
    """What the ranges say of these layers; those of another kind that is looked at say nothing here."""
    return [answer for answer in ranges_of(now) if answer.question.layer in layers]
