"""Feature maps of several channels, before or after the gate: the strongest ones, or those that were picked."""

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ...widgets.channels.contact_picture import ContactSheet
from ...widgets.channels.contact_tiles import ContactTiles
from ...widgets.controls.segments import Segments
from ...widgets.controls.text_line import TextLine
from ..state.looking import Looking
from ..state.scale import own_limits
from ..state.state import Answer, Fields, State


class ContactPart(QWidget):
    """The contact sheet with its switch; a click on a tile lays that channel over the picture."""

    def __init__(self, state: State, looking: Looking) -> None:
        super().__init__()
        self._state, self._looking = state, looking
        self._title = TextLine("title")
        self._side = Segments(
            self.tr("Feature maps"),
            (
                ("before", self.tr("before"), self.tr("Feature maps as they were before the gate  (G)")),
                ("after", self.tr("after"), self.tr("Feature maps as the gate let them through  (G)")),
            ),
        )
        self._tiles = ContactTiles()
        self._shown: tuple[object, ...] = ()
        self._lay_out()
        self._side.chosen.connect(lambda key: looking.focus(before=key == "before"))
        self._tiles.channel_selected.connect(self._on_selected)
        state.changed.connect(self._on_changed)
        self._side.set_chosen("before" if state.now.focus.before else "after")

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self._title, 1)
        row.addWidget(self._side)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.viewport().setAutoFillBackground(False)
        self._tiles.setAutoFillBackground(False)
        scroll.setWidget(self._tiles)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.addLayout(row)
        column.addWidget(scroll, 1)

    def _on_changed(self, names: frozenset[str]) -> None:
        now = self._state.now
        if "focus" in names:
            self._side.set_chosen("before" if now.focus.before else "after")
        if not names & {"answers", "focus", "look", "outcome"} or now.outcome is None or not now.outcome.layers:
            return
        if now.outcome.layers[now.focus.layer].kind == "channel":
            self._show(now)

    def _show(self, now: Fields) -> None:
        """Paints anew only what changed: a move of the pointer elsewhere must not redraw a dozen maps."""
        answers = shown_answers(now)
        what = (now.outcome, now.focus.layer, now.focus.before, now.look, *answers)
        if not answers and self._shown[:2] == what[:2]:
            return  # the sheet before stays until the other one has come
        if len(what) != len(self._shown) or any(a is not b and a != b for a, b in zip(what, self._shown, strict=True)):
            self._shown = what
            self._tiles.set_sheet(contact_sheet(now, answers))
        self._tiles.set_selected(now.focus.channel)
        count = len(self._tiles.sheet().channels)
        text = self.tr("PICKED · {0}") if now.focus.channels else self.tr("STRONGEST · {0}")
        self._title.show_text(text.format(count) if count else self.tr("FEATURE MAPS"))

    def _on_selected(self, channel: int) -> None:
        """It lies over the picture; picked ones stay picked."""
        focus = self._state.now.focus
        picked = () if focus.channel is None or not focus.channels else (focus.channel, *focus.channels)
        self._looking.focus(channel=channel, channels=tuple(one for one in picked if one != channel))


def shown_answers(now: Fields) -> tuple[Answer, ...]:
    """The answers whose maps are on the sheet: of several picked channels, that of the main one comes first."""
    features, main = now.answers.get("features"), now.answers.get("feature")
    if features is None or features.question.layer != now.focus.layer:
        return ()  # right after a step the answers are still those of the layer before
    is_there = main is not None and main.message.header["channel"] == now.focus.channel
    return (main, features) if now.focus.channels and main is not None and is_there else (features,)


def contact_sheet(now: Fields, answers: tuple[Answer, ...]) -> ContactSheet:
    """The tiles of some answers. Each map has a scale of its own, which before and after the gate share."""
    if not answers:
        return ContactSheet(np.zeros((0, 1, 1), dtype=np.float32))
    before, after = (_joined(answers, name) for name in ("before", "after"))
    spans = [own_limits(now.look, "spatial", np.stack(pair)) for pair in zip(before, after, strict=True)]
    channels = tuple(channel for answer in answers for channel in _channels(answer))
    lows, highs = tuple(low for low, _ in spans), tuple(high for _, high in spans)
    shown = before if now.focus.before else after
    return ContactSheet(shown, channels, _weights(now, channels), lows, highs, now.look.colours)


def _joined(answers: tuple[Answer, ...], name: str) -> np.ndarray:
    """(k, H, W): the maps of one side of the gate."""
    side = {"before": ("before", "before"), "after": ("values", "after")}[name]
    arrays = [answer.array(side[answer.question.kind == "feature"]) for answer in answers]
    return np.concatenate([array if array.ndim == 3 else array[None] for array in arrays])


def _channels(answer: Answer) -> list[int]:
    header = answer.message.header
    return [int(header["channel"])] if "channel" in header else [int(channel) for channel in header["channels"]]


def _weights(now: Fields, channels: tuple[int, ...]) -> tuple[float | None, ...]:
    """The weight of each channel, the mean over branches; None while it is not there."""
    bars = now.answers.get("bars")
    if bars is None:
        return (None,) * len(channels)
    mean = np.atleast_2d(bars.array()).mean(axis=0)
    return tuple(float(mean[channel]) if 0 <= channel < len(mean) else None for channel in channels)
