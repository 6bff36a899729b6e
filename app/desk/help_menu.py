"""The menu with the keys, and with what the program is."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from .action_list import ActionList, Adder, Entries
from .help_dialog import show_about
from .key_list import show_keys


class HelpMenu(QObject):
    """Makes the actions with `add`; the list of keys is made of all actions."""

    def __init__(self, window: QWidget, actions: ActionList, add: Adder) -> None:
        super().__init__(window)
        self._window, self._actions, self._add = window, actions, add

    def entries(self) -> Entries:
        """What stands in the menu."""
        return [
            self._add(self.tr("Keyboard and mouse"), lambda: show_keys(self._window, self._actions), ("?", "F1")),
            self._add(self.tr("About attnscope"), lambda: show_about(self._window)),
        ]
