"""The attention layers of a network in the order they ran."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QVBoxLayout, QWidget

from ..models.records import Kind, LayerInfo
from .kind_chips import KindChips
from .layer_delegate import LayerDelegate
from .layer_model import Index, KindFilter, LayerModel
from .preview import Preview


class LayerList(QWidget):
    """Layers with kind, name, shape and a small picture; chips above choose the kinds.

    An index is always the layer's place among all layers, whatever the chips hide.
    """

    layer_selected = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._filter = LayerModel(), KindFilter()
        self._filter.setSourceModel(self._model)
        self._chips, self._view = KindChips(), _View()
        self._view.setModel(self._filter)
        self._view.setItemDelegate(LayerDelegate(self._view))
        self._view.setAccessibleName(self.tr("Attention layers"))
        self._current: int | None = None
        self._colour_map = "inferno"
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._chips)
        column.addWidget(self._view, 1)
        self.setFocusProxy(self._view)
        self._chips.kinds_changed.connect(self._on_kinds_changed)
        self._view.selectionModel().currentChanged.connect(self._on_current_changed)

    def set_layers(self, layers: tuple[LayerInfo, ...]) -> None:
        """Other layers; small pictures and the current one are forgotten, pressed chips stay pressed."""
        self._current = None
        self._chips.set_layers(layers)
        self._quietly(lambda: self._model.set_layers(layers))
        self._filter_by(self._chips.kinds())

    def set_preview(self, index: int, values: npt.NDArray[np.floating], low: float, high: float) -> None:
        """The small picture of a layer. **Shapes**: values (C,), (rows, columns) or (h, rows, columns)."""
        self._model.set_preview(index, Preview(np.asarray(values), low, high, self._colour_map))

    def set_colour_map(self, name: str) -> None:
        """One of `COLOUR_MAPS`."""
        self._colour_map = name
        self._model.set_colour_map(name)

    def set_current(self, index: int | None) -> None:
        """The highlighted layer, scrolled to; it stays the current one while the chips hide it."""
        self._current = index
        self._quietly(self._show_current)

    def current(self) -> int | None:
        """The highlighted layer."""
        return self._current

    def _show_current(self) -> None:
        row = QModelIndex() if self._current is None else self._model.index(self._current)
        shown = self._filter.mapFromSource(row)
        self._view.selectionModel().setCurrentIndex(shown, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if shown.isValid():
            self._view.scrollTo(shown)

    def _filter_by(self, kinds: frozenset[Kind]) -> None:
        self._quietly(lambda: self._filter.set_kinds(kinds))
        self._quietly(self._show_current)

    def _quietly(self, change: Callable[[], object]) -> None:
        """Makes a change of the program's own, which is not announced as the user's."""
        selection = self._view.selectionModel()
        selection.blockSignals(True)
        change()
        selection.blockSignals(False)
        self._view.viewport().update()

    def _on_kinds_changed(self, kinds: frozenset[Kind]) -> None:
        self._filter_by(kinds)

    def _on_current_changed(self, shown: QModelIndex) -> None:
        row = self._filter.mapToSource(shown).row()
        if row >= 0 and row != self._current:
            self._current = row
            self.layer_selected.emit(row)


class _View(QListView):
    """A list that leaves Left and Right to the window."""

    def __init__(self) -> None:
        super().__init__()
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.viewport().setAutoFillBackground(False)

    def selectionCommand(  # noqa: N802
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """One layer is always the current one: neither Ctrl and a click nor a click beside them takes that away."""
        flags = QItemSelectionModel.SelectionFlag
        return flags.ClearAndSelect if index.isValid() else flags.NoUpdate

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Up, Down, Home, End and paging move; Left and Right do nothing here."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
            return
        super().keyPressEvent(event)
