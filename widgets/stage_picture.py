"""The picture with what the network attends to laid over it, painted the same on screen and in a file."""

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from .overlay import Look, Overlay, overlay_image
from .photo import Photo
from .theme import Theme
from .viewport import Box, Viewport


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
        _paint_filling(painter, frame, view.to_screen(scene.seen), theme)
    if scene.overlay is not None:
        _paint_overlay(painter, scene, view)
    if scene.seen is not None:
        _paint_unseen(painter, frame, view.to_screen(scene.seen), theme)
    if scene.marker is not None:
        paint_marker(painter, view.to_screen(scene.marker))
    painter.restore()


def paint_marker(painter: QPainter, rect: QRectF) -> None:
    """A white frame with a dark rim, to be seen on any picture."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((QColor(0, 0, 0, 150), 4.0), (QColor(255, 255, 255), 2.0)):
        painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap, Qt.PenJoinStyle.MiterJoin))
        painter.drawRect(rect)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def paint_cross(painter: QPainter, at: QPointF) -> None:
    """The pointer that is moved by keys, at a point of the screen."""
    for colour, width in ((QColor(0, 0, 0, 150), 4.0), (QColor(255, 255, 255), 2.0)):
        painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLine(at - QPointF(9, 0), at + QPointF(9, 0))
        painter.drawLine(at - QPointF(0, 9), at + QPointF(0, 9))


def _paint_overlay(painter: QPainter, scene: Scene, view: Viewport) -> None:
    assert scene.overlay is not None
    painter.setOpacity(scene.opacity)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, scene.look.smooth)
    painter.drawImage(view.to_screen(scene.overlay.box), overlay_image(scene.overlay, scene.look))
    painter.setOpacity(1.0)


def _paint_filling(painter: QPainter, frame: QRectF, seen: QRectF, theme: Theme) -> None:
    """What the network saw outside of the picture is hatched."""
    outside = _between(seen, frame)
    painter.fillPath(outside, theme.panel)
    painter.fillPath(outside, QBrush(theme.line, Qt.BrushStyle.BDiagPattern))


def _paint_unseen(painter: QPainter, frame: QRectF, seen: QRectF, theme: Theme) -> None:
    """What the network did not see of the picture is dimmed."""
    if seen.contains(frame):
        return
    veil = QColor(theme.window)
    veil.setAlphaF(0.72)
    painter.fillPath(_between(frame, seen), veil)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.text, 1, Qt.PenStyle.DashLine))
    painter.drawRect(seen.intersected(frame).toRect())


def _between(outer: QRectF, inner: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.addRect(outer)
    hole = QPainterPath()
    hole.addRect(inner)
    return path.subtracted(hole)
