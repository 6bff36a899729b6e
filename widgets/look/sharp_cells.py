"""Maps whose cells stay cells wherever they are painted."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPaintEngine, QPainter

from .device_pixels import ENLARGED


def paint_map(painter: QPainter, target: QRectF, image: QImage) -> None:
    """Paints a map, a pixel a cell, over the target; into a file of lines enlarged, so that no viewer smooths it."""
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    has_pixels = painter.paintEngine().type() == QPaintEngine.Type.Raster
    painter.drawImage(target, image if has_pixels else _enlarged(image))


def _enlarged(image: QImage) -> QImage:
    factor = -(-ENLARGED // max(1, image.width(), image.height()))
    keep = Qt.AspectRatioMode.IgnoreAspectRatio
    return image.scaled(image.width() * factor, image.height() * factor, keep) if factor > 1 else image
