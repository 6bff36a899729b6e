"""The middle: the picture with the overlay of the selected layer, how it is drawn, and what is under the pointer."""

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QSlider, QVBoxLayout, QWidget

from ..models.records import LayerInfo
from ..widgets.colour_bar import ColourBar
from ..widgets.colours import COLOUR_MAPS
from ..widgets.stage import Stage
from ..widgets.text_line import TextLine
from .looking import Looking
from .shown_map import Overlay, overlay_of
from .state import State
from .wording import head_text, query_text, value_text


class StagePanel(QWidget):
    """Shows `State` on a `Stage`; a click picks a query, the wheel steps."""

    def __init__(self, state: State, looking: Looking) -> None:
        super().__init__()
        self._state = state
        self._looking = looking
        self._overlay: Overlay | None = None
        self._title = TextLine("title")
        self.stage = Stage()
        self._bar = ColourBar()
        self._controls = LookControls(state, looking)
        self._readout = TextLine("caption")
        self._lay_out()
        self.stage.point_clicked.connect(self._on_clicked)
        self.stage.point_hovered.connect(self._on_hovered)
        self.stage.step_requested.connect(looking.step)
        state.changed.connect(self._on_changed)
        self._on_changed(frozenset({"look"}))

    def _lay_out(self) -> None:
        policy = self._bar.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._bar.setSizePolicy(policy)
        self._bar.hide()
        middle = QHBoxLayout()
        middle.addWidget(self.stage, 1)
        middle.addWidget(self._bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.addWidget(self._title)
        column.addLayout(middle, 1)
        column.addWidget(self._controls)
        column.addWidget(self._readout)

    # ------------------------------------------------------------------ state -> widgets

    def _on_changed(self, names: frozenset[str]) -> None:
        now = self._state.now
        if "picture" in names and now.picture:
            self.stage.set_picture(now.picture.pixels)
            self.stage.set_seen(None)
        if names & {"picture", "outcome", "pictured"}:
            self._show_seen()
        if "look" in names:
            self.stage.set_opacity(now.look.opacity)
            self.stage.set_colour_map(now.look.colour_map)
            self.stage.set_smooth(now.look.smooth)
            self._bar.set_colour_map(now.look.colour_map)
        if names & {"picture", "outcome", "focus", "answers", "look"}:
            self._show_overlay()
            self._show_title()

    def _show_seen(self) -> None:
        now = self._state.now
        fresh = now.outcome is not None and now.pictured is now.picture
        rows, columns = now.outcome.input_size if now.outcome else (0, 0)
        box = now.outcome.affine.box((0, 0, rows, columns)) if fresh and now.outcome else None
        self.stage.set_seen(box)

    def _show_overlay(self) -> None:
        shown = overlay_of(self._state.now)
        self._overlay = shown
        if shown is None:
            self.stage.set_overlay(None)
        else:
            self.stage.set_overlay(shown.values, shown.box, shown.low, shown.high)
            self._bar.set_range(shown.low, shown.high)
        self._bar.setVisible(shown is not None)
        self.stage.set_marker(shown.marker if shown else None)

    def _show_title(self) -> None:
        now = self._state.now
        parts = []
        if now.picture:
            height, width = now.picture.pixels.shape[:2]
            parts.append(f"{now.picture.name} · {width} × {height}")
        if now.outcome and now.outcome.layers:
            rows, columns = now.outcome.input_size
            parts[-1:] = [f"{parts[-1]} → {columns} × {rows}"] if parts else []
            parts += self._layer_parts(now.outcome.layers[now.focus.layer])
        self._title.show_text("  ·  ".join(parts))

    def _layer_parts(self, layer: LayerInfo) -> list[str]:
        focus = self._state.now.focus
        if layer.kind == "heads":
            resolved = self._overlay.query if self._overlay else None
            return [layer.title, head_text(layer, focus), query_text(layer, focus, resolved)]
        if layer.kind == "channel" and focus.channel is not None:
            side = self.tr("before its gate") if focus.before else self.tr("after its gate")
            return [layer.title, self.tr("channel {0} {1}").format(focus.channel, side)]
        return [layer.title]

    # ------------------------------------------------------------------ wishes

    def _on_clicked(self, x: float, y: float) -> None:
        now = self._state.now
        if not now.outcome or not now.outcome.layers or now.pictured is not now.picture:
            return
        row, column = now.outcome.affine.to_input(y, x)
        rows, columns = now.outcome.input_size
        if 0 <= row < rows and 0 <= column < columns and now.outcome.layers[now.focus.layer].kind == "heads":
            self._looking.pick((int(row), int(column)))

    def _on_hovered(self, point: tuple[float, float] | None) -> None:
        value, where = None, ""
        if point is not None:
            where = f"x {int(np.floor(point[0]))}, y {int(np.floor(point[1]))}"
            if self._overlay and (found := self._overlay.at(*point)):
                (row, column), value = found
                where += self.tr("  ·  cell ({0}, {1})  ·  {2}").format(row, column, value_text(value))
        self._readout.show_text(where)
        self._bar.set_value(value)


class LookControls(QWidget):
    """How the overlay is drawn: opacity, colours, scale, smooth or as cells."""

    def __init__(self, state: State, looking: Looking) -> None:
        super().__init__()
        self._state = state
        self._opacity = QSlider(Qt.Orientation.Horizontal)
        self._opacity.setRange(0, 100)
        self._opacity.setAccessibleName(self.tr("Opacity of the overlay"))
        self._opacity.setToolTip(self.tr("Opacity of the overlay  (O, Shift+O)"))
        self._colours = QComboBox()
        self._colours.addItems(COLOUR_MAPS)
        self._colours.setAccessibleName(self.tr("Colour map"))
        self._colours.setToolTip(self.tr("Colour map"))
        self._scale = QComboBox()
        for key, text in self._scales():
            self._scale.addItem(text, key)
        self._scale.setAccessibleName(self.tr("Scale of the colours"))
        self._scale.setToolTip(self.tr("What the colours span, from the lowest to the highest"))
        self._smooth = QCheckBox(self.tr("smooth"))
        self._smooth.setToolTip(self.tr("Smooth, or the cells as they are  (S)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget, stretch in ((self._opacity, 2), (self._colours, 1), (self._scale, 1), (self._smooth, 0)):
            row.addWidget(widget, stretch)
        self._show()
        self._opacity.valueChanged.connect(lambda value: looking.look(opacity=value / 100))
        self._colours.currentTextChanged.connect(lambda name: looking.look(colour_map=name))
        self._scale.currentIndexChanged.connect(lambda index: looking.look(scale=self._scale.itemData(index)))
        self._smooth.toggled.connect(lambda on: looking.look(smooth=on))
        state.changed.connect(lambda names: self._show() if "look" in names else None)

    def _scales(self) -> tuple[tuple[str, str], ...]:
        return (
            ("map", self.tr("scale: this map")),
            ("layer", self.tr("scale: this layer")),
            ("all", self.tr("scale: all layers")),
            ("unit", self.tr("scale: 0 to 1")),
        )

    def _show(self) -> None:
        look = self._state.now.look
        for widget in (self._opacity, self._colours, self._scale, self._smooth):
            widget.blockSignals(True)
        self._opacity.setValue(round(look.opacity * 100))
        self._colours.setCurrentText(look.colour_map)
        self._scale.setCurrentIndex(self._scale.findData(look.scale))
        self._smooth.setChecked(look.smooth)
        for widget in (self._opacity, self._colours, self._scale, self._smooth):
            widget.blockSignals(False)
