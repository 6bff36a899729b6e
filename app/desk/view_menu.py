"""The menu about the window: what fills its middle, the zoom, the panes, and how everything looks."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from ..state.looking import Looking
from ..state.settings import Settings
from ..state.wishes import View
from .action_list import Adder, Entries, submenu
from .window import Window

_NEARER = 1.25


class ViewMenu(QObject):
    """Makes the actions with `add`."""

    def __init__(
        self, window: Window, looking: Looking, settings: Settings, set_theme: Callable[[str], None], add: Adder
    ) -> None:
        super().__init__(window)
        self._window, self._looking, self._settings = window, looking, settings
        self._set_theme, self._add = set_theme, add

    def entries(self) -> Entries:
        """What stands in the menu."""
        add, window = self._add, self._window
        return [
            self._view("picture", self.tr("The picture"), "F2"),
            self._view("wall", self.tr("Every head of every layer"), "F3"),
            self._view("channels", self.tr("Every channel of every layer"), "F4"),
            None,
            add(self.tr("Zoom in"), lambda: window.stage.stage.zoom_by(_NEARER), ("+", "=")),
            add(self.tr("Zoom out"), lambda: window.stage.stage.zoom_by(1 / _NEARER), "-"),
            add(self.tr("Whole picture"), lambda: window.stage.stage.fit(), "0"),
            None,
            submenu(self.tr("Panes"), self._panes(), window),
            add(self.tr("Full screen"), self._turn_full_screen, "F11"),
            submenu(self.tr("Theme"), self._themes(), window),
        ]

    def _view(self, view: View, text: str, key: str) -> QAction:
        return self._add(text, lambda: self._looking.focus(view=view), key, on=lambda now: now.focus.view == view)

    def _panes(self) -> Entries:
        docks = self._window.docks
        shown: Entries = [
            self._add.take(docks.toggle(pane.name), self.tr("Pane: {0}").format(pane.title), pane.key or None)
            for pane, _ in docks.panes()
        ]
        return [
            *shown,
            None,
            self._add(self.tr("Go to the next pane"), lambda: docks.step(1), "F6"),
            self._add(self.tr("Go to the pane before"), lambda: docks.step(-1), "Shift+F6"),
            self._add(self.tr("Reset the panes"), docks.reset),
        ]

    def _themes(self) -> Entries:
        return [
            self._theme("system", self.tr("Theme: as the system")),
            self._theme("light", self.tr("Theme: light")),
            self._theme("dark", self.tr("Theme: dark")),
        ]

    def _theme(self, name: str, text: str) -> QAction:
        return self._add(text, lambda: self._choose_theme(name), on=lambda _: self._settings.theme() == name)

    def _choose_theme(self, name: str) -> None:
        self._set_theme(name)
        self._add.refresh()

    def _turn_full_screen(self) -> None:
        if self._window.isFullScreen():
            self._window.showNormal()
        else:
            self._window.showFullScreen()
