"""A map cell by cell with its numbers, painted the same on screen and in a file."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QPen

from ..look.colours import indexed, quantised, table
from ..look.photo import device_scale
from ..look.theme import Theme
from ..look.ticks import step_written, written
from ..look.viewport import Viewport

Cell = tuple[int, int]
"""Row and column."""

_AIR = 4
"""Logical pixels left free beside a number in its cell."""
_BRIGHT = 135.0
"""Above this luminance (0 to 255) a number is written in black."""


@dataclass(frozen=True, eq=False)
class ValueCells:
    """A map at its own resolution. **Shapes**: values (rows, columns), NaN where there is none."""

    values: npt.NDArray[np.floating]
    low: float = 0.0
    high: float = 1.0
    colour_map: str = "inferno"

    @cached_property
    def image(self) -> QImage:
        """One pixel for a cell."""
        return indexed(self.values, self.low, self.high, self.colour_map)

    @cached_property
    def bright(self) -> npt.NDArray[np.bool_]:
        """(rows, columns): whether a cell's colour is so bright that black is read on it."""
        colours = table(self.colour_map)[quantised(self.values, self.low, self.high)]
        return colours @ np.array([0.2126, 0.7152, 0.0722]) > _BRIGHT

    @cached_property
    def decimals(self) -> int:
        """So many that the largest values have two figures, the same for all cells."""
        finite = np.abs(self.values[np.isfinite(self.values)])
        largest = float(finite.max()) if finite.size else 0.0
        return int(np.clip(1 - np.floor(np.log10(largest)), 0, 6)) + (1 <= largest < 10) if largest > 0 else 0

    @cached_property
    def widest(self) -> str:
        """The longest number that has to fit into a cell."""
        finite = self.values[np.isfinite(self.values)]
        ends = (float(finite.min()), float(finite.max())) if finite.size else (0.0,)
        return max(map(self.number, ends), key=len)

    def number(self, value: float) -> str:
        """A value as it is written into a cell."""
        return step_written(value, 10.0**-self.decimals) if self.decimals <= 4 else written(value, 2)


def fitted_view(rect: QRectF, cells: ValueCells) -> Viewport:
    """The whole map in the middle of a rectangle."""
    rows, columns = cells.values.shape
    return Viewport.fitted(columns, rows, rect)


def paint_value_map(
    painter: QPainter,
    rect: QRectF,
    cells: ValueCells,
    theme: Theme,
    view: Viewport | None = None,
    cursor: Cell | None = None,
    pointed: Cell | None = None,
) -> None:
    """Paints what of the map lies in the rectangle, and its numbers where the cells have room for them."""
    rows, columns = cells.values.shape
    if not rows or not columns:
        return
    view = view or fitted_view(rect, cells)
    whole = view.to_screen((0, 0, columns, rows))
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    painter.fillRect(whole, theme.raised)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, view.scale * device_scale(painter) < 1)
    painter.drawImage(whole, cells.image)
    if view.scale >= room_for_numbers(cells, painter.fontMetrics()):
        _paint_numbers(painter, rect, cells, view)
    for cell, colour in ((pointed, theme.muted), (cursor, theme.accent)):
        if cell is not None and cell[0] < rows and cell[1] < columns:
            _paint_frame(painter, view.to_screen((cell[1], cell[0], 1, 1)), colour)
    painter.restore()


def room_for_numbers(cells: ValueCells, metrics: QFontMetrics) -> float:
    """The side of a cell from which on its number is written into it, in logical pixels."""
    return max(metrics.horizontalAdvance(cells.widest) + _AIR, metrics.height() + 2)


def _paint_numbers(painter: QPainter, rect: QRectF, cells: ValueCells, view: Viewport) -> None:
    rows, columns = cells.values.shape
    left, top = view.to_picture(rect.topLeft())
    right, bottom = view.to_picture(rect.bottomRight())
    for row in range(max(0, int(top)), min(rows, int(bottom) + 1)):
        for column in range(max(0, int(left)), min(columns, int(right) + 1)):
            value = float(cells.values[row, column])
            painter.setPen(Qt.GlobalColor.black if cells.bright[row, column] else Qt.GlobalColor.white)
            room = view.to_screen((column, row, 1, 1))
            if np.isfinite(value):
                painter.drawText(room, Qt.AlignmentFlag.AlignCenter, cells.number(value))


def _paint_frame(painter: QPainter, room: QRectF, colour: QColor) -> None:
    """A frame that stands out from any colour of a cell."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in (QPen(QColor(0, 0, 0, 200), 4), QPen(QColor(255, 255, 255), 2), QPen(colour, 1)):
        painter.setPen(pen)
        painter.drawRect(room)
