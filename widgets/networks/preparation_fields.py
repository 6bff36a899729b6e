"""The fields of the preparation form: each shows one value, reads it, and says it in words."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QSpinBox, QWidget

from ...models.errors import UserError
from ..look.size_text import pixels_text
from .colour_numbers import Triple, are_close, numbers_text

Fit = Literal["letterbox", "crop", "stretch"]

_LONGEST = 8192
"""Pixels along a side: far above what any network is fed with."""


class SizeField(QWidget):
    """Rows and columns of the input."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows = self._side(self.tr("Rows"), self.tr("Rows of the network's input, in pixels"))
        self._columns = self._side(self.tr("Columns"), self.tr("Columns of the network's input, in pixels"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for widget in (self._rows, QLabel("×"), self._columns, QLabel(self.tr("rows × columns"))):
            row.addWidget(widget)
        row.addStretch(1)
        self.setFocusProxy(self._rows)

    def value(self) -> tuple[int, int]:
        """Rows and columns."""
        return self._rows.value(), self._columns.value()

    def set_value(self, value: tuple[int, int]) -> None:
        """Shows rows and columns."""
        for box, side in zip((self._rows, self._columns), value, strict=True):
            with QSignalBlocker(box):
                box.setValue(side)

    def is_same(self, value: tuple[int, int]) -> bool:
        """Whether this is the size."""
        return self.value() == tuple(value)

    def words(self, value: tuple[int, int]) -> str:
        """ "224 × 224"."""
        return pixels_text(value)

    def _side(self, name: str, tip: str) -> QSpinBox:
        box = QSpinBox()
        box.setRange(1, _LONGEST)
        # The style sheet's padding does not reach the text of a spin box.
        box.lineEdit().setTextMargins(6, 0, 0, 0)
        box.setAccessibleName(name)
        box.setToolTip(tip)
        box.valueChanged.connect(self.edited)
        return box


class FitField(QComboBox):
    """How a picture of another shape is made to fit."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.addItem(self.tr("crop: the middle, cut out"), "crop")
        self.addItem(self.tr("letterbox: all of it, with borders"), "letterbox")
        self.addItem(self.tr("stretch: all of it, squeezed"), "stretch")
        self.setToolTip(self.tr("How a picture of another shape than the input is made to fit"))
        self.currentIndexChanged.connect(self.edited)

    def value(self) -> Fit:
        """The chosen one."""
        return self.currentData()

    def set_value(self, value: Fit) -> None:
        """Shows a choice."""
        with QSignalBlocker(self):
            self.setCurrentIndex(self.findData(value))

    def is_same(self, value: Fit) -> bool:
        """Whether this one is chosen."""
        return self.currentData() == value

    def words(self, value: Fit) -> str:
        """The word in front of the colon."""
        return self.itemText(self.findData(value)).partition(":")[0]


class ColourField(QLineEdit):
    """Three numbers, for red, green and blue."""

    edited = Signal()

    def __init__(self, read: Callable[[str], Triple]) -> None:
        """`read` turns a text into the numbers, and raises UserError where they are none."""
        super().__init__()
        self._read = read
        self.textEdited.connect(self.edited)

    def value(self) -> Triple:
        """The numbers. **Raises** UserError where the text cannot be understood."""
        return self._read(self.text())

    def set_value(self, value: tuple[float, ...]) -> None:
        """Shows three numbers, or one that holds for all three."""
        self.setText(numbers_text(value))
        self.setCursorPosition(0)

    def is_same(self, value: tuple[float, ...]) -> bool:
        """Whether these are the numbers, up to what a text of them leaves out."""
        try:
            return are_close(self.value(), self._read(numbers_text(value)))
        except UserError:
            return False

    def words(self, value: tuple[float, ...]) -> str:
        """ "0.485, 0.456, 0.406"."""
        return numbers_text(value)


Field = SizeField | FitField | ColourField
"""One value of the form."""
