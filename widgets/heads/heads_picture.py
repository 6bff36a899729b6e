"""The maps of all heads side by side, painted the same on screen and in a file."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter, QPen

from ..look.colours import indexed
from ..look.sharp_cells import paint_map
from ..look.theme import Theme

GAP = 8
SEPARATOR = " · "
"""Between two figures in a line of a caption."""


@dataclass(frozen=True, eq=False)
class Heads:
    """One map for every head, in one scale.

    **Shapes**: maps (h, rows, columns), NaN where there is none; a caption may have several lines.
    """

    maps: npt.NDArray[np.floating]
    low: float = 0.0
    high: float = 1.0
    captions: tuple[str, ...] = ()
    colour_map: str = "inferno"

    @cached_property
    def images(self) -> list[QImage]:
        """Each map as an image, a pixel a cell."""
        return [indexed(values, self.low, self.high, self.colour_map) for values in self.maps]

    @property
    def lines(self) -> int:
        """Lines of the longest caption."""
        return max((caption.count("\n") + 1 for caption in self.captions if caption), default=0)

    @property
    def shape(self) -> float:
        """Height of a map for a width of 1; a map that is no more than a strip is drawn higher than it is."""
        _, rows, columns = self.maps.shape
        return min(max(rows / max(1, columns), 0.125), 8.0)


def tile_rects(rect: QRectF, heads: Heads, metrics: QFontMetrics) -> list[QRectF]:
    """Where each head's map stands: as many in a row as makes them largest."""
    return _tiles(rect, _fitted(rect, heads, metrics), metrics)


def _fitted(rect: QRectF, heads: Heads, metrics: QFontMetrics) -> Heads:
    """With captions that fit below the maps as large as they would be."""
    tiles = _tiles(rect, heads, metrics)
    return split_captions(heads, tiles[0].width(), metrics) if tiles else heads


def split_captions(heads: Heads, width: float, metrics: QFontMetrics) -> Heads:
    """With a line for each figure of the captions, where two beside each other are wider than a map of this width."""
    lines = (line for caption in heads.captions for line in caption.split("\n") if SEPARATOR in line)
    if max(map(metrics.horizontalAdvance, lines), default=0) <= width + GAP:
        return heads
    split = replace(heads, captions=tuple(caption.replace(SEPARATOR, "\n") for caption in heads.captions))
    vars(split)["images"] = heads.images  # the maps are the same
    return split


def _tiles(rect: QRectF, heads: Heads, metrics: QFontMetrics) -> list[QRectF]:
    count, under = len(heads.maps), heads.lines * metrics.height() + (2 if heads.lines else 0)
    if not count:
        return []
    width, fewer = max((_width(rect.size(), heads.shape, under, count, n), -n) for n in range(1, count + 1))
    across, down = width + GAP, width * heads.shape + under + GAP
    places = (divmod(head, -fewer) for head in range(count))
    size = QSizeF(width, width * heads.shape)
    return [QRectF(QPointF(rect.left() + x * across, rect.top() + y * down), size) for y, x in places]


def _width(room: QSizeF, shape: float, under: float, count: int, columns: int) -> float:
    """The width of a map where so many stand in a row."""
    rows = -(-count // columns)
    across = (room.width() - GAP * (columns - 1)) / columns
    down = ((room.height() - GAP * (rows - 1)) / rows - under) / shape
    return max(1.0, float(int(min(across, down))))


def paint_heads(
    painter: QPainter,
    rect: QRectF,
    heads: Heads,
    theme: Theme,
    selected: int | None = None,
    pointed: Sequence[int] = (),
) -> None:
    """Paints all heads with their captions; the selected one is outlined, those pointed at have a thin frame."""
    heads = _fitted(rect, heads, painter.fontMetrics())
    tiles = _tiles(rect, heads, painter.fontMetrics())
    painter.save()
    for head, (tile, image) in enumerate(zip(tiles, heads.images, strict=True)):
        shrunk = tile.width() * painter.device().devicePixelRatioF() < image.width()
        painter.fillRect(tile, theme.raised)
        if shrunk:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(tile, image)
        else:
            paint_map(painter, tile, image)
        if head < len(heads.captions):
            _paint_caption(painter, tile, heads.captions[head], theme, head == selected)
        if head == selected:
            _paint_frame(painter, tile.adjusted(-3, -3, 3, 3), QPen(theme.accent, 2))
        elif head in pointed:
            _paint_frame(painter, tile.adjusted(-2, -2, 2, 2), QPen(theme.muted, 1))
    painter.restore()


def _paint_frame(painter: QPainter, rect: QRectF, pen: QPen) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect, 3, 3)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _paint_caption(painter: QPainter, tile: QRectF, caption: str, theme: Theme, strong: bool) -> None:
    metrics = painter.fontMetrics()
    for number, text in enumerate(caption.split("\n")):
        painter.setPen(theme.text if strong and number == 0 else theme.muted)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(tile.width() + GAP))
        left = tile.center().x() - metrics.horizontalAdvance(shown) / 2
        # By the line that letters stand on: those of another script are higher, and would push the text down.
        painter.drawText(QPointF(left, tile.bottom() + 3 + number * metrics.height() + metrics.ascent()), shown)
