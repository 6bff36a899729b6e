"""The picture with what the network attends to laid over it, painted the same on screen and in a file."""

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ..look.colours import is_diverging
from ..look.photo import Photo
from ..look.theme import Theme
from ..look.viewport import Box, Viewport
from .contours import LEVELS, paint_contours
from .overlay import Look, Overlay
from .overlay_picture import paint_cell_grid, paint_overlay
from .pins_picture import paint_pins
from .seen_picture import paint_filling, paint_unseen

_RIM, _LIGHT = QColor(0, 0, 0, 150), QColor(255, 255, 255)


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """Everything that is on the stage. Boxes are (x, y, width, height) in picture pixels."""

    photo: Photo | None = None
    overlay: Overlay | None = None
    look: Look = field(default_factory=Look)
    opacity: float = 0.75
    """0 to 1, of the overlay."""
    marker: Box | None = None
    """The query's cell."""
    seen: Box | None = None
    """What the network saw of the picture; beyond the picture lies what was filled in to make it fit."""
    pins: tuple[Box, ...] = ()
    """Places that are compared, numbered from 1."""
    contours: bool = False
    """Whether lines are drawn at a quarter, half and three quarters of the overlay's scale."""
    cell_grid: bool = False
    """Whether the borders of the overlay's cells are drawn."""


def paint_stage(painter: QPainter, rect: QRectF, scene: Scene, theme: Theme, view: Viewport | None = None) -> None:
    """Paints a scene into a rectangle: the whole picture, as large as it fits, unless a view says where it lies.

    The rectangle's background is left as it is.
    """
    if scene.photo is None:
        return
    photo = scene.photo
    view = view or Viewport.fitted(photo.width, photo.height, rect)
    frame = view.to_screen((0, 0, photo.width, photo.height))
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    photo.paint(painter, frame)
    if scene.seen is not None:
        paint_filling(painter, frame, view.to_screen(scene.seen), theme)
    if scene.overlay is not None:
        painter.save()
        if scene.seen is not None:
            painter.setClipRect(view.to_screen(scene.seen), Qt.ClipOperation.IntersectClip)
        _paint_map(painter, scene, scene.overlay, view)
        painter.restore()
    if scene.seen is not None:
        paint_unseen(painter, rect, frame, view.to_screen(scene.seen), theme)
    if scene.marker is not None:
        paint_marker(painter, _within_seen(view.to_screen(scene.marker), scene, view))
    paint_pins(painter, rect, scene.pins, view, theme)
    painter.restore()


def _within_seen(box: QRectF, scene: Scene, view: Viewport) -> QRectF:
    """The part of a cell that the network saw: of a padded convolution, the first ones begin beyond its input."""
    inside = box if scene.seen is None else box.intersected(view.to_screen(scene.seen))
    return inside if not inside.isEmpty() else box


def paint_marker(painter: QPainter, rect: QRectF) -> None:
    """A white frame with a dark rim, to be seen on any picture."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((_RIM, 4.0), (_LIGHT, 2.0)):
        painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap, Qt.PenJoinStyle.MiterJoin))
        painter.drawRect(rect)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def paint_cross(painter: QPainter, at: QPointF, gap: float = 0.0) -> None:
    """A cross at a point of the screen; with a gap in its middle, what it points at stays free."""
    for colour, width in ((_RIM, 4.0), (_LIGHT, 2.0)):
        painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        for way in (QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)):
            painter.drawLine(at + way * gap, at + way * (9 + gap))


def _paint_map(painter: QPainter, scene: Scene, overlay: Overlay, view: Viewport) -> None:
    target = view.to_screen(overlay.box)
    paint_overlay(painter, target, overlay, scene.look, scene.opacity)
    if scene.cell_grid:
        paint_cell_grid(painter, target, overlay)
    if scene.contours:
        # The middle of a difference is nothing: a line there would run around noise.
        paint_contours(painter, target, overlay, LEVELS[::2] if is_diverging(scene.look.colour_map) else LEVELS)
