"""Feature maps of several channels, to be compared and chosen from."""

from dataclasses import replace

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ..look.texts import tr
from ..look.theme import caption_font, theme_of
from ..look.ticks import written
from .contact_picture import ContactSheet, paint_contact_sheet, sheet_height, sheet_rects

Keys = Qt.Key
MARGIN = 4
_MOVES = {Keys.Key_Comma: -1, Keys.Key_Period: 1}
_EMPTY = np.zeros((0, 1, 1), dtype=np.float32)


class ContactTiles(QWidget):
    """A tile for each channel with its number and weight; a click selects the channel.

    As high as its tiles need at its width. Keys: , and . select the neighbour, Home and End the ends.
    """

    channel_selected = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = ContactSheet(_EMPTY)
        self._selected: int | None = None
        self._pointed: int | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(self.tr("Feature maps of channels"))

    def sizeHint(self) -> QSize:  # noqa: N802
        """As high as the tiles need."""
        return QSize(300, _needed(self, max(self.width(), 120)))

    def sheet(self) -> ContactSheet:
        """What is shown now, to be painted elsewhere by `paint_contact_sheet`."""
        return self._sheet

    def set_sheet(self, sheet: ContactSheet) -> None:
        """Other maps, of these or of other channels."""
        self._sheet, self._pointed = sheet, None
        self._fit()
        self._describe()

    def set_maps(self, maps: npt.NDArray[np.floating], lows: tuple[float, ...], highs: tuple[float, ...]) -> None:
        """Other maps of the same channels. **Shapes**: maps (k, H, W); a low and a high end of the colours for each."""
        self.set_sheet(replace(self._sheet, maps=maps, lows=lows, highs=highs))

    def set_selected(self, channel: int | None) -> None:
        """The outlined channel; one that has no tile outlines none."""
        self._selected = channel
        self._describe()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paints the tiles and the ring of the focus."""
        painter, theme = QPainter(self), theme_of(self)
        painter.setFont(caption_font(self.font()))
        paint_contact_sheet(painter, _inside(self), self._sheet, theme, self._selected, self._pointed)
        if self.hasFocus():
            painter.setPen(theme.accent)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Needs another height at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Frames the tile under the pointer; all that is known of it is its tool tip."""
        found = _tile_at(self, event.position())
        if found != self._pointed:
            self._pointed = found
            QToolTip.showText(event.globalPosition().toPoint(), _said(self._sheet, found), self)
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Selects the channel under the pointer."""
        found = _tile_at(self, event.position())
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            self._select(self._sheet.channels[found])

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """No tile is pointed at any more."""
        self._pointed = None
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Moves the selection from tile to tile."""
        wanted = _after_key(self._sheet.channels, self._selected, Keys(event.key()))
        if wanted is None:
            super().keyPressEvent(event)
        else:
            self._select(wanted)

    def _select(self, channel: int) -> None:
        if channel != self._selected:
            self.set_selected(channel)
            self.channel_selected.emit(channel)

    def _describe(self) -> None:
        said = self.tr("{0} channels").format(len(self._sheet.channels))
        if self._selected in self._sheet.channels:
            said = _said(self._sheet, self._sheet.channels.index(self._selected)).replace("\n", ". ")
        self.setAccessibleDescription(said)
        self.update()

    def _fit(self) -> None:
        self.setMinimumHeight(_needed(self, max(self.width(), 120)))
        self.updateGeometry()


def _after_key(channels: tuple[int, ...], selected: int | None, key: Qt.Key) -> int | None:
    """The channel that a key leads to; None where it is no key of the tiles."""
    if not channels or key not in (*_MOVES, Keys.Key_Home, Keys.Key_End):
        return None
    if key == Keys.Key_Home or (key == Keys.Key_Period and selected not in channels):
        return channels[0]
    if key == Keys.Key_End or selected not in channels:
        return channels[-1]
    place = channels.index(selected) + _MOVES[key]
    return channels[min(max(place, 0), len(channels) - 1)]


def _said(sheet: ContactSheet, number: int | None) -> str:
    """Channel and weight, what the map's colours span, and how many cells it has."""
    if number is None:
        return ""
    weight, (rows, columns) = sheet.weights[number], sheet.maps.shape[1:]
    head = tr("channel {number}").format(number=sheet.channels[number])
    if weight is not None:
        head = tr("channel {number} · weight {value}").format(number=sheet.channels[number], value=written(weight))
    low, high = written(sheet.lows[number]), written(sheet.highs[number])
    scale = tr("{rows} × {columns} cells, in a scale of its own: {low} to {high}")
    return f"{head}\n{scale.format(rows=rows, columns=columns, low=low, high=high)}"


def _tile_at(tiles: ContactTiles, point: QPointF) -> int | None:
    metrics = QFontMetrics(caption_font(tiles.font()))
    rects, below = sheet_rects(_inside(tiles), tiles.sheet(), metrics), metrics.height() + 4
    return next((n for n, tile in enumerate(rects) if tile.adjusted(-3, -3, 3, below).contains(point)), None)


def _inside(tiles: ContactTiles) -> QRectF:
    return QRectF(tiles.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)


def _needed(tiles: ContactTiles, width: int) -> int:
    line = QFontMetrics(caption_font(tiles.font())).height()
    return int(sheet_height(width - 2 * MARGIN, tiles.sheet(), line)) + 2 * MARGIN + 1
