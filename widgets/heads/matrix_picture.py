"""An attention matrix, query by key, painted the same on screen and in a file."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QPen

from ..look.colours import indexed
from ..look.device_pixels import device_scale
from ..look.sharp_cells import paint_map
from ..look.theme import Theme
from .matrix_axes import paint_axes
from .matrix_part import WHOLE, Part

TIP = 9
"""Logical pixels beside the rows for the tip that points at the picked query."""

_RIM, _LIGHT = QColor(0, 0, 0, 150), QColor(255, 255, 255)


@dataclass(frozen=True, eq=False)
class Matrix:
    """Attention weights; rows are queries, columns are keys.

    **Shapes**: values (Q, K), NaN where there is none; low and high: the ends of the scale.
    """

    values: npt.NDArray[np.floating]
    low: float = 0.0
    high: float = 1.0
    colour_map: str = "inferno"
    counts: tuple[int, int] | None = None
    """How many queries and keys there really are, where a value is the mean of a block of them."""
    prefix: tuple[int, int] = (0, 0)
    """Queries and keys without a place at the front: class, distilled, register tokens."""

    @property
    def tokens(self) -> tuple[int, int]:
        """How many queries and keys there are."""
        return self.counts or (self.values.shape[0], self.values.shape[1])

    @cached_property
    def image(self) -> QImage:
        """One pixel for a weight."""
        return indexed(self.values, self.low, self.high, self.colour_map)

    def shrunk(self, size: QSize) -> QImage:
        """The image where it has more weights than the screen has pixels: their colours are averaged."""
        if size not in self._shrunk:
            full = self.image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
            self._shrunk.clear()
            self._shrunk[size] = full.scaled(
                size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
        return self._shrunk[size]

    @cached_property
    def _shrunk(self) -> dict[QSize, QImage]:
        return {}


@dataclass(frozen=True, slots=True)
class Marks:
    """What is marked in a matrix: the row of the picked query, and the row and column that are pointed at."""

    query: int | None = None
    row: int | None = None
    column: int | None = None


def matrix_rect(rect: QRectF, matrix: Matrix, metrics: QFontMetrics) -> QRectF:
    """Where the matrix stands beside its axes: cells are square, unless it is no more than a strip."""
    queries, keys = matrix.values.shape
    line = metrics.height()
    numbers = metrics.horizontalAdvance("0" * max(4, len(str(matrix.tokens[0]))))
    room = rect.adjusted(line * 1.2 + numbers + TIP, line * 2.4, -1, -1)
    ratio = min(max(queries / max(1, keys), 0.2), 5.0)
    width = max(1.0, min(room.width(), room.height() / ratio))
    return QRectF(room.topLeft(), QSizeF(width, max(1.0, width * ratio)))


def paint_matrix(
    painter: QPainter,
    rect: QRectF,
    matrix: Matrix,
    theme: Theme,
    query: int | None = None,
    part: Part = WHOLE,
    marks: Marks | None = None,
) -> None:
    """Paints a matrix with its axes into a rectangle; the picked query's row lies between two lines.

    `marks` says more than `query` alone; `part` is what is seen of it.
    """
    if not matrix.values.size:
        return
    marks = marks or Marks(query)
    frame = matrix_rect(rect, matrix, painter.fontMetrics())
    painter.save()
    _paint_cells(painter, frame, matrix, part)
    paint_axes(painter, frame, matrix.tokens, matrix.prefix, part, theme, TIP)
    painter.setClipRect(frame.adjusted(-TIP, -1, 1, 1), Qt.ClipOperation.IntersectClip)
    _paint_cross(painter, frame, matrix.values.shape, part, marks)
    if marks.query is not None and 0 <= marks.query < len(matrix.values):
        _paint_query(painter, frame, marks.query, len(matrix.values), part, theme)
    painter.restore()


def _paint_cells(painter: QPainter, frame: QRectF, matrix: Matrix, part: Part) -> None:
    image = matrix.image
    size = (frame.size() * (device_scale(painter) / part.size)).toSize()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    if size.width() < image.width() or size.height() < image.height():
        image = matrix.shrunk(size.boundedTo(image.size()).expandedTo(QSize(1, 1)))
    if part == WHOLE:
        paint_map(painter, frame, image)
    else:
        painter.drawImage(frame, image, part.source((image.height(), image.width())))


def _paint_query(painter: QPainter, frame: QRectF, query: int, count: int, part: Part, theme: Theme) -> None:
    top, bottom = part.y(query, count, frame), part.y(query + 1, count, frame)
    middle, height = (top + bottom) / 2, max(3.0, bottom - top)
    row = QRectF(frame.left(), middle - height / 2, frame.width(), height).adjusted(-1, -1, 1, 1)
    for colour, width in ((_RIM, 3.0), (_LIGHT, 1.0)):
        painter.setPen(QPen(colour, width))
        painter.drawLine(row.topLeft(), row.topRight())
        painter.drawLine(row.bottomLeft(), row.bottomRight())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.accent)
    tip = QPointF(frame.left() - 2, middle)
    painter.drawPolygon([tip, tip + QPointF(-7, -5), tip + QPointF(-7, 5)])


def _paint_cross(painter: QPainter, frame: QRectF, shape: tuple[int, ...], part: Part, marks: Marks) -> None:
    """Dashed lines through the middle of the row and of the column that are pointed at."""
    lines = []
    if marks.row is not None:
        y = part.y(marks.row + 0.5, shape[0], frame)
        lines.append((QPointF(frame.left(), y), QPointF(frame.right(), y)))
    if marks.column is not None:
        x = part.x(marks.column + 0.5, shape[1], frame)
        lines.append((QPointF(x, frame.top()), QPointF(x, frame.bottom())))
    for ends in lines:
        for pen in (QPen(_RIM, 3.0), QPen(_LIGHT, 1.0, Qt.PenStyle.DashLine)):
            painter.setPen(pen)
            painter.drawLine(*ends)
