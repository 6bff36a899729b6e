"""Images painted so that every pixel of the screen shows what lies under it, at any zoom."""

from functools import lru_cache
from math import ceil
from threading import get_ident

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPaintEngine, QPainter, QTransform

ENLARGED = 384
"""Pixels along the longer side of cells that are handed on as an image, to a file that knows no device pixels."""


def visible_rect(painter: QPainter) -> QRectF:
    """What of the painter's plane can be seen, in its own coordinates."""
    inverse, _ = painter.worldTransform().inverted()
    shown = inverse.mapRect(QRectF(painter.viewport()))
    return shown.intersected(painter.clipBoundingRect()) if painter.hasClipping() else shown


def device_scale(painter: QPainter) -> float:
    """Device pixels for one unit of the painter."""
    return abs(painter.worldTransform().m11()) * painter.device().devicePixelRatioF()


def has_pixels(painter: QPainter) -> bool:
    """Whether what is painted becomes pixels here and upright, and not lines of a file or of a printer."""
    turned = painter.deviceTransform().type().value > QTransform.TransformationType.TxScale.value
    return not turned and painter.paintEngine().type() == QPaintEngine.Type.Raster


def paint_part(painter: QPainter, target: QRectF, image: QImage) -> None:
    """Paints an image stretched over the target, but of it only what can be seen.

    Qt steps through an image in 65536ths of its pixel: over the visible part they do not add up to a pixel of the
    screen, over all of a picture that is far larger than the screen they would.
    """
    seen = target.intersected(visible_rect(painter))
    if seen.isEmpty():
        return
    across, down = image.width() / target.width(), image.height() / target.height()
    source = _whole_pixels(seen.translated(-target.topLeft()), across, down, image)
    painted = QRectF(source.x() / across, source.y() / down, source.width() / across, source.height() / down)
    painted.translate(target.topLeft())
    if has_pixels(painter):
        painter.drawImage(painted, image, source)
    else:
        painter.drawImage(painted, image.copy(source.toRect()))  # Qt writes the whole image into an SVG otherwise


def paint_cells(painter: QPainter, target: QRectF, cells: npt.NDArray[np.uint32], form: QImage.Format) -> None:
    """Paints cells over the target: each pixel of the screen has the colour of the cell that its centre lies in.

    **Shapes**: cells (rows, columns), each a pixel of a 32-bit format.
    """
    if not has_pixels(painter):
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(target, image_of(_enlarged(cells), form))
        return
    to_device = painter.deviceTransform()
    place, seen = to_device.mapRect(target), to_device.mapRect(target.intersected(visible_rect(painter)))
    rows, columns = cells.shape
    left, column = _cells_of_pixels(place.left(), place.width(), columns, seen.left(), seen.right())
    top, row = _cells_of_pixels(place.top(), place.height(), rows, seen.top(), seen.bottom())
    if not len(row) or not len(column):
        return
    back, _ = to_device.inverted()
    corner, far = back.map(QPointF(left, top)), back.map(QPointF(left + len(column), top + len(row)))
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    words = np.take(cells[:, column], row, axis=0, mode="clip", out=_room(len(row), len(column), get_ident()))
    painter.drawImage(QRectF(corner, far), QImage(words.data, len(column), len(row), 4 * len(column), form))


@lru_cache(maxsize=2)
def _room(rows: int, columns: int, thread: int) -> npt.NDArray[np.uint32]:
    """Memory that is written over at every painting in a thread: fresh memory costs more than what is done with it."""
    return np.empty((rows, columns), dtype=np.uint32)


def image_of(words: npt.NDArray[np.uint32], form: QImage.Format) -> QImage:
    """An image of its own from pixels of 32 bits. **Shapes**: words (rows, columns)."""
    words = np.ascontiguousarray(words)
    rows, columns = words.shape
    return QImage(words.data, columns, rows, 4 * columns, form).copy()


def pixel_edge(painter: QPainter, at: float, across: bool) -> float:
    """The border between two pixels of the device that is nearest to a place on one axis, in the painter's units."""
    to_device = painter.deviceTransform()
    scale, shift = (to_device.m11(), to_device.dx()) if across else (to_device.m22(), to_device.dy())
    return (ceil(at * scale + shift - 0.5) - shift) / scale


def _cells_of_pixels(
    start: float, extent: float, cells: int, low: float, high: float
) -> tuple[int, npt.NDArray[np.intp]]:
    """The first pixel from low to high whose centre lies on the cells, and the cell of it and of all that follow."""
    first, last = ceil(max(start, low) - 0.5), ceil(min(start + extent, high) - 0.5)
    centres = np.arange(first, last) + 0.5
    return first, np.clip(((centres - start) * (cells / extent)).astype(np.intp), 0, cells - 1)


def _enlarged(cells: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint32]:
    """Every cell as a square of pixels, so that no viewer of the file smooths over them."""
    factor = -(-ENLARGED // max(cells.shape))
    return cells.repeat(factor, axis=0).repeat(factor, axis=1)


def _whole_pixels(seen: QRectF, across: float, down: float, image: QImage) -> QRectF:
    """The seen part in pixels of the image, a pixel wider on all sides, so that interpolation finds its neighbours."""
    part = QRectF(seen.x() * across, seen.y() * down, seen.width() * across, seen.height() * down)
    wider = part.adjusted(-1, -1, 1, 1).toAlignedRect()
    return QRectF(wider.intersected(image.rect()))
