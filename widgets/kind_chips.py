"""Chips that choose the kinds of layers to be listed."""

from collections import Counter

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ..models.records import Kind, LayerInfo
from .kind_icon import KINDS, kind_icon
from .layer_text import kind_name
from .theme import theme_of


class KindChips(QWidget):
    """One chip for every kind that there is, with how many; none pressed means all of them."""

    kinds_changed = Signal(object)
    """frozenset of the pressed kinds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._chips: dict[Kind, QPushButton] = {kind: self._chip(kind) for kind in KINDS}
        for chip in self._chips.values():
            row.addWidget(chip)
        row.addStretch(1)
        self.set_layers(())

    def kinds(self) -> frozenset[Kind]:
        """The pressed ones."""
        return frozenset(kind for kind, chip in self._chips.items() if chip.isChecked() and not chip.isHidden())

    def set_layers(self, layers: tuple[LayerInfo, ...]) -> None:
        """Counts the kinds; a kind that is not there has no chip."""
        counts = Counter(layer.kind for layer in layers)
        for kind, chip in self._chips.items():
            chip.setText(f"{kind_name(kind)} {counts[kind]}")
            chip.setVisible(counts[kind] > 0)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Draws the icons anew in the colours of another theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self._colour_icons()
        super().changeEvent(event)

    def _chip(self, kind: Kind) -> QPushButton:
        chip = QPushButton(self)
        chip.setCheckable(True)
        chip.setProperty("look", "chip")
        chip.setIcon(kind_icon(kind, theme_of(self).accent, self.devicePixelRatioF()))
        chip.setToolTip(self.tr("List only these layers; press several to list several kinds"))
        chip.clicked.connect(self._on_clicked)
        return chip

    def _colour_icons(self) -> None:
        for kind, chip in self._chips.items():
            chip.setIcon(kind_icon(kind, theme_of(self).accent, self.devicePixelRatioF()))

    def _on_clicked(self) -> None:
        self.kinds_changed.emit(self.kinds())
