"""Which weight of a heat strip lies where, what is said of it, and where a key leads to."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt

from ..look.texts import tr
from ..look.ticks import written
from .heat_rows import STEPS, Strip

Keys = Qt.Key
Current = tuple[int, int | None]
"""(row, channel); None where the row alone is marked."""

_ACROSS = {Keys.Key_Left: -1, Keys.Key_Comma: -1, Keys.Key_Right: 1, Keys.Key_Period: 1}
_DOWN = {Keys.Key_Up: -1, Keys.Key_Down: 1}
_ENDS = (Keys.Key_Home, Keys.Key_End)


def cell_text(strip: Strip, row: int, cell: int) -> str:
    """Layer, channel and weight; or which share of its channels has a weight of this size."""
    one = strip.rows[row]
    if one.values is None:
        return tr("{0}\nis being worked out").format(one.name)
    if strip.standing == "histogram":
        width = (one.high - one.low) / STEPS
        low, high = written(one.low + cell * width), written(one.low + (cell + 1) * width)
        share = float(strip.shares(row)[:, cell].mean())
        return tr("{0}\n{1} to {2}: {3:.1%} of the channels").format(one.name, low, high, share)
    values = " · ".join(written(float(value)) for value in one.values[:, cell])
    return tr("{0}\nchannel {1} of {2} · {3}").format(one.name, cell, one.values.shape[1], values)


def that_is_there(strip: Strip, current: Current | None) -> Current | None:
    """The marked weight; its row alone where it has no such channel, or None where there is no such row."""
    if current is None or current[0] >= len(strip.rows):
        return None
    row, channel = current
    return row, channel if channel is not None and channel < strip.count(row) else None


def cell_at(strip: Strip, rects: list[QRectF], point: QPointF, ratio: float) -> tuple[int, int] | None:
    """(row, channel or step of size) at a point, for so many device pixels a pixel.

    Of several channels in one pixel the strongest, which is the one that is seen. The name belongs to the first.
    """
    row = next((number for number, room in enumerate(rects) if room.top() <= point.y() < room.bottom() + 3), None)
    if row is None or point.x() >= rects[row].right() or not strip.count(row):
        return None
    room, count, values = rects[row], strip.count(row), strip.rows[row].values
    share = max(0.0, (point.x() - room.left()) / room.width())
    if strip.standing == "histogram" or values is None:
        return row, min(int(share * STEPS), STEPS - 1)
    first = min(int(share * count), count - 1)
    shared = max(1, int(count / (room.width() * ratio)))
    channels = [strip.channel(row, place) for place in range(first, min(first + shared, count))]
    return row, channels[int(np.argmax(np.nan_to_num(values[:, channels], nan=-np.inf).max(axis=0)))]


def after_key(strip: Strip, current: Current | None, key: Qt.Key) -> Current | None:
    """Where a key leads to from the marked weight; None where it is no key of the strip."""
    if not strip.rows:
        return None
    if key in _DOWN:
        last = len(strip.rows) - 1
        now = current[0] if current else (-1 if _DOWN[key] > 0 else last + 1)
        row = min(max(now + _DOWN[key], 0), last)
        return current if current and row == current[0] else (row, None)
    if key not in (*_ACROSS, *_ENDS):
        return None
    row, channel = current or (0, None)
    last = strip.count(row) - 1
    if last < 0 or strip.standing == "histogram":
        return row, channel
    if key in _ENDS or channel is None:
        place = 0 if key == Keys.Key_Home or _ACROSS.get(key, -1) > 0 else last
    else:
        place = min(max(strip.place(row, channel) + _ACROSS[key], 0), last)
    return row, strip.channel(row, place)
