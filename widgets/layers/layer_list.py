"""The attention layers of a network in the order they ran."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSignalBlocker, Signal
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from ...models.records import Kind, LayerInfo
from ..look.sentences import translated_reasons
from .kind_chips import KindChips
from .layer_delegate import LayerDelegate
from .layer_model import LayerModel
from .layer_row_model import LayerRowModel
from .layer_rows import MISSED, Filter, Heading, LayerRow
from .layer_search import LayerSearch
from .layer_view import LayerView
from .preview import Preview


class LayerList(QWidget):
    """Layers with kind, name, shape and a small picture; a line finds them by words, chips by kind, headings fold.

    An index is always the layer's place among all layers, whatever is hidden.
    """

    layer_selected = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = LayerModel()
        self._rows = LayerRowModel(self._model)
        self._filter = Filter()
        self._search, self._chips, self._view = LayerSearch(), KindChips(), LayerView()
        self._view.setModel(self._rows)
        self._view.setItemDelegate(LayerDelegate(self._view))
        self._current: int | None = None
        self._colour_map = "inferno"
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part, stretch in ((self._search, 0), (self._chips, 0), (self._view, 1)):
            column.addWidget(part, stretch)
        self.setFocusProxy(self._view)
        self._search.textChanged.connect(lambda text: self._filter_by(replace(self._filter, text=text)))
        self._search.moved.connect(self._view.press)
        self._search.left.connect(self._view.setFocus)
        self._chips.kinds_changed.connect(self._on_kinds_changed)
        self._view.fold_requested.connect(self._on_fold_requested)
        self._view.selectionModel().currentChanged.connect(self._on_current_changed)
        self._filter_by(self._filter)

    def set_layers(self, layers: tuple[LayerInfo, ...], missed: tuple[tuple[str, str], ...] = ()) -> None:
        """Other layers, and (name, reason) of what could not be recorded.

        Small pictures and the current layer are forgotten; pressed chips, words and folded stages stay.
        """
        self._current = None
        self._chips.set_layers(layers)
        self._rows.set_missed(translated_reasons(missed))
        self._quietly(lambda: self._model.set_layers(layers))
        self._filter_by(replace(self._filter, kinds=self._chips.kinds()))

    def set_preview(self, index: int, values: npt.NDArray[np.floating], low: float, high: float) -> None:
        """The small picture of a layer. **Shapes**: values (C,), (rows, columns) or (h, rows, columns)."""
        self._model.set_preview(index, Preview(np.asarray(values), low, high, self._colour_map))

    def set_colour_map(self, name: str) -> None:
        """One of `COLOUR_MAPS`."""
        self._colour_map = name
        self._model.set_colour_map(name)

    def set_current(self, index: int | None) -> None:
        """The highlighted layer, scrolled to; it stays the current one while it is hidden."""
        self._current = index
        before = self._view.currentIndex()
        with QSignalBlocker(self._view.selectionModel()):
            self._show_current()
        for changed in (before, self._view.currentIndex()):  # all other rows stay as they are
            self._view.update(changed)

    def current(self) -> int | None:
        """The highlighted layer."""
        return self._current

    def focus_search(self) -> None:
        """Let the user type what to look for."""
        self._search.setFocus()
        self._search.selectAll()

    def show_missed(self) -> None:
        """Scroll to what could not be recorded, and unfold it."""
        self._filter_by(replace(self._filter, text="", folded=self._filter.folded - {MISSED}))
        self._search.setText("")
        heading = self._rows.heading_of(MISSED)
        if heading.isValid():
            self._view.scrollTo(heading, QAbstractItemView.ScrollHint.PositionAtTop)
            self._put_keyboard_on(heading)
            self._view.setFocus()

    def _show_current(self) -> None:
        self._rows.set_current(self._current)
        shown = QModelIndex() if self._current is None else self._rows.row_of(self._current)
        self._view.selectionModel().setCurrentIndex(shown, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if shown.isValid():
            self._view.scrollTo(shown)

    def _filter_by(self, chosen: Filter) -> None:
        self._filter = chosen
        self._rows.set_filter(chosen)
        self._view.set_nothing(self._nothing_text())
        self._quietly(self._rows.refresh)
        self._quietly(self._show_current)

    def _nothing_text(self) -> str:
        if not self._model.layers():
            return ""
        if self._filter.text.strip():
            return self.tr("No layer has all these words. Esc in the line above clears it.")
        return self.tr("No such layer.")

    def _quietly(self, change: Callable[[], object]) -> None:
        """Makes a change of the program's own, which is not announced as the user's."""
        with QSignalBlocker(self._view.selectionModel()):
            change()
        self._view.viewport().update()

    def _on_kinds_changed(self, kinds: frozenset[Kind]) -> None:
        self._filter_by(replace(self._filter, kinds=kinds))

    def _on_fold_requested(self, heading: QModelIndex) -> None:
        """Folds a stage or unfolds it; the heading keeps the keyboard, and the list stands still."""
        row = self._rows.at(heading)
        if not isinstance(row, Heading):
            return
        bar, at = self._view.verticalScrollBar(), self._view.verticalScrollBar().value()
        self._filter_by(replace(self._filter, folded=self._filter.folded ^ {row.stage}))
        self._put_keyboard_on(self._rows.heading_of(row.stage, heading.row()))
        bar.setValue(at)

    def _put_keyboard_on(self, index: QModelIndex) -> None:
        """From there the keys move on; the selected layer stays."""
        keeping = QItemSelectionModel.SelectionFlag.NoUpdate
        self._quietly(lambda: self._view.selectionModel().setCurrentIndex(index, keeping))

    def _on_current_changed(self, shown: QModelIndex) -> None:
        row = self._rows.at(shown)
        if isinstance(row, LayerRow) and row.index != self._current:
            self._current = row.index
            self._rows.set_current(row.index)
            self.layer_selected.emit(row.index)
