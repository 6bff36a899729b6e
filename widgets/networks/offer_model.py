"""Networks to choose from as rows of an item view."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from ...models.offers import Offer
from .offer_text import offer_name, offer_sentence, place_line, state_text

Index = QModelIndex | QPersistentModelIndex

OFFER = Qt.ItemDataRole.UserRole
PLACE = Qt.ItemDataRole.UserRole + 1
STATE = Qt.ItemDataRole.UserRole + 2


class OfferModel(QAbstractListModel):
    """Networks in the order in which they are handed in; the first may be what the user typed."""

    def __init__(self) -> None:
        super().__init__()
        self._offers: tuple[Offer, ...] = ()
        self._typed = False

    def set_offers(self, offers: tuple[Offer, ...], typed: Offer | None = None) -> None:
        """Other rows; `typed` stands in front of them."""
        self.beginResetModel()
        self._offers = offers if typed is None else (typed, *offers)
        self._typed = typed is not None
        self.endResetModel()

    def offers(self) -> tuple[Offer, ...]:
        """All rows."""
        return self._offers

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """How many networks."""
        return 0 if parent.isValid() else len(self._offers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The name, `OFFER`, `PLACE` (the line below the name) or `STATE` of a row."""
        if not index.isValid():
            return None
        offer = self._offers[index.row()]
        typed = self._typed and index.row() == 0
        if role == OFFER:
            return offer
        if role == Qt.ItemDataRole.DisplayRole:
            return self.tr('Load "{0}"').format(offer.model) if typed else offer_name(offer)
        if role == PLACE:
            return self._typed_place(offer) if typed else place_line(offer)
        if role == STATE:
            return "" if typed else state_text(offer)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return offer_sentence(offer)
        return None

    def _typed_place(self, offer: Offer) -> str:
        if offer.source == "yours":
            return self.tr("code or a file of your own")
        return self.tr("as you typed it")
