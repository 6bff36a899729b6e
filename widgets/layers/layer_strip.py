"""A strip of large pictures to step through the layers."""

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QListView, QSizePolicy, QWidget

from ...models.records import LayerInfo
from ..controls.one_of_many import OneOfMany
from ..look.layer_text import description
from .layer_model import LayerModel
from .preview import Preview
from .strip_delegate import StripDelegate, number_height


class LayerStrip(QWidget):
    """The layers from left to right, numbered; the wheel steps, a click selects.

    Keys: , and . select the neighbour, Home and End the ends; arrows are left to the window.
    """

    layer_selected = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._view = LayerModel(), _View()
        self._view.setModel(self._model)
        self._view.setAccessibleName(self.tr("Steps through the layers"))
        self._colour_map = "inferno"
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._view)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setFocusProxy(self._view)
        self._view.selectionModel().currentChanged.connect(self._on_current_changed)
        self._view.stepped.connect(self._on_stepped)

    def sizeHint(self) -> QSize:  # noqa: N802
        """High enough for pictures that can be read, and for the scroll bar."""
        return QSize(480, 84 + 8 + number_height(self.font()) + 10)

    def set_layers(self, layers: tuple[LayerInfo, ...]) -> None:
        """Other layers; their pictures and the current one are forgotten."""
        self._model.set_layers(layers)
        self._view.fit_height()

    def set_preview(self, index: int, values: npt.NDArray[np.floating], low: float, high: float) -> None:
        """The picture of a layer. **Shapes**: values (C,), (rows, columns) or (h, rows, columns)."""
        self._model.set_preview(index, Preview(np.asarray(values), low, high, self._colour_map))

    def set_colour_map(self, name: str) -> None:
        """One of `COLOUR_MAPS`."""
        self._colour_map = name
        self._model.set_colour_map(name)

    def set_current(self, index: int | None) -> None:
        """The outlined layer, scrolled into sight."""
        selection = self._view.selectionModel()
        before = self._view.currentIndex()
        selection.blockSignals(True)
        row = QModelIndex() if index is None else self._model.index(index)
        selection.setCurrentIndex(row, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        selection.blockSignals(False)
        self._describe(row)
        for changed in (before, row):  # the pictures of all others stay as they are
            self._view.update(changed)

    def current(self) -> int | None:
        """The outlined layer."""
        row = self._view.currentIndex().row()
        return row if row >= 0 else None

    def _describe(self, row: QModelIndex) -> None:
        if row.isValid():
            self._view.setAccessibleDescription(description(self._model.layers()[row.row()]))
            self._view.scrollTo(row)

    def _on_current_changed(self, row: QModelIndex) -> None:
        if row.isValid():
            self._describe(row)
            self.layer_selected.emit(row.row())

    def _on_stepped(self, by: int) -> None:
        last, now = self._model.rowCount() - 1, self.current()
        if last < 0:
            return
        start = now if now is not None else (-1 if by > 0 else 0)
        self._view.setCurrentIndex(self._model.index(min(max(start + by, 0), last)))


class _View(OneOfMany):
    """One row of layers that steps by the wheel and leaves the arrows to the window."""

    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._turned = 0
        self._delegate = StripDelegate()
        self.setItemDelegate(self._delegate)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.viewport().setAutoFillBackground(False)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Pictures are as high as the strip lets them be."""
        super().resizeEvent(event)
        self.fit_height()

    def fit_height(self) -> None:
        """Makes room for the scroll bar where it will be needed: asked whether it is there, it would come and go."""
        height = self.height()
        if self._delegate.set_height(height, self.font()).width() * self.model().rowCount() > self.width():
            self._delegate.set_height(height - self.horizontalScrollBar().sizeHint().height(), self.font())
        self.scheduleDelayedItemsLayout()

    def doItemsLayout(self) -> None:  # noqa: N802
        """Keeps the current layer in sight in another size."""
        super().doItemsLayout()
        self.scrollTo(self.currentIndex())

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """One layer for every notch."""
        self._turned += event.angleDelta().y() or event.angleDelta().x()
        steps = int(self._turned / 120)
        self._turned -= 120 * steps
        if steps:
            self.stepped.emit(-steps)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Steps to the neighbour or to an end; any other key is the window's."""
        ends = self.model().rowCount()
        steps = {Qt.Key.Key_Comma: -1, Qt.Key.Key_Period: 1, Qt.Key.Key_Home: -ends, Qt.Key.Key_End: ends}
        if event.key() in steps:
            self.stepped.emit(steps[Qt.Key(event.key())])
        else:
            event.ignore()
