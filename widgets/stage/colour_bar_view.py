"""The colour bar as it is seen."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ..look.theme import caption_font, theme_of
from ..look.ticks import written
from .colour_bar_picture import WIDTH, BarPlace, End, Range, bar_rect, paint_colour_bar


class ColourBarView(QWidget):
    """The colours of the overlay with their values, and a mark at the value under the pointer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._range: Range = (0.0, 1.0)
        self._span: Range | None = None
        """What the bar reaches over while an end is being dragged."""
        self._lit: End | None = None
        """The end that is pointed at or held."""
        self._colour_map, self._title = "inferno", ""
        self._value: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Colour bar"))
        self._describe()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Wide enough for a number of five figures, and for the title where there is one."""
        title = QFontMetrics(caption_font(self.font())).height() if self._title else 0
        return QSize(WIDTH + 12 + self.fontMetrics().horizontalAdvance("0.00000") + title, 280)

    def set_range(self, low: float, high: float) -> None:
        """The values of the first and of the last colour."""
        if (low, high) != self._range:
            self._range = (low, high)
            self._describe()
            self.update()

    def set_colour_map(self, name: str) -> None:
        """One of `COLOUR_MAPS` or `DIVERGING_MAPS`, or made by `with_gamma`."""
        if name != self._colour_map:
            self._colour_map = name
            self.update()

    def set_value(self, value: float | None) -> None:
        """The value to be marked; None takes the mark away."""
        if value != self._value:
            self._value = value
            self.update()

    def set_title(self, title: str) -> None:
        """What the values are, upright at the left; empty: nothing."""
        self._title = title
        self.setAccessibleName(self.tr("Colour bar: {title}").format(title=title) if title else self.tr("Colour bar"))
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paints the bar over the whole widget, the end that is pointed at, and the ring of the focus."""
        painter, theme, place = QPainter(self), theme_of(self), self._place()
        painter.setFont(caption_font(self.font()))
        look = (*self._range, self._colour_map, theme, self._value, self._title, self._span)
        paint_colour_bar(painter, self._room(), *look)
        if self._lit is not None:
            grip = QRectF(place.bar.left() - 3, place.height_of(self._lit) - 3, place.bar.width() + 5, 6)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.window, 1))
            painter.setBrush(theme.accent)
            painter.drawRoundedRect(grip, 3, 3)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setPen(theme.accent)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _room(self) -> QRectF:
        return QRectF(self.rect()).adjusted(2, 0, -2, 0)

    def _place(self) -> BarPlace:
        line = QFontMetrics(caption_font(self.font())).height()
        return BarPlace(bar_rect(self._room(), line), self._span or self._range, self._range)

    def _describe(self) -> None:
        low, high = (written(end) for end in self._range)
        said = self.tr("From {low} to {high}").format(low=low, high=high)
        self.setAccessibleDescription(said)
        how = self.tr("Drag an end to change it (↑ ↓, Shift for the low end); double click: as it was.")
        self.setToolTip(f"{said}\n{how}")
