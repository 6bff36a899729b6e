"""One pane of the middle: a picture with what lies over it, its colours, and a line that says what it is."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ...models.pictures.images import Picture
from ...models.records import PassInfo
from ...widgets.controls.text_line import TextLine
from ...widgets.stage.colour_bar import ColourBar
from ...widgets.stage.stage import Stage
from ..state.shown_map import Overlay
from ..state.wishes import Look


class StagePane(QWidget):
    """A `Stage` with a `ColourBar`; the heading is hidden while there is only one pane."""

    def __init__(self) -> None:
        super().__init__()
        self.heading = TextLine("caption")
        self.heading.hide()
        self.stage = Stage()
        self.bar = ColourBar()
        self._picture: Picture | None = None
        self._lay_out()

    def _lay_out(self) -> None:
        policy = self.bar.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.bar.setSizePolicy(policy)
        self.bar.hide()
        middle = QHBoxLayout()
        middle.addWidget(self.stage, 1)
        middle.addWidget(self.bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 0, 0)
        column.addWidget(self.heading)
        column.addLayout(middle, 1)

    def show_picture(self, picture: Picture | None, outcome: PassInfo | None) -> None:
        """Another picture, and what the network saw of it once its pass is there."""
        if picture is not self._picture:
            self._picture = picture
            self.stage.set_picture(None if picture is None else picture.pixels)
        self.stage.set_seen(None if outcome is None else outcome.affine.box((0, 0, *outcome.input_size)))

    def show_look(self, look: Look) -> None:
        """How everything is drawn."""
        self.stage.set_opacity(look.opacity)
        self.stage.set_smooth(look.smooth)
        self.stage.set_contours(look.contours)
        self.stage.set_cell_grid(look.cell_grid)

    def show_overlay(self, shown: Overlay | None) -> None:
        """What lies over the picture; None: nothing."""
        self.bar.setVisible(shown is not None)
        if shown is None:
            self.stage.set_overlay(None)
            self.stage.set_marker(None)
            return
        self.stage.set_colour_map(shown.colours)
        self.bar.set_colour_map(shown.colours)
        self.stage.set_overlay(shown.values, shown.box, shown.low, shown.high)
        self.stage.set_marker(shown.marker)
        self.bar.set_range(shown.low, shown.high)
