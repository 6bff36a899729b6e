"""A dialog around one widget: it goes away by Escape, its close button, or when what it asks has been answered."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

_SHARE = 0.94
"""Of the window's width and height that a dialog may take."""


class Sheet(QDialog):
    """Stands over its window, no larger than it; is thrown away once it was closed."""

    def __init__(self, parent: QWidget, title: str, body: QWidget, size: QSize) -> None:
        super().__init__(parent)
        self.finished.connect(self.deleteLater)
        self.setWindowTitle(title)
        self.setWindowFlag(Qt.WindowType.WindowMinMaxButtonsHint, False)
        self.body, self._window = body, parent
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.addWidget(body)
        room = parent.window().size() * _SHARE
        self.resize(size.boundedTo(room))
        body.setFocus()

    def show_alone(self) -> None:
        """Open it in place of whatever other dialog of its kind stands over the window."""
        for other in self._window.findChildren(Sheet):
            if other is not self:
                other.close()
        self.open()
