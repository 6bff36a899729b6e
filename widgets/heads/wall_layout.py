"""Where the heads of all layers stand on their sheet."""

from dataclasses import dataclass, replace
from typing import Self

from PySide6.QtCore import QPointF, QRectF, QSizeF

LEAST, MOST = 6.0, 480.0
"""Widths of a tile, in logical pixels."""


@dataclass(frozen=True, slots=True)
class WallLayout:
    """Tiles in rows of layers and columns of heads; names at the left and numbers above stay where they are."""

    room: QRectF
    """All of it: names, numbers and tiles."""
    left: float
    """Width of the names."""
    top: float
    """Height of the numbers."""
    tile: float
    """Width of a tile."""
    ratio: float
    """Height of a tile for a width of 1."""
    rows: int
    columns: int
    across: float = 0.0
    """How far it is scrolled to the right."""
    down: float = 0.0

    @classmethod
    def fitted(cls, room: QRectF, left: float, top: float, ratio: float, rows: int, columns: int) -> Self:
        """The largest tiles with which all of it is seen, in the middle of the room."""
        across, down = max(1.0, room.width() - left), max(1.0, room.height() - top)
        tile = min(_tile(across / max(1, columns), 1.0), _tile(down / max(1, rows), ratio))
        layout = cls(room, left, top, min(max(tile, LEAST), MOST), ratio, rows, columns)
        spare = max(0.0, layout.body.width() - layout.size.width())
        return replace(layout, room=room.adjusted(int(spare / 2), 0, 0, 0))

    @property
    def body(self) -> QRectF:
        """Where the tiles are seen."""
        return self.room.adjusted(min(self.left, self.room.width()), min(self.top, self.room.height()), 0, 0)

    @property
    def pitch(self) -> tuple[float, float]:
        """From a tile to the next, across and down."""
        gap = _gap(self.tile)
        return self.tile + gap, self.tile * self.ratio + gap

    @property
    def size(self) -> QSizeF:
        """Of all tiles together."""
        across, down = self.pitch
        return QSizeF(self.columns * across, self.rows * down)

    def tile_rect(self, row: int, column: int) -> QRectF:
        """Where a tile is painted; out of the body where it is not seen."""
        across, down = self.pitch
        body = self.body
        left = body.left() + column * across - self.across
        top = body.top() + row * down - self.down
        return QRectF(round(left), round(top), max(1.0, round(self.tile)), max(1.0, round(self.tile * self.ratio)))

    def at(self, point: QPointF) -> tuple[int, int] | None:
        """(row, column) at a point; the gap belongs to the tile before it. None beside the tiles."""
        body, (across, down) = self.body, self.pitch
        if not body.contains(point):
            return None
        column = int((point.x() - body.left() + self.across) / across)
        row = int((point.y() - body.top() + self.down) / down)
        return (row, column) if 0 <= row < self.rows and 0 <= column < self.columns else None

    def seen(self) -> tuple[range, range]:
        """The rows and columns of which something is seen."""
        body, (across, down) = self.body, self.pitch
        first_row, first_column = int(self.down / down), int(self.across / across)
        last_row = min(self.rows, int((self.down + body.height()) / down) + 1)
        last_column = min(self.columns, int((self.across + body.width()) / across) + 1)
        return range(first_row, last_row), range(first_column, last_column)

    def scrolled(self, across: float, down: float) -> "WallLayout":
        """Scrolled to a place, as far as there are tiles."""
        most = self.farthest
        return replace(self, across=min(max(across, 0.0), most.x()), down=min(max(down, 0.0), most.y()))

    @property
    def farthest(self) -> QPointF:
        """How far it can be scrolled."""
        size, body = self.size, self.body
        return QPointF(max(0.0, size.width() - body.width()), max(0.0, size.height() - body.height()))

    def zoomed(self, factor: float, at: QPointF) -> "WallLayout":
        """Larger tiles by a factor; what lies under the point `at` stays there."""
        tile = min(max(self.tile * factor, LEAST), MOST)
        larger, body = replace(self, tile=tile), self.body
        grown_x, grown_y = larger.pitch[0] / self.pitch[0], larger.pitch[1] / self.pitch[1]
        x, y = at.x() - body.left(), at.y() - body.top()
        return larger.scrolled((self.across + x) * grown_x - x, (self.down + y) * grown_y - y)

    def showing(self, row: int, column: int) -> "WallLayout":
        """Scrolled as little as needed to see a tile whole."""
        body, (across, down) = self.body, self.pitch
        x = min(max(self.across, (column + 1) * across - body.width()), column * across)
        y = min(max(self.down, (row + 1) * down - body.height()), row * down)
        return self.scrolled(x, y)


def _gap(tile: float) -> float:
    """Between tiles of a width."""
    return min(max(2.0, 0.06 * tile), 8.0)


def _tile(pitch: float, ratio: float) -> float:
    """The width of the tiles that stand so far apart, where they are `ratio` times as high as wide."""
    return (pitch - _gap(pitch / (ratio + 0.06))) / ratio
