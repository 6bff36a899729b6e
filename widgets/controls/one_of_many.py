"""A list in which one of many is always the chosen one."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QListView

from ..look.theme import theme_of

Index = QModelIndex | QPersistentModelIndex


class OneOfMany(QListView):
    """Neither Ctrl and a click nor a click beside the rows takes the choice away; the focus is seen as a ring."""

    def selectionCommand(  # noqa: N802
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """The row alone; nothing where there is none."""
        flags = QItemSelectionModel.SelectionFlag
        return flags.ClearAndSelect if index.isValid() else flags.NoUpdate

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paints the rows, and the ring of the focus over them."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setPen(theme_of(self).accent)
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))
