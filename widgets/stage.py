"""The stage: the picture, big, with what the network attends to laid over it."""

from dataclasses import replace

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from .overlay import Blend, Overlay
from .pan_zoom import PanZoomView
from .photo import Photo
from .placeholder import paint_placeholder
from .stage_picture import Scene, paint_cross, paint_stage
from .theme import theme_of
from .viewport import Box

ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
ZOOMS = {Qt.Key.Key_Plus: 1.25, Qt.Key.Key_Equal: 1.25, Qt.Key.Key_Minus: 0.8, Qt.Key.Key_Underscore: 0.8}


class Stage(PanZoomView):
    """A picture with an overlay; see `PanZoomView` for its signals.

    Keys: + - 0 zoom and fit, Ctrl and arrows move the picture, Shift and arrows move a cross over it by one cell,
    Return clicks there. Arrows alone are left to the window.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = Scene()
        self._cross: tuple[float, float] | None = None
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

    def scene(self) -> Scene:
        """What is on the stage now, to be painted elsewhere by `paint_stage`."""
        return self._scene

    def set_picture(self, pixels: npt.NDArray[np.uint8] | None) -> None:
        """**Shapes**: pixels (H, W, 3), red, green, blue; None for the placeholder. Takes overlay and marks away."""
        photo = None if pixels is None else Photo(pixels)
        self._scene = Scene(photo=photo, look=self._scene.look, opacity=self._scene.opacity)
        self._cross = None
        self.set_content(*((photo.width, photo.height) if photo else (0, 0)))
        self.set_seen(None)

    def set_overlay(
        self,
        values: npt.NDArray[np.floating] | None,
        box: Box = (0.0, 0.0, 0.0, 0.0),
        low: float = 0.0,
        high: float = 1.0,
    ) -> None:
        """**Shapes**: values (rows, columns), NaN where there is none; box (x, y, width, height) in picture pixels."""
        self._show(overlay=None if values is None else Overlay(values, box, low, high))

    def set_opacity(self, opacity: float) -> None:
        """0 shows the picture alone, 1 the overlay as strong as it goes."""
        self._show(opacity=min(max(opacity, 0.0), 1.0))

    def set_colour_map(self, name: str) -> None:
        """One of `COLOUR_MAPS`."""
        self._show(look=replace(self._scene.look, colour_map=name))

    def set_smooth(self, smooth: bool) -> None:
        """Interpolated between the cells' centres, or the cells as they lie."""
        self._show(look=replace(self._scene.look, smooth=smooth))

    def set_blend(self, blend: Blend) -> None:
        """Whether weak attention lets more of the picture through ("by value") or all the same ("even")."""
        self._show(look=replace(self._scene.look, blend=blend))

    def set_marker(self, box: Box | None) -> None:
        """The query's cell, outlined; (x, y, width, height) in picture pixels."""
        self._show(marker=box)

    def set_seen(self, box: Box | None) -> None:
        """What the network saw; the rest is dimmed. None: all of the picture and nothing else."""
        self._reach = _joined(box, (0.0, 0.0, float(self._size[0]), float(self._size[1])))
        self._show(seen=box)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paints the scene, the cross and the ring of the focus."""
        painter, theme, rect = QPainter(self), theme_of(self), QRectF(self.rect())
        painter.fillRect(rect, theme.window)
        if self._scene.photo is None:
            keys = self.tr("Ctrl+O opens one · Ctrl+V pastes one")
            paint_placeholder(painter, rect, self.tr("Drop an image here"), keys, theme)
        paint_stage(painter, rect, self._scene, theme, self.view())
        if self._cross is not None:
            paint_cross(painter, self.view().to_screen((*self._cross, 0, 0)).topLeft())
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

    def _show(self, **changes: object) -> None:
        self._scene = replace(self._scene, **changes)
        self.update()

    def _on_hovered(self) -> None:
        """The mouse takes over from the cross."""
        if self._cross is not None:
            self._cross = None
            self.update()


def _moved(
    scene: Scene, reach: Box, cross: tuple[float, float] | None, way: tuple[int, int]
) -> tuple[float, float] | None:
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


def _joined(first: Box | None, second: Box) -> Box:
    joined = QRectF(*second) if first is None else QRectF(*first).united(QRectF(*second))
    return joined.x(), joined.y(), joined.width(), joined.height()
