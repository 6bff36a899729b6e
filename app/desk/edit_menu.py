"""The menu about what was done: take it back, do it again, copy, and find whatever can be done."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from ..state.state import Fields
from ..state.undo import Undo
from .action_list import Adder, Entries


class EditMenu(QObject):
    """Makes the actions with `add`."""

    def __init__(
        self, window: QWidget, undo: Undo, add: Adder, search: Callable[[], None], copy: Callable[[], None]
    ) -> None:
        super().__init__(window)
        self._undo, self._add, self._search, self._copy = undo, add, search, copy

    def entries(self) -> Entries:
        """What stands in the menu."""
        add, undo = self._add, self._undo
        return [
            add.named(self._undo_text, undo.undo, "Ctrl+Z", able=lambda _: undo.can_undo),
            add.named(self._redo_text, undo.redo, ("Ctrl+Shift+Z", "Ctrl+Y"), able=lambda _: undo.can_redo),
            None,
            add(self.tr("Copy the view as a picture"), self._copy, QKeySequence.StandardKey.Copy, able=_pictured),
            None,
            add(self.tr("Find an action or a layer …"), self._search, ("Ctrl+K", "Ctrl+Shift+P")),
        ]

    def _undo_text(self, _: Fields) -> str:
        return self.tr("Undo {0}").format(self._undo.undo_text) if self._undo.can_undo else self.tr("Undo")

    def _redo_text(self, _: Fields) -> str:
        return self.tr("Redo {0}").format(self._undo.redo_text) if self._undo.can_redo else self.tr("Redo")


def _pictured(now: Fields) -> bool:
    return now.picture is not None
