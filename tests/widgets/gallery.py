"""Every widget of the program with made-up data, in both themes.

python -m tests.widgets.gallery              a window to look at them in
python -m tests.widgets.gallery FOLDER       a picture of each; runs with or without a screen
"""

import os
import sys
from pathlib import Path

if not os.environ.get("DISPLAY") and sys.platform.startswith("linux"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from attnscope.widgets.look.theme import DARK, LIGHT, apply_theme
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from . import (
    channel_exhibits,
    control_exhibits,
    desk_exhibits,
    dialog_exhibits,
    heads_exhibits,
    list_exhibits,
    stage_exhibits,
)
from .exhibit import Exhibit

ROOMS = {
    "Stage": stage_exhibits,
    "Heads": heads_exhibits,
    "Channels and places": channel_exhibits,
    "Lists": list_exhibits,
    "Controls": control_exhibits,
    "Desk": desk_exhibits,
    "Dialogs": dialog_exhibits,
}


def exhibits() -> dict[str, Exhibit]:
    """Every exhibit by its name."""
    return {name: exhibit for room in ROOMS.values() for name, exhibit in room.exhibits().items()}


class Gallery(QWidget):
    """A list of all exhibits, the chosen one in its size, and a button for the other theme."""

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self._application, self._theme = application, DARK
        self.setWindowTitle("The widgets of attnscope")
        self._list, self._place, self._turn = QListWidget(), QScrollArea(), QPushButton("Other theme")
        self._list.setAccessibleName("Exhibits")
        self._list.setFixedWidth(220)
        self._place.setAlignment(Qt.AlignmentFlag.AlignCenter)
        left, row = QVBoxLayout(), QHBoxLayout(self)
        left.addWidget(self._list)
        left.addWidget(self._turn)
        row.addLayout(left)
        row.addWidget(self._place, 1)
        self._fill()
        self._turn.clicked.connect(self._on_turned)
        self._list.currentTextChanged.connect(self._show)
        self._list.setCurrentRow(1)
        self.resize(1500, 860)

    def _fill(self) -> None:
        for title, room in ROOMS.items():
            heading = QListWidgetItem(title)
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            self._list.addItem(heading)
            self._list.addItems(list(room.exhibits()))

    def _show(self, name: str) -> None:
        if name in exhibits():
            make, width, height = exhibits()[name]
            widget = make()
            widget.setFixedSize(width, height)
            self._place.setWidget(widget)

    def _on_turned(self) -> None:
        self._theme = LIGHT if self._theme is DARK else DARK
        apply_theme(self._application, self._theme)


def put_up(application: QApplication, exhibit: Exhibit) -> QDialog:
    """An exhibit alone in a dialog that is shown."""
    make, width, height = exhibit
    dialog = QDialog()
    QVBoxLayout(dialog).addWidget(make())
    dialog.resize(width, height)
    dialog.show()
    application.processEvents()
    return dialog


def take_down(application: QApplication, dialog: QDialog) -> None:
    """It is closed and gone."""
    dialog.close()
    dialog.deleteLater()
    application.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)


def save(folder: Path, application: QApplication) -> list[Path]:
    """A picture of each in both themes; where they are."""
    folder.mkdir(parents=True, exist_ok=True)
    saved = []
    for theme in (DARK, LIGHT):
        apply_theme(application, theme)
        for name, exhibit in exhibits().items():
            dialog = put_up(application, exhibit)
            saved.append(folder / f"{name}-{theme.name}.png")
            dialog.grab().save(str(saved[-1]))
            take_down(application, dialog)
    return saved


def main(arguments: list[str]) -> int:
    """The window, or the pictures; the exit status."""
    application = QApplication(arguments[:1])
    apply_theme(application, DARK)
    if len(arguments) > 1:
        for path in save(Path(arguments[1]), application):
            print(path)
        return 0
    gallery = Gallery(application)
    gallery.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv))
