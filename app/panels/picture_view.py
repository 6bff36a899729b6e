"""The picture with what the network attends to, and a second pane to compare it with."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from ...models.records import PassInfo
from ...widgets.controls.readout import Readout
from ...widgets.controls.text_line import TextLine
from ...widgets.stage.stage_picture import Scene
from ..session.hovering import Hovering
from ..state.looking import Looking
from ..state.reading import reading
from ..state.shown_map import Overlay, overlay_of, pin_boxes, second_overlay_of
from ..state.source_texts import doubt, source_text, value_name
from ..state.state import Answer, Fields, State
from ..state.token_places import token_places
from .stage_pane import StagePane

_SLOTS = frozenset({"map", "feature", "source", "second", "matrix"})
_GROUPS = ("beside:", "pin:", "range:")
"""Answers that are seen on the stage: slots, and what other slots begin with."""

_SHOWN = frozenset({"picture", "pictured", "outcome", "focus", "answers", "look", "hovered", "beside"})


class PictureView(QWidget):
    """Two linked panes, side by side or one over the other; a click picks a query, the wheel steps."""

    drag_out_requested = Signal()
    """The user drags the picture out, with Shift held."""
    pointed = Signal(object)
    """(row, column) of the network's input that the pointer is over, or None."""

    def __init__(self, state: State, looking: Looking, hovering: Hovering) -> None:
        super().__init__()
        self._state, self._looking, self._hovering = state, looking, hovering
        self.first, self.second = StagePane(), StagePane()
        self._overlays: tuple[Overlay | None, Overlay | None] = (None, None)
        self._answers: tuple[tuple[str, Answer], ...] = ()
        self._doubt = TextLine("caption", wraps=True)
        self._readout = Readout()
        self._panes = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        for pane, other in ((self.first, self.second), (self.second, self.first)):
            self._connect(pane, other)
        state.changed.connect(self._on_changed)
        self._on_changed(_SHOWN)

    def _lay_out(self) -> None:
        self._panes.setChildrenCollapsible(False)
        for pane in (self.first, self.second):
            self._panes.addWidget(pane)
        self.second.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._panes, 1)
        column.addWidget(self._doubt)
        column.addWidget(self._readout)
        self.setFocusProxy(self.first.stage)

    def _connect(self, pane: StagePane, other: StagePane) -> None:
        pane.stage.point_clicked.connect(self._on_clicked)
        pane.stage.drag_out_requested.connect(self.drag_out_requested)
        pane.stage.step_requested.connect(self._looking.step)
        pane.stage.point_hovered.connect(lambda point: self._on_hovered(pane, other, point))
        pane.stage.view_changed.connect(lambda: other.stage.set_linked_view(pane.stage.linked_view()))
        pane.bar.range_requested.connect(lambda low, high: self._looking.hold(low, high))
        pane.bar.range_reset_requested.connect(lambda: self._looking.look(scale="map"))

    # ------------------------------------------------------------------ state -> widgets

    def _on_changed(self, names: frozenset[str]) -> None:
        if not names & _SHOWN:
            return
        now = self._state.now
        answers, self._answers = self._answers, _answers_of(now)
        if names & _SHOWN == {"answers"} and answers == self._answers:
            return  # of the small pictures, of other views, of what a step would show
        if "look" in names:
            self.first.show_look(now.look)
            self.second.show_look(now.look)
        if names & {"picture", "pictured", "outcome", "beside", "focus"}:
            self._show_pictures()
        self._overlays = overlay_of(now), second_overlay_of(now)
        beside = now.beside.outcome if now.focus.second == "beside" and now.beside else self._outcome()
        passes = self._outcome(), beside
        for pane, overlay, outcome in zip((self.first, self.second), self._overlays, passes, strict=True):
            pane.show_overlay(overlay)
            pane.stage.set_pins(pin_boxes(now, overlay or self._overlays[0], outcome))
        self._show_arrangement()

    def _show_pictures(self) -> None:
        now = self._state.now
        self.first.show_picture(now.picture, self._outcome())
        if now.focus.second == "beside" and now.beside:
            self.second.show_picture(now.beside.picture, now.beside.outcome)
        elif now.focus.second:
            self.second.show_picture(now.picture, self._outcome())

    def _outcome(self) -> PassInfo | None:
        """The pass of the picture that is on screen."""
        now = self._state.now
        return now.outcome if now.pictured is now.picture else None

    def _show_arrangement(self) -> None:
        """Which panes are seen, and what stands above and below them."""
        now = self._state.now
        two = bool(now.focus.second)
        over = two and now.look.split and now.focus.second != "beside"
        self.second.setVisible(two and not over)
        names = source_text(now, now.focus.source), source_text(now, now.focus.second)
        for pane, name in zip((self.first, self.second), names, strict=True):
            pane.heading.setVisible(two and not over)
            pane.heading.show_text(name)
        # Side by side, the headings say it, and every pixel of width is the pictures'.
        self.first.bar.set_title("" if two and not over else value_name(now, now.focus.source))
        scene: Scene | None = self.second.stage.scene() if over else None
        self.first.stage.set_over(scene)
        if over:
            self.first.stage.set_split_labels(*names)
        self._doubt.show_text(doubt(now, self._overlays[1]))
        self._doubt.setVisible(bool(self._doubt.whole))

    def point_at_key(self, query: int | None, key: int | None) -> None:
        """A cross where this key of the matrix lies; None: no cross."""
        known, outcome, point = token_places(self._state.now.answers.get("matrix")), self._outcome(), None
        if known and outcome and query is not None and key is not None and (place := known.key_place(query, key)):
            y, x = outcome.affine.to_image(*place)
            point = x, y
        for pane in (self.first, self.second):
            pane.stage.set_pointer(point)

    # ------------------------------------------------------------------ wishes

    def _on_clicked(self, x: float, y: float) -> None:
        place = self._place(x, y)
        now = self._state.now
        layers = now.outcome.layers if now.outcome else ()
        if place and layers and (layers[now.focus.layer].kind == "heads" or self._asks_tokens()):
            self._looking.pick(place)

    def _asks_tokens(self) -> bool:
        return self._state.now.focus.source in ("rollout", "flow", "gradient_rollout")

    def _place(self, x: float, y: float) -> tuple[int, int] | None:
        """(row, column) of the network's input at a pixel of the picture; None beside what it saw."""
        outcome = self._outcome()
        if outcome is None:
            return None
        row, column = outcome.affine.to_input(y, x)
        rows, columns = outcome.input_size
        return (int(row), int(column)) if 0 <= row < rows and 0 <= column < columns else None

    def _on_hovered(self, pane: StagePane, other: StagePane, point: tuple[float, float] | None) -> None:
        other.stage.set_pointer(point if self._state.now.focus.second != "beside" else None)
        place = None if point is None else self._place(*point)
        self._hovering.over(place)
        behind = pane is self.second or (point is not None and pane.stage.is_over(*point))
        overlay = self._overlays[int(behind)]
        found = overlay.at(*point) if overlay and point else None
        self._readout.set_reading(reading(self._state.now, point, overlay, place))
        pane.bar.set_value(found[1] if found else None)
        self.pointed.emit(place)


def _answers_of(now: Fields) -> tuple[tuple[str, Answer], ...]:
    """The answers that anything on the stage is made of."""
    return tuple(pair for pair in now.answers.items() if pair[0] in _SLOTS or pair[0].startswith(_GROUPS))
