"""The line above a pane: its heading, and buttons to take it out of the window and to close it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from .pane_button import PaneButton
from .text_line import TextLine


class DockTitle(QWidget):
    """Dragged, it moves the pane: presses beside its buttons are left to the dock that it belongs to.

    A pane that has a heading of its own gives it away to stand here; any other is named by its title.
    """

    float_requested = Signal()
    close_requested = Signal()

    def __init__(self, title: str, heading: QWidget | None = None) -> None:
        super().__init__()
        self.heading = heading or TextLine("title", title.upper())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._float, self._close = PaneButton("float"), PaneButton("close")
        self._float.setAccessibleName(self.tr("{0}: take out of the window, or put back").format(title))
        self._close.setAccessibleName(self.tr("{0}: close this pane").format(title))
        self._float.setToolTip(self.tr("Take this pane out of the window, or put it back"))
        self._close.setToolTip(self.tr("Close this pane; View > Panes opens it again"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 0)
        row.setSpacing(2)
        row.addWidget(self.heading, 1)
        for button, wish in ((self._float, self.float_requested), (self._close, self.close_requested)):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
            button.clicked.connect(wish)

    def buttons(self) -> tuple[PaneButton, PaneButton]:
        """The one that floats and the one that closes."""
        return self._float, self._close

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """No key is used here: the arrow keys step through the layers."""
        event.ignore()
