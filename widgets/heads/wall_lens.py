"""One tile of the wall, enlarged beside itself, with what is known of it."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPen

from ..look.texts import tr
from ..look.theme import Theme
from ..look.ticks import written
from .wall_picture import Wall, paint_tile

WIDTH = 210.0
PAD = 8.0


def lens_rect(tile: QRectF, room: QRectF, ratio: float, line: float, lines: int) -> QRectF:
    """Where the lens stands: beside the tile, on the side that has more room, within the room."""
    size = QSizeF(WIDTH + 2 * PAD, WIDTH * ratio + lines * line + 3 * PAD)
    right = tile.right() + 10 + size.width() <= room.right()
    left = tile.right() + 10 if right else tile.left() - 10 - size.width()
    top = min(max(tile.center().y() - size.height() / 2, room.top() + 4), room.bottom() - size.height() - 4)
    return QRectF(QPointF(max(room.left() + 4, left), max(room.top() + 4, top)), size)


def paint_lens(painter: QPainter, room: QRectF, tile: QRectF, wall: Wall, place: tuple[int, int], theme: Theme) -> None:
    """Paints the head at a place (row, column) of the wall, larger, beside its tile."""
    row, head = place
    lines = lens_lines(wall, row, head)
    line = painter.fontMetrics().height()
    rect = lens_rect(tile, room, wall.ratio, line, len(lines))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.line, 1))
    painter.setBrush(theme.panel)
    painter.drawRoundedRect(rect, 6, 6)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    shown = QRectF(rect.left() + PAD, rect.top() + PAD, WIDTH, WIDTH * wall.ratio)
    paint_tile(painter, shown, wall, row, head, theme)
    for number, text in enumerate(lines):
        painter.setPen(theme.text if number == 0 else theme.muted)
        box = QRectF(shown.left(), shown.bottom() + PAD + number * line, WIDTH, line)
        elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, int(WIDTH))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, elided)
    painter.restore()


def lens_lines(wall: Wall, row: int, head: int) -> list[str]:
    """What is said of a head: which one, its size and largest weight, and what else is known."""
    said = tr("{layer} · head {number}").format(layer=wall.names[row], number=head + 1)
    maps = wall.rows[row].maps
    if maps is None or head >= len(maps):
        return [said, tr("on its way …")]
    values = maps[head]
    largest = float(np.nanmax(values)) if np.isfinite(values).any() else float("nan")
    size = tr("{rows} × {columns} cells, at most {high}")
    lines = [said, size.format(rows=values.shape[0], columns=values.shape[1], high=written(largest))]
    return [*lines, *filter(None, [wall.fact(row, head)])]
