"""A line to search with, from which the keys also move in the list below it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
"""Keys that move in the list below the line."""


class SearchLine(QLineEdit):
    """Typing searches, Up, Down and paging are handed on, Enter takes what is chosen; Esc is left to the dialog."""

    moved = Signal(object)
    """The QKeyEvent of a key that is to move in the list."""
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setClearButtonEnabled(True)
        self.setAccessibleName(self.tr("Search the networks"))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter is answered here alone: a dialog around it would press its default button as well."""
        if event.key() in MOVES:
            self.moved.emit(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            event.accept()
        else:
            super().keyPressEvent(event)
