"""Which part of a matrix is seen when it is zoomed."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

FEWEST = 4.0
"""Cells that are still seen along the shorter side at the largest zoom."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a matrix, in shares of its width and height: left and top edge, and its size in both directions."""

    left: float = 0.0
    top: float = 0.0
    size: float = 1.0

    def zoomed(self, factor: float, at: QPointF, frame: QRectF, shape: tuple[int, ...]) -> "Part":
        """Larger by a factor; the cell under the point `at` of the frame stays there."""
        smallest = min(1.0, FEWEST / max(1, min(shape)))
        size = min(max(self.size / factor, smallest), 1.0)
        across = (at.x() - frame.left()) / frame.width()
        down = (at.y() - frame.top()) / frame.height()
        return _held(self.left + across * (self.size - size), self.top + down * (self.size - size), size)

    def moved(self, across: float, down: float) -> "Part":
        """Shifted by shares of what is seen; never beyond the matrix."""
        return _held(self.left + across * self.size, self.top + down * self.size, self.size)

    def showing(self, row: float, column: float) -> "Part":
        """Shifted as little as needed to see a place of the matrix, in shares of its height and width."""
        left = min(max(self.left, column - self.size), column)
        top = min(max(self.top, row - self.size), row)
        return _held(left, top, self.size)

    def source(self, shape: tuple[int, ...]) -> QRectF:
        """What is seen, in columns and rows."""
        rows, columns = shape
        return QRectF(self.left * columns, self.top * rows, self.size * columns, self.size * rows)

    def x(self, column: float, columns: int, frame: QRectF) -> float:
        """Where a column's left edge is painted; beyond the frame where it is not seen."""
        return frame.left() + (column / columns - self.left) / self.size * frame.width()

    def y(self, row: float, rows: int, frame: QRectF) -> float:
        """Where a row's top edge is painted."""
        return frame.top() + (row / rows - self.top) / self.size * frame.height()

    def cell(self, point: QPointF, frame: QRectF, shape: tuple[int, ...]) -> tuple[int, int] | None:
        """(row, column) that is painted at a point; None beside the frame, or where there is no cell."""
        rows, columns = shape
        if not rows or not columns or not frame.contains(point):
            return None
        across = self.left + (point.x() - frame.left()) / frame.width() * self.size
        down = self.top + (point.y() - frame.top()) / frame.height() * self.size
        return min(int(down * rows), rows - 1), min(int(across * columns), columns - 1)


WHOLE = Part()


def _held(left: float, top: float, size: float) -> Part:
    return Part(min(max(left, 0.0), 1 - size), min(max(top, 0.0), 1 - size), size)
