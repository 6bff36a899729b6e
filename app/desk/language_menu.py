"""The menu with the languages, each by its own name, so that it is found in a language that one cannot read."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ..state.language import LANGUAGES, Language
from .action_list import Adder, submenu


class LanguageMenu(QObject):
    """Makes the actions with `add`."""

    def __init__(self, window: QWidget, language: Language, add: Adder) -> None:
        super().__init__(window)
        self._window, self._language, self._add = window, language, add

    def entry(self) -> QMenu:
        """What stands in the menu of the view."""
        of_system = self._choice("system", self.tr("Language: as the system"))
        named = [self._choice(key, self.tr("Language: {0}").format(name)) for key, name in LANGUAGES.items()]
        return submenu("Language / 语言", [of_system, *named], self._window)

    def _choice(self, name: str, text: str) -> QAction:
        return self._add(text, lambda: self._choose(name), on=lambda _: self._language.wished == name)

    def _choose(self, name: str) -> None:
        self._language.choose(name)
        self._add.refresh()
