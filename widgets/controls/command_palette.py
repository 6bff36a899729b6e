"""A line to type what one wants into, and a list of what can be done that fits it."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QListView, QVBoxLayout, QWidget

from .palette_list import PaletteDelegate, PaletteEntry, PaletteModel
from .search_line import SearchLine

_WIDE, _HIGH = 620, 440
_EDGES = 30
_SHARE = 0.62
"""Of the window's height that it takes at most."""


class CommandPalette(QFrame):
    """Stands over its window: typing searches, Up and Down move, Enter chooses, Esc or a click beside it closes.

    Part of the window and no window of its own, so that input methods for other scripts work in it.
    """

    chosen = Signal(str)
    """The key of an entry."""
    closed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._before: QWidget | None = None
        self.setProperty("look", "floating")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Find an action or a layer"))
        self._line, self._view, self._model = SearchLine(), QListView(), PaletteModel()
        self._nothing = QLabel(self.tr("Nothing fits that."))
        self._prepare()
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 8)
        for widget, stretch in ((self._line, 0), (self._nothing, 0), (self._view, 1)):
            column.addWidget(widget, stretch)
        self.hide()

    def _prepare(self) -> None:
        self._line.setAccessibleName(self.tr("What do you want to do?"))
        self._line.setPlaceholderText(self.tr("What do you want to do?"))
        self._line.installEventFilter(self)
        self._nothing.setProperty("look", "caption")
        self._view.setModel(self._model)
        self._view.setItemDelegate(PaletteDelegate(self._view))
        self._view.setUniformItemSizes(True)
        self._view.setMouseTracking(True)
        self._view.setFrameShape(QFrame.Shape.NoFrame)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setAccessibleName(self.tr("What fits"))
        self._line.textChanged.connect(self._search)
        self._line.moved.connect(self._on_moved)
        self._line.entered.connect(lambda: self._choose(self._view.currentIndex()))
        self._view.clicked.connect(self._choose)

    def ask(self, entries: tuple[PaletteEntry, ...]) -> None:
        """Open it with these entries, what is likely meant first."""
        self._before = QApplication.focusWidget()
        self._model.set_entries(entries)
        self._line.clear()
        self._search("")
        self.show()
        self.raise_()
        self._line.setFocus(Qt.FocusReason.PopupFocusReason)
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]
        self._window.installEventFilter(self)

    def dismiss(self) -> None:
        """Close it; the focus goes back to where it was."""
        if self.isHidden():
            return
        QApplication.instance().focusChanged.disconnect(self._on_focus)  # type: ignore[union-attr]
        self._window.removeEventFilter(self)
        focus = QApplication.focusWidget()
        held = focus is None or self.isAncestorOf(focus)
        self.hide()
        if held and self._before is not None:
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._before = None
        self.closed.emit()

    def texts(self) -> list[str]:
        """What is listed."""
        return [self._model.entry(row).text for row in range(self._model.rowCount())]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Esc is the palette's own while it is open, and a window that is resized takes it along."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._fit()
        if watched is self._line and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.dismiss()
                return True
        return super().eventFilter(watched, event)

    # ------------------------------------------------------------------ parts

    def _fit(self) -> None:
        room = self._window.rect()
        rows = self._model.rowCount()
        row = self._view.sizeHintForRow(0) if rows else self._nothing.sizeHint().height()
        wished = self._line.sizeHint().height() + max(rows, 1) * row + _EDGES
        wide, high = min(_WIDE, room.width() - 24), min(wished, _HIGH, round(room.height() * _SHARE))
        self.setGeometry((room.width() - wide) // 2, min(64, room.height() // 10), wide, high)

    def _search(self, wanted: str) -> None:
        self._model.search(wanted)
        self._to_first()
        self._fit()

    def _to_first(self) -> None:
        self._nothing.setVisible(not self._model.rowCount())
        self._view.setVisible(bool(self._model.rowCount()))
        self._view.setCurrentIndex(self._model.index(0))
        self._view.scrollToTop()
        self._tell()

    def _on_moved(self, event: QKeyEvent) -> None:
        """Up and Down go round; paging is the list's own."""
        rows, now = self._model.rowCount(), self._view.currentIndex().row()
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if rows and (step := steps.get(Qt.Key(event.key()))):
            self._view.setCurrentIndex(self._model.index((now + step) % rows))
        else:
            QApplication.sendEvent(self._view, event)
        self._tell()

    def _tell(self) -> None:
        """For a screen reader: the row that Enter would choose."""
        index = self._view.currentIndex()
        spoken = index.data(Qt.ItemDataRole.AccessibleTextRole) if index.isValid() else self._nothing.text()
        self._line.setAccessibleDescription(str(spoken))

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid() and self._model.entry(index.row()).enabled:
            key = self._model.entry(index.row()).key
            self.dismiss()
            self.chosen.emit(key)

    def _on_focus(self, _: QWidget | None, new: QWidget | None) -> None:
        if new is not None and new is not self and not self.isAncestorOf(new):
            self.dismiss()
