"""A picture ready to be painted at any zoom, however large it is."""

from math import floor, log2

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

LARGE = 16_000_000
"""Above so many pixels no second full copy is made, and smaller copies begin with every second, fourth, ... pixel."""


class Photo:
    """A picture with copies of half, a quarter, ... its size, made when they are first needed.

    Painting costs what the screen holds, not what the picture holds. Above a zoom of four its pixels are squares.
    """

    def __init__(self, pixels: npt.NDArray[np.uint8]) -> None:
        """**Shapes**: pixels (H, W, 3), red, green, blue."""
        self._pixels = np.ascontiguousarray(pixels)
        self.height, self.width = self._pixels.shape[:2]
        self._stride = _stride(self.width * self.height)
        self._copies: dict[int, QImage] = {}

    def paint(self, painter: QPainter, target: QRectF) -> None:
        """Paints the whole picture over the target rectangle, or of it what can be seen; a thread still has a pixel."""
        target = QRectF(target.x(), target.y(), max(1.0, target.width()), max(1.0, target.height()))
        seen = target.intersected(visible_rect(painter))
        if seen.isEmpty():
            return
        scale = target.width() / self.width * device_scale(painter)
        copy = self.copy(max(0, floor(-log2(scale))) if scale < 1 else 0)
        across, down = copy.width() / target.width(), copy.height() / target.height()
        source = _whole_pixels(seen.translated(-target.topLeft()), across, down, copy)
        painted = QRectF(source.x() / across, source.y() / down, source.width() / across, source.height() / down)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, scale <= 4)
        painter.drawImage(painted.translated(target.topLeft()), copy, source)

    def copy(self, halvings: int) -> QImage:
        """The picture, halved so many times in both directions; never below one pixel."""
        if 2**halvings <= self._stride:
            halvings = 0  # leaving out pixels is no better than painting the full picture small
        if halvings not in self._copies:
            self._copies[halvings] = self._made(halvings)
        return self._copies[halvings]

    def _made(self, halvings: int) -> QImage:
        stride = self._stride if halvings else 1
        pixels = np.ascontiguousarray(self._pixels[::stride, ::stride])
        height, width = pixels.shape[:2]
        image = QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888)
        if not halvings and self._stride > 1:
            return image
        full = image.convertToFormat(QImage.Format.Format_RGB32)
        if not halvings:
            return full
        small = max(1, round(self.width / 2**halvings)), max(1, round(self.height / 2**halvings))
        return full.scaled(*small, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)


def _stride(pixels: int) -> int:
    """1, 2, 4, ...: what makes so many pixels few enough to be averaged while somebody zooms."""
    stride = 1
    while pixels > LARGE * stride**2:
        stride *= 2
    return stride


def visible_rect(painter: QPainter) -> QRectF:
    """What of the painter's plane can be seen, in its own coordinates."""
    inverse, _ = painter.worldTransform().inverted()
    shown = inverse.mapRect(QRectF(painter.viewport()))
    return shown.intersected(painter.clipBoundingRect()) if painter.hasClipping() else shown


def device_scale(painter: QPainter) -> float:
    """Device pixels for one unit of the painter."""
    return abs(painter.worldTransform().m11()) * painter.device().devicePixelRatioF()


def _whole_pixels(seen: QRectF, across: float, down: float, copy: QImage) -> QRectF:
    """The seen part in pixels of the copy, one pixel wider on all sides, so that interpolation finds its neighbours."""
    part = QRectF(seen.x() * across, seen.y() * down, seen.width() * across, seen.height() * down)
    wider = part.adjusted(-1, -1, 1, 1).toAlignedRect()
    return QRectF(wider.intersected(copy.rect()))
