"""The axes of an attention matrix: keys above, queries at the left, the class token by its name."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from ..look.texts import tr
from ..look.theme import Theme
from ..look.ticks import round_ticks
from .matrix_part import Part

Tick = tuple[float, str]
"""A place along the axis, in tokens, and what stands there."""


def paint_axes(
    painter: QPainter,
    frame: QRectF,
    tokens: tuple[int, int],
    prefix: tuple[int, int],
    part: Part,
    theme: Theme,
    tip: float,
) -> None:
    """Paints captions and numbers of both axes around the frame, and where the tokens without a place end.

    `tip` logical pixels beside the rows stay free.
    """
    line = painter.fontMetrics().height()
    apart = max(2, int(frame.width() / (3.5 * line))), max(2, int(frame.height() / (2.2 * line)))
    _paint_borders(painter, frame, tokens, prefix, part)
    painter.setPen(theme.muted)
    _paint_keys(painter, frame, _ticks(tokens[1], prefix[1], part.left, part.size, apart[0]), tokens[1], part)
    _paint_queries(painter, frame, _ticks(tokens[0], prefix[0], part.top, part.size, apart[1]), tokens[0], part, tip)
    _paint_captions(painter, frame, tokens, tip)


def prefix_name(prefix: int) -> str:
    """What stands at the tokens without a place."""
    return "cls" if prefix == 1 else f"cls+{prefix - 1}"


def _ticks(count: int, prefix: int, start: float, size: float, at_most: int) -> list[Tick]:
    """Round token numbers that are seen; the first token is named where it has no place."""
    low, high = start * count, (start + size) * count - 1
    numbers = [int(tick) for tick in round_ticks(max(0.0, low), max(low + 1, high), at_most) if tick == int(tick)]
    ticks: list[Tick] = [(number, str(number)) for number in numbers if low - 0.5 <= number <= high + 0.5]
    if not prefix or low > prefix / 2:
        return ticks
    near = size * count / at_most / 2
    middle = (prefix - 1) / 2
    return [(middle, prefix_name(prefix)), *(tick for tick in ticks if tick[0] - middle > near)]


def _paint_keys(painter: QPainter, frame: QRectF, ticks: list[Tick], count: int, part: Part) -> None:
    line, metrics = painter.fontMetrics().height(), painter.fontMetrics()
    for at, text in ticks:
        x, half = part.x(at + 0.5, count, frame), metrics.horizontalAdvance(text) / 2
        left = min(max(x - half, frame.left()), frame.right() - 2 * half)
        box = QRectF(left - 2, frame.top() - 1.2 * line, 2 * half + 4, line)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        painter.drawLine(QPointF(x, frame.top() - 2), QPointF(x, frame.top() - 1))


def _paint_queries(painter: QPainter, frame: QRectF, ticks: list[Tick], count: int, part: Part, tip: float) -> None:
    line = painter.fontMetrics().height()
    for at, text in ticks:
        y = part.y(at + 0.5, count, frame)
        top = min(max(y - line / 2, frame.top() - 2), frame.bottom() - line + 2)
        box = QRectF(frame.left() - tip - 200, top, 200, line)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)


def _paint_captions(painter: QPainter, frame: QRectF, tokens: tuple[int, int], tip: float) -> None:
    """ "keys" above, "queries" turned at the left, each with how many."""
    queries = tr("queries")
    keys = tr("keys")
    metrics = painter.fontMetrics()
    line, numbers = metrics.height(), metrics.horizontalAdvance("0" * max(4, len(str(tokens[0]))))
    middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    above = QRectF(frame.left(), frame.top() - 2.4 * line, max(frame.width(), 6 * line), 1.2 * line)
    painter.drawText(above, middle, f"{keys} → {tokens[1]}")
    painter.save()
    painter.translate(frame.left() - tip - numbers, frame.top())
    painter.rotate(90)
    beside = QRectF(0, 0, max(frame.height(), 6 * line), 1.2 * line)
    painter.drawText(beside, middle, f"{queries} → {tokens[0]}")
    painter.restore()


def _paint_borders(
    painter: QPainter, frame: QRectF, tokens: tuple[int, int], prefix: tuple[int, int], part: Part
) -> None:
    """Thin lines after the tokens without a place, where they are seen."""
    painter.setPen(QColor(255, 255, 255, 110))
    y, x = part.y(prefix[0], tokens[0], frame), part.x(prefix[1], tokens[1], frame)
    if prefix[0] and frame.top() < y < frame.bottom():
        painter.drawLine(QPointF(frame.left(), y), QPointF(frame.right(), y))
    if prefix[1] and frame.left() < x < frame.right():
        painter.drawLine(QPointF(x, frame.top()), QPointF(x, frame.bottom()))
