"""An overlay on its place of the picture, with iso lines and the borders of its cells, on screen and in a file."""

from math import ceil, floor

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from ..look.device_pixels import device_scale, has_pixels, paint_cells, paint_part, pixel_edge, visible_rect
from .overlay import Look, Overlay, Part, overlay_cells, overlay_image

LEAST_CELL = 4.0
"""Screen pixels of a cell below which no borders are drawn: they would hide the picture."""

_DARK, _LIGHT = QColor(0, 0, 0, 120), QColor(255, 255, 255, 120)


def paint_overlay(painter: QPainter, target: QRectF, overlay: Overlay, look: Look, opacity: float) -> None:
    """Paints the map over the target: smooth, or every cell exactly where it lies."""
    if target.isEmpty():
        return
    painter.setOpacity(opacity)
    if look.smooth:
        part = seen_part(painter, target, overlay)
        if part is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            whole = part == overlay.whole
            paint_part(painter, part_rect(target, overlay, part), overlay_image(overlay, look, None if whole else part))
    else:
        form = QImage.Format.Format_ARGB32_Premultiplied
        paint_cells(painter, target, overlay_cells(overlay, look), form)
    painter.setOpacity(1.0)


def paint_cell_grid(painter: QPainter, target: QRectF, overlay: Overlay) -> None:
    """The borders of the cells, a dark line beside a light one: what lies between the two is the border.

    None where a cell has fewer than four pixels of the screen.
    """
    rows, columns = overlay.values.shape
    across, down = target.width() / columns, target.height() / rows
    scale = device_scale(painter)
    part = seen_part(painter, target, overlay)
    if part is None or min(across, down) * scale < LEAST_CELL:
        return
    top, left, bottom, right = part
    borders_x = [pixel_edge(painter, target.left() + column * across, True) for column in range(left, right + 1)]
    borders_y = [pixel_edge(painter, target.top() + row * down, False) for row in range(top, bottom + 1)]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    thin = 1 / scale if has_pixels(painter) else 0.6
    for colour, shift in ((_LIGHT, -thin / 2), (_DARK, thin / 2)):
        pen = QPen(colour, 0 if has_pixels(painter) else thin)  # 0 is one pixel of the device
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        ends_x, ends_y = (borders_x[0], borders_x[-1]), (borders_y[0], borders_y[-1])
        upright = [QLineF(x + shift, ends_y[0], x + shift, ends_y[1]) for x in borders_x]
        level = [QLineF(ends_x[0], y + shift, ends_x[1], y + shift) for y in borders_y]
        painter.drawLines(upright + level)


def seen_part(painter: QPainter, target: QRectF, overlay: Overlay) -> Part | None:
    """The cells of which something can be seen; None where there are none."""
    seen = target.intersected(visible_rect(painter))
    if seen.isEmpty():
        return None
    rows, columns = overlay.values.shape
    across, down = target.width() / columns, target.height() / rows
    top, left = floor((seen.top() - target.top()) / down), floor((seen.left() - target.left()) / across)
    bottom, right = ceil((seen.bottom() - target.top()) / down), ceil((seen.right() - target.left()) / across)
    return max(0, top), max(0, left), min(rows, max(bottom, top + 1)), min(columns, max(right, left + 1))


def part_rect(target: QRectF, overlay: Overlay, part: Part) -> QRectF:
    """Where a part of an overlay's cells lies."""
    rows, columns = overlay.values.shape
    across, down = target.width() / columns, target.height() / rows
    top, left, bottom, right = part
    corner = target.left() + left * across, target.top() + top * down
    return QRectF(*corner, (right - left) * across, (bottom - top) * down)
