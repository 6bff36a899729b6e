"""The maps of all heads of a layer, to be compared and chosen from."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ..look.theme import caption_font, theme_of
from ..look.ticks import written
from .heads_picture import GAP, Heads, paint_heads, split_captions, tile_rects

Keys = Qt.Key
MARGIN = 5


class HeadGrid(QWidget):
    """A picture for every head; a click selects it, and says so for the selected one too.

    Keys: [ and ] select the neighbour, 1 to 9 that head, Home and End the ends, Return or Space the selected one, or
    else the first.
    """

    head_selected = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heads = Heads(np.zeros((0, 1, 1), dtype=np.float32))
        self._selected: int | None = None
        self._hovered: int | None = None
        self._legend = ""
        self._faded = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(80, 60)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Attention heads"))

    def sizeHint(self) -> QSize:  # noqa: N802
        """Up to four in a row."""
        return QSize(340, self.heightForWidth(340))

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """The height at which up to four in a row fill the width."""
        count = max(1, len(self._heads.maps))
        columns = min(4, count)
        tile, metrics = (width - 2 * MARGIN - GAP * (columns - 1)) / columns, QFontMetrics(caption_font(self.font()))
        lines = split_captions(self._heads, tile, metrics).lines
        row = tile * self._heads.shape + lines * metrics.height() + 2
        rows = -(-count // columns)
        return int(rows * row + GAP * (rows - 1)) + 2 * MARGIN + 1

    def heads(self) -> Heads:
        """What is shown now, to be painted elsewhere by `paint_heads`."""
        return self._heads

    def set_maps(self, values: npt.NDArray[np.floating], low: float, high: float) -> None:
        """**Shapes**: values (h, rows, columns), NaN where there is none; low and high: the ends of the scale."""
        self._show(replace(self._heads, maps=np.asarray(values), low=low, high=high))

    def set_captions(self, captions: Sequence[str]) -> None:
        """What stands below each head; a line break begins a second line."""
        self._show(replace(self._heads, captions=tuple(captions)))

    def set_legend(self, text: str) -> None:
        """What the captions mean: the last line of the tool tip."""
        self._legend = text

    def set_faded(self, faded: bool) -> None:
        """Whether what is shown is out of date."""
        if faded != self._faded:
            self._faded = faded
            self.update()

    def set_colour_map(self, name: str) -> None:
        """One of `COLOUR_MAPS`."""
        self._show(replace(self._heads, colour_map=name))

    def set_selected(self, head: int | None) -> None:
        """The outlined head; None: no single one, e.g. the mean over all."""
        if head != self._selected:
            self._selected = head
            self._show(self._heads)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paints the heads and the ring of the focus."""
        painter, theme = QPainter(self), theme_of(self)
        painter.setFont(caption_font(self.font()))
        painter.setOpacity(0.3 if self._faded else 1.0)
        pointed = () if self._hovered is None else (self._hovered,)
        paint_heads(painter, _inside(self), self._heads, theme, self._selected, pointed)
        painter.setOpacity(1.0)
        if self.hasFocus():
            painter.setPen(theme.accent)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Frames the head under the pointer; its whole caption is the tool tip."""
        found = _head_at(self, event.position())
        if found != self._hovered:
            self._hovered = found
            QToolTip.showText(event.globalPosition().toPoint(), "" if found is None else self._said(found), self)
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Selects the head under the pointer."""
        found = _head_at(self, event.position())
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            self._choose(found)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """No head is pointed at any more."""
        self._hovered = None
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Moves the selection."""
        last, key, now = len(self._heads.maps) - 1, event.key(), self._selected
        wanted = {
            Keys.Key_BracketLeft: last if now is None else now - 1,
            Keys.Key_BracketRight: 0 if now is None else now + 1,
            Keys.Key_Home: 0,
            Keys.Key_End: last,
            Keys.Key_Return: now or 0,
            Keys.Key_Space: now or 0,
            **{Keys(Keys.Key_1.value + number): number for number in range(9)},
        }.get(Keys(key))
        if wanted is None:
            super().keyPressEvent(event)
        elif 0 <= wanted <= last and (wanted != now or key in (Keys.Key_Return, Keys.Key_Space)):
            self._choose(wanted)

    def _choose(self, head: int) -> None:
        self.set_selected(head)
        self.head_selected.emit(head)

    def _said(self, head: int) -> str:
        """Its caption, its size, from where to where its numbers go, and what the caption means."""
        values = self._heads.maps[head]
        finite = values[np.isfinite(values)]
        size = self.tr("{rows} × {columns} cells").format(rows=values.shape[0], columns=values.shape[1])
        if finite.size:
            ends = (written(float(finite.min())), written(float(finite.max())))
            size += self.tr(", {low} to {high}").format(low=ends[0], high=ends[1])
        caption = self._heads.captions[head] if head < len(self._heads.captions) else ""
        return "\n".join(line for line in (caption, size, self._legend) if line)

    def _show(self, heads: Heads) -> None:
        self._heads = heads
        count, number = len(heads.maps), self._selected
        said = self.tr("{count} heads").format(count=count)
        if number is not None:
            said = self.tr("head {number} of {count}").format(number=number + 1, count=count)
        self.setAccessibleDescription(said)
        self.updateGeometry()
        self.update()


def _head_at(grid: HeadGrid, point: QPointF) -> int | None:
    tiles = tile_rects(_inside(grid), grid.heads(), QFontMetrics(caption_font(grid.font())))
    return next((head for head, tile in enumerate(tiles) if tile.adjusted(-3, -3, 3, 3).contains(point)), None)


def _inside(widget: QWidget) -> QRectF:
    return QRectF(widget.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
