"""A button of the top bar: Tab reaches it, and the arrow keys are left to the window, which steps with them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolButton, QWidget

_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class BarButton(QToolButton):
    """Qt would move the focus with the arrow keys from one button to the next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """The arrow keys go on to whoever the button stands in."""
        if event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)
