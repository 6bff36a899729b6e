"""A bar for every channel: how strongly it was let through."""

from dataclasses import replace

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from ..look.theme import caption_font, theme_of
from ..look.ticks import written
from .bars_picture import Bars, paint_bars, plot_rects
from .channel_choice import ChannelChoice

Keys = Qt.Key
_STEPS = {Keys.Key_Comma: -1, Keys.Key_Period: 1, Keys.Key_PageUp: -10, Keys.Key_PageDown: 10}
_ENDS = {Keys.Key_Home: 0, Keys.Key_End: -1}
_SHIFTED = {Keys.Key_Less: -1, Keys.Key_Greater: 1, Keys.Key_Semicolon: -1, Keys.Key_Colon: 1}
"""What , and . are with Shift held down: on an English keyboard, and on a German one."""
_NONE = Bars(np.zeros((1, 0), dtype=np.float32))


class ChannelBars(QWidget):
    """Bars of channel weights, in order or strongest first; n branches stand in n rows.

    A click selects a channel, Ctrl and a click picks one more, Shift and a click all up to there; a click on the only
    one takes it away. Keys: , and . select the neighbour, with Shift they pick it too; Page Up and Page Down go ten
    further, Home and End to the ends; Delete takes all away.
    """

    channel_selected = Signal(int)
    """The user selected this one, and no other."""
    channels_picked = Signal(object, object)
    """The user picked several, or none: (the main channel or None, a tuple of the others)."""
    channel_hovered = Signal(object)
    """(channel, value), or None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars, self._choice = _NONE, ChannelChoice()
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
        self._choice = ChannelChoice()
        self._show(Bars(rows, by_size=self._bars.by_size))

    def set_sorted(self, by_size: bool) -> None:
        """Strongest first, or in the order of the channels."""
        self._show(replace(self._bars, by_size=by_size))

    def set_selected(self, channel: int | None, others: tuple[int, ...] = ()) -> None:
        """The channel in the accent colour, and those that are picked beside it."""
        if (channel, others) != (self._choice.main, self._choice.others):
            self._choice = ChannelChoice(channel, others)
        self._show(replace(self._bars, selected=channel, chosen=others))

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
        """Picks the bar under the pointer: alone, beside others, or with all up to it."""
        found = self._at(event.position())
        if found is None or event.button() != Qt.MouseButton.LeftButton:
            return
        held = event.modifiers()
        if held & Qt.KeyboardModifier.ControlModifier:
            self._pick(self._choice.toggled(found[0]))
        elif held & Qt.KeyboardModifier.ShiftModifier:
            self._pick(self._choice.reaching(found[0], self._bars.order))
        else:
            self._pick(self._choice.only(found[0]))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """No bar is pointed at any more."""
        self._pointed = None
        self._bars = replace(self._bars, hovered=None)
        self.update()
        self.channel_hovered.emit(None)

    def event(self, event: QEvent) -> bool:
        """While the bars have the focus, their keys are theirs and nobody's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and self._is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Moves the selection among the bars as they stand, or makes it longer."""
        chosen = _after_key(event, self._choice, self._bars.order)
        if chosen is None:
            super().keyPressEvent(event)
        else:
            self._pick(chosen)

    def _is_own(self, event: QEvent) -> bool:
        return isinstance(event, QKeyEvent) and _after_key(event, self._choice, self._bars.order) is not None

    def _pick(self, choice: ChannelChoice) -> None:
        """Shows what the user picked, and says so where it is something else."""
        before, self._choice = self._choice, choice
        if (choice.main, choice.others) == (before.main, before.others):
            return
        self._show(replace(self._bars, selected=choice.main, chosen=choice.others))
        if choice.main is not None and not choice.others:
            self.channel_selected.emit(choice.main)
        else:
            self.channels_picked.emit(choice.main, choice.others)

    def _show(self, bars: Bars) -> None:
        self._bars = bars
        said = self.tr("{count} channels").format(count=bars.values.shape[1])
        if bars.selected is not None and bars.selected < bars.values.shape[1]:
            value = written(float(bars.values[:, bars.selected].mean()))
            said = self.tr("channel {number} · {value}").format(number=bars.selected, value=value)
        if bars.chosen:
            said = self.tr("{0}, and {1} more").format(said, len(bars.chosen))
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


def _after_key(event: QKeyEvent, choice: ChannelChoice, order: npt.NDArray[np.intp]) -> ChannelChoice | None:
    """What a key makes of the choice; None where it is no key of the bars."""
    key = Keys(event.key())
    shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    if key in (Keys.Key_Delete, Keys.Key_Backspace):
        return ChannelChoice()
    if not order.size:
        return None
    if shifted and key in _SHIFTED:
        return choice.extended(_SHIFTED[key], order)
    if key in _STEPS:
        return (choice.extended if shifted else choice.moved)(_STEPS[key], order)
    if key in _ENDS:
        end = int(order[_ENDS[key]])
        return choice.reaching(end, order) if shifted else ChannelChoice(end)
    return None
