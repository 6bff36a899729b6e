"""The middle: the picture with what the network attends to, or every head or every channel of the network at once."""

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ...models.records import LayerInfo
from ...widgets.controls.segments import Segments
from ...widgets.controls.text_line import TextLine
from ...widgets.stage.stage import Stage
from ..session.hovering import Hovering
from ..state.asked_query import as_answered
from ..state.looking import Looking
from ..state.state import State
from ..state.wording import head_text, query_text
from .channels_view import ChannelsView
from .look_controls import LookControls
from .picture_view import PictureView
from .source_controls import SourceControls
from .wall_view import WallView


class StagePanel(QWidget):
    """A title, a choice of three views, and how they are drawn."""

    def __init__(self, state: State, looking: Looking, hovering: Hovering) -> None:
        super().__init__()
        self._state = state
        self._title = TextLine("title")
        self._choice = Segments(
            self.tr("View"),
            (
                ("picture", self.tr("Picture"), self.tr("The picture, with what the network attends to  (F2)")),
                ("wall", self.tr("Heads"), self.tr("Every head of every layer  (F3)")),
                ("channels", self.tr("Channels"), self.tr("Every channel of every layer  (F4)")),
            ),
        )
        self.picture = PictureView(state, looking, hovering)
        self._views: dict[str, QWidget] = {
            "picture": self.picture,
            "wall": WallView(state, looking),
            "channels": ChannelsView(state, looking),
        }
        self._stack = QStackedWidget()
        self._sources, self._controls = SourceControls(state, looking), LookControls(state, looking)
        self._lay_out()
        self._choice.chosen.connect(lambda key: looking.focus(view=key))
        state.changed.connect(self._on_changed)
        self._show_view()

    @property
    def stage(self) -> Stage:
        """The stage of the first pane."""
        return self.picture.first.stage

    def _lay_out(self) -> None:
        for view in self._views.values():
            self._stack.addWidget(view)
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self._choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        column.addWidget(self._sources)
        column.addWidget(self._controls)

    def _on_changed(self, names: frozenset[str]) -> None:
        if "focus" in names:
            self._show_view()
        if names & {"picture", "outcome", "focus", "answers"}:
            self._show_title()

    def _show_view(self) -> None:
        view = self._state.now.focus.view
        self._choice.set_chosen(view)
        self._stack.setCurrentWidget(self._views[view])
        self.setFocusProxy(self._views[view])
        self._sources.setVisible(view == "picture")

    def _show_title(self) -> None:
        """The layer first: where there is little room, rather the sizes are cut off."""
        now, parts = self._state.now, list[str]()
        if now.outcome and now.outcome.layers:
            parts += self._layer_parts(now.outcome.layers[now.focus.layer])
        if now.picture:
            height, width = now.picture.pixels.shape[:2]
            parts.append(f"{now.picture.name} · {width} × {height}")
        if now.picture and now.outcome and now.outcome.layers:
            rows, columns = now.outcome.input_size
            parts[-1] += f" → {columns} × {rows}"
        self._title.show_text("  ·  ".join(parts))

    def _layer_parts(self, layer: LayerInfo) -> list[str]:
        focus = self._state.now.focus
        if layer.kind == "heads":
            answer = self._state.now.answers.get("map" if focus.source == "weights" else "source")
            found = answer.message.header.get("query") if answer else None
            return [layer.title, head_text(layer, focus), query_text(layer, as_answered(focus, answer), found)]
        if layer.kind == "channel" and focus.channel is not None:
            side = self.tr("before its gate") if focus.before else self.tr("after its gate")
            return [layer.title, self.tr("channel {0} {1}").format(focus.channel, side)]
        return [layer.title]
