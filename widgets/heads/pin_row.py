"""The maps of pinned queries side by side, each with its number."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ..look.colours import indexed
from ..look.theme import Theme, caption_font, theme_of
from ..look.ticks import written

Keys = Qt.Key
TILE, GAP, MARGIN = 58, 8, 4
_CROSS = 16.0
"""Logical pixels of the corner that takes a pin away."""


@dataclass(frozen=True, slots=True, eq=False)
class Pin:
    """A pinned query. **Shapes**: values (rows, columns), NaN where there is none; None while they are on their way."""

    name: str
    values: npt.NDArray[np.floating] | None = None


class PinRow(QWidget):
    """Small maps, numbered as on the picture, in as many rows as they need.

    Keys: the arrows move from pin to pin, Return goes to its query, Delete lets go of it.
    """

    pin_selected = Signal(int)
    pin_removed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pins: tuple[Pin, ...] = ()
        self._images: list[QImage | None] = []
        self._at, self._hovered = 0, None
        self._current: int | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Pinned queries"))

    def sizeHint(self) -> QSize:  # noqa: N802
        """One row."""
        return QSize(260, self.heightForWidth(max(self.width(), 120)))

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """As high as the rows that the pins need."""
        rows = -(-len(self._pins) // _across(width))
        return rows * (TILE + GAP) - GAP + 2 * MARGIN if rows else 0

    def pins(self) -> tuple[Pin, ...]:
        """What is shown now."""
        return self._pins

    def set_pins(self, pins: Sequence[Pin], low: float, high: float, colour_map: str) -> None:
        """Other pins; the ends of their common scale, and one of `COLOUR_MAPS`."""
        self._pins = tuple(pins)
        self._images = [None if p.values is None else indexed(p.values, low, high, colour_map) for p in pins]
        self._at = min(self._at, max(0, len(pins) - 1))
        self.updateGeometry()
        self._describe()

    def set_current(self, pin: int | None) -> None:
        """The pin whose query is the picked one; None: another is."""
        self._current = pin
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Asks for the height of as many rows as there are now."""
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paints the pins; the ring is where the keys are."""
        painter, theme = QPainter(self), theme_of(self)
        painter.setFont(caption_font(self.font()))
        for number, image in enumerate(self._images):
            tile = _tile(number, self.width())
            _paint_tile(painter, tile, image, number + 1, theme)
            _paint_cross(painter, _corner(tile), number == self._hovered or self.hasFocus(), theme)
            if number == self._current:
                _paint_ring(painter, tile, theme.accent, 2.0)
            if self.hasFocus() and number == self._at:
                _paint_ring(painter, tile.adjusted(-3, -3, 3, 3), theme.accent, 1.0)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Says which query it is, or that the corner takes it away."""
        found = self._pin_at(event.position())
        if found is None:
            QToolTip.hideText()
        else:
            crossed = _corner(_tile(found, self.width())).contains(event.position())
            text = self.tr("Let go of it  (Delete)") if crossed else self._said(found)
            QToolTip.showText(event.globalPosition().toPoint(), text, self)
        if found != self._hovered:
            self._hovered = found
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Goes to the query under the pointer, or lets go of it."""
        found = self._pin_at(event.position())
        if found is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self._at = found
        crossed = _corner(_tile(found, self.width())).contains(event.position())
        (self.pin_removed if crossed else self.pin_selected).emit(found)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """No pin is pointed at any more."""
        self._hovered = None
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Moves among the pins, goes to one, or lets go of it."""
        across = _across(self.width())
        steps = {Keys.Key_Left: -1, Keys.Key_Right: 1, Keys.Key_Up: -across, Keys.Key_Down: across}
        key = Keys(event.key())
        if not self._pins:
            super().keyPressEvent(event)
        elif key in steps:
            self._at = min(max(self._at + steps[key], 0), len(self._pins) - 1)
            self._describe()
        elif key in (Keys.Key_Return, Keys.Key_Enter, Keys.Key_Space):
            self.pin_selected.emit(self._at)
        elif key in (Keys.Key_Delete, Keys.Key_Backspace):
            self.pin_removed.emit(self._at)
        else:
            super().keyPressEvent(event)

    def _said(self, pin: int) -> str:
        shown = self._pins[pin]
        text = self.tr("pin {number} · {name}").format(number=pin + 1, name=shown.name)
        if shown.values is None:
            return text
        largest = float(np.nanmax(shown.values)) if np.isfinite(shown.values).any() else float("nan")
        size = self.tr("{rows} × {columns} cells, at most {high}")
        return f"{text}\n" + size.format(
            rows=shown.values.shape[0], columns=shown.values.shape[1], high=written(largest)
        )

    def _describe(self) -> None:
        self.setAccessibleDescription(self._said(self._at).replace("\n", ", ") if self._pins else "")
        self.update()

    def _pin_at(self, point: QPointF) -> int | None:
        reach = range(len(self._pins))
        return next((n for n in reach if _tile(n, self.width()).adjusted(-3, -3, 3, 3).contains(point)), None)


def _across(width: int) -> int:
    return max(1, (width - 2 * MARGIN + GAP) // (TILE + GAP))


def _tile(number: int, width: int) -> QRectF:
    row, column = divmod(number, _across(width))
    return QRectF(MARGIN + column * (TILE + GAP), MARGIN + row * (TILE + GAP), TILE, TILE)


def _corner(tile: QRectF) -> QRectF:
    return QRectF(tile.right() - _CROSS, tile.top(), _CROSS, _CROSS)


def _paint_tile(painter: QPainter, tile: QRectF, image: QImage | None, number: int, theme: Theme) -> None:
    painter.fillRect(tile, theme.raised)
    if image is None:
        painter.setPen(theme.muted)
        painter.drawText(tile, Qt.AlignmentFlag.AlignCenter, "…")
    else:
        ratio = image.height() / image.width()
        width = TILE if ratio <= 1 else TILE / ratio
        shown = QRectF(0, 0, width, max(1.0, width * ratio))
        shown.moveCenter(tile.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(shown, image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    text = str(number)
    badge = QRectF(0, 0, max(15, painter.fontMetrics().horizontalAdvance(text) + 8), 15)
    badge.moveTopLeft(tile.topLeft() + QPointF(-3, -3))
    painter.setPen(QPen(theme.window, 1))
    painter.setBrush(theme.accent)
    painter.drawRoundedRect(badge, 7.5, 7.5)
    painter.setPen(theme.on_accent)
    painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _paint_cross(painter: QPainter, corner: QRectF, strong: bool, theme: Theme) -> None:
    """× on a ground that is seen on any colour; paler where neither pointer nor keys are."""
    ground = QColor(theme.window)
    ground.setAlphaF(0.85 if strong else 0.55)
    painter.fillRect(corner, ground)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.text if strong else theme.muted, 1.5))
    inner = corner.adjusted(5, 5, -5, -5)
    painter.drawLine(inner.topLeft(), inner.bottomRight())
    painter.drawLine(inner.topRight(), inner.bottomLeft())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _paint_ring(painter: QPainter, rect: QRectF, colour: QColor, width: float) -> None:
    painter.setPen(QPen(colour, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect)
