"""A scene and, right of a line that can be moved, another one."""

from dataclasses import replace

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ..look.theme import theme_of
from .scene_view import SceneView
from .split_handle import SplitHandle
from .split_picture import Split, fraction_at, line_at, paint_split
from .stage_picture import Scene, paint_stage


class SplitView(SceneView):
    """The line is there as long as there is a second scene; its handle can have the focus."""

    split_moved = Signal(float)
    """Where the user has moved the line to, as a fraction of what can be seen of the picture."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._split = Split(Scene())
        self._divided = True
        self._handle = SplitHandle(self)
        self._handle.dragged.connect(self._on_dragged)
        self._handle.stepped.connect(lambda by: self._move_line(self._split.fraction + by))
        self._handle.put.connect(self._move_line)

    def split(self) -> Split | None:
        """The second scene and where its line is, to be painted elsewhere by `paint_split`; None without one."""
        shown = self._divided and self._split.over.photo is not None and self._scene.photo is not None
        return self._split if shown else None

    def set_picture(self, pixels: npt.NDArray[np.uint8] | None) -> None:
        """Another picture for the first scene; the second one goes. See `SceneView`."""
        self._split = replace(self._split, over=Scene())
        super().set_picture(pixels)

    def set_over(self, scene: Scene | None) -> None:
        """A second scene, right of a line; None takes it away."""
        self._split = replace(self._split, over=scene or Scene())
        self._repaint()

    def set_split(self, fraction: float | None) -> None:
        """Where the line is, as a fraction of what can be seen of the picture; None hides it and the second scene."""
        self._divided = fraction is not None
        if fraction is not None:
            self._split = replace(self._split, fraction=min(max(fraction, 0.0), 1.0))
        self._repaint()

    def set_split_labels(self, left: str, right: str) -> None:
        """What is written at both sides of the line."""
        self._split = replace(self._split, left=left, right=right)
        self._repaint()

    def is_over(self, x: float, y: float) -> bool:
        """Whether it is the second scene that is seen at a point, which is in pixels of the picture."""
        split, view = self.split(), self.view()
        if split is None:
            return False
        at = view.to_screen((x, y, 0, 0)).left()
        return at >= line_at(QRectF(self.rect()), self._scene, split.fraction, view)

    def _paint_scenes(self, painter: QPainter) -> None:
        rect, theme, split = QRectF(self.rect()), theme_of(self), self.split()
        if split is None:
            paint_stage(painter, rect, self._scene, theme, self.view())
        else:
            paint_split(painter, rect, self._scene, split, theme, self.view())

    def _repaint(self) -> None:
        super()._repaint()
        split = self.split()
        if split is not None:
            at = line_at(QRectF(self.rect()), self._scene, split.fraction, self.view())
            self._handle.put_at(at, self.height())
            percent = f"{split.fraction:.0%}"
            self._handle.setAccessibleDescription(" | ".join((split.left, percent, split.right)))
        self._handle.setVisible(split is not None)

    def _on_dragged(self, across: float) -> None:
        self._move_line(fraction_at(QRectF(self.rect()), self._scene, across, self.view()))

    def _move_line(self, fraction: float) -> None:
        before = self._split.fraction
        self.set_split(fraction)
        if self._split.fraction != before:
            self.split_moved.emit(self._split.fraction)
