"""The channel weights of every layer at once, to be looked over and chosen from."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from ..look.placeholder import paint_placeholder
from ..look.theme import caption_font, theme_of
from .heat_rows import Strip
from .heat_strip_cells import Current, after_key, cell_at, cell_text, that_is_there
from .heat_strip_picture import head_height, paint_heat_strip, paint_strip_head, strip_rects

Keys = Qt.Key
LEAST, MOST = 16, 72
"""Logical pixels of a row's height: fewer cannot be read, more say nothing more."""


class HeatStrip(QAbstractScrollArea):
    """A row for each layer, a colour for each channel's weight; a click selects layer and channel.

    Keys: arrows move from layer to layer and from channel to channel, Home and End to the first and the last channel;
    Return, as a double click, opens what is selected.
    """

    cell_selected = Signal(int, object)
    """(row, channel); the channel is None where weights are counted by size."""
    cell_hovered = Signal(str)
    """What is under the pointer, in words; "" for nothing."""
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strip = Strip()
        self._current: Current | None = None
        self._pointed: tuple[int, int] | None = None
        self._nothing = ("", "")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(self.tr("Channel weights of every layer"))

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for a dozen layers."""
        return QSize(720, 480)

    def strip(self) -> Strip:
        """What is shown now, to be painted elsewhere by `paint_heat_strip`."""
        return self._strip

    def set_strip(self, strip: Strip) -> None:
        """Other rows, or the same drawn otherwise."""
        self._strip, self._pointed = strip, None
        self._current = that_is_there(strip, self._current)
        self._fit()
        self._describe()

    def set_current(self, row: int | None, channel: int | None = None) -> None:
        """The marked layer, scrolled to, and the marked channel of it."""
        wanted = that_is_there(self._strip, None if row is None else (row, channel))
        if wanted == self._current:
            return  # the user may have scrolled elsewhere since
        self._current = wanted
        self._show_current()
        self._describe()

    def set_nothing(self, text: str, hint: str) -> None:
        """What stands there while there is no row."""
        self._nothing = (text, hint)
        self._describe()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paints the rows that are in sight, the line above them and the ring of the focus."""
        painter, theme = QPainter(self.viewport()), theme_of(self)
        seen = QRectF(self.viewport().rect())
        if not self._strip.rows:
            paint_placeholder(painter, seen, *self._nothing, theme)
        else:
            painter.setFont(caption_font(self.font()))
            head = seen.adjusted(0, head_height(painter.fontMetrics()), 0, 0)
            paint_strip_head(
                painter, sheet_of(self).translated(0, self.verticalScrollBar().value()), self._strip, theme
            )
            painter.setClipRect(head.adjusted(0, -10, 0, 0))
            by_channel = self._strip.standing != "histogram"
            current = self._current and (self._current[0], self._current[1] if by_channel else None)
            paint_heat_strip(painter, sheet_of(self), self._strip, theme, current, self._pointed, head)
            painter.setClipping(False)
        if self.hasFocus():
            painter.setPen(theme.accent)
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Makes the rows as high as they fit."""
        self._fit()
        self._show_current()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Frames the weight under the pointer and says what it is."""
        found = _cell_at(self, event.position())
        if found != self._pointed:
            self._pointed = found
            text = "" if found is None else cell_text(self._strip, *found)
            QToolTip.showText(event.globalPosition().toPoint(), text, self)
            self.cell_hovered.emit(text)
            self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Selects the weight under the pointer."""
        found = _cell_at(self, event.position())
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            self._select(found[0], found[1] if self._strip.standing != "histogram" else None)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Opens what the first click has selected."""
        if event.button() == Qt.MouseButton.LeftButton and _cell_at(self, event.position()) is not None:
            self.opened.emit()

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        """Nothing is pointed at once the pointer has left."""
        if event.type() == QEvent.Type.Leave:
            self._pointed = None
            self.cell_hovered.emit("")
            self.viewport().update()
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Moves from weight to weight, and opens what is selected."""
        wanted = None if _held(event) else after_key(self._strip, self._current, Keys(event.key()))
        if wanted is not None:
            self._select(*wanted)
        elif event.key() in (Keys.Key_Return, Keys.Key_Enter) and self._current is not None:
            self.opened.emit()
        else:
            event.ignore()

    def _select(self, row: int, channel: int | None) -> None:
        if (row, channel) != self._current:
            self.set_current(row, channel)
            self.cell_selected.emit(row, channel)

    def _describe(self) -> None:
        said = self.tr("{0} layers").format(len(self._strip.rows)) if self._strip.rows else self._nothing[0]
        if self._current is not None:
            row, channel = self._current
            said = self._strip.rows[row].name if channel is None else cell_text(self._strip, row, channel)
        self.setAccessibleDescription(said.replace("\n", ". "))
        self.viewport().update()

    def _fit(self) -> None:
        over = sheet_of(self).height() - self.viewport().height()
        self.verticalScrollBar().setRange(0, max(0, int(over + 0.999)))
        self.verticalScrollBar().setPageStep(self.viewport().height())
        self.verticalScrollBar().setSingleStep(int(_row_height(self)))
        self.viewport().update()

    def _show_current(self) -> None:
        """Scrolls until the current row is in sight."""
        if self._current is None:
            return
        bar, height = self.verticalScrollBar(), _row_height(self)
        top = int(self._current[0] * height)
        room = int(self.viewport().height() - head_height(_metrics(self)) - height)
        bar.setValue(min(max(bar.value(), top - room), top))


def _held(event: QKeyEvent) -> bool:
    """Whether Ctrl, Alt or Shift is held down: then a key is not the strip's."""
    return bool(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)


def sheet_of(strip: HeatStrip) -> QRectF:
    """All rows and the line above them, in pixels of what is in sight."""
    height = head_height(_metrics(strip)) + len(strip.strip().rows) * _row_height(strip)
    return QRectF(0, -strip.verticalScrollBar().value(), strip.viewport().width(), height)


def _row_height(strip: HeatStrip) -> float:
    room = strip.viewport().height() - head_height(_metrics(strip))
    return min(max(room / max(1, len(strip.strip().rows)), LEAST), MOST)


def _cell_at(strip: HeatStrip, point: QPointF) -> tuple[int, int] | None:
    metrics = _metrics(strip)
    if point.y() < head_height(metrics):
        return None
    rects = strip_rects(sheet_of(strip), strip.strip(), metrics)
    return cell_at(strip.strip(), rects, point, strip.devicePixelRatioF())


def _metrics(strip: HeatStrip) -> QFontMetrics:
    return QFontMetrics(caption_font(strip.font()))
