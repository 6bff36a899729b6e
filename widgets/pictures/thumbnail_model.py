"""The pictures of an album as rows of an item view, with small copies of those that were looked at last."""

from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt, QUrl

from ..look.sentences import translated
from .thumbnail_picture import Thumbnail, pixmap_of

Index = QModelIndex | QPersistentModelIndex

THUMBNAIL = Qt.ItemDataRole.UserRole
KEPT = 600
"""Small copies that are kept: some 80 MB."""


class ThumbnailModel(QAbstractListModel):
    """Files with their small copies; a row can be dragged out as its file."""

    def __init__(self) -> None:
        super().__init__()
        self._paths: tuple[Path, ...] = ()
        self._known: OrderedDict[int, Thumbnail] = OrderedDict()

    def set_paths(self, paths: Sequence[Path]) -> None:
        """Other pictures; their small copies are gone."""
        self.beginResetModel()
        self._paths, self._known = tuple(paths), OrderedDict()
        self.endResetModel()

    def paths(self) -> tuple[Path, ...]:
        """All of them."""
        return self._paths

    def set_copy(self, row: int, pixels: npt.NDArray[np.uint8], size: tuple[int, int]) -> None:
        """The small copy of a row. **Shapes**: pixels (h, w, 3); size (width, height) of the picture itself."""
        if 0 <= row < len(self._paths):
            self._keep(row, Thumbnail(self._name(row), pixmap_of(pixels), size))

    def set_trouble(self, row: int, sentence: str) -> None:
        """Why a row has no small copy."""
        if 0 <= row < len(self._paths):
            self._keep(row, Thumbnail(self._name(row), trouble=sentence))

    def missing(self, rows: Sequence[int]) -> list[int]:
        """Those of these rows that are not known yet, or not any more; what is asked for is used, and stays longest."""
        for row in reversed(rows):
            if row in self._known:
                self._known.move_to_end(row)
        return [row for row in rows if row not in self._known]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """How many pictures."""
        return 0 if parent.isValid() else len(self._paths)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Name, facts or `THUMBNAIL` of a row."""
        if not index.isValid():
            return None
        row = index.row()
        if role == THUMBNAIL:
            return self._known.get(row) or Thumbnail(self._name(row))
        if role == Qt.ItemDataRole.DisplayRole:
            return self._name(row)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._facts(row)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every row can be dragged."""
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDragActions(self) -> Qt.DropAction:  # noqa: N802
        """Copies only: nothing is moved out of a folder by a slip of the hand."""
        return Qt.DropAction.CopyAction

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802
        """The files of these rows."""
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(self._paths[index.row()].absolute())) for index in indexes])
        return mime

    def _name(self, row: int) -> str:
        return self._paths[row].name.encode("utf-8", "replace").decode("utf-8")

    def _facts(self, row: int) -> str:
        facts = self.tr("{0}  ·  {1} of {2}").format(self._name(row), row + 1, len(self._paths))
        known = self._known.get(row)
        if known is None:
            return facts
        if known.trouble:
            return f"{facts}\n{translated(known.trouble)}"
        return self.tr("{0}  ·  {1} × {2} pixels").format(facts, *known.size)

    def _keep(self, row: int, thumbnail: Thumbnail) -> None:
        self._known[row] = thumbnail
        self._known.move_to_end(row)
        while len(self._known) > KEPT:
            self._known.popitem(last=False)
        self.dataChanged.emit(self.index(row), self.index(row), [THUMBNAIL])
