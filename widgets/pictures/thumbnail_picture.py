"""How the small copy of a picture is painted, with its name below."""

from dataclasses import dataclass
from pathlib import PurePath

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QImage, QPainter, QPen, QPixmap, QPolygonF

from ..look.theme import Theme, caption_font

EDGE = 5
"""Logical pixels around a picture, for its ring and between it and the next."""


@dataclass(frozen=True, slots=True, eq=False)
class Thumbnail:
    """A picture's name, and its small copy once there is one, or the reason why there is none."""

    name: str
    pixmap: QPixmap | None = None
    size: tuple[int, int] = (0, 0)
    """(width, height) of the picture itself, in pixels."""
    trouble: str = ""


def pixmap_of(pixels: npt.NDArray[np.uint8]) -> QPixmap:
    """**Shapes**: pixels (h, w, 3), red, green, blue."""
    rows = np.ascontiguousarray(pixels)
    height, width = rows.shape[:2]
    return QPixmap.fromImage(QImage(rows.data, width, height, 3 * width, QImage.Format.Format_RGB888))


def name_height(font: QFont) -> int:
    """What the name below a picture needs."""
    return QFontMetrics(caption_font(font)).height() + 2


def frame_rect(rect: QRectF, font: QFont) -> QRectF:
    """Where the picture may stand within its tile; the name is below."""
    return rect.adjusted(EDGE, EDGE, -EDGE, -EDGE - name_height(font))


def paint_thumbnail(
    painter: QPainter, rect: QRectF, thumbnail: Thumbnail, theme: Theme, current: bool = False, pointed: bool = False
) -> None:
    """Paints a tile: the picture as large as its frame allows, its name, and a ring around the current one."""
    font = painter.font()
    frame = frame_rect(rect, font)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shown = _paint_copy(painter, frame, thumbnail, theme)
    _paint_name(painter, frame, thumbnail.name, theme, current)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if current:
        painter.setPen(QPen(theme.accent, 2))
        painter.drawRoundedRect(shown.adjusted(-3, -3, 3, 3), 3, 3)
    elif pointed:
        painter.setPen(theme.muted)
        painter.drawRoundedRect(shown.adjusted(-2.5, -2.5, 2.5, 2.5), 3, 3)
    painter.restore()


def _paint_copy(painter: QPainter, frame: QRectF, thumbnail: Thumbnail, theme: Theme) -> QRectF:
    """Returns where it stands."""
    pixmap = thumbnail.pixmap
    if pixmap is None:
        painter.setPen(QPen(theme.line, 1, Qt.PenStyle.DashLine if thumbnail.trouble else Qt.PenStyle.SolidLine))
        painter.setBrush(Qt.BrushStyle.NoBrush if thumbnail.trouble else theme.raised)
        painter.drawRoundedRect(frame, 3, 3)
        if thumbnail.trouble:
            _paint_broken(painter, frame.center(), theme)
        return frame
    size = QSizeF(pixmap.size()).scaled(frame.size(), Qt.AspectRatioMode.KeepAspectRatio)
    target = QRectF(0, 0, max(1.0, size.width()), max(1.0, size.height()))
    target.moveCenter(frame.center())
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawPixmap(target, pixmap, QRectF(pixmap.rect()))
    return target


def _paint_broken(painter: QPainter, middle: QPointF, theme: Theme) -> None:
    """A sheet that is torn across."""
    pen = QPen(theme.error, 1.6)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    tear = ((-11, 2), (-6, -3), (-1, 2), (4, -3), (11, 2))
    for shift, edge in ((-2.5, -13), (2.5, 13)):
        line = [middle + QPointF(x, y + shift) for x, y in tear]
        painter.drawPolyline(QPolygonF([middle + QPointF(-11, edge), *line, middle + QPointF(11, edge)]))
        painter.drawLine(middle + QPointF(-11, edge), middle + QPointF(11, edge))


def _paint_name(painter: QPainter, frame: QRectF, name: str, theme: Theme, current: bool) -> None:
    painter.setFont(caption_font(painter.font()))
    painter.setPen(theme.text if current else theme.muted)
    metrics = painter.fontMetrics()
    below = QRectF(frame.left() - EDGE + 1, frame.bottom() + 4, frame.width() + 2 * EDGE - 2, metrics.height())
    if metrics.horizontalAdvance(name) > below.width():
        # Rather without its ending than without what tells it from its neighbours.
        name = PurePath(name).stem
    shown = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, int(below.width()))
    painter.drawText(below, Qt.AlignmentFlag.AlignCenter, shown)
