"""Feature maps of several channels side by side, painted the same on screen and in a file."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter, QPen

from ..look.colours import indexed
from ..look.photo import device_scale
from ..look.theme import Theme
from ..look.ticks import written

GAP = 8
LEAST = 52.0
"""Logical pixels across for a tile, at least; a caption needs as much."""


@dataclass(frozen=True, eq=False)
class ContactSheet:
    """A tile for each channel, in a scale of its own.

    **Shapes**: maps (k, H, W), NaN where there is none; channels, weights, lows and highs: k of each; a weight of None
    is not known.
    """

    maps: npt.NDArray[np.floating]
    channels: tuple[int, ...] = ()
    weights: tuple[float | None, ...] = ()
    lows: tuple[float, ...] = ()
    highs: tuple[float, ...] = ()
    colour_map: str = "inferno"

    @cached_property
    def images(self) -> list[QImage]:
        """Each map as an image, a pixel a cell."""
        ends = zip(self.maps, self.lows, self.highs, strict=True)
        return [indexed(values, low, high, self.colour_map) for values, low, high in ends]

    @property
    def shape(self) -> float:
        """Height of a map for a width of 1; a map that is no more than a strip is drawn higher than it is."""
        _, rows, columns = self.maps.shape
        return min(max(rows / max(1, columns), 0.2), 3.0)


def sheet_columns(width: float, count: int) -> int:
    """How many tiles stand in a row: up to six, each wide enough for its caption."""
    return max(1, min(count, 6, int((width + GAP) / (LEAST + GAP))))


def sheet_height(width: float, sheet: ContactSheet, line: int) -> float:
    """The height at which the tiles fill the width."""
    count = len(sheet.channels)
    columns = sheet_columns(width, count)
    rows = -(-count // columns) if count else 0
    tile = (width - GAP * (columns - 1)) / columns
    return rows * (tile * sheet.shape + line + 4 + GAP)


def sheet_rects(rect: QRectF, sheet: ContactSheet, metrics: QFontMetrics) -> list[QRectF]:
    """Where the maps stand; their captions are below them."""
    count = len(sheet.channels)
    columns = sheet_columns(rect.width(), count)
    width = (rect.width() - GAP * (columns - 1)) / columns
    size = QSizeF(width, width * sheet.shape)
    down = size.height() + metrics.height() + 4 + GAP
    places = (divmod(number, columns) for number in range(count))
    return [QRectF(QPointF(rect.left() + x * (width + GAP), rect.top() + y * down), size) for y, x in places]


def paint_contact_sheet(
    painter: QPainter,
    rect: QRectF,
    sheet: ContactSheet,
    theme: Theme,
    selected: int | None = None,
    pointed: int | None = None,
) -> None:
    """Paints tiles with number and weight; the selected channel is outlined, the tile pointed at has a thin frame."""
    painter.save()
    tiles = zip(sheet_rects(rect, sheet, painter.fontMetrics()), sheet.images, strict=True)
    for number, (tile, image) in enumerate(tiles):
        shrunk = tile.width() * device_scale(painter) < image.width()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, shrunk)
        painter.fillRect(tile, theme.raised)
        painter.drawImage(tile, image)
        chosen = sheet.channels[number] == selected
        _paint_caption(painter, tile, sheet.channels[number], sheet.weights[number], theme, chosen)
        if chosen or number == pointed:
            pen = QPen(theme.accent, 2) if chosen else QPen(theme.muted, 1)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(tile.adjusted(-2, -2, 2, 2))
    painter.restore()


def _paint_caption(
    painter: QPainter, tile: QRectF, channel: int, weight: float | None, theme: Theme, strong: bool
) -> None:
    """The number at the left, the weight at the right, as exactly as it fits."""
    line = QRectF(tile.left(), tile.bottom() + 3, tile.width(), painter.fontMetrics().height())
    metrics = painter.fontMetrics()
    known = () if weight is None else (written(weight, digits) for digits in (3, 2, 1))
    fits = (text for text in known if metrics.horizontalAdvance(f"{channel} {text}") <= line.width())
    painter.setPen(theme.text if strong else theme.muted)
    painter.drawText(line, Qt.AlignmentFlag.AlignLeft, str(channel))
    painter.setPen(theme.text)
    painter.drawText(line, Qt.AlignmentFlag.AlignRight, next(fits, ""))
