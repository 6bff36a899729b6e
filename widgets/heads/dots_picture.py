"""A number of every head as sorted dots, painted the same on screen and in a file."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from ..look.theme import Theme, blend
from ..look.ticks import round_ticks, step_written, written

RADIUS = 3.5


@dataclass(frozen=True, eq=False)
class Dots:
    """A figure of every head, largest first.

    **Shapes**: values (h,), 0 or more; NaN where a head has none.
    **Source**: the layout of figure 7 (right) in Dosovitskiy et al., 2021, arXiv 2010.11929, of one layer.
    """

    title: str
    values: npt.NDArray[np.floating]

    @cached_property
    def order(self) -> npt.NDArray[np.intp]:
        """(h,): the head at every place from the left; heads without a number come last."""
        return np.argsort(np.where(np.isfinite(self.values), -self.values, np.inf), kind="stable")

    @cached_property
    def top(self) -> float:
        """The upper end of the axis; the lower one is 0."""
        finite = self.values[np.isfinite(self.values)]
        return max(float(finite.max()) * 1.05, 1e-6) if finite.size else 1.0


def dots_plot(rect: QRectF, metrics: QFontMetrics) -> QRectF:
    """Where the dots stand, beside the numbers of the axis, below the title and above the heads' numbers."""
    line = metrics.height()
    return rect.adjusted(metrics.horizontalAdvance("0.00") + 8, 2 * line + RADIUS + 4, -8, -line - 5)


def dot_places(plot: QRectF, dots: Dots) -> dict[int, QPointF]:
    """Head -> the middle of its dot, largest first; heads without a number have none."""
    known = [int(head) for head in dots.order if np.isfinite(dots.values[head])]
    pitch = plot.width() / max(1, len(dots.values))
    return {
        head: QPointF(
            plot.left() + (place + 0.5) * pitch,
            plot.bottom() - float(dots.values[head]) / dots.top * plot.height(),
        )
        for place, head in enumerate(known)
    }


def paint_dots(
    painter: QPainter,
    rect: QRectF,
    dots: Dots,
    theme: Theme,
    selected: int | None = None,
    pointed: int | None = None,
) -> None:
    """Paints title, axis and dots into a rectangle; the selected head is filled with the accent."""
    plot = dots_plot(rect, painter.fontMetrics())
    places = dot_places(plot, dots)
    painter.save()
    line = painter.fontMetrics().height()
    painter.setPen(theme.muted)
    title = painter.fontMetrics().elidedText(dots.title, Qt.TextElideMode.ElideRight, int(rect.width()))
    painter.drawText(QRectF(rect.left(), rect.top(), rect.width(), line), Qt.AlignmentFlag.AlignLeft, title)
    _paint_axis(painter, rect, plot, dots, theme)
    _paint_texts(painter, plot, dots, places, theme, {selected, pointed})
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for head, at in places.items():
        colour = theme.accent if head == selected else theme.text if head == pointed else theme.bars
        painter.setPen(QPen(blend(colour, theme.window, 0.55), 1))
        painter.drawLine(QPointF(at.x(), plot.bottom()), at)
        painter.setPen(QPen(theme.text if head in (selected, pointed) else colour, 1.5))
        painter.setBrush(colour)
        painter.drawEllipse(at, RADIUS, RADIUS)
    painter.restore()


def _paint_axis(painter: QPainter, rect: QRectF, plot: QRectF, dots: Dots, theme: Theme) -> None:
    line = painter.fontMetrics().height()
    ticks = round_ticks(0, dots.top, max(2, min(4, int(plot.height() / (1.6 * line)))))
    step = ticks[1] - ticks[0] if len(ticks) > 1 else 0.0
    for tick in ticks:
        y = plot.bottom() - tick / dots.top * plot.height()
        if y < plot.top() - 1:
            continue
        painter.setPen(theme.line)
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        painter.setPen(theme.muted)
        box = QRectF(rect.left(), y - line, plot.left() - 5 - rect.left(), 2 * line)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, step_written(tick, step))


def _paint_texts(
    painter: QPainter,
    plot: QRectF,
    dots: Dots,
    places: dict[int, QPointF],
    theme: Theme,
    strong: set[int | None],
) -> None:
    """The head's number below each dot, and its value above it: all where they fit, else those that are chosen."""
    metrics = painter.fontMetrics()
    pitch, line = plot.width() / max(1, len(dots.values)), metrics.height()
    width = max((metrics.horizontalAdvance(written(float(dots.values[head]))) for head in places), default=0)
    numbers = metrics.horizontalAdvance(str(len(dots.values)))
    every = max(1, -(-(numbers + 3) // max(1, int(pitch))))
    for place, (head, at) in enumerate(places.items()):
        painter.setPen(theme.text if head in strong else theme.muted)
        if head in strong or (place % every == 0 and not _beside(list(places), place, strong, every)):
            below = QRectF(at.x() - 20, plot.bottom() + 3, 40, line)
            painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, str(head + 1))
        if head in strong or (width + 4 <= pitch and not strong - {None}) or (place == 0 and not strong - {None}):
            _paint_value(painter, plot, at, written(float(dots.values[head])), theme, head in strong)


def _beside(heads: list[int], place: int, strong: set[int | None], every: int) -> bool:
    """Whether a chosen head's number needs the room."""
    near = heads[max(0, place - every + 1) : place + every]
    return every > 1 and any(head in strong for head in near)


def _paint_value(painter: QPainter, plot: QRectF, at: QPointF, text: str, theme: Theme, ground: bool) -> None:
    metrics = painter.fontMetrics()
    box = QRectF(0, 0, metrics.horizontalAdvance(text) + 6, metrics.height())
    box.moveCenter(QPointF(at.x(), at.y() - RADIUS - 3 - box.height() / 2))
    box.moveLeft(min(max(box.left(), plot.left()), plot.right() + 8 - box.width()))
    if ground:
        colour = QColor(theme.window)
        colour.setAlphaF(0.8)
        painter.fillRect(box, colour)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
