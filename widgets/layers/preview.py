"""The small picture of a layer: bars, a map, or up to four heads."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPainter

from ..channels.bars_picture import paint_columns
from ..look.colours import indexed
from ..look.theme import Theme

HEADS = 4


@dataclass(frozen=True, eq=False)
class Preview:
    """What a layer's small picture is made of.

    **Shapes**: values (C,) is painted as bars, (rows, columns) as a map, (h, rows, columns) as up to four of them.
    """

    values: npt.NDArray[np.floating]
    low: float
    high: float
    colour_map: str = "inferno"

    @cached_property
    def images(self) -> list[QImage]:
        """The maps, a pixel a cell; none for bars."""
        maps = self.values if self.values.ndim == 3 else self.values[None]
        return [indexed(one, self.low, self.high, self.colour_map) for one in maps[:HEADS]] if maps.ndim == 3 else []


def paint_preview(painter: QPainter, rect: QRectF, preview: Preview, theme: Theme, centred: bool = False) -> None:
    """Paints a small picture at the right of the rectangle, or in its middle; bars fill its width."""
    painter.save()
    if preview.values.ndim == 1:
        high = max(preview.high, 0.0)
        limits = min(preview.low, 0.0), high if high > min(preview.low, 0.0) else 1.0
        paint_columns(painter, rect, preview.values, limits, theme)
    for target, image in zip(picture_rects(rect, preview, centred), preview.images, strict=True):
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, image.width() > target.width())
        painter.drawImage(target, image)
    painter.restore()


def picture_rects(rect: QRectF, preview: Preview, centred: bool = False) -> list[QRectF]:
    """Where the maps of a preview stand: in a row at the right of a rectangle, unless centred, or in a block."""
    count, gap = len(preview.images), 2
    if not count:
        return []
    shape = QSizeF(preview.images[0].size())
    scale, columns = max((_scale(rect, shape, count, n, gap), n) for n in range(1, count + 1) if count % n == 0)
    size = QSizeF(max(2.0, shape.width() * scale), max(2.0, shape.height() * scale))
    across, down = size.width() + gap, size.height() + gap
    rows = -(-count // columns)
    corner = QPointF(rect.right() - columns * across + gap, rect.center().y() - (rows * down - gap) / 2)
    if rows > 1 or centred:
        corner.setX(rect.center().x() - (columns * across - gap) / 2)
    places = (divmod(number, columns) for number in range(count))
    return [QRectF(corner + QPointF(x * across, y * down), size) for y, x in places]


def _scale(rect: QRectF, shape: QSizeF, count: int, columns: int, gap: int) -> float:
    """Screen pixels for a cell where so many maps stand in a row."""
    rows = -(-count // columns)
    across = (rect.width() - gap * (columns - 1)) / columns / shape.width()
    return min(across, (rect.height() - gap * (rows - 1)) / rows / shape.height())
