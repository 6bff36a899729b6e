"""A figure: parts side by side with titles and colour bars, and a caption below; it can be painted onto anything."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPaintDevice, QPainter

from ...widgets.look.theme import DARK, LIGHT, Theme
from ...widgets.stage.colour_bar import paint_colour_bar

PAPER = replace(LIGHT, window=QColor("#ffffff"))
"""The light theme on white, as a page or a slide is."""

_TEXT = 12
"""Height of the text in points."""
_MARGIN = 12.0
_BAR_HEIGHT = 360.0
_CAPTION_WIDTH = 360.0

Paint = Callable[[QPainter, QRectF], None]


@dataclass(frozen=True, slots=True)
class Span:
    """The values of the first and of the last colour of a colour bar."""

    low: float
    high: float
    colours: str


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """One part of a figure, its size in points."""

    width: float
    height: float
    paint: Paint
    span: Span | None = None
    title: str = ""
    pixels_per_point: float = 1.0
    """At which scale everything that is in it can be seen."""


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """What is shown, laid out in points of 1/72 inch, and in words what it is."""

    what: str
    """One word for its file's name: "overlay", "bars", ..."""
    parts: tuple[Part, ...]
    caption: str
    settings: Mapping[str, object] = field(default_factory=dict)
    """How it was made: plain values, to be written beside it."""
    theme: Theme = PAPER
    caption_lines: int = 1
    """Room that the caption has at least."""

    @property
    def size(self) -> QSizeF:
        """Width and height of the whole, in points."""
        return QSizeF(self._width, self._caption_top + self._caption_height + _MARGIN)

    @property
    def pixels_per_point(self) -> float:
        """At which scale everything that is in it can be seen."""
        return max(part.pixels_per_point for part in self.parts)

    def paint_on(self, device: QPaintDevice, scale: float) -> None:
        """Paints it on an image or a page, with so many of its units for a point."""
        painter = QPainter(device)
        try:
            painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
            # Without it a PDF packs maps as photographs, and their values are blurred.
            painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
            painter.scale(scale, scale)
            self._paint(painter)
        finally:
            painter.end()  # else what fails while it paints would take the device from under it

    def _paint(self, painter: QPainter) -> None:
        painter.setFont(text_font())
        painter.fillRect(QRectF(0, 0, self.size.width(), self.size.height()), self.theme.window)
        left = _MARGIN
        for part in self.parts:
            self._paint_part(painter, part, left)
            left += part.width + _bar_width(part) + _MARGIN
        painter.setPen(self.theme.text)
        room = QRectF(_MARGIN, self._caption_top, self._width - 2 * _MARGIN, self._caption_height + 2)
        painter.drawText(room, Qt.TextFlag.TextWordWrap, self.caption)

    def _paint_part(self, painter: QPainter, part: Part, left: float) -> None:
        top = _MARGIN + self._title_height
        if part.title:
            painter.setPen(self.theme.text)
            title = QFontMetricsF(painter.font()).elidedText(part.title, Qt.TextElideMode.ElideMiddle, part.width)
            painter.drawText(QRectF(left, _MARGIN, part.width, self._title_height), Qt.AlignmentFlag.AlignTop, title)
        painter.save()
        part.paint(painter, QRectF(left, top, part.width, part.height))
        painter.restore()
        if part.span is not None:
            side = QRectF(left + part.width, top, _bar_width(part), min(part.height, _BAR_HEIGHT))
            paint_colour_bar(painter, side, part.span.low, part.span.high, part.span.colours, self.theme)

    @property
    def _width(self) -> float:
        across = sum(part.width + _bar_width(part) + _MARGIN for part in self.parts) + _MARGIN
        return max(across, _CAPTION_WIDTH)

    @property
    def _title_height(self) -> float:
        return _metrics().height() + 4 if any(part.title for part in self.parts) else 0.0

    @property
    def _caption_top(self) -> float:
        return 2 * _MARGIN + self._title_height + max(part.height for part in self.parts)

    @property
    def _caption_height(self) -> float:
        room = QRectF(0, 0, self._width - 2 * _MARGIN, 1e4)
        needed = _metrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), self.caption).height()
        return max(needed, self.caption_lines * _metrics().lineSpacing())


def figure_theme(name: str) -> Theme:
    """ "dark", or the light one on white."""
    return DARK if name == "dark" else PAPER


def text_font() -> QFont:
    """The font of captions and axes, its letters placed the same at every scale."""
    font = QFont()
    font.setPixelSize(_TEXT)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def line_height() -> float:
    """Points of a line of that text."""
    return _metrics().height()


def text_width(text: str) -> float:
    """Points that a text takes."""
    return _metrics().horizontalAdvance(text)


def _metrics() -> QFontMetricsF:
    return QFontMetricsF(text_font())


def _bar_width(part: Part) -> float:
    return 0.0 if part.span is None else _metrics().horizontalAdvance("−0.0000") + 34
