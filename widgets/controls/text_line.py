"""One line of text that is never wider than its room: what does not fit ends in an ellipsis, and is in the tool tip."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

Appearance = Literal["title", "caption", "brand", "warning", "text"]
"""How the style sheet draws it."""


class TextLine(QLabel):
    """A line in one of the appearances of the style sheet; several lines where it may wrap."""

    def __init__(self, appearance: Appearance, text: str = "", wraps: bool = False) -> None:
        super().__init__()
        self._text = ""
        self.setProperty("look", appearance)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        upright = QSizePolicy.Policy.Minimum if wraps else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Ignored, upright)
        self.show_text(text)

    def show_text(self, text: str) -> None:
        """Show another text."""
        self._text = text
        self._fit()

    @property
    def whole(self) -> str:
        """The text, as long as it is."""
        return self._text

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fits the text anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self.wordWrap():
            self.setText(self._text)
            return
        shown = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, self.width())
        self.setText(shown)
        self.setToolTip(self._text if shown != self._text else "")
