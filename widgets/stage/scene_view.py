"""A scene that is given bit by bit, and can be moved and zoomed."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from ..look.pan_zoom import PanZoomView
from ..look.photo import Photo
from ..look.viewport import Box
from .overlay import Blend, Overlay
from .stage_picture import Scene


class SceneView(PanZoomView):
    """What is on the stage, one setter for each part of it; a subclass paints it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = Scene()

    def scene(self) -> Scene:
        """What is on the stage now, to be painted elsewhere by `paint_stage`."""
        return self._scene

    def set_picture(self, pixels: npt.NDArray[np.uint8] | None) -> None:
        """**Shapes**: pixels (H, W, 3), red, green, blue; None for the placeholder. Takes overlay and marks away."""
        photo = None if pixels is None else Photo(pixels)
        kept = replace(self._scene, overlay=None, marker=None, seen=None, pins=())
        self._scene = replace(kept, photo=photo)
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
        old = self._scene.overlay
        if (
            values is None
            or old is None
            or old.values is not values
            or (old.box, old.low, old.high) != (box, low, high)
        ):
            self._show(overlay=None if values is None else Overlay(values, box, low, high))

    def set_opacity(self, opacity: float) -> None:
        """0 shows the picture alone, 1 the overlay as strong as it goes."""
        self._show(opacity=min(max(opacity, 0.0), 1.0))

    def set_colour_map(self, name: str) -> None:
        """One of `COLOUR_MAPS` or `DIVERGING_MAPS`, or made by `with_gamma`."""
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

    def set_pins(self, boxes: Sequence[Box]) -> None:
        """Places that are compared, numbered from 1; each (x, y, width, height) in picture pixels."""
        self._show(pins=tuple(boxes))

    def set_contours(self, on: bool) -> None:
        """Lines where the map has a quarter, half and three quarters of its scale."""
        self._show(contours=on)

    def set_cell_grid(self, on: bool) -> None:
        """The borders of the overlay's cells, where a cell has four pixels of the screen or more."""
        self._show(cell_grid=on)

    def set_seen(self, box: Box | None) -> None:
        """What the network saw; the rest is dimmed. None: all of the picture and nothing else."""
        self._reach = _joined(box, (0.0, 0.0, float(self._size[0]), float(self._size[1])))
        self._show(seen=box)

    def _show(self, **changes: object) -> None:
        if any(getattr(self._scene, name) != value for name, value in changes.items()):
            self._scene = replace(self._scene, **changes)
            self._repaint()


def _joined(first: Box | None, second: Box) -> Box:
    joined = QRectF(*second) if first is None else QRectF(*first).united(QRectF(*second))
    return joined.x(), joined.y(), joined.width(), joined.height()
