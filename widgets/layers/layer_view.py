"""The item view of the layer list."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from ..look.theme import caption_font, theme_of
from .layer_model import Index
from .layer_row_model import ROW
from .layer_rows import Heading, LayerRow

_FOLDS = {Qt.Key.Key_Left: True, Qt.Key.Key_Right: False}
_TURNS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LayerView(QListView):
    """Layers under headings that fold. Left and Right fold and unfold on a heading, elsewhere they are the window's."""

    fold_requested = Signal(QModelIndex)
    """The heading whose stage is to be folded, or unfolded."""

    def __init__(self) -> None:
        super().__init__()
        self._nothing = ""
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(self.tr("Attention layers"))
        self.clicked.connect(self._on_clicked)

    def set_nothing(self, text: str) -> None:
        """What stands there while no layer is listed."""
        self._nothing = text

    def press(self, event: QKeyEvent) -> None:
        """A key that was pressed elsewhere moves here."""
        self.keyPressEvent(event)

    def selectionCommand(  # noqa: N802
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """One layer is always the current one: neither Ctrl and a click nor a click beside them takes that away."""
        flags = QItemSelectionModel.SelectionFlag
        return flags.ClearAndSelect if isinstance(index.data(ROW), LayerRow) else flags.NoUpdate

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Up, Down, Home, End and paging move; a heading is folded by Space, Return, Left and Right."""
        row, key = self.currentIndex().data(ROW), Qt.Key(event.key())
        if isinstance(row, Heading) and (key in _TURNS or _FOLDS.get(key) is (not row.folded)):
            self.fold_requested.emit(self.currentIndex())
        elif key in _FOLDS:
            event.setAccepted(isinstance(row, Heading))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paints the rows, or the sentence that says why there are none."""
        super().paintEvent(event)
        if self.model().rowCount() or not self._nothing:
            return
        painter = QPainter(self.viewport())
        painter.setFont(caption_font(self.font()))
        painter.setPen(theme_of(self).muted)
        room = QRectF(self.viewport().rect()).adjusted(10, 16, -10, -10)
        painter.drawText(room, Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap, self._nothing)

    def _on_clicked(self, index: QModelIndex) -> None:
        if isinstance(index.data(ROW), Heading):
            self.fold_requested.emit(index)
