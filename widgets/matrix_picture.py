"""An attention matrix, query by key, painted the same on screen and in a file."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QPen

from .colours import indexed
from .photo import device_scale
from .theme import Theme

TIP = 8
"""Logical pixels beside the rows for the tip that points at the picked query."""


@dataclass(frozen=True, eq=False)
class Matrix:
    """Attention weights; rows are queries, columns are keys.

    **Shapes**: values (Q, K), NaN where there is none; low and high: the ends of the scale; query: a row or None.
    """

    values: npt.NDArray[np.floating]
    low: float = 0.0
    high: float = 1.0
    colour_map: str = "inferno"
    counts: tuple[int, int] | None = None
    """How many queries and keys there really are, where a value is the mean of a block of them."""

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


def matrix_rect(rect: QRectF, shape: tuple[int, ...], metrics: QFontMetrics) -> QRectF:
    """Where the matrix stands beside its captions: cells are square, unless it is no more than a strip."""
    queries, keys = shape
    line = metrics.height()
    room = rect.adjusted(line * 1.3 + TIP, line * 1.3, -1, -1)
    ratio = queries / max(1, keys)
    if not 0.2 <= ratio <= 5:
        ratio = min(max(ratio, 0.2), 5.0)
    width = max(1.0, min(room.width(), room.height() / ratio))
    return QRectF(room.topLeft(), QSizeF(width, max(1.0, width * ratio)))


def paint_matrix(painter: QPainter, rect: QRectF, matrix: Matrix, theme: Theme, query: int | None = None) -> None:
    """Paints a matrix with its captions into a rectangle; the picked query's row lies between two lines."""
    if not matrix.values.size:
        return
    frame = matrix_rect(rect, matrix.values.shape, painter.fontMetrics())
    painter.save()
    _paint_cells(painter, frame, matrix)
    painter.setPen(theme.muted)
    _paint_captions(painter, frame, matrix.counts or matrix.values.shape, theme)
    if query is not None and 0 <= query < len(matrix.values):
        _paint_query(painter, frame, query, len(matrix.values), theme)
    painter.restore()


def _paint_cells(painter: QPainter, frame: QRectF, matrix: Matrix) -> None:
    scale = device_scale(painter)
    size = (frame.size() * scale).toSize()
    image = matrix.image
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    if size.width() < image.width() or size.height() < image.height():
        image = matrix.shrunk(size.boundedTo(image.size()).expandedTo(QSize(1, 1)))
    painter.drawImage(frame, image)


def _paint_captions(painter: QPainter, frame: QRectF, shape: tuple[int, ...], theme: Theme) -> None:
    """ "keys" above, "queries" turned at the left, each with how many."""
    queries = QCoreApplication.translate("AttentionMatrix", "queries")
    keys = QCoreApplication.translate("AttentionMatrix", "keys")
    line = painter.fontMetrics().height() * 1.3
    above = QRectF(frame.left(), frame.top() - line, max(frame.width(), 6 * line), line)
    painter.drawText(above, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, f"{keys} → {shape[1]}")
    painter.save()
    painter.translate(frame.left() - line - TIP, frame.top())
    painter.rotate(90)
    beside = QRectF(0, -line, max(frame.height(), 6 * line), line)
    painter.drawText(beside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, f"{queries} → {shape[0]}")
    painter.restore()


def _paint_query(painter: QPainter, frame: QRectF, query: int, count: int, theme: Theme) -> None:
    height = max(3.0, frame.height() / count)
    middle = frame.top() + (query + 0.5) * frame.height() / count
    row = QRectF(frame.left(), middle - height / 2, frame.width(), height).adjusted(-1, -1, 1, 1)
    for colour, width in ((QColor(0, 0, 0, 150), 3.0), (QColor(255, 255, 255), 1.0)):
        painter.setPen(QPen(colour, width))
        painter.drawLine(row.topLeft(), row.topRight())
        painter.drawLine(row.bottomLeft(), row.bottomRight())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.accent)
    tip = QPointF(frame.left() - 2, middle)
    painter.drawPolygon([tip, tip + QPointF(-7, -5), tip + QPointF(-7, 5)])
