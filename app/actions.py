"""Everything that can be done, in the menus of the top bar, and what is found in the palette."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QGuiApplication

from .action_list import ActionList, Adder, Entries
from .autosave import Autosave
from .deeds import Deeds
from .edit_menu import EditMenu
from .export_menu import ExportMenu
from .exporting import Exporting
from .help_menu import HelpMenu
from .layer_menu import LayerMenu
from .looking import Looking
from .network_menu import NetworkMenu
from .open_menu import OpenMenu
from .overlay_menu import OverlayMenu
from .palette import Palette
from .session import Session
from .session_dialogs import SessionDialogs
from .session_opening import SessionOpening
from .settings import Settings
from .source_menu import SourceMenu
from .state import State
from .undo import Undo
from .view_menu import ViewMenu
from .window import Window


class Actions(QObject):
    """Makes the menus and what they need, and wires them to the session."""

    def __init__(
        self,
        window: Window,
        state: State,
        session: Session,
        looking: Looking,
        settings: Settings,
        set_theme: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self._window, self._state = window, state
        self._session, self._looking, self._settings = session, looking, settings
        self.list = ActionList(window, state)
        self.undo = Undo(state)
        self.exporting = Exporting(window, state, session)
        self.opening = SessionOpening(window, state, session, looking)
        self.sessions = SessionDialogs(window, state, session, self.opening)
        self.autosave = Autosave(window, state, session, self.opening, settings.folder / "sessions")
        self.networks = NetworkMenu(window, state, session, settings, window.arrivals, self._under("Network"))
        self.palette = Palette(window, state, session, looking, settings, self.list)
        self.undo.changed.connect(self.list.refresh)
        for title, entries in self._menus(set_theme):
            window.top.add_menu(title, entries)
        window.top.set_running_menu(self.networks.running)
        window.top.network_requested.connect(lambda: self.networks.dialogs.choose())
        self._wire_deeds()

    @property
    def every(self) -> list[QAction]:
        """All actions, in the order of the menus."""
        return [listed.action for listed in self.list.listed]

    def _menus(self, set_theme: Callable[[str], None]) -> tuple[tuple[str, Entries], ...]:
        window, state, session, looking = self._window, self._state, self._session, self._looking
        sources = SourceMenu(window, state, session, looking, self._under("Overlay"))
        edit = EditMenu(window, self.undo, self._under("Edit"), self.palette.open, self._copy)
        view = ViewMenu(window, looking, self._settings, set_theme, self._under("View"))
        return (
            (self._titles()["Open"], OpenMenu(window, session, self.sessions, self._under("Open")).entries()),
            (self._titles()["Edit"], edit.entries()),
            (self._titles()["Network"], self.networks.entries()),
            (self._titles()["Layer"], LayerMenu(window, state, looking, self._under("Layer")).entries()),
            (self._titles()["Overlay"], OverlayMenu(window, state, looking, sources, self._under("Overlay")).entries()),
            (self._titles()["View"], view.entries()),
            (self._titles()["Export"], ExportMenu(window, self.exporting, self._under("Export")).entries()),
            (self._titles()["Help"], HelpMenu(window, self.list, self._under("Help")).entries()),
        )

    def _titles(self) -> dict[str, str]:
        return {
            "Open": self.tr("Open"),
            "Edit": self.tr("Edit"),
            "Network": self.tr("Network"),
            "Layer": self.tr("Layer"),
            "Overlay": self.tr("Overlay"),
            "View": self.tr("View"),
            "Export": self.tr("Export"),
            "Help": self.tr("Help"),
        }

    def _under(self, menu: str) -> Adder:
        return self.list.under(self._titles()[menu])

    def _wire_deeds(self) -> None:
        self.deeds = Deeds(
            self._session,
            {
                "differences": self.networks.files.show_differences,
                "prepare": self.networks.dialogs.prepare,
                "here": lambda: self.networks.dialogs.choose(here=True),
                "restore": self.autosave.restore,
                "discard": self.autosave.discard,
            },
        )
        self._window.deed_requested.connect(self.deeds.do)

    def _copy(self) -> None:
        """The view as a picture onto the clipboard."""
        image = self.exporting.copy_image()
        if image is not None:
            QGuiApplication.clipboard().setImage(image)
