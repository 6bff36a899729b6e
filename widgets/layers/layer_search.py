"""The line above the layers that finds them by words."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ..controls.search_line import SearchLine


class LayerSearch(SearchLine):
    """Typing filters the layers, Up and Down move among them, Esc clears, Enter and an Esc more go to the list."""

    left = Signal()
    """The list is to have the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("Find layers"))
        self.setAccessibleName(self.tr("Find layers"))
        self.setToolTip(self.tr("Words of the name, the kind or the shape: layer3 0, heads, 14×14  (Esc clears)"))
        self.entered.connect(self.left)

    def event(self, event: QEvent) -> bool:
        """Esc is this line's while it has the focus, and nobody's shortcut."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_escape(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc takes the words away, or where there are none leaves the line."""
        if not _is_escape(event):
            super().keyPressEvent(event)
        elif self.text():
            self.clear()
        else:
            self.left.emit()


def _is_escape(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Escape
