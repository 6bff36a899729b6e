"""The stage: the picture, big, with what the network attends to laid over it."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from ..look.placeholder import paint_placeholder
from ..look.theme import theme_of
from ..look.viewport import Box
from .overlay import Overlay
from .split_view import SplitView
from .stage_picture import Scene, paint_cross

Point = tuple[float, float]
"""x, y in pixels of the picture."""

ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
ZOOMS = {Qt.Key.Key_Plus: 1.25, Qt.Key.Key_Equal: 1.25, Qt.Key.Key_Minus: 0.8, Qt.Key.Key_Underscore: 0.8}

_GAP, _ROOM = 4, 17
"""Logical pixels from the middle of the cross of another stage's pointer to its arms, and to where nothing is left."""


class Stage(SplitView):
    """A picture with an overlay; see `PanZoomView`, `SceneView` and `SplitView` for the rest of it.

    Keys: + - 0 zoom and fit, Ctrl and arrows move the picture, Shift and arrows move a cross over it by one cell,
    Return clicks there. Arrows alone are left to the window. Dragging with Shift held down drags the picture out.
    """

    drag_out_requested = Signal()
    """The picture is being dragged to another program."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cross: Point | None = None
        self._pointer: Point | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(160, 120)
        self.setAccessibleName(self.tr("Picture with attention"))
        self.setAccessibleDescription(
            self.tr("Plus, minus and 0 zoom; Shift and arrows point at a place, Return picks it.")
        )
        self.point_hovered.connect(self._on_hovered)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for a picture worth looking at."""
        return QSize(720, 560)

    def set_content(self, width: int, height: int) -> None:
        """Another picture: nothing is pointed at."""
        self._cross = self._pointer = None
        super().set_content(width, height)

    def set_pointer(self, point: Point | None) -> None:
        """Where the pointer is on a linked stage, in picture pixels: a cross is painted there."""
        if point != self._pointer:
            self.update(self._around(self._pointer))
            self._pointer = point
            self.update(self._around(point))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paints the scene, the crosses and the ring of the focus."""
        painter, theme, rect = QPainter(self), theme_of(self), QRectF(self.rect())
        painter.fillRect(rect, theme.window)
        if self._scene.photo is None:
            keys = self.tr("Ctrl+O opens one · Ctrl+V pastes one")
            paint_placeholder(painter, rect, self.tr("Drop an image here"), keys, theme)
        self._paint_scenes(painter)
        for point, gap in ((self._pointer, _GAP), (self._cross, 0)):
            if point is not None:
                paint_cross(painter, self.view().to_screen((*point, 0, 0)).topLeft(), gap)
        if self.hasFocus():
            painter.setPen(theme.accent)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Zooms, fits, moves the picture or the cross, and clicks at the cross."""
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == Qt.Key.Key_0:
            self.fit()
        elif key in ZOOMS:
            self.zoom_by(ZOOMS[Qt.Key(key)])
        elif key in ARROWS and held == Qt.KeyboardModifier.ShiftModifier:
            cross = _moved(self._scene, self._reach, self._cross, ARROWS[Qt.Key(key)])
            self.point_hovered.emit(cross)
            self._cross = cross
            self.update()
        elif key in ARROWS and held == Qt.KeyboardModifier.ControlModifier:
            self._fitted = False
            self._go(self.view().moved(*(-60 * way for way in ARROWS[Qt.Key(key)])))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._cross is not None:
            self.point_clicked.emit(*self._cross)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """With Shift held down the picture is dragged out; else see `PanZoomView`."""
        left, shift = event.buttons() & Qt.MouseButton.LeftButton, event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if self._pressed is None or self._dragged or not (left and shift) or self._scene.photo is None:
            super().mouseMoveEvent(event)
        elif (event.position() - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            self.drag_out_requested.emit()

    def _on_hovered(self) -> None:
        """The mouse takes over from the cross."""
        if self._cross is not None:
            self._cross = None
            self.update()

    def _around(self, point: Point | None) -> QRect:
        """What the cross at a point covers; nothing for None."""
        if point is None:
            return QRect()
        room = self.view().to_screen((*point, 0, 0)).adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM)
        return room.toAlignedRect()


def _moved(scene: Scene, reach: Box, cross: Point | None, way: tuple[int, int]) -> Point | None:
    """The cross one cell further; it begins in the middle. None where there is no picture."""
    if scene.photo is None:
        return None
    x, y, width, height = reach
    step = _cell(scene.overlay) or (width / 16, height / 16)
    if cross is None:
        return x + width / 2, y + height / 2
    across, down = cross[0] + way[0] * step[0], cross[1] + way[1] * step[1]
    return min(max(across, x), x + width - 0.5), min(max(down, y), y + height - 0.5)


def _cell(overlay: Overlay | None) -> tuple[float, float] | None:
    if overlay is None:
        return None
    rows, columns = overlay.values.shape
    return overlay.box[2] / columns, overlay.box[3] / rows
