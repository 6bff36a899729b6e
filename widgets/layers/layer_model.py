"""The layers of a pass as rows of an item view."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from ...models.records import LayerInfo
from ..look.layer_text import description
from .preview import Preview

Index = QModelIndex | QPersistentModelIndex

LAYER = Qt.ItemDataRole.UserRole
PREVIEW = Qt.ItemDataRole.UserRole + 1


class LayerModel(QAbstractListModel):
    """Layers with their small pictures, in the order they ran."""

    def __init__(self) -> None:
        super().__init__()
        self._layers: tuple[LayerInfo, ...] = ()
        self._previews: dict[int, Preview] = {}

    def set_layers(self, layers: tuple[LayerInfo, ...]) -> None:
        """Other layers; their small pictures are gone. Layers that are the same stay where they are."""
        if layers == self._layers and layers:
            self._previews = {}
            self.dataChanged.emit(self.index(0), self.index(len(layers) - 1), [PREVIEW])
            return
        self.beginResetModel()
        self._layers, self._previews = layers, {}
        self.endResetModel()

    def layers(self) -> tuple[LayerInfo, ...]:
        """All of them."""
        return self._layers

    def set_preview(self, row: int, preview: Preview) -> None:
        """The small picture of one layer."""
        if 0 <= row < len(self._layers):
            self._previews[row] = preview
            self.dataChanged.emit(self.index(row), self.index(row), [PREVIEW])

    def set_colour_map(self, name: str) -> None:
        """Repaints all small pictures in another colour map."""
        for row, old in self._previews.items():
            self._previews[row] = Preview(old.values, old.low, old.high, name)
        if self._layers:
            self.dataChanged.emit(self.index(0), self.index(len(self._layers) - 1), [PREVIEW])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """How many layers."""
        return 0 if parent.isValid() else len(self._layers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Title, description, `LAYER` or `PREVIEW` of a row."""
        if not index.isValid():
            return None
        if role == PREVIEW:
            return self._previews.get(index.row())
        layer = self._layers[index.row()]
        if role == LAYER:
            return layer
        if role == Qt.ItemDataRole.DisplayRole:
            return layer.title
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return description(layer)
        return None
