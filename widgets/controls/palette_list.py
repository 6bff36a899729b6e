"""The rows of the palette: what can be done, with the letters that were typed, its menu and its key."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ..look.theme import Theme, caption_font, theme_of
from .fuzzy import fuzzy

Index = QModelIndex | QPersistentModelIndex
_HIGH, _EDGE = 30, 12


@dataclass(frozen=True, slots=True)
class PaletteEntry:
    """Something that can be done."""

    key: str
    """What the palette says when it was chosen."""
    text: str
    group: str = ""
    keys: str = ""
    """Its shortcut."""
    enabled: bool = True
    checked: bool = False


@dataclass(frozen=True, slots=True)
class _Row:
    entry: PaletteEntry
    places: tuple[int, ...] = ()


class PaletteModel(QAbstractListModel):
    """Those entries that fit what was typed, the best first; all of them in their order before anything was."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: tuple[PaletteEntry, ...] = ()
        self._rows: list[_Row] = []

    def set_entries(self, entries: tuple[PaletteEntry, ...]) -> None:
        """Everything that can be done, what is likely meant first."""
        self._entries = entries
        self.search("")

    def search(self, wanted: str) -> None:
        """Show what fits; what cannot be done now stands at the end."""
        self.beginResetModel()
        found = []
        for order, entry in enumerate(self._entries):
            match = fuzzy(wanted, entry.text)
            if match is not None:
                score = match.score if wanted.strip() else 0.0
                found.append((not entry.enabled, -score, order, _Row(entry, match.places)))
        self._rows = [row for *_, row in sorted(found, key=lambda one: one[:3])]
        self.endResetModel()

    def entry(self, row: int) -> PaletteEntry:
        """What stands in a row."""
        return self._rows[row].entry

    def places(self, row: int) -> tuple[int, ...]:
        """Where in its text the typed letters are."""
        return self._rows[row].places

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802
        """How many fit."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text, and for a screen reader all of the row."""
        entry = self._rows[index.row()].entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (entry.text, entry.group, entry.keys) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return entry.text
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What cannot be done now is shown, but not chosen."""
        flags = super().flags(index)
        return flags if self._rows[index.row()].entry.enabled else flags & ~Qt.ItemFlag.ItemIsEnabled


class PaletteDelegate(QStyledItemDelegate):
    """Paints a row of `PaletteModel`."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """One line."""
        return QSize(200, max(_HIGH, option.fontMetrics.height() + 12))  # type: ignore[attr-defined]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The text with the typed letters marked; at the right its menu and its key."""
        model = index.model()
        assert isinstance(model, PaletteModel)
        rect, widget = QRectF(option.rect), option.widget  # type: ignore[attr-defined]
        state, theme = option.state, theme_of(widget)  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(theme.accent)
            painter.setBrush(theme.chosen)
            painter.drawRoundedRect(rect.adjusted(2.5, 1.5, -2.5, -1.5), 5, 5)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.raised)
        entry = model.entry(index.row())
        inner = rect.adjusted(_EDGE, 0, -_EDGE, 0)
        left = _paint_right(painter, inner, entry, option.font, theme)  # type: ignore[attr-defined]
        inner.setRight(left - 10)
        _paint_text(painter, inner, entry, model.places(index.row()), option.font, theme)  # type: ignore[attr-defined]
        painter.restore()


def _paint_text(
    painter: QPainter, rect: QRectF, entry: PaletteEntry, places: tuple[int, ...], font: QFont, theme: Theme
) -> None:
    tick = "✓ " if entry.checked else ""
    shown = QFontMetricsF(font).elidedText(tick + entry.text, Qt.TextElideMode.ElideRight, rect.width())
    layout = QTextLayout(shown, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.setFormats(
        [
            _marked(place + len(tick), theme)
            for place in places
            if place + len(tick) < len(shown) - 1 or shown == tick + entry.text
        ]
    )
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(10_000)
    layout.endLayout()
    painter.setPen(theme.text if entry.enabled else theme.muted)
    painter.setClipRect(rect)
    layout.draw(painter, QPointF(rect.left(), rect.center().y() - line.height() / 2))


def _marked(place: int, theme: Theme) -> QTextLayout.FormatRange:
    """A letter that was typed: in bold, and in the accent's colour."""
    made = QTextLayout.FormatRange()
    made.start, made.length = place, 1  # type: ignore[attr-defined]
    form = QTextCharFormat()
    form.setFontWeight(QFont.Weight.Bold)
    form.setForeground(theme.accent)
    made.format = form  # type: ignore[attr-defined]
    return made


def _paint_right(painter: QPainter, rect: QRectF, entry: PaletteEntry, font: QFont, theme: Theme) -> float:
    """The key in a cap, and before it the menu; returns how far to the left that goes."""
    small = caption_font(font)
    painter.setFont(small)
    right = rect.right()
    for key in reversed(entry.keys.split(", ") if entry.keys else []):
        wide = painter.fontMetrics().horizontalAdvance(key) + 12
        cap = QRectF(right - wide, rect.center().y() - 9.5, wide, 19)
        painter.setPen(theme.line)
        painter.setBrush(theme.raised)
        painter.drawRoundedRect(cap, 4, 4)
        painter.setPen(theme.text if entry.enabled else theme.muted)
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
        right -= wide + 4
    painter.setPen(theme.muted)
    wide = painter.fontMetrics().horizontalAdvance(entry.group)
    painter.drawText(
        QRectF(right - wide - 6, rect.top(), wide, rect.height()), Qt.AlignmentFlag.AlignVCenter, entry.group
    )
    return right - wide - 6
