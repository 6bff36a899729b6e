"""The menu about what is written to files."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from ..export.exporting import Exporting
from ..state.state import Fields
from .action_list import Adder, Entries


class ExportMenu(QObject):
    """Makes the actions with `add`."""

    def __init__(self, window: QWidget, exporting: Exporting, add: Adder) -> None:
        super().__init__(window)
        self._exporting, self._add = exporting, add

    def entries(self) -> Entries:
        """What stands in the menu."""
        add, exporting = self._add, self._exporting
        return [
            add(self.tr("Export …"), exporting.choose, "Ctrl+Shift+E", able=_pictured),
            None,
            add(self.tr("Save this view …"), exporting.save_view, QKeySequence.StandardKey.Save, able=_pictured),
            add(self.tr("Export every layer …"), exporting.export_all, "Ctrl+E", able=_recorded),
        ]


def _pictured(now: Fields) -> bool:
    return now.picture is not None


def _recorded(now: Fields) -> bool:
    return now.outcome is not None
