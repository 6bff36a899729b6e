"""Chips that choose the kinds of layers to be listed."""

from collections import Counter

from PySide6.QtCore import QEvent, QRect, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ...models.records import Kind, LayerInfo
from ..look.kind_icon import KINDS, kind_icon
from ..look.layer_text import kind_name
from ..look.theme import caption_font, theme_of

GAP = 5


class KindChips(QWidget):
    """One chip for every kind that there is, with how many; none pressed means all of them."""

    kinds_changed = Signal(object)
    """frozenset of the pressed kinds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: dict[Kind, QPushButton] = {kind: self._chip(kind) for kind in KINDS}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._colour_icons()
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
        self._place(self.width())
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802
        """All chips in one row; narrower, they take several."""
        return QSize(300, self.heightForWidth(300))

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """As high as the rows that the chips need."""
        return max((rect.bottom() + 1 for _, rect in self._rects(width)), default=0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Places the chips in rows."""
        self._place(self.width())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Draws the icons anew in the colours of another theme, and measures anew in another font."""
        if event.type() == QEvent.Type.PaletteChange:
            self._colour_icons()
        elif event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._place(self.width())
        super().changeEvent(event)

    def _chip(self, kind: Kind) -> QPushButton:
        chip = QPushButton(self)
        chip.setCheckable(True)
        chip.setAutoDefault(False)
        chip.setProperty("look", "chip")
        chip.setIconSize(QSize(12, 12))
        chip.setToolTip(self.tr("List only these layers; press several to list several kinds"))
        chip.clicked.connect(self._on_clicked)
        return chip

    def _colour_icons(self) -> None:
        for kind, chip in self._chips.items():
            chip.setIcon(kind_icon(kind, theme_of(self), self.devicePixelRatioF()))
            chip.setFont(caption_font(self.font()))

    def _rects(self, width: int) -> list[tuple[QPushButton, QRect]]:
        """Left to right, and down where a row is full."""
        placed, x, y = [], 0, 0
        for chip in self._chips.values():
            if chip.isHidden():
                continue
            size = chip.sizeHint()
            if x and x + size.width() > width:
                x, y = 0, y + size.height() + GAP
            placed.append((chip, QRect(x, y, size.width(), size.height())))
            x += size.width() + GAP
        return placed

    def _place(self, width: int) -> None:
        for chip, rect in self._rects(width):
            chip.setGeometry(rect)

    def _on_clicked(self) -> None:
        self.kinds_changed.emit(self.kinds())
