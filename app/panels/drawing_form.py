"""What is seldom changed of how things are drawn: gamma, percentiles, threshold, contours, grid."""

import math

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QLabel, QPushButton, QSlider, QWidget

from ..state.looking import Looking
from ..state.state import State
from ..state.wishes import CLIP, GAMMA, KEEP, Look

_STEPS = 100


class DrawingForm(QFrame):
    """A small window that closes by a click beside it or by Escape; everything in it acts at once."""

    def __init__(self, state: State, looking: Looking, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("panel", True)
        self._state, self._looking = state, looking
        self._gamma, self._clip, self._keep = (QSlider(Qt.Orientation.Horizontal) for _ in range(3))
        self._told = {slider: QLabel() for slider in (self._gamma, self._clip, self._keep)}
        self._contours = QCheckBox(self.tr("contour lines"))
        self._grid = QCheckBox(self.tr("borders of the cells"))
        self._reset = QPushButton(self.tr("Back to the defaults"))
        self._lay_out()
        self._connect()
        state.changed.connect(self._on_changed)
        self._show()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        for row, (slider, name, tip) in enumerate(self._rows()):
            slider.setRange(0, _STEPS)
            slider.setMinimumWidth(160)
            slider.setAccessibleName(name)
            slider.setToolTip(tip)
            self._told[slider].setMinimumWidth(self.fontMetrics().horizontalAdvance("100 % "))
            for column, widget in enumerate((QLabel(name), slider, self._told[slider])):
                grid.addWidget(widget, row, column)
        self._contours.setToolTip(self.tr("Lines at a quarter, a half and three quarters of the scale  (K)"))
        self._grid.setToolTip(self.tr("Where one cell ends and the next begins"))
        self._reset.setAutoDefault(False)
        for row, widget in enumerate((self._contours, self._grid, self._reset), start=3):
            grid.addWidget(widget, row, 0, 1, 3)
        self.setFocusProxy(self._gamma)

    def _rows(self) -> tuple[tuple[QSlider, str, str], ...]:
        return (
            (self._gamma, self.tr("Gamma"), self.tr("Below 1 brings out weak attention, above 1 the strongest alone")),
            (self._clip, self.tr("Clip"), self.tr("Percent of the values beyond each end of the colours")),
            (self._keep, self.tr("Keep"), self.tr("Share of the attention that is shown, the strongest first")),
        )

    def _connect(self) -> None:
        looking = self._looking
        self._gamma.valueChanged.connect(lambda at: looking.look(gamma=round(_from(at, *GAMMA, log=True), 2)))
        self._clip.valueChanged.connect(lambda at: looking.look(clip=round(_from(at, *CLIP), 1)))
        self._keep.valueChanged.connect(lambda at: looking.look(keep=round(_from(at, *KEEP), 2)))
        self._contours.clicked.connect(lambda on: looking.look(contours=on))
        self._grid.clicked.connect(lambda on: looking.look(cell_grid=on))
        plain = Look()
        self._reset.clicked.connect(
            lambda: looking.look(gamma=plain.gamma, clip=plain.clip, keep=plain.keep, contours=False, cell_grid=False)
        )

    def _on_changed(self, names: frozenset[str]) -> None:
        if "look" in names:
            self._show()

    def _show(self) -> None:
        look = self._state.now.look
        rows = (
            (self._gamma, _to(look.gamma, *GAMMA, log=True), f"{look.gamma:.2f}"),
            (self._clip, _to(look.clip, *CLIP), f"{look.clip:.1f} %"),
            (self._keep, _to(look.keep, *KEEP), f"{look.keep * 100:.0f} %"),
        )
        for slider, at, text in rows:
            with QSignalBlocker(slider):
                slider.setValue(at)
            self._told[slider].setText(text)
        self._contours.setChecked(look.contours)
        self._grid.setChecked(look.cell_grid)


def _from(at: int, low: float, high: float, log: bool = False) -> float:
    """The value of a slider's step."""
    share = at / _STEPS
    return low * (high / low) ** share if log else low + (high - low) * share


def _to(value: float, low: float, high: float, log: bool = False) -> int:
    share = math.log(value / low) / math.log(high / low) if log else (value - low) / (high - low)
    return round(share * _STEPS)
