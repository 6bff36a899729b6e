"""The rows of the layer list as an item model, on top of the layers themselves."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt

from .layer_model import LAYER, PREVIEW, Index, LayerModel
from .layer_rows import Filter, Heading, LayerRow, MissedRow, Row, rows_of

ROW = Qt.ItemDataRole.UserRole + 10
HOLDS_CURRENT = Qt.ItemDataRole.UserRole + 11
"""Whether a folded stage holds the current layer."""


class LayerRowModel(QAbstractListModel):
    """Headings, layers and what was missed, as a `Filter` lets them through."""

    def __init__(self, layers: LayerModel) -> None:
        super().__init__()
        self._layers = layers
        self._missed: tuple[tuple[str, str], ...] = ()
        self._filter = Filter()
        self._rows: tuple[Row, ...] = ()
        self._current: int | None = None
        layers.dataChanged.connect(self._on_layers_changed)

    def set_missed(self, missed: tuple[tuple[str, str], ...]) -> None:
        """(name, reason) of what could not be recorded."""
        self._missed = missed

    def set_filter(self, chosen: Filter) -> None:
        """What is listed."""
        self._filter = chosen

    def set_current(self, layer: int | None) -> None:
        """The layer that a folded stage is marked for."""
        self._current = layer
        for number, row in enumerate(self._rows):
            if isinstance(row, Heading) and row.folded:
                self.dataChanged.emit(self.index(number), self.index(number), [HOLDS_CURRENT])

    def refresh(self) -> None:
        """Work the rows out anew; where they stay as they were, nothing is reset and the list does not jump."""
        rows = rows_of(self._layers.layers(), self._missed, self._filter)
        if rows == self._rows:
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def at(self, index: Index) -> Row | None:
        """What stands in a row."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def row_of(self, layer: int) -> QModelIndex:
        """Where a layer stands; an invalid index where it is hidden."""
        found = (n for n, row in enumerate(self._rows) if isinstance(row, LayerRow) and row.index == layer)
        return self.index(next(found, -1))

    def heading_of(self, stage: str, nearest: int = 0) -> QModelIndex:
        """Where a stage's heading stands, the one nearest to a row."""
        found = [n for n, row in enumerate(self._rows) if isinstance(row, Heading) and row.stage == stage]
        return self.index(min(found, key=lambda n: abs(n - nearest), default=-1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """How many rows."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every row can be walked to, layers alone can be selected."""
        both = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return both if isinstance(self.at(index), LayerRow) else Qt.ItemFlag.ItemIsEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What stands in a row, and all of it in words."""
        row = self.at(index)
        if row is None or role == ROW:
            return row
        if isinstance(row, LayerRow):
            return self._layers.data(self._layers.index(row.index), role)
        if role == HOLDS_CURRENT:
            return isinstance(row, Heading) and row.folded and self._current in row.layers
        return self._heading_data(row, role) if isinstance(row, Heading) else self._missed_data(row, role)

    def _heading_data(self, row: Heading, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return (
                self.tr("Click, or press Space, to unfold") if row.folded else self.tr("Click, or press Space, to fold")
            )
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = self.tr("{0}: {1} layers, folded") if row.folded else self.tr("{0}: {1} layers")
            return said.format(row.title, row.count)
        return None

    def _missed_data(self, row: MissedRow, role: int) -> object:
        name = row.name or self.tr("the network")
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.tr("{0} was not recorded: {1}").format(name, row.reason)
        return None

    def _on_layers_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        """A small picture has come, or other colours."""
        changed = range(first.row(), last.row() + 1)
        shown = [n for n, row in enumerate(self._rows) if isinstance(row, LayerRow) and row.index in changed]
        if shown:
            self.dataChanged.emit(self.index(shown[0]), self.index(shown[-1]), [LAYER, PREVIEW])
