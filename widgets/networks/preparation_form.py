"""How a picture becomes the network's input, to be looked at and changed."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ...models.errors import UserError
from ...models.model_request import Preparation
from ..controls.text_line import TextLine
from ..look.sentences import translated
from .colour_numbers import Triple, read_mean, read_std
from .preparation_fields import ColourField, Field, Fit, FitField, SizeField

PRESETS: dict[str, tuple[Triple, Triple]] = {
    "ImageNet": ((0.485, 0.456, 0.406), (0.229, 0.224, 0.225)),
    "0.5": ((0.5, 0.5, 0.5), (0.5, 0.5, 0.5)),
    "none": ((0.0, 0.0, 0.0), (1.0, 1.0, 1.0)),
}
"""Mean and standard deviation that networks are commonly trained with."""


class PreparationForm(QWidget):
    """Size, fit, mean and standard deviation; each says whether it is the network's own or changed by the user."""

    edited = Signal()
    """The user changed something; it may be wrong (`problem`)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own, self._guessed = Preparation((224, 224), "crop", *PRESETS["ImageNet"]), False
        self._mean, self._std = ColourField(read_mean), ColourField(read_std)
        self._size, self._fit = SizeField(), FitField()
        self._fields: dict[str, Field] = {"size": self._size, "fit": self._fit, "mean": self._mean, "std": self._std}
        self._says = {name: TextLine("caption") for name in self._fields}
        self._presets = {name: self._preset(name) for name in PRESETS}
        self._problem, self._back = TextLine("warning", wraps=True), QPushButton(self.tr("Back to the network's own"))
        self._back.setAutoDefault(False)
        self._back.setToolTip(self.tr("Take back every change in this form"))
        self._lay_out()
        for field in self._fields.values():
            field.edited.connect(self._on_edited)
        self._back.clicked.connect(self._on_back)
        self._show(self._own)

    def set_own(self, size: tuple[int, int], fit: Fit, mean: Triple, std: Triple, guessed: bool = False) -> None:
        """What the network itself says, or what was guessed for it; what the user changed stays changed."""
        changed = Preparation() if self.problem() else self.preparation()
        self._own, self._guessed = Preparation(size, fit, mean, std), guessed
        self.set_preparation(changed)

    def set_preparation(self, preparation: Preparation) -> None:
        """What the user says; None where the network's own holds."""
        said = {name: value for name in self._fields if (value := getattr(preparation, name)) is not None}
        self._show(replace(self._own, **said))

    def preparation(self) -> Preparation:
        """What differs from the network's own; the rest is None.

        **Raises** UserError where a field cannot be understood.
        """
        return Preparation(
            size=self._size.value() if self._is_changed("size") else None,
            fit=self._fit.value() if self._is_changed("fit") else None,
            mean=self._mean.value() if self._is_changed("mean") else None,
            std=self._std.value() if self._is_changed("std") else None,
        )

    def problem(self) -> str:
        """What is wrong and what would be right, in one sentence; "" for nothing."""
        return next((said for field in self._fields.values() if (said := _problem(field))), "")

    def _is_changed(self, name: str) -> bool:
        return not self._fields[name].is_same(getattr(self._own, name))

    def _show(self, whole: Preparation) -> None:
        for name, field in self._fields.items():
            field.set_value(getattr(whole, name))
        self._say()

    def _say(self) -> None:
        """Says what is changed, what is wrong, and which of the presets this is."""
        self._problem.show_text(self.problem())
        for name, line in self._says.items():
            line.show_text(self._origin(name))
            _look(line, "text" if self._is_changed(name) else "warning" if self._guessed else "caption")
        for field in (self._mean, self._std):
            _look(field, "wrong" if _problem(field) else "")
        for name, button in self._presets.items():
            mean, std = PRESETS[name]
            button.setChecked(self._mean.is_same(mean) and self._std.is_same(std))
        self._back.setEnabled(any(map(self._is_changed, self._fields)))

    def _origin(self, name: str) -> str:
        """Who says the value of a field."""
        if not self._is_changed(name):
            return self.tr("⚠ guessed: nobody says it") if self._guessed else self.tr("the network's own")
        own = self._fields[name].words(getattr(self._own, name))
        return (self.tr("changed; guessed: {0}") if self._guessed else self.tr("changed; own: {0}")).format(own)

    def _preset(self, name: str) -> QPushButton:
        button = QPushButton(self.tr("none") if name == "none" else name)
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setProperty("look", "chip")
        button.setAccessibleName(self.tr("Mean and standard deviation: {0}").format(button.text()))
        mean, std = (self._mean.words(numbers) for numbers in PRESETS[name])
        button.setToolTip(self.tr("mean {0}\nstandard deviation {1}").format(mean, std))
        button.clicked.connect(lambda: self._on_preset(name))
        return button

    def _on_preset(self, name: str) -> None:
        mean, std = PRESETS[name]
        self._mean.set_value(mean)
        self._std.set_value(std)
        self._on_edited()

    def _on_edited(self) -> None:
        self._say()
        self.edited.emit()

    def _on_back(self) -> None:
        self._show(self._own)
        self.edited.emit()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 2)
        grid.setColumnMinimumWidth(2, self.fontMetrics().horizontalAdvance("changed; own: 0.485, 0.456, 0.406"))
        presets = QHBoxLayout()
        presets.setSpacing(5)
        for button in self._presets.values():
            presets.addWidget(button)
        presets.addStretch(1)
        scale = self.tr("Red, green and blue, on the scale 0 to 1")
        self._mean.setToolTip(scale)
        self._std.setToolTip(scale)
        self._add_row(grid, self.tr("&Input size"), "size", self._size)
        self._add_row(grid, self.tr("&Fit"), "fit", self._fit)
        grid.addWidget(QLabel(self.tr("Colours")), 2, 0)
        grid.addLayout(presets, 2, 1)
        self._add_row(grid, self.tr("&Mean"), "mean", self._mean)
        self._add_row(grid, self.tr("&Standard deviation"), "std", self._std)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(grid)
        # Room for a sentence of two lines, so that nothing jumps while somebody types.
        self._problem.setFixedHeight(2 * self._problem.fontMetrics().lineSpacing() + 2)
        last = QHBoxLayout()
        last.setSpacing(12)
        last.addWidget(self._problem, 1)
        last.addWidget(self._back)
        column.addLayout(last)
        column.addStretch(1)

    def _add_row(self, grid: QGridLayout, title: str, name: str, field: QWidget) -> None:
        row = grid.rowCount() if grid.count() else 0
        label = QLabel(title)
        label.setBuddy(field)
        if not isinstance(field, SizeField):
            field.setAccessibleName(title.replace("&", ""))
        grid.addWidget(label, row, 0)
        grid.addWidget(field, row, 1)
        grid.addWidget(self._says[name], row, 2)


def _problem(field: Field) -> str:
    try:
        field.value()
    except UserError as error:
        return translated(str(error))
    return ""


def _look(widget: QWidget, look: str) -> None:
    """Gives a widget another look of the style sheet."""
    if widget.property("look") != look:
        widget.setProperty("look", look)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
