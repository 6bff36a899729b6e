"""Chips that choose which networks are listed."""

from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ...models.offers import Offer
from ...models.records import Kind
from ..look.kind_icon import KINDS, kind_icon
from ..look.layer_text import kind_name
from ..look.theme import caption_font, theme_of


@dataclass(frozen=True, slots=True)
class OfferFilter:
    """Which networks are wanted; no kinds are all kinds."""

    attention: bool = False
    here: bool = False
    kinds: frozenset[Kind] = frozenset()

    def lets(self, offer: Offer) -> bool:
        """Whether this network is one of them; where nobody knows its attention, it may have some."""
        if self.attention and offer.kinds == ():
            return False
        if self.here and offer.state != "here" and offer.source != "yours":
            return False
        return not self.kinds or any(kind in self.kinds for kind, _ in offer.kinds or ())


class OfferChips(QWidget):
    """Chips for attention, for weights that are here, and for each kind; several kinds list what has any of them."""

    filter_changed = Signal(object)
    """The `OfferFilter` that the pressed chips mean."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._attention = self._chip(self.tr("List only networks with attention layers, or that may have some"))
        self._here = self._chip(self.tr("List only networks whose weights are on this machine"))
        self._kinds: dict[Kind, QPushButton] = {
            kind: self._chip(self.tr("List only networks with this kind of attention")) for kind in KINDS
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        for chip in (self._attention, self._here, *self._kinds.values()):
            row.addWidget(chip)
        row.insertSpacing(2, 10)
        row.addStretch(1)
        self._attention.setChecked(True)
        self._colour_icons()
        self.set_offers(())

    def set_offers(self, offers: tuple[Offer, ...]) -> None:
        """Counts what each chip would list; what is pressed stays pressed."""
        kinds: Counter[Kind] = Counter(kind for offer in offers for kind, _ in offer.kinds or ())
        with_attention = sum(bool(offer.kinds) for offer in offers)
        here = sum(offer.state == "here" for offer in offers)
        self._attention.setText(self.tr("with attention {0:,}").format(with_attention))
        self._here.setText(self.tr("weights here {0:,}").format(here))
        for kind, chip in self._kinds.items():
            chip.setText(f"{kind_name(kind)} {kinds[kind]:,}")

    def filter(self) -> OfferFilter:
        """What the pressed chips mean."""
        kinds: frozenset[Kind] = frozenset(kind for kind, chip in self._kinds.items() if chip.isChecked())
        return OfferFilter(self._attention.isChecked(), self._here.isChecked(), kinds)

    def set_here(self, on: bool) -> None:
        """Press the chip for weights that are here, or release it; not announced."""
        self._here.setChecked(on)

    def release(self) -> None:
        """No chip is pressed any more; not announced."""
        for chip in (self._attention, self._here, *self._kinds.values()):
            chip.setChecked(False)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Draws the icons anew in the colours of another theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self._colour_icons()
        super().changeEvent(event)

    def _chip(self, tip: str) -> QPushButton:
        chip = QPushButton()
        chip.setCheckable(True)
        chip.setAutoDefault(False)
        chip.setProperty("look", "chip")
        chip.setIconSize(QSize(12, 12))
        chip.setFont(caption_font(self.font()))
        chip.setToolTip(tip)
        chip.clicked.connect(lambda: self.filter_changed.emit(self.filter()))
        return chip

    def _colour_icons(self) -> None:
        for kind, chip in self._kinds.items():
            chip.setIcon(kind_icon(kind, theme_of(self), self.devicePixelRatioF()))
