"""How the overlay is drawn: opacity, colours, scale, smooth or as cells, and the rest behind a button."""

from PySide6.QtCore import QPoint, QSignalBlocker, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QPushButton, QSlider, QWidget

from ...widgets.look.colours import COLOUR_MAPS
from ..state.looking import Looking
from ..state.state import State
from ..state.wishes import Scale
from .drawing_form import DrawingForm


class LookControls(QWidget):
    """Shows and changes the `Look`."""

    def __init__(self, state: State, looking: Looking) -> None:
        super().__init__()
        self._state, self._looking = state, looking
        self._opacity = QSlider(Qt.Orientation.Horizontal)
        self._colours, self._scale = QComboBox(), QComboBox()
        self._smooth = QCheckBox(self.tr("smooth"))
        self._more = QPushButton(self.tr("More …"))
        self._name()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        parts = ((self._opacity, 2), (self._colours, 1), (self._scale, 1), (self._smooth, 0), (self._more, 0))
        for widget, stretch in parts:
            row.addWidget(widget, stretch)
        self._opacity.valueChanged.connect(lambda value: looking.look(opacity=value / 100))
        self._colours.textActivated.connect(lambda name: looking.look(colour_map=name))
        self._scale.activated.connect(lambda: looking.scale(self._scale.currentData()))
        self._smooth.clicked.connect(lambda on: looking.look(smooth=on))
        self._more.clicked.connect(self._show_more)
        state.changed.connect(self._on_changed)
        self._show()

    def _on_changed(self, names: frozenset[str]) -> None:
        if "look" in names:
            self._show()

    def _name(self) -> None:
        self._opacity.setRange(0, 100)
        self._opacity.setMinimumWidth(60)
        self._opacity.setAccessibleName(self.tr("Opacity of the overlay"))
        self._opacity.setToolTip(self.tr("Opacity of the overlay  (O, Shift+O)"))
        self._colours.addItems(COLOUR_MAPS)
        self._colours.setAccessibleName(self.tr("Colour map"))
        self._colours.setToolTip(self.tr("Colour map"))
        for key, text in self._scales().items():
            self._scale.addItem(text, key)
        self._scale.setAccessibleName(self.tr("Scale of the colours"))
        self._scale.setToolTip(self.tr("What the colours span, from the lowest to the highest"))
        self._smooth.setToolTip(self.tr("Smooth, or the cells as they are  (S)"))
        self._more.setToolTip(self.tr("Gamma, percentiles, threshold, contours, grid"))
        self._more.setAutoDefault(False)
        for choice in (self._colours, self._scale):
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(8)

    def _scales(self) -> dict[Scale, str]:
        return {
            "map": self.tr("this map"),
            "layer": self.tr("this layer"),
            "all": self.tr("all layers"),
            "unit": self.tr("0 to 1"),
            "held": self.tr("held"),
        }

    def _show(self) -> None:
        look = self._state.now.look
        with QSignalBlocker(self._opacity):
            self._opacity.setValue(round(look.opacity * 100))
        self._colours.setCurrentText(look.colour_map)
        self._scale.setCurrentIndex(self._scale.findData(look.scale))
        self._smooth.setChecked(look.smooth)

    def _show_more(self) -> None:
        """The rest, above the button."""
        form = DrawingForm(self._state, self._looking, self)
        form.adjustSize()
        corner = self._more.mapToGlobal(QPoint(self._more.width(), 0))
        form.move(corner - QPoint(form.width(), form.height() + 4))
        form.show()
        form.setFocus()
