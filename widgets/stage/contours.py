"""Iso lines of the smooth map: where it has a quarter, half and three quarters of its scale."""

import struct
from collections.abc import Sequence
from functools import lru_cache
from math import cos, pi, sin
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QByteArray, QDataStream, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform

from ..look.device_pixels import device_scale, has_pixels
from .overlay import Overlay, Part, smooth_values
from .overlay_picture import seen_part

if TYPE_CHECKING:
    from contourpy import ContourGenerator

LEVELS = (0.25, 0.5, 0.75)
"""Of the way from the low end of the scale to the high one."""

FINE = 64
"""Points along the longer side of what is looked at that the lines go through, so that they bend as the map does."""

_DARK, _LIGHT = QColor(0, 0, 0, 130), QColor(255, 255, 255)


def paint_contours(painter: QPainter, target: QRectF, overlay: Overlay, levels: Sequence[float] = LEVELS) -> None:
    """Paints light lines with a dark rim over the target, which is the overlay's place."""
    part = seen_part(painter, target, overlay)
    if part is None:
        return
    rows, columns = overlay.values.shape
    place = QTransform.fromTranslate(target.left(), target.top()).scale(
        target.width() / columns, target.height() / rows
    )
    path = place.map(contour_path(overlay, tuple(levels), None if part == overlay.whole else part))
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
def contour_path(overlay: Overlay, levels: tuple[float, ...] = LEVELS, part: Part | None = None) -> QPainterPath:
    """The lines in units of cells, (0, 0) being the corner of the first; they end at cells without a value.

    Of a part of the cells they bend more finely.
    """
    from contourpy import LineType, contour_generator  # only when lines are first wished for

    top, left, bottom, right = part or overlay.whole
    factor = max(1, FINE // max(bottom - top, right - left))
    fine = smooth_values(np.asarray(overlay.values, dtype=np.float32), factor, part)
    across = (np.arange(left * factor, right * factor) + 0.5) / factor
    down = (np.arange(top * factor, bottom * factor) + 0.5) / factor
    edged = np.pad(fine, 1, mode="edge")  # beyond the outermost centres it goes on unchanged
    made = contour_generator(
        np.concatenate(([left], across, [right])),
        np.concatenate(([top], down, [bottom])),
        np.ma.masked_invalid(edged),
        name="serial",
        line_type=LineType.Separate,
    )
    span = overlay.high - overlay.low
    return _path([line for level in levels for line in _lines(made, overlay.low + level * span)])


def _lines(made: "ContourGenerator", level: float) -> list[npt.NDArray[np.float64]]:
    """The lines of one level, each (points, 2)."""
    return [np.asarray(line, dtype=np.float64) for line in made.lines(level)]


def _path(lines: list[npt.NDArray[np.float64]]) -> QPainterPath:
    """A path of lines, each (points, 2).

    It is read from the bytes that Qt writes a path as: a call for each point would take longer than all the rest.
    """
    path = QPainterPath()
    if not lines:
        return path
    elements = np.ones(sum(map(len, lines)), dtype=[("kind", ">i4"), ("x", ">f8"), ("y", ">f8")])  # 1 is "a line to"
    elements["kind"][np.cumsum([0, *map(len, lines[:-1])])] = 0  # 0 is "move to"
    elements["x"], elements["y"] = np.concatenate(lines).T
    written = struct.pack(">i", len(elements)) + elements.tobytes() + struct.pack(">ii", 0, 0)
    stream = QDataStream(QByteArray(written))
    stream >> path  # pyright: ignore[reportUnusedExpression]
    return path


def _stroke_fast(painter: QPainter, path: QPainterPath) -> None:
    """With lines of one device pixel side by side: Qt draws a broad smooth line a hundred times slower."""
    scale = device_scale(painter)
    broad = scale >= 1.5
    dark, light = (_ring(0.85 * scale, 8), _ring(0.4, 4)) if broad else (_ring(0.95, 3), 2 * [QPointF()])
    for colour, shifts in ((_DARK, dark), (_LIGHT, light)):
        painter.setPen(QPen(colour, 0))
        for shift in shifts:
            painter.translate(shift / scale)
            painter.drawPath(path)
            painter.translate(-shift / scale)


def _ring(radius: float, count: int) -> list[QPointF]:
    """So many places around the origin, in device pixels."""
    angles = [(turn + 0.5) / count * 2 * pi for turn in range(count)]
    return [QPointF(cos(angle), sin(angle)) * radius for angle in angles]
