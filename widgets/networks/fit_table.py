"""How a checkpoint differs from a network."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...models.offers import Misfit, MisfitRow
from ..controls.text_line import TextLine
from ..look.level_icon import LevelIcon
from ..look.sentences import translated
from ..look.theme import theme_of

Index = QModelIndex | QPersistentModelIndex


class FitTable(QWidget):
    """The likely cause in a sentence, how many tensors fit and how many do not, and the telling ones side by side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._cause, self._counts = LevelIcon(), TextLine("text", wraps=True), TextLine("caption")
        self._icon.set_level("warning")
        self._table = QTableWidget(0, 3)
        sizes = self.tr("The tensor's size: for a convolution output × input channels × rows × columns")
        for place, (title, tip) in enumerate(
            ((self.tr("Tensor"), ""), (self.tr("Network has"), sizes), (self.tr("File has"), sizes))
        ):
            heading = QTableWidgetItem(title)
            heading.setToolTip(tip)
            self._table.setHorizontalHeaderItem(place, heading)
        self._set_up_table()
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._cause, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(line)
        column.addWidget(self._counts)
        column.addWidget(self._table, 1)

    def set_misfit(self, misfit: Misfit) -> None:
        """Another comparison."""
        self._cause.show_text(translated(misfit.cause))
        self._counts.show_text(self._counts_line(misfit))
        self._table.setRowCount(len(misfit.rows))
        for place, row in enumerate(misfit.rows):
            self._fill(place, row)
        self._table.setAccessibleDescription(f"{translated(misfit.cause)} {self._counts_line(misfit)}")

    def _counts_line(self, misfit: Misfit) -> str:
        counts = (
            (misfit.matched, self.tr("{0:,} fit")),
            (misfit.other_size, self.tr("{0:,} of another size")),
            (misfit.missing, self.tr("{0:,} that the file lacks")),
            (misfit.unexpected, self.tr("{0:,} that the network has no place for")),
        )
        said = " · ".join(text.format(count) for count, text in counts if count)
        unshown = misfit.other_size + misfit.missing + misfit.unexpected - len(misfit.rows)
        return self.tr("{0} (the first {1} are shown)").format(said, len(misfit.rows)) if unshown > 0 else said

    def _fill(self, place: int, row: MisfitRow) -> None:
        cells = (
            row.name,
            translated(row.wanted) or self.tr("no place for it"),
            translated(row.found) or self.tr("not there"),
        )
        for column, text in enumerate(cells):
            item = QTableWidgetItem(text)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            item.setToolTip(row.name if not column else "")
            if column and not (row.wanted, row.found)[column - 1]:
                item.setForeground(theme_of(self).muted)
            self._table.setItem(place, column, item)

    def _set_up_table(self) -> None:
        table, header = self._table, self._table.horizontalHeader()
        table.setProperty("look", "framed")
        table.setAccessibleName(self.tr("What does not fit"))
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(int(self.fontMetrics().height() * 1.6))
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setItemDelegate(_Cells(table))
        table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)


class _Cells(QStyledItemDelegate):
    """Cells that are only read: none of them is marked as the current one."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802
        """Leaves the marks out."""
        super().initStyleOption(option, index)
        marks = QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_MouseOver
        option.state &= ~marks  # type: ignore[attr-defined]
