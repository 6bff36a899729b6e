"""Iso lines of the smooth map: where it has a quarter, half and three quarters of its scale."""

import struct
from collections.abc import Sequence
from functools import lru_cache
from math import cos, pi, sin

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QByteArray, QDataStream, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform

from .device_pixels import device_scale, has_pixels
from .overlay import Overlay, smooth_values

LEVELS = (0.25, 0.5, 0.75)
"""Of the way from the low end of the scale to the high one."""

FINE = 64
"""Points along the longer side of a small map that the lines are drawn through, so that they bend as the map does."""

_DARK, _LIGHT = QColor(0, 0, 0, 110), QColor(255, 255, 255)


def paint_contours(painter: QPainter, target: QRectF, overlay: Overlay, levels: Sequence[float] = LEVELS) -> None:
    """Paints light lines with a dark rim over the target, which is the overlay's place."""
    rows, columns = overlay.values.shape
    place = QTransform.fromTranslate(target.left(), target.top()).scale(target.width() / columns, target.height() / rows)
    path = place.map(contour_path(overlay, tuple(levels)))
    if path.isEmpty():
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if has_pixels(painter):
        _stroke_fast(painter, path)
    else:
        for colour, width in ((_DARK, 2.6), (_LIGHT, 1.0)):
            painter.strokePath(path, QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.restore()


@lru_cache(maxsize=4)
def contour_path(overlay: Overlay, levels: tuple[float, ...] = LEVELS) -> QPainterPath:
    """The lines in units of cells, (0, 0) being the corner of the first; they end at cells without a value."""
    from contourpy import LineType, contour_generator  # only when lines are first wished for

    rows, columns = overlay.values.shape
    factor = max(1, FINE // max(rows, columns))
    fine = smooth_values(np.asarray(overlay.values, dtype=np.float32), factor)
    across, down = ((np.arange(cells * factor) + 0.5) / factor for cells in (columns, rows))
    edged = np.pad(fine, 1, mode="edge")  # beyond the outermost centres it goes on unchanged
    made = contour_generator(
        np.concatenate(([0.0], across, [columns])),
        np.concatenate(([0.0], down, [rows])),
        np.ma.masked_invalid(edged),
        name="serial",
        line_type=LineType.ChunkCombinedOffset,
    )
    span = overlay.high - overlay.low
    parts = [made.lines(overlay.low + level * span) for level in levels]
    return _path([(points[0], starts[0]) for points, starts in parts if points[0] is not None])


def _path(lines: list[tuple[npt.NDArray[np.float64], npt.NDArray[np.integer]]]) -> QPainterPath:
    """A path of lines, each (points, 2) with the places where a new one begins.

    It is read from the bytes that Qt writes a path as: a call for each point would take longer than all the rest.
    """
    elements = []
    for points, starts in lines:
        element = np.ones(len(points), dtype=[("kind", ">i4"), ("x", ">f8"), ("y", ">f8")])  # 1: a line to, 0: move to
        element["kind"][starts[:-1]] = 0
        element["x"], element["y"] = points.T
        elements.append(element.tobytes())
    count = sum(map(len, elements)) // 20
    path = QPainterPath()
    if count:
        QDataStream(QByteArray(struct.pack(">i", count) + b"".join(elements) + struct.pack(">ii", 0, 0))) >> path
    return path


def _stroke_fast(painter: QPainter, path: QPainterPath) -> None:
    """With lines of one device pixel side by side: Qt draws a broad smooth line a hundred times slower."""
    scale = device_scale(painter)
    to_plane = 1 / scale
    broad = scale >= 1.5
    for colour, radius, count in ((_DARK, 0.85 * max(1.0, scale), 8 if broad else 4), (_LIGHT, 0.4, 4 if broad else 1)):
        painter.setPen(QPen(colour, 0))
        for turn in range(count):
            angle = (turn + 0.5) / count * 2 * pi
            shift = QPointF(cos(angle), sin(angle)) * (radius * to_plane if count > 1 else 0)
            painter.translate(shift)
            painter.drawPath(path)
            painter.translate(-shift)
