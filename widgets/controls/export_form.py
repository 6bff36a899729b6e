"""What is to be written to files: which part of what is seen, in which formats, how large, and where."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from ..look.texts import tr
from .segments import Segments
from .text_line import TextLine

Extent = Literal["view", "layer", "all"]
"""What is seen, everything about the layer that is looked at, or every layer."""

PASS_FORMATS = ("gif", "html")
"""Formats that hold every layer in one file."""
RESOLUTIONS = (72, 144, 300, 600)
"""Pixels for an inch."""

PACES = (0.25, 0.5, 1.0, 2.0, 4.0)
"""Seconds for a frame of the GIF."""


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What the user chose."""

    extent: Extent = "view"
    formats: tuple[str, ...] = ("png",)
    dpi: int | None = None
    """None: as many as show everything."""
    theme: Literal["light", "dark"] = "light"
    seconds: float = 1.0
    folder: str = ""


def format_texts() -> dict[str, tuple[str, str]]:
    """Format -> its name, and what it is good for."""
    return {
        "png": ("PNG", tr("Pictures in pixels, for slides and the web")),
        "svg": ("SVG", tr("Vector drawings, to be edited; maps are images in them")),
        "pdf": ("PDF", tr("Vector drawings for papers; maps are images in them")),
        "csv": ("CSV", tr("Tables of the weights, a weight a row")),
        "npz": ("NPZ", tr("The arrays themselves, for numpy")),
        "gif": ("GIF", tr("A film that steps through the layers")),
        "html": ("HTML", tr("One page that shows the whole pass in any browser, without a connection")),
    }


class ExportForm(QWidget):
    """A form; what is not to be had for the chosen extent cannot be checked, and says why."""

    edited = Signal()
    """The user changed something."""
    folder_requested = Signal()
    """The button beside the folder was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._extent = Segments(self.tr("What"), self._extents())
        self._formats = {name: QCheckBox(text) for name, (text, _) in format_texts().items()}
        self._dpi, self._theme, self._seconds = QComboBox(), QComboBox(), QComboBox()
        self._folder, self._browse = QLineEdit(), QPushButton(self.tr("Choose …"))
        self._says = TextLine("caption", wraps=True)
        self._refusals: dict[str, str] = {}
        self._fill()
        self._lay_out()
        self._extent.chosen.connect(self._on_edited)
        for box in self._formats.values():
            box.clicked.connect(self._on_edited)
        for choice in (self._dpi, self._theme, self._seconds):
            choice.activated.connect(self._on_edited)
        self._folder.textEdited.connect(self._on_edited)
        self._browse.clicked.connect(self.folder_requested)
        self.setFocusProxy(self._extent)
        self.set_choice(ExportChoice())

    def set_choice(self, choice: ExportChoice) -> None:
        """Show what was chosen before."""
        self._extent.set_chosen(choice.extent if choice.extent not in self._refusals else "view")
        for name, box in self._formats.items():
            box.setChecked(name in choice.formats)
        self._dpi.setCurrentIndex(max(0, self._dpi.findData(choice.dpi)))
        self._theme.setCurrentIndex(max(0, self._theme.findData(choice.theme)))
        self._seconds.setCurrentIndex(self._seconds.findData(choice.seconds))
        self._folder.setText(choice.folder)
        self._show()

    def set_refused(self, extent: Extent, reason: str) -> None:
        """Why an extent is not to be had now; "" where it is."""
        if reason:
            self._refusals[extent] = reason
        else:
            self._refusals.pop(extent, None)
        told = {key: tip for key, _, tip in self._extents()}
        self._extent.set_enabled(extent, not reason, reason or told[extent])
        if self._extent.chosen_key() in self._refusals:
            self._extent.set_chosen("view")
        self._show()

    def set_folder(self, folder: str) -> None:
        """Show another folder."""
        self._folder.setText(folder)
        self._show()

    def choice(self) -> ExportChoice:
        """What is chosen; of the formats those that the extent has."""
        formats = tuple(name for name, box in self._formats.items() if box.isChecked() and box.isEnabled())
        extent, dpi, theme = self._extent.chosen_key(), self._dpi.currentData(), self._theme.currentData()
        return ExportChoice(extent, formats, dpi, theme, self._seconds.currentData(), self._folder.text().strip())  # pyright: ignore[reportArgumentType]

    def problem(self) -> str:
        """What is missing, in one sentence; "" for nothing."""
        choice = self.choice()
        if not choice.formats:
            return self.tr("No format is chosen: check at least one.")
        return "" if choice.folder else self.tr("No folder is chosen: name one, or press Choose.")

    def _extents(self) -> tuple[tuple[str, str, str], ...]:
        return (
            ("view", self.tr("This view"), self.tr("What fills the middle of the window, as it is drawn")),
            ("layer", self.tr("This layer"), self.tr("Every picture of the layer that is looked at")),
            ("all", self.tr("Every layer"), self.tr("Every picture and all weights of the whole network")),
        )

    def _fill(self) -> None:
        self._dpi.addItem(self.tr("full detail"), None)
        for dpi in RESOLUTIONS:
            self._dpi.addItem(self.tr("{0} dpi").format(dpi), dpi)
        self._dpi.setAccessibleName(self.tr("Resolution"))
        self._dpi.setToolTip(self.tr("Pixels of a PNG for an inch; a figure is some 8 inches wide"))
        self._theme.addItem(self.tr("light, on white"), "light")
        self._theme.addItem(self.tr("dark"), "dark")
        self._theme.setAccessibleName(self.tr("Theme"))
        self._theme.setToolTip(self.tr("The colours of text, axes and page"))
        for seconds in PACES:
            self._seconds.addItem(self.tr("{0:g} s a frame").format(seconds), seconds)
        self._seconds.setAccessibleName(self.tr("Seconds a frame"))
        self._seconds.setToolTip(self.tr("How long the GIF stands at each layer"))
        self._folder.setAccessibleName(self.tr("Folder"))
        self._folder.setToolTip(self.tr("Where the files go; it is made if it is not there"))
        self._folder.setMinimumWidth(220)
        self._browse.setAutoDefault(False)
        self._browse.setToolTip(self.tr("Choose a folder"))

    def _lay_out(self) -> None:
        formats, folder, size = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        formats.setSpacing(16)
        size.setSpacing(8)
        folder.setSpacing(8)
        for box in self._formats.values():
            formats.addWidget(box)
        formats.addStretch(1)
        for widget, stretch in ((self._dpi, 0), (self._theme, 0), (self._seconds, 0)):
            size.addWidget(widget, stretch)
        size.addStretch(1)
        folder.addWidget(self._folder, 1)
        folder.addWidget(self._browse)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(12)
        form.setHorizontalSpacing(14)
        form.addRow(self.tr("What"), self._extent)
        form.addRow(self.tr("Formats"), formats)
        form.addRow(self.tr("Look"), size)
        form.addRow(self.tr("Folder"), folder)
        form.addRow("", self._says)

    def _show(self) -> None:
        whole = self._extent.chosen_key() == "all"
        for name, box in self._formats.items():
            held = whole or name not in PASS_FORMATS
            box.setEnabled(held)
            tip = format_texts()[name][1]
            box.setToolTip(tip if held else self.tr("{0}: it holds every layer, so choose Every layer").format(tip))
        self._dpi.setEnabled(self._checked("png"))
        self._seconds.setEnabled(self._checked("gif"))
        self._says.show_text(self.problem() or next(iter(self._refusals.values()), ""))

    def _checked(self, name: str) -> bool:
        return self._formats[name].isChecked() and self._formats[name].isEnabled()

    def _on_edited(self) -> None:
        self._show()
        self.edited.emit()
