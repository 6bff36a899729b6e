"""A page on which there is nothing yet, and what to do about it."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from .placeholder import paint_placeholder
from .theme import theme_of


class EmptyPage(QWidget):
    """A line of text and a hint in the middle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._hint = "", ""

    def set_text(self, text: str, hint: str) -> None:
        """What is missing, and how to get it."""
        self._text, self._hint = text, hint
        self.setAccessibleName(text)
        self.setAccessibleDescription(hint)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paints both over the whole page."""
        paint_placeholder(QPainter(self), QRectF(self.rect()), self._text, self._hint, theme_of(self))
