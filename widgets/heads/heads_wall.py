"""The whole network on one sheet: every head of every layer at the picked query."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ..look.claimed_keys import claim
from ..look.theme import Theme, caption_font, theme_of
from .kept_sheet import KeptSheet
from .wall_lens import lens_lines, paint_lens
from .wall_picture import Wall, WallRow, paint_ring
from .wall_sheet import WallSheet

Keys = Qt.Key
ZOOMS = {Keys.Key_Plus: 1.25, Keys.Key_Equal: 1.25, Keys.Key_Minus: 0.8, Keys.Key_Underscore: 0.8}
WAYS = {Keys.Key_Left: (0, -1), Keys.Key_Right: (0, 1), Keys.Key_Up: (-1, 0), Keys.Key_Down: (1, 0)}
_ENOUGH = 180.0
"""A tile of this width needs no lens."""


class HeadsWall(WallSheet):
    """Rows are layers, columns are heads; a click chooses a head, a double click or Return opens it.

    Keys: the arrows go from head to head, Home and End to the first and the last of the layer, + - 0 zoom and fit.
    See `WallSheet` for the mouse.
    """

    head_selected = Signal(int, int)
    """Row and head."""
    head_opened = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._current: tuple[int, int | None] | None = None
        self._pointed: tuple[int, int] | None = None
        self._kept = KeptSheet()
        self.setMinimumSize(160, 120)
        self.setAccessibleName(self.tr("Every head of every layer"))

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for tiles worth looking at."""
        return QSize(720, 560)

    def wall(self) -> Wall:
        """What is shown now, to be painted elsewhere by `paint_wall`."""
        return self._wall

    def set_layers(self, layers: Sequence[tuple[str, int]], ratio: float = 1.0) -> None:
        """Other layers, (name, heads) each, without maps yet; `ratio`: height of the input for a width of 1."""
        self._wall = Wall(tuple(WallRow(title, heads) for title, heads in layers), ratio, self._wall.photo)
        self._current, self._pointed = None, None
        self.fit()
        self._describe()

    def set_maps(
        self,
        row: int,
        maps: npt.NDArray[np.floating] | None,
        limits: Sequence[tuple[float, float]] = (),
        box: tuple[float, float, float, float] = (0.0, 0.0, 1.0, 1.0),
        colour_map: str = "inferno",
        none: bool = False,
    ) -> None:
        """The heads of one layer, or None while they are on their way; with `none` they will not come.

        **Shapes**: maps (h, rows, columns), NaN where there is none; limits: low and high end for every head; box: x,
        y, width, height of the maps in shares of the input.
        """
        title = self._wall.rows[row].title
        empty = WallRow(title, self._wall.rows[row].heads, none=none)
        ends = np.asarray(limits, dtype=np.float32).reshape(-1, 2)
        shown = empty if maps is None else WallRow(title, len(maps), maps, ends[:, 0], ends[:, 1], box, colour_map)
        rows = (*self._wall.rows[:row], shown, *self._wall.rows[row + 1 :])
        self._wall = replace(self._wall, rows=rows)
        self.viewport().update()

    def set_facts(self, row: int, facts: Sequence[str]) -> None:
        """What else is known of each head of a layer, in a line."""
        if tuple(facts) != self._wall.facts.get(row, ()):
            self._wall = replace(self._wall, facts={**self._wall.facts, row: tuple(facts)})
            self._describe()

    def set_photo(self, photo: QImage | None) -> None:
        """What the network saw, to lie under every map; None takes it away."""
        self._wall = replace(self._wall, photo=photo)
        self.viewport().update()

    def set_current(self, row: int | None, head: int | None = None) -> None:
        """The ringed head, scrolled into sight; with `head` None all heads of the row are."""
        known = row is not None and row < len(self._wall.rows)
        self._current = (row, head) if known and row is not None else None
        if self._current and not self._fitted:
            self._place(self._layout.showing(self._current[0], head or 0))
        self._describe()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paints the sheet, which is kept until it changes, the rings, the lens and the ring of the focus."""
        painter, theme = QPainter(self.viewport()), theme_of(self)
        painter.setFont(caption_font(self.font()))
        painter.drawPixmap(0, 0, self._kept.pixmap(self.viewport(), self._wall, self._layout))
        self._paint_rings(painter, theme)
        if self._pointed is not None and self._layout.tile < _ENOUGH:
            tile = self._layout.tile_rect(*self._pointed)
            paint_lens(painter, QRectF(self.viewport().rect()), tile, self._wall, self._pointed, theme)
        if self.hasFocus():
            painter.setPen(theme.accent)
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))

    def event(self, event: QEvent) -> bool:
        """Keeps the keys of the zoom from the menus."""
        return claim(event, (*ZOOMS, Keys.Key_0)) or super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        """Puts the lens away when the pointer leaves."""
        if event.type() == QEvent.Type.Leave:
            self._point(None)
        return super().viewportEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Enlarges the head under the pointer, or drags the sheet."""
        super().mouseMoveEvent(event)
        self._point(None if self._dragged and self._pressed else self._head_at(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Opens the head under the pointer."""
        found = self._head_at(event.position())
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            self.head_opened.emit(*found)

    def clicked_at(self, point: QPointF) -> None:
        """Chooses the head under the pointer."""
        found = self._head_at(point)
        if found is not None:
            self._select(*found)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Goes from head to head, zooms, opens."""
        key, held = Keys(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == Keys.Key_0:
            self.fit()
        elif key in ZOOMS:
            self.zoom_by(ZOOMS[key])
        elif key in (*WAYS, Keys.Key_Home, Keys.Key_End) and not held and self._wall.rows:
            self._step(key)
        elif key in (Keys.Key_Return, Keys.Key_Enter) and self._current is not None:
            self.head_opened.emit(self._current[0], self._current[1] or 0)
        else:
            event.ignore()

    def _step(self, key: Qt.Key) -> None:
        """To the neighbour; from a whole row, or from nowhere, to its first head."""
        row, head = self._current or (0, None)
        down, across = WAYS.get(key, (0, 0))
        row = min(max(row + (down if self._current else 0), 0), len(self._wall.rows) - 1)
        last = self._wall.rows[row].heads - 1
        wanted = {Keys.Key_Home: 0, Keys.Key_End: last}.get(key, 0 if head is None else head + across)
        self._point(None)
        self._select(row, min(max(wanted, 0), last))

    def _select(self, row: int, head: int) -> None:
        self.set_current(row, head)
        self.head_selected.emit(row, head)

    def _point(self, place: tuple[int, int] | None) -> None:
        if place != self._pointed:
            self._pointed = place
            self.viewport().update()

    def _head_at(self, point: QPointF) -> tuple[int, int] | None:
        found = self._layout.at(point)
        return found if found and found[1] < self._wall.rows[found[0]].heads else None

    def _paint_rings(self, painter: QPainter, theme: Theme) -> None:
        """Around the head under the pointer, and around the current one, or all heads of its row."""
        painter.save()
        painter.setClipRect(self._layout.body.adjusted(-3, -3, 3, 3))
        if self._pointed is not None:
            paint_ring(painter, self._layout.tile_rect(*self._pointed), theme.text, 1.0)
        if self._current is not None:
            row, head = self._current
            first, last = (0, self._wall.rows[row].heads - 1) if head is None else (head, head)
            joined = self._layout.tile_rect(row, first).united(self._layout.tile_rect(row, last))
            paint_ring(painter, joined, theme.accent, 2.0)
        painter.restore()

    def _describe(self) -> None:
        """For screen readers: what the lens says of the current head."""
        said = self.tr("layers of heads: {count}").format(count=len(self._wall.rows))
        if self._current is not None and self._current[1] is not None:
            said = ", ".join(lens_lines(self._wall, self._current[0], self._current[1]))
        self.setAccessibleDescription(said)
        self.viewport().update()
