"""Bars of channel weights, painted the same on screen and in a file."""

from dataclasses import dataclass
from functools import cached_property
from itertools import repeat

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPolygonF

from ..look.photo import device_scale
from ..look.texts import tr
from ..look.theme import Theme, blend
from ..look.ticks import round_ticks, written
from ..look.value_axis import axis_width, height_of, paint_value_axis


@dataclass(frozen=True, eq=False)
class Bars:
    """Weights of channels, one row of bars for every branch.

    **Shapes**: values (n, C), any range, NaN where there is none.
    """

    values: npt.NDArray[np.float32]
    by_size: bool = False
    """Strongest first (by the mean over the branches), or in the order of the channels."""
    selected: int | None = None
    """A channel."""
    hovered: int | None = None
    """A channel."""
    chosen: tuple[int, ...] = ()
    """Channels that are picked beside the selected one."""

    @cached_property
    def order(self) -> npt.NDArray[np.intp]:
        """(C,): the channel of every bar, left to right."""
        if not self.by_size:
            return np.arange(self.values.shape[1])
        mean = np.where(np.isfinite(self.values), self.values, -np.inf).mean(axis=0)
        return np.argsort(-mean, kind="stable")

    @cached_property
    def places(self) -> npt.NDArray[np.intp]:
        """(C,): where each channel's bar stands, from the left."""
        return np.argsort(self.order)

    @cached_property
    def limits(self) -> tuple[float, float]:
        """Both ends of the axis; 0 always lies between them. Gates that are not all weak have the axis 0 to 1."""
        known = self.values[np.isfinite(self.values)]
        low, high = (float(known.min()), float(known.max())) if known.size else (0.0, 1.0)
        if low >= 0 and 0.2 < high <= 1:
            return 0.0, 1.0
        low, high = min(low, 0.0), max(high, 0.0)
        return (low, high) if high > low else (0.0, 1.0)


def plot_rects(rect: QRectF, rows: int, metrics: QFontMetrics) -> list[QRectF]:
    """Where the bars of each branch stand within the rectangle, beside and above their axes."""
    inner = rect.adjusted(axis_width(metrics), metrics.height() / 2 + 3, -2, -metrics.height() * 1.4)
    gap = metrics.height() * 1.2
    height = max(1.0, (inner.height() - gap * (rows - 1)) / max(1, rows))
    return [QRectF(inner.left(), inner.top() + row * (height + gap), inner.width(), height) for row in range(rows)]


def paint_bars(painter: QPainter, rect: QRectF, bars: Bars, theme: Theme) -> None:
    """Paints bars with their axes into a rectangle; text has the painter's font."""
    plots = plot_rects(rect, len(bars.values), painter.fontMetrics())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for plot, values in zip(plots, bars.values, strict=True):
        paint_value_axis(painter, rect.left(), plot, bars.limits, theme)
        paint_columns(painter, plot, values[bars.order], bars.limits, theme)
        _paint_picked(painter, plot, values, bars, theme)
        _paint_mean(painter, plot, values, bars, theme)
    if plots:
        _paint_channels(painter, plots[-1], bars, theme)
    painter.restore()


def paint_columns(
    painter: QPainter, plot: QRectF, values: npt.NDArray[np.float32], limits: tuple[float, float], theme: Theme
) -> None:
    """Paints bars alone. Where several share a pixel: solid up to what all of them reach, pale to the most.

    **Shapes**: values (C,) in the order they stand.
    """
    values = np.where(np.isfinite(values), values, 0).astype(np.float32)
    columns = max(1, int(plot.width() * device_scale(painter)))
    painter.setPen(Qt.PenStyle.NoPen)
    least = most = values
    if len(values) > columns:
        starts = np.arange(columns) * len(values) // columns
        least, most = np.minimum.reduceat(values, starts), np.maximum.reduceat(values, starts)
        painter.setBrush(blend(theme.bars, theme.window, 0.45))
        painter.drawRects(_rects(plot, least, most, limits, columns))
    shared = np.where(least > 0, least, np.where(most < 0, most, np.float32(0)))
    painter.setBrush(theme.bars)
    painter.drawRects(_rects(plot, np.zeros_like(shared), shared, limits, columns))


def bar_rect(plot: QRectF, place: int, count: int, value: float, limits: tuple[float, float]) -> QRectF:
    """The bar at a place from the left; from zero up to its value, or down to it."""
    pitch = plot.width() / count
    zero, end = (height_of(plot, at, limits) for at in (0.0, value))
    return QRectF(plot.left() + place * pitch, min(zero, end), pitch, abs(end - zero))


def _rects(
    plot: QRectF, one: npt.NDArray, other: npt.NDArray, limits: tuple[float, float], columns: int
) -> list[QRectF]:
    """From one value to the other, beside each other over the whole width; none where they are equal."""
    pitch = plot.width() / len(one)
    width = pitch if columns < 3 * len(one) else pitch - max(plot.width() / columns, pitch * 0.15)
    places = np.flatnonzero(one != other)
    ends = np.stack((np.maximum(one, other)[places], np.minimum(one, other)[places])).clip(*limits)
    tops, bottoms = plot.bottom() - (ends - limits[0]) * (plot.height() / (limits[1] - limits[0]))
    lefts = plot.left() + places * pitch
    return list(map(QRectF, lefts.tolist(), tops.tolist(), repeat(width), (bottoms - tops).tolist()))


def _paint_picked(painter: QPainter, plot: QRectF, values: npt.NDArray, bars: Bars, theme: Theme) -> None:
    """Bars that are pointed at or picked, at least two pixels wide; picked ones have a mark above, the selected a full
    one."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    beside = blend(theme.accent, theme.bars, 0.4)
    picked = [
        (bars.hovered, theme.text),
        *((channel, beside) for channel in bars.chosen),
        (bars.selected, theme.accent),
    ]
    for channel, colour in picked:
        if channel is None or not 0 <= channel < len(values):
            continue
        place = int(bars.places[channel])
        bar = bar_rect(plot, place, len(values), float(np.nan_to_num(values[channel])), bars.limits)
        if bar.width() < 2:
            bar = QRectF(bar.center().x() - 1, bar.top(), 2, bar.height())
        painter.fillRect(bar, colour)
        if colour is not theme.text:
            full = channel == bars.selected
            _paint_mark(painter, QPointF(bar.center().x(), bar.top() - 2), theme.accent, full)


def _paint_mark(painter: QPainter, at: QPointF, colour: QColor, full: bool) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1))
    painter.setBrush(colour if full else Qt.BrushStyle.NoBrush)
    painter.drawPolygon(QPolygonF([at, at + QPointF(-4, -6), at + QPointF(4, -6)]))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _paint_mean(painter: QPainter, plot: QRectF, values: npt.NDArray, bars: Bars, theme: Theme) -> None:
    known = values[np.isfinite(values)]
    if not known.size:
        return
    mean = float(known.mean())
    y = round(height_of(plot, mean, bars.limits))
    painter.setPen(QPen(theme.text, 1, Qt.PenStyle.DashLine))
    painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
    text = tr("mean {value}").format(value=written(mean))
    metrics = painter.fontMetrics()
    box = QRectF(0, 0, metrics.horizontalAdvance(text) + 8, metrics.height())
    box.moveTopRight(QPointF(plot.right(), y + 2 if y - box.height() < plot.top() else y - 2 - box.height()))
    ground = QColor(theme.window)
    ground.setAlphaF(0.78)
    painter.fillRect(box, ground)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _paint_channels(painter: QPainter, plot: QRectF, bars: Bars, theme: Theme) -> None:
    """Below the last row: channel numbers, or what the bars are sorted by."""
    line = painter.fontMetrics().height()
    below = QRectF(plot.left(), plot.bottom() + 4, plot.width(), line)
    painter.setPen(theme.muted)
    if bars.by_size:
        text = tr("strongest first")
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, text)
        return
    count = bars.values.shape[1]
    for tick in round_ticks(0, count - 1, max(2, int(plot.width() / (5 * line)))):
        if tick != int(tick):
            continue
        text = str(int(tick))
        half = painter.fontMetrics().horizontalAdvance(text) / 2 + 1
        x = min(plot.left() + (tick + 0.5) * plot.width() / count, plot.right() - half)
        painter.drawText(QRectF(x - half, below.top(), 2 * half, line), Qt.AlignmentFlag.AlignHCenter, text)
