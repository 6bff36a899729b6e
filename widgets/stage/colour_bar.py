"""The colour bar beside the stage: which colour is which value, and from where to where."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from ..look.claimed_keys import claim
from ..look.colours import is_diverging
from .colour_bar_picture import WIDTH, End, Range, paint_colour_bar
from .colour_bar_view import ColourBarView

__all__ = ["WIDTH", "ColourBar", "asked_range", "paint_colour_bar"]

_WAYS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
_RESETS = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_STEP = 1 / 50
_LEAST = 1 / 100
"""Of what the colours spanned, they always span so much."""


class ColourBar(ColourBarView):
    """Either end can be dragged to another value; what the colours then span is for others to say.

    Keys: up and down arrow move the high end, with Shift the low one; Backspace, or a double click, asks for the range
    as it was.
    """

    range_requested = Signal(float, float)
    """Low and high end, as the user wants them."""
    range_reset_requested = Signal()
    """The user wants no range of his own any more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held: End | None = None
        self._off = 0.0
        """Where the end was taken hold of, in pixels below it."""
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def event(self, event: QEvent) -> bool:
        """Takes its keys before a menu does."""
        return claim(event, (*_WAYS, *_RESETS)) or super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Takes hold of an end: until it is let go of, the bar reaches over what it does now."""
        place = self._place()
        end = place.end_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and end is not None:
            self._held, self._span = end, self._range
            self._off = event.position().y() - place.height_of(end)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Draws the end along, or shows which one can be taken hold of."""
        place = self._place()
        if self._held is None:
            self._light(place.end_at(event.position()))
        else:
            self._ask(self._held, place.value_at(event.position().y() - self._off), place.span)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Lets go: the bar reaches over the new range."""
        self._held = self._span = None
        self._light(self._place().end_at(event.position()))
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Asks for the range as it was."""
        self.range_reset_requested.emit()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """No end is pointed at any more."""
        self._light(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Moves an end, or asks for the range as it was."""
        low, high = self._range
        if event.key() in _RESETS:
            self.range_reset_requested.emit()
        elif event.key() in _WAYS:
            by = _WAYS[Qt.Key(event.key())] * _STEP * (high - low)
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._ask("low", low + by, self._range)
            else:
                self._ask("high", high + by, self._range)
        else:
            super().keyPressEvent(event)

    def _ask(self, end: End, value: float, span: Range) -> None:
        least = _LEAST * (span[1] - span[0])
        asked = asked_range(self._range, end, value, least, is_diverging(self._colour_map))
        if asked != self._range:
            self.range_requested.emit(*asked)

    def _light(self, end: End | None) -> None:
        self.setCursor(Qt.CursorShape.SizeVerCursor if end else Qt.CursorShape.ArrowCursor)
        if end != self._lit:
            self._lit = end
            self.update()


def asked_range(now: Range, end: End, value: float, least: float, diverging: bool) -> Range:
    """The range with another end, not narrower than `least`; a diverging map keeps its middle."""
    low, high = now
    if diverging:
        middle = (low + high) / 2
        reach = max(value - middle if end == "high" else middle - value, least / 2)
        return middle - reach, middle + reach
    return (min(value, high - least), high) if end == "low" else (low, max(value, low + least))
