"""A bar for every channel: how strongly it was let through."""

from dataclasses import replace

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from .bars_picture import Bars, paint_bars, plot_rects
from .theme import caption_font, theme_of
from .ticks import written

Keys = Qt.Key


class ChannelBars(QWidget):
    """Bars of channel weights, in order or strongest first; n branches stand in n rows.

    Keys: , and . select the neighbour, Page Up and Page Down ten further, Home and End the ends.
    """

    channel_selected = Signal(int)
    channel_hovered = Signal(object)
    """(channel, value), or None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars = Bars(np.zeros((1, 0), dtype=np.float32))
        self._pointed: tuple[int, float] | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(120, 80)
        self.setAccessibleName(self.tr("Channel weights"))

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for a hundred bars."""
        return QSize(340, 240)

    def bars(self) -> Bars:
        """What is shown now, to be painted elsewhere by `paint_bars`."""
        return self._bars

    def set_values(self, values: npt.NDArray[np.floating]) -> None:
        """**Shapes**: values (C,), or (n, C) for n branches; any range. Nothing is selected afterwards."""
        rows = np.atleast_2d(np.asarray(values, dtype=np.float32))
        self._show(Bars(rows, by_size=self._bars.by_size))

    def set_sorted(self, by_size: bool) -> None:
        """Strongest first, or in the order of the channels."""
        self._show(replace(self._bars, by_size=by_size))

    def set_selected(self, channel: int | None) -> None:
        """The channel in the accent colour."""
        self._show(replace(self._bars, selected=channel))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paints bars, axes and the ring of the focus."""
        painter, theme = QPainter(self), theme_of(self)
        painter.setFont(caption_font(self.font()))
        if self._bars.values.shape[1]:
            paint_bars(painter, QRectF(self.rect()), self._bars, theme)
        if self.hasFocus():
            painter.setPen(theme.accent)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Lights up the bar under the pointer and says its channel and value."""
        found = self._at(event.position())
        if found == self._pointed:
            return
        self._pointed = found
        self._bars = replace(self._bars, hovered=None if found is None else found[0])
        text = self.tr("channel {number} · {value}").format(number=found[0], value=written(found[1])) if found else ""
        QToolTip.showText(event.globalPosition().toPoint(), text, self)
        self.update()
        self.channel_hovered.emit(found)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Selects the bar under the pointer."""
        found = self._at(event.position())
        if found and event.button() == Qt.MouseButton.LeftButton:
            self._select(found[0])

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """No bar is pointed at any more."""
        self._pointed = None
        self._bars = replace(self._bars, hovered=None)
        self.update()
        self.channel_hovered.emit(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Moves the selection among the bars as they stand."""
        steps = {Keys.Key_Comma: -1, Keys.Key_Period: 1, Keys.Key_PageUp: -10, Keys.Key_PageDown: 10}
        ends = {Keys.Key_Home: 0, Keys.Key_End: -1}
        order = self._bars.order
        if event.key() in ends and order.size:
            self._select(int(order[ends[Keys(event.key())]]))
        elif event.key() in steps and order.size:
            self._step(steps[Keys(event.key())])
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        order, selected = self._bars.order, self._bars.selected
        if selected is None:
            self._select(int(order[0 if by > 0 else -1]))
            return
        place = int(np.flatnonzero(order == selected)[0]) + by
        self._select(int(order[min(max(place, 0), len(order) - 1)]))

    def _select(self, channel: int) -> None:
        if channel != self._bars.selected:
            self.set_selected(channel)
            self.channel_selected.emit(channel)

    def _show(self, bars: Bars) -> None:
        self._bars = bars
        said = self.tr("{count} channels").format(count=bars.values.shape[1])
        if bars.selected is not None:
            value = written(float(bars.values[:, bars.selected].mean()))
            said = self.tr("channel {number} · {value}").format(number=bars.selected, value=value)
        self.setAccessibleDescription(said)
        self.update()

    def _at(self, point: QPointF) -> tuple[int, float] | None:
        """(channel, value) of the bar at a point; of several in one pixel the strongest, which is the one seen."""
        count = self._bars.values.shape[1]
        plots = plot_rects(QRectF(self.rect()), len(self._bars.values), QFontMetrics(caption_font(self.font())))
        for plot, values in zip(plots, self._bars.values, strict=True):
            if not count or not plot.adjusted(0, -4, 0, 4).contains(point):
                continue
            first = int((point.x() - plot.left()) / plot.width() * count)
            shared = max(1, int(count / (plot.width() * self.devicePixelRatioF())))
            channels = self._bars.order[min(first, count - 1) : first + shared]
            strongest = int(channels[np.argmax(np.abs(np.nan_to_num(values[channels])))])
            return strongest, float(values[strongest])
        return None
