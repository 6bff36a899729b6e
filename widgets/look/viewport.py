"""Where a picture lies on the screen, and back."""

from dataclasses import dataclass, replace
from math import isclose
from typing import Self

from PySide6.QtCore import QPointF, QRectF

Box = tuple[float, float, float, float]
"""x, y, width, height in pixels of the picture."""


@dataclass(frozen=True, slots=True)
class LinkedView:
    """What is looked at, whatever the size of the picture: views of several pictures follow one another by it."""

    x: float = 0.5
    """What of the picture is in the middle of the view, as a fraction of its width."""
    y: float = 0.5
    """The same of its height."""
    zoom: float = 1.0
    """How many times larger than the whole picture, as large as it fits."""

    @property
    def fitted(self) -> bool:
        """Whether it is the whole picture, as large as it fits."""
        return isclose(self.zoom, 1, rel_tol=1e-3) and max(abs(self.x - 0.5), abs(self.y - 0.5)) < 1e-2


@dataclass(frozen=True, slots=True)
class Viewport:
    """A picture's place on the screen: screen = corner + scale * picture, in logical pixels."""

    scale: float
    left: float
    top: float

    @classmethod
    def fitted(cls, width: int, height: int, rect: QRectF, margin: float = 0.0) -> Self:
        """The whole picture, as large as the rectangle lets it be, in its middle."""
        across, down = max(1.0, rect.width() - 2 * margin), max(1.0, rect.height() - 2 * margin)
        scale = min(across / max(1, width), down / max(1, height))
        left = rect.left() + (rect.width() - scale * width) / 2
        top = rect.top() + (rect.height() - scale * height) / 2
        return cls(scale, round(left), round(top))

    @classmethod
    def following(cls, linked: LinkedView, width: int, height: int, rect: QRectF, margin: float = 0.0) -> Self:
        """The same part of another picture."""
        scale = cls.fitted(width, height, rect, margin).scale * linked.zoom
        middle = rect.center()
        return cls(scale, middle.x() - linked.x * width * scale, middle.y() - linked.y * height * scale)

    def linked(self, width: int, height: int, rect: QRectF, margin: float = 0.0) -> LinkedView:
        """What is looked at of a picture of this size."""
        x, y = self.to_picture(rect.center())
        zoom = self.scale / self.fitted(width, height, rect, margin).scale
        return LinkedView(x / max(1, width), y / max(1, height), zoom)

    def zoomed(self, factor: float, at: QPointF) -> "Viewport":
        """Larger by a factor; what lies under the point `at` of the screen stays there."""
        left, top = at.x() - (at.x() - self.left) * factor, at.y() - (at.y() - self.top) * factor
        return Viewport(self.scale * factor, left, top)

    def moved(self, across: float, down: float) -> "Viewport":
        """Shifted by so many pixels of the screen."""
        return replace(self, left=self.left + across, top=self.top + down)

    def held(self, width: int, height: int, rect: QRectF) -> "Viewport":
        """Moved back as far as needed: a small picture stays in the middle, the middle stays on a large one."""
        left = _held(self.left, self.scale * width, rect.left(), rect.width())
        top = _held(self.top, self.scale * height, rect.top(), rect.height())
        return Viewport(self.scale, left, top)

    def to_screen(self, box: Box) -> QRectF:
        """A box of the picture -> its rectangle on the screen."""
        x, y, width, height = box
        return QRectF(self.left + x * self.scale, self.top + y * self.scale, width * self.scale, height * self.scale)

    def to_picture(self, point: QPointF) -> tuple[float, float]:
        """A point of the screen -> (x, y) in the picture; 0.0 is the left or top edge of the first pixel."""
        return (point.x() - self.left) / self.scale, (point.y() - self.top) / self.scale


def _held(start: float, extent: float, low: float, room: float) -> float:
    if extent <= room:
        return round(low + (room - extent) / 2)
    middle = low + room / 2
    return min(max(start, middle - extent), middle)
