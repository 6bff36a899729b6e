"""Figures of the heads of a layer, such as how far each looks, as small sorted dot plots."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ..look.theme import caption_font, theme_of
from ..look.ticks import written
from .dots_picture import Dots, dot_places, dots_plot, paint_dots

Keys = Qt.Key
GAP = 6
_REACH = 14.0
"""Logical pixels beside a dot that still mean it."""


class HeadFigures(QWidget):
    """One plot below the other; a click on a dot selects its head.

    Keys: , and . select the neighbour in the first plot's order, Home and End its ends.
    """

    head_selected = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plots: tuple[Dots, ...] = ()
        self._selected: int | None = None
        self._pointed: int | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(self.tr("Figures of the heads"))

    def sizeHint(self) -> QSize:  # noqa: N802
        """As high as nine lines of text for every plot."""
        return self._size(9)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Seven lines: title, a value, the heads' numbers, and four for the dots."""
        return self._size(7)

    def _size(self, lines: int) -> QSize:
        height = QFontMetrics(caption_font(self.font())).height() * lines
        return QSize(120, max(1, len(self._plots)) * (height + GAP))

    def plots(self) -> tuple[Dots, ...]:
        """What is shown now, to be painted elsewhere by `paint_dots`."""
        return self._plots

    def set_figures(self, figures: Sequence[tuple[str, npt.NDArray[np.floating]]]) -> None:
        """A title and a number for every head, once for every plot. **Shapes**: (h,) each, NaN where there is none."""
        self._plots = tuple(Dots(title, np.asarray(values, dtype=np.float64)) for title, values in figures)
        self._pointed = None
        self.updateGeometry()
        self._describe()

    def set_selected(self, head: int | None) -> None:
        """The head in the accent colour."""
        self._selected = head
        self._describe()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paints the plots and the ring of the focus."""
        painter, theme = QPainter(self), theme_of(self)
        painter.setFont(caption_font(self.font()))
        for dots, rect in zip(self._plots, self._rects(), strict=True):
            paint_dots(painter, rect, dots, theme, self._selected, self._pointed)
        if self.hasFocus():
            painter.setPen(theme.accent)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Says the head under the pointer with all its numbers."""
        self._point(self._at(event.position()), event.globalPosition().toPoint())

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Selects the head under the pointer."""
        head = self._at(event.position())
        if head is not None and event.button() == Qt.MouseButton.LeftButton:
            self._select(head)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """No head is pointed at any more."""
        self._point(None, QPoint())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Moves the selection among the dots as they stand."""
        order = [int(head) for head in self._plots[0].order] if self._plots else []
        steps, ends = {Keys.Key_Comma: -1, Keys.Key_Period: 1}, {Keys.Key_Home: 0, Keys.Key_End: -1}
        key = Keys(event.key())
        if order and key in ends:
            self._select(order[ends[key]])
        elif order and key in steps:
            at = order.index(self._selected) + steps[key] if self._selected in order else 0
            self._select(order[min(max(at, 0), len(order) - 1)])
        else:
            super().keyPressEvent(event)

    def _select(self, head: int) -> None:
        self.set_selected(head)
        self.head_selected.emit(head)

    def _point(self, head: int | None, at: QPoint) -> None:
        if head == self._pointed:
            return
        self._pointed = head
        if head is None:
            QToolTip.hideText()
        else:
            QToolTip.showText(at, self._said(head), self)
        self.update()

    def _said(self, head: int) -> str:
        figures = [f"{dots.title}: {written(float(dots.values[head]))}" for dots in self._plots]
        return "\n".join([self.tr("head {0}").format(head + 1), *figures])

    def _describe(self) -> None:
        chosen = self._selected is not None and self._plots and self._selected < len(self._plots[0].values)
        self.setAccessibleDescription(self._said(self._selected).replace("\n", ", ") if chosen else "")  # pyright: ignore[reportArgumentType]
        self.update()

    def _rects(self) -> list[QRectF]:
        inside = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        count = len(self._plots)
        height = (inside.height() - GAP * (count - 1)) / max(1, count)
        return [QRectF(inside.left(), inside.top() + n * (height + GAP), inside.width(), height) for n in range(count)]

    def dots(self, plot: int) -> dict[int, QPointF]:
        """Head -> the middle of its dot in one of the plots, on the widget."""
        metrics = QFontMetrics(caption_font(self.font()))
        return dot_places(dots_plot(self._rects()[plot], metrics), self._plots[plot])

    def _at(self, point: QPointF) -> int | None:
        """The head whose dot is nearest in the column under the pointer."""
        for plot, rect in enumerate(self._rects()):
            places = self.dots(plot)
            if rect.contains(point) and places:
                head = min(places, key=lambda head: abs(places[head].x() - point.x()))
                return head if abs(places[head].x() - point.x()) <= _REACH else None
        return None
