"""Thousands of networks to choose one from."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStackedLayout, QWidget

from ...models.offers import Offer
from ..controls.search_line import MOVES
from ..controls.text_line import TextLine
from .offer_delegate import OfferDelegate
from .offer_model import Index, OfferModel


class OfferList(QWidget):
    """Networks with where they come from, their attention, their size, and whether their weights are here.

    While there is any, one of them is always the chosen one. Where there is none, a sentence says why.
    """

    offer_selected = Signal(object)
    """The `Offer` that the user moved to, by mouse or key."""
    offer_activated = Signal(object)
    """The `Offer` on which he clicked twice or pressed Enter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._view, self._nothing = OfferModel(), _View(), TextLine("caption", wraps=True)
        self._view.setModel(self._model)
        self._view.setItemDelegate(OfferDelegate(self._view))
        self._view.setAccessibleName(self.tr("Networks"))
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setMargin(24)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._view)
        self._pages.addWidget(self._nothing)
        self.setFocusProxy(self._view)
        self._view.selectionModel().currentChanged.connect(self._on_current_changed)
        self._view.entered.connect(self._on_entered)
        self._view.doubleClicked.connect(self._on_entered)

    def set_offers(self, offers: tuple[Offer, ...], typed: Offer | None = None, keep: bool = False) -> None:
        """Other rows, `typed` in front of them; the first is chosen, or the one before where it is kept and there."""
        before = self.current()
        self._model.set_offers(offers, typed)
        self._pages.setCurrentIndex(0 if self._model.offers() else 1)
        names = [(one.model, one.weights) for one in self._model.offers()]
        place = (before.model, before.weights) if keep and before else None
        self._choose(names.index(place) if place in names else 0)

    def set_nothing(self, text: str) -> None:
        """What is said where there is no row."""
        self._nothing.show_text(text)

    def current(self) -> Offer | None:
        """The chosen one."""
        row = self._view.currentIndex().row()
        return self._model.offers()[row] if 0 <= row < len(self._model.offers()) else None

    def press(self, event: QKeyEvent) -> None:
        """A key that was pressed elsewhere moves in the list: Up, Down and paging."""
        if event.key() in MOVES:
            self._view.keyPressEvent(event)

    def _choose(self, row: int) -> None:
        """A move of the program's own, which is not announced as the user's."""
        with QSignalBlocker(self._view.selectionModel()):
            self._view.selectionModel().setCurrentIndex(
                self._model.index(row), QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
        self._view.scrollTo(self._model.index(row))
        self._view.viewport().update()

    def _on_current_changed(self) -> None:
        if offer := self.current():
            self.offer_selected.emit(offer)

    def _on_entered(self) -> None:
        if offer := self.current():
            self.offer_activated.emit(offer)


class _View(QListView):
    """Has the focus by the tab key only, so that a click leaves it where the user types."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "framed")
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def selectionCommand(  # noqa: N802
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """One network is always chosen: neither Ctrl and a click nor a click beside them takes that away."""
        flags = QItemSelectionModel.SelectionFlag
        return flags.ClearAndSelect if index.isValid() else flags.NoUpdate

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter is answered here alone: a dialog around it would press its default button as well."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            event.accept()
            return
        super().keyPressEvent(event)
