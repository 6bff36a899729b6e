"""Two scenes in one place, one left of a line and one right of it, on screen and in a file."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ..look.device_pixels import pixel_edge
from ..look.theme import Theme, caption_font
from ..look.viewport import Viewport
from .stage_picture import Scene, paint_stage

_RIM, _LIGHT = QColor(0, 0, 0, 150), QColor(255, 255, 255)


@dataclass(frozen=True, slots=True, eq=False)
class Split:
    """What is right of the line, and where the line is."""

    over: Scene
    """Painted right of the line; a picture of another size is fitted into the same place."""
    fraction: float = 0.5
    """Of what can be seen of the picture, from its left end: 0 to 1."""
    left: str = ""
    """What is written at the line's left, about the first scene."""
    right: str = ""
    """At its right, about the second."""


def paint_split(
    painter: QPainter, rect: QRectF, scene: Scene, split: Split, theme: Theme, view: Viewport | None = None
) -> None:
    """Paints both scenes into a rectangle as `paint_stage` does one; text has the painter's font."""
    if scene.photo is None:
        return
    view = view or Viewport.fitted(scene.photo.width, scene.photo.height, rect)
    at = pixel_edge(painter, line_at(rect, scene, split.fraction, view), True)
    first, second = QRectF(rect), QRectF(rect)
    first.setRight(at)
    second.setLeft(at)
    paint_stage(painter, first, scene, theme, view)
    paint_stage(painter, second, split.over, theme, _view_of(split.over, scene, view))
    frame = _seen_of(rect, scene, view)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for colour, width in ((_RIM, 3.6), (_LIGHT, 1.8)):
        painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLine(QPointF(at, frame.top()), QPointF(at, frame.bottom()))
    painter.setFont(caption_font(painter.font()))
    _paint_label(painter, split.left, frame, at, theme, -1)
    _paint_label(painter, split.right, frame, at, theme, 1)
    painter.restore()


def line_at(rect: QRectF, scene: Scene, fraction: float, view: Viewport) -> float:
    """Where the line is across the rectangle."""
    seen = _seen_of(rect, scene, view)
    return seen.left() + min(max(fraction, 0.0), 1.0) * seen.width()


def fraction_at(rect: QRectF, scene: Scene, at: float, view: Viewport) -> float:
    """The fraction of a line that is there."""
    seen = _seen_of(rect, scene, view)
    return min(max((at - seen.left()) / max(seen.width(), 1e-6), 0.0), 1.0)


def _seen_of(rect: QRectF, scene: Scene, view: Viewport) -> QRectF:
    """What can be seen of the picture and of what was filled in around it."""
    assert scene.photo is not None
    whole = view.to_screen((0, 0, scene.photo.width, scene.photo.height))
    if scene.seen is not None:
        whole = whole.united(view.to_screen(scene.seen))
    return whole.intersected(rect)


def _view_of(over: Scene, scene: Scene, view: Viewport) -> Viewport:
    """Where the second picture lies: as large as it fits into the place of the first."""
    first, second = scene.photo, over.photo
    if first is None or second is None or (first.width, first.height) == (second.width, second.height):
        return view
    frame = view.to_screen((0, 0, first.width, first.height))
    scale = min(frame.width() / second.width, frame.height() / second.height)
    corner = frame.center() - QPointF(second.width, second.height) * (scale / 2)
    return Viewport(scale, corner.x(), corner.y())


def _paint_label(painter: QPainter, text: str, frame: QRectF, at: float, theme: Theme, side: int) -> None:
    """At the upper end of the line, on one side of it; shortened to its room, and left out where there is none."""
    metrics = painter.fontMetrics()
    room = (at - frame.left() if side < 0 else frame.right() - at) - 24
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(room))
    if not text or room < metrics.horizontalAdvance("mm…"):
        return
    width, height = metrics.horizontalAdvance(shown) + 12, metrics.height() + 4
    left = at - 6 - width if side < 0 else at + 6
    label = QRectF(left, frame.top() + 6, width, height)
    ground = QColor(theme.window)
    ground.setAlphaF(0.86)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(label, 4, 4)
    painter.setPen(theme.text)
    painter.drawText(label, Qt.AlignmentFlag.AlignCenter, shown)
