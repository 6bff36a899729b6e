"""How many weights are how large: a bar for each step of size."""

from dataclasses import replace

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from ..look.theme import caption_font, theme_of
from ..look.ticks import written
from .histogram_picture import Histogram, histogram_rect, paint_histogram

Keys = Qt.Key
_MOVES = {Keys.Key_Comma: -1, Keys.Key_Period: 1}
_ENDS = {Keys.Key_Home: 0, Keys.Key_End: -1}
_TAKES = (Keys.Key_Return, Keys.Key_Enter, Keys.Key_Space)


class HistogramView(QWidget):
    """Counts of weights by their size; pointing at a bar says how many, a click asks for those that are counted in it.

    Keys: , and . move from bar to bar, Home and End to the ends, Return or Space is the click.
    """

    span_chosen = Signal(float, float)
    """From where to where the sizes reach that were clicked; the last step holds its upper end too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._histogram = Histogram(np.zeros(0, dtype=np.float32))
        self._unit = self.tr("weights")
        self._hint = ""
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(120, 70)
        self.setAccessibleName(self.tr("Histogram"))

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for the bars and both axes."""
        return QSize(340, 130)

    def histogram(self) -> Histogram:
        """What is shown now, to be painted elsewhere by `paint_histogram`."""
        return self._histogram

    def set_values(self, values: npt.NDArray[np.floating], low: float | None = None, high: float | None = None) -> None:
        """**Shapes**: values of any shape, NaN where there is none; both ends of the axis, or None for their own."""
        self._show(Histogram(np.asarray(values), low, high, marked=self._histogram.marked))

    def set_marked(self, value: float | None) -> None:
        """The size of what is selected elsewhere, as an upright line; None for none."""
        self._show(replace(self._histogram, marked=value))

    def set_words(self, unit: str, hint: str = "") -> None:
        """What is counted ("channels"), and what a click does with it."""
        self._unit, self._hint = unit, hint
        self._show(self._histogram)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paints the bars and the ring of the focus."""
        painter, theme = QPainter(self), theme_of(self)
        painter.setFont(caption_font(self.font()))
        if self._histogram.known.size:
            paint_histogram(painter, QRectF(self.rect()), self._histogram, theme)
        if self.hasFocus():
            painter.setPen(theme.accent)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Lights up the bar under the pointer and says how many there are of which size."""
        found = self._at(event.position())
        if found != self._histogram.hovered:
            self._show(replace(self._histogram, hovered=found))
            QToolTip.showText(event.globalPosition().toPoint(), self._said(found), self)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Asks for what is counted under the pointer."""
        found = self._at(event.position())
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            self._choose(found)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """No bar is pointed at any more."""
        self._show(replace(self._histogram, hovered=None))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Moves from bar to bar and takes one."""
        key, last, now = Keys(event.key()), len(self._histogram.counts) - 1, self._histogram.selected
        if key in _TAKES and now is not None:
            self._choose(now)
        elif key in _MOVES:
            start = now if now is not None else (-1 if _MOVES[key] > 0 else last + 1)
            self._show(replace(self._histogram, selected=min(max(start + _MOVES[key], 0), last)))
        elif key in _ENDS:
            self._show(replace(self._histogram, selected=0 if key == Keys.Key_Home else last))
        else:
            super().keyPressEvent(event)

    def _choose(self, step: int) -> None:
        self._show(replace(self._histogram, selected=step))
        self.span_chosen.emit(*map(float, self._histogram.edges[step : step + 2]))

    def _show(self, histogram: Histogram) -> None:
        self._histogram = histogram
        total = self.tr("{what}: {count}").format(count=f"{histogram.known.size:,}", what=self._unit)
        self.setAccessibleDescription(self._said(histogram.selected).replace("\n", ". ") or total)
        self.update()

    def _said(self, step: int | None) -> str:
        """How many weights of which size, and what a click does."""
        if step is None or step >= len(self._histogram.counts):
            return ""
        low, high = (written(float(edge)) for edge in self._histogram.edges[step : step + 2])
        count = f"{int(self._histogram.counts[step]):,}"
        text = self.tr("{low} to {high} · {what}: {count}").format(low=low, high=high, count=count, what=self._unit)
        return f"{text}\n{self._hint}" if self._hint else text

    def _at(self, point: QPointF) -> int | None:
        plot = histogram_rect(QRectF(self.rect()), QFontMetrics(caption_font(self.font())))
        if not self._histogram.known.size or not plot.adjusted(0, -4, 0, 4).contains(point):
            return None
        count = len(self._histogram.counts)
        return min(int((point.x() - plot.left()) / plot.width() * count), count - 1)
