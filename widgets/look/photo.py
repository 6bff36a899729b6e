"""A picture ready to be painted at any zoom, however large it is."""

from math import floor, log2

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter

from .device_pixels import device_scale, has_pixels, paint_cells, paint_part, visible_rect
from .tiled_copy import TiledCopy, words_of

LARGE = 16_000_000
"""Above so many pixels no second full copy is made, and smaller ones only where somebody looks."""

SQUARES = 4.0
"""Above this zoom, in pixels of the screen for one of the picture, the picture's pixels are squares."""


class Photo:
    """A picture with copies of half, a quarter, ... its size, made when they are first needed.

    Painting costs what the screen holds, not what the picture holds; painting it again where it was costs next to
    nothing. Above a zoom of four its pixels are squares, exactly where they lie; below it is interpolated, and below
    one averaged.
    """

    def __init__(self, pixels: npt.NDArray[np.uint8]) -> None:
        """**Shapes**: pixels (H, W, 3), red, green, blue."""
        self._pixels = np.ascontiguousarray(pixels)
        self.height, self.width = self._pixels.shape[:2]
        self._copies: dict[int, QImage] = {}
        self._tiled: dict[int, TiledCopy] = {}
        self._painted: tuple[tuple[QRectF, QRect], QImage] | None = None

    def paint(self, painter: QPainter, target: QRectF) -> None:
        """Paints the whole picture over the target rectangle, or of it what can be seen; a thread still has a pixel."""
        target = QRectF(target.x(), target.y(), max(1.0, target.width()), max(1.0, target.height()))
        scale = target.width() / self.width * device_scale(painter)
        if scale > SQUARES:
            self._paint_squares(painter, target)
        elif has_pixels(painter):
            self._paint_kept(painter, target, scale)
        else:
            self._paint_smooth(painter, target, scale)

    def copy(self, halvings: int) -> QImage:
        """The picture, halved so many times in both directions; never below one pixel."""
        if halvings not in self._copies:
            self._copies[halvings] = self._made(halvings)
        return self._copies[halvings]

    def _paint_smooth(self, painter: QPainter, target: QRectF, scale: float) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        halvings = max(0, floor(-log2(scale))) if scale < 1 else 0
        if halvings and self._is_large:
            self._paint_tiles(painter, target, halvings)
        else:
            paint_part(painter, target, self.copy(halvings))

    def _paint_tiles(self, painter: QPainter, target: QRectF, halvings: int) -> None:
        """From a smaller copy of which only what can be seen has been made."""
        copy = self._tile_copy(halvings)
        seen = target.intersected(visible_rect(painter))
        across, down = self.width / target.width(), self.height / target.height()
        part = QRectF((seen.x() - target.x()) * across, (seen.y() - target.y()) * down, 0, 0)
        part.setSize(QSizeF(seen.width() * across, seen.height() * down))
        painter.save()
        painter.setClipRect(target, Qt.ClipOperation.IntersectClip)
        wide, high = copy.covered
        paint_part(painter, QRectF(target.x(), target.y(), wide / across, high / down), copy.image(part))
        painter.restore()

    def _paint_kept(self, painter: QPainter, target: QRectF, scale: float) -> None:
        """Through an image of what the screen shows of it, which serves again until the picture is moved."""
        to_device = painter.deviceTransform()
        place = to_device.mapRect(target)
        seen = to_device.mapRect(target.intersected(visible_rect(painter))).toAlignedRect()
        if seen.isEmpty() or seen.width() * seen.height() > LARGE:
            self._paint_smooth(painter, target, scale)
            return
        lies = QRectF(place), QRect(seen)
        if self._painted is None or self._painted[0] != lies:
            kept = QImage(seen.size(), QImage.Format.Format_ARGB32_Premultiplied)
            kept.fill(Qt.GlobalColor.transparent)
            inside = QPainter(kept)
            self._paint_smooth(inside, place.translated(-QPointF(seen.topLeft())), scale)
            inside.end()
            self._painted = lies, kept
        back, _ = to_device.inverted()
        corner = back.map(QPointF(seen.topLeft()))
        extent = QSizeF(seen.width() / to_device.m11(), seen.height() / to_device.m22())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(QRectF(corner, extent), self._painted[1])

    def _paint_squares(self, painter: QPainter, target: QRectF) -> None:
        seen = target.intersected(visible_rect(painter))
        across, down = target.width() / self.width, target.height() / self.height
        left, top = floor((seen.left() - target.left()) / across), floor((seen.top() - target.top()) / down)
        right, bottom = (seen.right() - target.left()) / across + 1, (seen.bottom() - target.top()) / down + 1
        some = self._pixels[top : floor(bottom), left : floor(right)]
        if not some.size:
            return
        place = QRectF(
            target.left() + left * across, target.top() + top * down, some.shape[1] * across, some.shape[0] * down
        )
        paint_cells(painter, place, words_of(some), QImage.Format.Format_RGB32)

    def _tile_copy(self, halvings: int) -> TiledCopy:
        if halvings not in self._tiled:
            self._tiled[halvings] = TiledCopy(self._pixels, halvings)
        return self._tiled[halvings]

    @property
    def _is_large(self) -> bool:
        return self.width * self.height > LARGE

    def _made(self, halvings: int) -> QImage:
        if not halvings:
            image = QImage(self._pixels.data, self.width, self.height, 3 * self.width, QImage.Format.Format_RGB888)
            return image if self._is_large else image.convertToFormat(QImage.Format.Format_RGB32)
        small = max(1, self.width >> halvings), max(1, self.height >> halvings)
        mode = Qt.AspectRatioMode.IgnoreAspectRatio
        return self.copy(0).scaled(*small, mode, Qt.TransformationMode.SmoothTransformation)
