"""The channel weights of every layer, a row for each, painted the same on screen and in a file."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from ..look.layer_text import shortened
from ..look.photo import device_scale
from ..look.texts import tr
from ..look.theme import Theme
from .heat_rows import STEPS, Strip

_NAME, _AIR = 230.0, 10.0


def strip_rects(rect: QRectF, strip: Strip, metrics: QFontMetrics) -> list[QRectF]:
    """Where the weights of each row stand: beside their names, below the head line."""
    top, rows = rect.top() + head_height(metrics), len(strip.rows)
    widest = max((metrics.horizontalAdvance(row.name) for row in strip.rows), default=0) + _AIR + 10
    names = min(widest, _NAME, rect.width() * 0.36)
    right = metrics.horizontalAdvance("00,000") + _AIR
    height = (rect.bottom() - top) / max(1, rows)
    gap = 3.0 if height >= 18 else 2.0 if height >= 10 else 0.0
    width = max(1.0, rect.width() - names - right)
    return [QRectF(rect.left() + names, top + row * height, width, height - gap) for row in range(rows)]


def head_height(metrics: QFontMetrics) -> float:
    """Room for the line above the rows."""
    return metrics.height() * 1.6


def paint_heat_strip(
    painter: QPainter,
    rect: QRectF,
    strip: Strip,
    theme: Theme,
    current: tuple[int, int | None] | None = None,
    pointed: tuple[int, int] | None = None,
    clip: QRectF | None = None,
) -> None:
    """Paints the rows with names and numbers of channels; only those that meet `clip`, where there is one.

    `current` and `pointed` are (row, channel); where weights are counted by size, (row, step of size).
    """
    painter.save()
    metrics = painter.fontMetrics()
    rooms = strip_rects(rect, strip, metrics)
    for number, room in enumerate(rooms):
        if clip is None or clip.intersects(room.adjusted(-rect.width(), -2, rect.width(), 2)):
            _paint_row(painter, rect, room, strip, number, theme, current is not None and number == current[0])
    for marked, colour in ((pointed, theme.text), (current, theme.accent)):
        if marked is not None:
            _paint_mark(painter, rooms[marked[0]], strip, marked, colour, theme)
    painter.restore()


def paint_strip_head(painter: QPainter, rect: QRectF, strip: Strip, theme: Theme) -> None:
    """The line above the rows: what stands from the left to the right, and what the numbers at the right are."""
    rooms = strip_rects(rect, strip, painter.fontMetrics())
    if not rooms:
        return
    room = rooms[0]
    line = QRectF(room.left(), rect.top(), room.width(), painter.fontMetrics().height() * 1.4)
    left, right = _ends(strip)
    painter.setPen(theme.muted)
    painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, left)
    painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, right)


def _ends(strip: Strip) -> Sequence[str]:
    """What the left and the right end of every row are."""
    if strip.standing == "sorted":
        texts = tr("strongest"), tr("weakest")
    elif strip.standing == "histogram":
        texts = (
            tr("weak: colour is the share of channels"),
            tr("strong"),
        )
    else:
        texts = (
            tr("first channel"),
            tr("last channel"),
        )
    return f"{texts[0]} →", f"→ {texts[1]}"


def _paint_row(
    painter: QPainter, rect: QRectF, room: QRectF, strip: Strip, number: int, theme: Theme, chosen: bool
) -> None:
    metrics, values = painter.fontMetrics(), strip.rows[number].values
    painter.fillRect(room, theme.raised)
    if values is not None and values.shape[1]:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(room, strip.image(number, max(1, int(room.width() * device_scale(painter)))))
    name = QRectF(rect.left() + 6, room.top(), room.left() - rect.left() - _AIR - 6, room.height())
    middle = Qt.AlignmentFlag.AlignVCenter
    title = shortened(strip.rows[number].name, lambda text: metrics.horizontalAdvance(text) <= name.width())
    painter.setPen(theme.text if chosen else theme.muted)
    if room.height() >= metrics.ascent() * 0.9:
        shown = metrics.elidedText(title, Qt.TextElideMode.ElideLeft, int(name.width()))
        painter.drawText(name.adjusted(0, -4, 0, 4), middle | Qt.AlignmentFlag.AlignRight, shown)
        beside = QRectF(room.right() + 4, room.top() - 4, rect.right() - room.right() - 6, room.height() + 8)
        said = f"{values.shape[1]:,}" if values is not None else "…"
        painter.drawText(beside, middle | Qt.AlignmentFlag.AlignRight, said)
    if chosen:
        painter.fillRect(QRectF(rect.left(), room.top(), 3, room.height()), theme.accent)


def cell_rect(room: QRectF, place: int, count: int) -> QRectF:
    """Where the weight at a place from the left stands in its row, at least three pixels wide."""
    pitch = room.width() / max(1, count)
    cell = QRectF(room.left() + place * pitch, room.top(), pitch, room.height())
    return cell if pitch >= 3 else QRectF(cell.center().x() - 1.5, cell.top(), 3, cell.height())


def _paint_mark(
    painter: QPainter, room: QRectF, strip: Strip, marked: tuple[int, int | None], colour: QColor, theme: Theme
) -> None:
    """A frame around the row, and around a cell of it one that stands out from any colour, with a tip above."""
    number, cell = marked
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 1))
    painter.drawRect(room.adjusted(-0.5, -0.5, 0.5, 0.5))
    count = STEPS if strip.standing == "histogram" else strip.count(number)
    if cell is None or cell >= count:
        return
    place = cell if strip.standing == "histogram" else strip.place(number, cell)
    rect = cell_rect(room, place, count).adjusted(-1, -2, 1, 2)
    for pen in (QPen(QColor(0, 0, 0, 210), 4), QPen(QColor(255, 255, 255), 2)):
        painter.setPen(pen)
        painter.drawRect(rect)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.window, 1.5))
    painter.setBrush(colour)
    tip = QPointF(rect.center().x(), room.top() - 2)
    painter.drawPolygon([tip, tip + QPointF(-6, -8), tip + QPointF(6, -8)])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
