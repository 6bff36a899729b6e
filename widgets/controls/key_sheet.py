"""A list of keys and what they do: in groups, in two columns, to be searched."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QTextBrowser, QVBoxLayout, QWidget

from ..look.theme import theme_of

_KEYS = 150
"""Pixels for the keys, so that what they do stands in one line below each other."""


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """The keys of one menu."""

    title: str
    rows: tuple[tuple[str, str], ...]
    """(key, what it does); several keys are parted by a comma and a blank."""


class KeySheet(QWidget):
    """Typing searches in the keys and in what they do."""

    searched = Signal(str)
    """What is looked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[KeyGroup, ...] = ()
        self._line, self._text, self._nothing = QLineEdit(), QTextBrowser(), QLabel(self.tr("Nothing fits that."))
        self._line.setPlaceholderText(self.tr("Search keys"))
        self._line.setAccessibleName(self.tr("Search keys"))
        self._line.setClearButtonEnabled(True)
        self._text.setAccessibleName(self.tr("Keys and what they do"))
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        self._text.setOpenLinks(False)
        self._nothing.setProperty("look", "caption")
        self._nothing.hide()
        self.setFocusProxy(self._line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget, stretch in ((self._line, 0), (self._nothing, 0), (self._text, 1)):
            column.addWidget(widget, stretch)
        self._line.textChanged.connect(self._on_searched)

    def set_groups(self, groups: Sequence[KeyGroup]) -> None:
        """The keys."""
        self._groups = tuple(groups)
        self._show()

    def plain_text(self) -> str:
        """What is listed, as text."""
        return self._text.toPlainText()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """In the colours of the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._show()

    def _on_searched(self, text: str) -> None:
        self._show()
        self.searched.emit(text)

    def _show(self) -> None:
        theme = theme_of(self)
        shades = self._text.palette()
        shades.setColor(QPalette.ColorRole.Base, theme.window)
        self._text.setPalette(shades)
        found = _found(self._groups, self._line.text())
        self._nothing.setVisible(not found)
        self._text.setVisible(bool(found))
        colours = {"cap": theme.raised.name(), "muted": theme.muted.name(), "text": theme.text.name()}
        columns = "".join(
            f'<td width="50%" style="padding-right:18px">{"".join(_group(one, colours) for one in column)}</td>'
            for column in in_two(found)
        )
        self._text.setHtml(f'<table width="100%"><tr>{columns}</tr></table>')


def in_two(groups: Sequence[KeyGroup]) -> tuple[list[KeyGroup], list[KeyGroup]]:
    """The groups in two columns of about the same length, in their order."""
    sizes = [len(group.rows) + 2 for group in groups]
    cuts = range(len(groups) + 1)
    best = min(cuts, key=lambda cut: abs(sum(sizes[:cut]) - sum(sizes[cut:])))
    return list(groups[:best]), list(groups[best:])


def _found(groups: Sequence[KeyGroup], wanted: str) -> list[KeyGroup]:
    words = wanted.casefold().split()
    kept = []
    for group in groups:
        rows = tuple(row for row in group.rows if all(word in " ".join(row).casefold() for word in words))
        kept += [KeyGroup(group.title, rows)] if rows else []
    return kept


def _group(group: KeyGroup, colours: dict[str, str]) -> str:
    rows = "".join(
        f'<tr><td width="{_KEYS}" style="padding:2px 10px 2px 0">{_caps(keys, colours)}</td>'
        f'<td style="padding:2px 0">{escape(text)}</td></tr>'
        for keys, text in group.rows
    )
    title = f'<p style="color:{colours["muted"]}; margin-bottom:2px"><b>{escape(group.title)}</b></p>'
    return f"{title}<table>{rows}</table>"


def _caps(keys: str, colours: dict[str, str]) -> str:
    """Each key on a ground of its own."""
    return " ".join(
        f'<span style="background-color:{colours["cap"]}; white-space:pre">&nbsp;{escape(key)}&nbsp;</span>'
        for key in keys.split(", ")
    )
