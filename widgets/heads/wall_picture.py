"""Every head of every layer on one sheet, painted the same on screen and in a file."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QPen

from ..look.colours import indexed
from ..look.device_pixels import device_scale
from ..look.sharp_cells import paint_map
from ..look.theme import Theme
from .wall_layout import WallLayout

_OVER_PHOTO = 0.72
"""Opacity of the maps where the photo lies under them."""


@dataclass(frozen=True, eq=False)
class WallRow:
    """The heads of one layer.

    **Shapes**: maps (h, rows, columns), NaN where there is none, None while they are on their way; lows and highs
    (h,), the ends of each map's scale; box: x, y, width and height of the maps in shares of the network's input.
    """

    title: str
    heads: int
    maps: npt.NDArray[np.floating] | None = None
    lows: npt.NDArray[np.floating] | None = None
    highs: npt.NDArray[np.floating] | None = None
    box: tuple[float, float, float, float] = (0.0, 0.0, 1.0, 1.0)
    colour_map: str = "inferno"
    none: bool = False
    """Whether there are no maps, and none to come."""

    @cached_property
    def images(self) -> list[QImage]:
        """Each map as an image, a pixel a cell; none while they are on their way."""
        if self.maps is None or self.lows is None or self.highs is None:
            return []
        lows = np.asarray(self.lows, dtype=np.float32)[:, None, None]
        spans = np.asarray(self.highs, dtype=np.float32)[:, None, None] - lows
        shares = (self.maps - lows) / np.where(spans > 0, spans, np.float32(1))
        return [indexed(share, 0, 1, self.colour_map) for share in shares]


@dataclass(frozen=True, eq=False)
class Wall:
    """All layers of heads, in the order they ran."""

    rows: tuple[WallRow, ...] = ()
    ratio: float = 1.0
    """Height of the network's input for a width of 1."""
    photo: QImage | None = None
    """What the network saw, to lie faintly under every map."""
    facts: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    """Row -> what else is known of each of its heads, in a line."""

    @property
    def columns(self) -> int:
        """Heads of the layer that has most."""
        return max((row.heads for row in self.rows), default=0)

    @cached_property
    def names(self) -> list[str]:
        """The layers' names without the dotted parts that all of them begin with."""
        return short_names([row.title for row in self.rows])

    def fact(self, row: int, head: int) -> str:
        """What else is known of a head; "" where nothing is."""
        known = self.facts.get(row, ())
        return known[head] if head < len(known) else ""

    def under(self, size: QSize) -> QImage | None:
        """The photo in the size of a tile, in device pixels."""
        if self.photo is None or size.isEmpty():
            return None
        if size not in self._scaled:
            keep, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            self._scaled.clear()
            self._scaled[size] = self.photo.scaled(size, keep, smooth)
        return self._scaled[size]

    @cached_property
    def _scaled(self) -> dict[QSize, QImage]:
        return {}


def short_names(titles: Sequence[str]) -> list[str]:
    """Titles without the dotted parts that all of them begin with; the last part always stays."""
    parts = [title.split(".") for title in titles]
    if len(parts) < 2:
        return list(titles)
    shared = 0
    while all(len(one) > shared + 1 and one[shared] == parts[0][shared] for one in parts):
        shared += 1
    return [".".join(one[shared:]) for one in parts]


def wall_layout(rect: QRectF, wall: Wall, metrics: QFontMetrics) -> WallLayout:
    """The largest tiles with which the whole sheet fits into a rectangle."""
    widest = max((metrics.horizontalAdvance(name) for name in wall.names), default=0)
    left = min(widest, rect.width() * 0.24) + 10
    return WallLayout.fitted(rect, left, metrics.height() + 6, wall.ratio, len(wall.rows), wall.columns)


def paint_wall(painter: QPainter, rect: QRectF, wall: Wall, theme: Theme, layout: WallLayout | None = None) -> None:
    """Paints the sheet into a rectangle: the whole of it unless a layout says what is seen; text in the painter's font.

    The rectangle's background is left as it is.
    """
    layout = layout or wall_layout(rect, wall, painter.fontMetrics())
    paint_rows(painter, layout, wall, theme, range(len(wall.rows)))
    _paint_names(painter, layout, wall, theme)
    _paint_numbers(painter, layout, wall, theme)


def paint_rows(painter: QPainter, layout: WallLayout, wall: Wall, theme: Theme, chosen: Collection[int]) -> None:
    """Paints the maps of some layers, as far as they are seen."""
    rows, columns = layout.seen()
    painter.save()
    painter.setClipRect(layout.body, Qt.ClipOperation.IntersectClip)
    for row in (row for row in rows if row in chosen):
        for column in columns:
            if column < wall.rows[row].heads:
                paint_tile(painter, layout.tile_rect(row, column), wall, row, column, theme)
    painter.restore()


def paint_tile(painter: QPainter, tile: QRectF, wall: Wall, row: int, head: int, theme: Theme) -> None:
    """Paints one head: its map where it lies on the network's input, three dots while it is on its way, or a dash."""
    shown = wall.rows[row]
    painter.fillRect(tile, theme.raised)
    if head >= len(shown.images):
        painter.setPen(theme.muted)
        mark = "–" if shown.none else "…"
        if tile.width() >= painter.fontMetrics().horizontalAdvance(mark):
            painter.drawText(tile, Qt.AlignmentFlag.AlignCenter, mark)
        return
    under = wall.under((tile.size() * device_scale(painter)).toSize())
    if under is not None:
        painter.drawImage(tile, under)
        painter.setOpacity(_OVER_PHOTO)
    x, y, width, height = shown.box
    place = QRectF(
        tile.left() + x * tile.width(), tile.top() + y * tile.height(), width * tile.width(), height * tile.height()
    )
    if tile.contains(place):
        paint_map(painter, place, shown.images[head])
    else:  # cells of a padded convolution begin beyond the input
        painter.save()
        painter.setClipRect(tile, Qt.ClipOperation.IntersectClip)
        paint_map(painter, place, shown.images[head])
        painter.restore()
    painter.setOpacity(1.0)


def paint_ring(painter: QPainter, tile: QRectF, colour: QColor, width: float) -> None:
    """A frame around a tile, with a dark rim that is seen on any map."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in (QPen(QColor(0, 0, 0, 150), width + 2), QPen(colour, width)):
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.drawRect(tile)


def _paint_names(painter: QPainter, layout: WallLayout, wall: Wall, theme: Theme) -> None:
    """The layers' names at the left, every second, fifth, ... where rows are low; long ones lose their middle."""
    metrics, line = painter.fontMetrics(), painter.fontMetrics().height()
    body = layout.body
    every = next((n for n in (1, 2, 5, 10, 20, 50) if n * layout.pitch[1] >= line - 1), 100)
    painter.save()
    painter.setClipRect(
        QRectF(layout.room.left(), body.top(), layout.left, body.height()), Qt.ClipOperation.IntersectClip
    )
    painter.setPen(theme.muted)
    for row in layout.seen()[0]:
        if row % every == 0:
            tile = layout.tile_rect(row, 0)
            box = QRectF(layout.room.left(), tile.center().y() - line / 2, layout.left - 8, line)
            name = metrics.elidedText(wall.names[row], Qt.TextElideMode.ElideMiddle, int(box.width()))
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, name)
    painter.restore()


def _paint_numbers(painter: QPainter, layout: WallLayout, wall: Wall, theme: Theme) -> None:
    """The heads' numbers above, from 1."""
    metrics, line, body = painter.fontMetrics(), painter.fontMetrics().height(), layout.body
    widest = metrics.horizontalAdvance(str(wall.columns)) + 4
    every = next((n for n in (1, 2, 5, 10, 20, 50) if n * layout.pitch[0] >= widest), 100)
    painter.save()
    painter.setClipRect(
        QRectF(body.left(), layout.room.top(), body.width(), layout.top), Qt.ClipOperation.IntersectClip
    )
    painter.setPen(theme.muted)
    for column in layout.seen()[1]:
        if (column + 1) % every == 0 or column == 0:
            middle = layout.tile_rect(0, column).center().x()
            box = QRectF(QPointF(middle - 30, body.top() - line - 3), QPointF(middle + 30, body.top() - 3))
            painter.drawText(box, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, str(column + 1))
    painter.restore()
