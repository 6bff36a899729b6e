"""A strip of small pictures to go through an album."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from .thumbnail_model import ThumbnailModel
from .thumbnail_picture import EDGE, name_height
from .thumbnail_view import TILE, ThumbnailView

_SETTLE_MS = 15
"""How long the pictures may move on before new ones are asked for."""


class ThumbnailStrip(QWidget):
    """Small pictures with their names, in a row, or in several rows where there is room for them.

    Keys: arrows select the neighbour, Home and End the ends; the wheel scrolls; a picture can be dragged out as a file.
    """

    picture_selected = Signal(int)
    thumbnails_wanted = Signal(list)
    """Rows without a small copy, those first that can be seen; whatever was asked for before is not wanted any more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._view = ThumbnailModel(), ThumbnailView()
        self._view.setModel(self._model)
        self._view.setAccessibleName(self.tr("Pictures of the album"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._view)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setFocusProxy(self._view)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLE_MS)
        self._settling.timeout.connect(self._ask)
        self._view.selectionModel().currentChanged.connect(self._on_current_changed)
        self._view.moved.connect(self._settling.start)

    def sizeHint(self) -> QSize:  # noqa: N802
        """One row, and the scroll bar."""
        return QSize(480, TILE + 2 * EDGE + name_height(self.font()) + 10)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """One picture that can just be told."""
        return QSize(80, 40 + 2 * EDGE + name_height(self.font()) + 10)

    def set_paths(self, paths: Sequence[Path]) -> None:
        """Other pictures, by their files; none is the current one."""
        self._model.set_paths(paths)
        self._view.arrange()
        self._settling.start()

    def set_copy(self, row: int, pixels: npt.NDArray[np.uint8], size: tuple[int, int]) -> None:
        """The small copy of a row. **Shapes**: pixels (h, w, 3) uint8; size (width, height) of the picture itself."""
        self._model.set_copy(row, pixels, size)

    def set_trouble(self, row: int, sentence: str) -> None:
        """Why a row has no small copy; it is painted as broken, and the sentence is its tool tip."""
        self._model.set_trouble(row, sentence)

    def set_current(self, row: int | None) -> None:
        """The ringed picture, scrolled into sight."""
        selection = self._view.selectionModel()
        selection.blockSignals(True)
        index = QModelIndex() if row is None else self._model.index(row)
        selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        selection.blockSignals(False)
        self._describe(index)
        self._view.viewport().update()

    def current(self) -> int | None:
        """The ringed picture."""
        row = self._view.currentIndex().row()
        return row if row >= 0 else None

    def _describe(self, index: QModelIndex) -> None:
        if index.isValid():
            self._view.setAccessibleDescription(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
            self._view.scrollTo(index)

    def _on_current_changed(self, index: QModelIndex) -> None:
        if index.isValid():
            self._describe(index)
            self.picture_selected.emit(index.row())

    def _ask(self) -> None:
        if self._view.isVisible():
            self.thumbnails_wanted.emit(self._model.missing(self._view.rows_in_reach()))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """What came while it was hidden is asked for now."""
        self._settling.start()
