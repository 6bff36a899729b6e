"""The small picture of a layer: bars, a map, or up to four heads."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPainter

from .bars_picture import paint_columns
from .colours import indexed
from .theme import Theme

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


def paint_preview(painter: QPainter, rect: QRectF, preview: Preview, theme: Theme) -> None:
    """Paints a small picture against the right and the middle of the rectangle; bars fill its width."""
    if preview.values.ndim == 1:
        high = max(preview.high, 0.0)
        limits = min(preview.low, 0.0), high if high > min(preview.low, 0.0) else 1.0
        paint_columns(painter, rect, preview.values, limits, theme)
        return
    for target, image in zip(picture_rects(rect, preview), preview.images, strict=True):
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, image.width() > target.width())
        painter.drawImage(target, image)


def picture_rects(rect: QRectF, preview: Preview) -> list[QRectF]:
    """Where the maps of a preview stand within a rectangle, right-aligned in a row."""
    count, gap = len(preview.images), 2
    if not count:
        return []
    shape = preview.images[0].size()
    room = QSizeF((rect.width() - gap * (count - 1)) / count, rect.height())
    scale = min(room.width() / shape.width(), room.height() / shape.height())
    size = QSizeF(max(2.0, shape.width() * scale), max(2.0, shape.height() * scale))
    top = rect.center().y() - size.height() / 2
    left = rect.right() - count * size.width() - gap * (count - 1)
    return [QRectF(QPointF(left + number * (size.width() + gap), top), size) for number in range(count)]
