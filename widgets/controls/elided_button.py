"""A button whose text is cut with an ellipsis where there is no room for it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from .bar_button import BarButton

_PADDING = 16
"""Pixels that the style takes beside the text."""
_LEAST = 60


class ElidedButton(BarButton):
    """As wide as its text where that is possible; the whole text is what a screen reader says."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._tail = "", ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str, tail: str = "") -> None:
        """Show another text; the tail behind it is cut only where hardly anything else would be left."""
        self._text, self._tail = text, tail
        self.setAccessibleDescription(self.whole)
        self.updateGeometry()
        self._fit()

    @property
    def whole(self) -> str:
        """The text, as long as it is."""
        return self._text + self._tail

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for all of the text."""
        width = self.fontMetrics().horizontalAdvance(self.whole) + _PADDING
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """A few letters, and the tail."""
        least = _LEAST + self.fontMetrics().horizontalAdvance(self._tail)
        return QSize(min(least, self.sizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fits the text anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics, room = self.fontMetrics(), self.width() - _PADDING + 2
        beside = room - metrics.horizontalAdvance(self._tail)
        text = metrics.elidedText(self._text, Qt.TextElideMode.ElideMiddle, max(beside, _LEAST))
        left = max(room - metrics.horizontalAdvance(text), 0)
        self.setText(text + metrics.elidedText(self._tail, Qt.TextElideMode.ElideMiddle, left))
