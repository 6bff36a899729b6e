"""The pick list: search, filter, look at what a network is, and load it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ...models.offers import RECENT, Offer
from ..controls.search_line import SearchLine
from ..controls.text_line import TextLine
from .offer_chips import OfferChips
from .offer_details import OfferDetails
from .offer_list import OfferList
from .typed_model import typed_model

Search = Callable[[tuple[Offer, ...], str], tuple[Offer, ...]]
"""Of all networks those that words mean, the best first."""


class OfferPicker(QWidget):
    """A search line, chips, the list of networks, and below it the chosen one with buttons to load it.

    The search line keeps the focus: Up, Down and paging move in the list, Enter loads, Esc is left to the dialog. What
    is typed may also be a network by itself: `net.py:build`, `package.module:callable`, `hf/ORG/NAME`, a file.
    """

    choice_made = Signal(object)
    """The `Choice` of the user."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers: tuple[Offer, ...] = ()
        self._search: Search = all_words
        self._line, self._chips, self._list, self._details = SearchLine(), OfferChips(), OfferList(), OfferDetails()
        self._count, self._note = QLabel(), TextLine("warning")
        self._count.setProperty("look", "caption")
        self._more = QPushButton()
        self._more.setProperty("look", "flat")
        self._more.setAutoDefault(False)
        self._more.setToolTip(self.tr("Release all chips"))
        # So that the row keeps its height.
        policy = self._more.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._more.setSizePolicy(policy)
        self._lay_out()
        self.setFocusProxy(self._line)
        self._line.textChanged.connect(self._on_searched)
        self._line.moved.connect(self._on_moved)
        self._line.entered.connect(self._details.take)
        self._chips.filter_changed.connect(self._on_filtered)
        self._more.clicked.connect(self._on_more)
        self._list.offer_selected.connect(self._details.set_offer)
        self._list.offer_activated.connect(self._on_activated)
        self._details.choice_made.connect(self.choice_made)
        self.set_offers(())

    def set_offers(self, offers: tuple[Offer, ...]) -> None:
        """All networks there are; search, chips and, where it is still there, the chosen network stay."""
        self._offers = tuple(sorted(offers, key=lambda offer: RECENT not in offer.note))
        self._chips.set_offers(offers)
        hint = self.tr("Search {0:,} networks: resnet se, swin, heads, here … or name your own: net.py:build")
        self._line.setPlaceholderText(hint.format(len(offers)))
        self._refresh(keep=True)

    def set_search(self, function: Search) -> None:
        """How words find networks; all words in name, source and weights' name where nobody says it."""
        self._search = function
        self._refresh(keep=True)

    def set_file(self, file: str) -> None:
        """The file of the user's that the weights come out of: only a network is chosen then; "" for none."""
        self._details.set_file(file)

    def show_here(self, only: bool) -> None:
        """List only networks whose weights are on this machine, or all."""
        self._chips.set_here(only)
        self._refresh(keep=True)

    def set_note(self, text: str) -> None:
        """What has to be said of the whole list, such as that nothing can be downloaded; "" for nothing."""
        self._note.show_text(text)
        self._note.setVisible(bool(text))

    def current(self) -> Offer | None:
        """The network that Enter would load."""
        return self._list.current()

    def _refresh(self, keep: bool = False) -> None:
        text = self._line.text().strip()
        found = self._search(self._offers, text) if text else self._offers
        chosen = self._chips.filter()
        listed = tuple(offer for offer in found if chosen.lets(offer))
        typed = None if any(offer.model == text for offer in found) else typed_model(text, bool(found))
        self._list.set_nothing(self._nothing_text(text, len(found)))
        self._list.set_offers(listed, typed, keep)
        self._details.set_offer(self._list.current())
        self._say_how_many(len(listed), len(found))

    def _say_how_many(self, listed: int, found: int) -> None:
        self._count.setText(self.tr("1 network") if listed == 1 else self.tr("{0:,} networks").format(listed))
        self._more.setText(self.tr("Show {0:,} more that the chips hide").format(found - listed))
        self._more.setVisible(found > listed)

    def _nothing_text(self, text: str, found: int) -> str:
        if found:
            return self.tr("The chips hide every network that was found.")
        if text:
            return self.tr(
                'No network is called "{0}". For one of your own, type the file and what makes it: net.py:build'
            ).format(text)
        return self.tr("The list of networks is on its way …")

    def _on_searched(self) -> None:
        self._refresh()

    def _on_filtered(self) -> None:
        self._refresh(keep=True)

    def _on_more(self) -> None:
        self._chips.release()
        self._refresh(keep=True)
        self._line.setFocus()

    def _on_moved(self, event: QKeyEvent) -> None:
        self._list.press(event)

    def _on_activated(self, offer: Offer) -> None:
        self._details.set_offer(offer)
        self._details.take()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._line)
        column.addWidget(self._chips)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._count)
        row.addSpacing(12)
        row.addWidget(self._note, 1)
        row.addWidget(self._more, 0, Qt.AlignmentFlag.AlignRight)
        column.addLayout(row)
        column.addWidget(self._list, 1)
        column.addWidget(self._details)


def all_words(offers: tuple[Offer, ...], text: str) -> tuple[Offer, ...]:
    """Those that hold every word in name, source or weights' name, in the order in which they are."""
    words = text.lower().split()
    return tuple(one for one in offers if all(w in f"{one.model} {one.source} {one.weights}".lower() for w in words))
