"""Everything that can be done, in the menus of the top bar, and what is found in the palette."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from ..export.exporting import Exporting
from ..pictures.drag_out import copy_image, drag_image
from ..pictures.recent_pictures import RecentPictures
from ..session.session import Session
from ..state.language import Language
from ..state.looking import Looking
from ..state.settings import Settings
from ..state.state import State
from ..state.undo import Undo
from .action_list import ActionList, Adder, Entries
from .autosave import Autosave
from .deeds import Deeds
from .edit_menu import EditMenu
from .export_menu import ExportMenu
from .help_menu import HelpMenu
from .language_menu import LanguageMenu
from .layer_menu import LayerMenu
from .network_menu import NetworkMenu
from .open_menu import OpenMenu
from .overlay_menu import OverlayMenu
from .palette import Palette, Way
from .picture_menu import PictureMenu
from .session_dialogs import SessionDialogs
from .session_opening import SessionOpening
from .source_menu import SourceMenu
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
        language: Language,
    ) -> None:
        super().__init__(window)
        self._window, self._state = window, state
        self._session, self._looking, self._settings = session, looking, settings
        self._language = language
        self.list = ActionList(window, state)
        self.undo = Undo(state)
        self.exporting = Exporting(window, state, session, settings)
        self.opening = SessionOpening(window, state, session, looking)
        self.sessions = SessionDialogs(window, state, session, self.opening)
        self.autosave = Autosave(window, state, session, self.opening, settings.folder / "sessions")
        self.networks = NetworkMenu(window, state, session, settings, window.arrivals, self._under("Network"))
        self.palette = Palette(window, state, session, looking, settings, self.list)
        self.recent = RecentPictures(settings.store)
        self.recent.follow(state, window.arrivals.sources.album, window.arrivals.sources.video)
        self.palette.more.append(self._recent_ways)
        self.undo.changed.connect(self.list.refresh)
        window.arrivals.session_arrived.connect(self.sessions.open_file)
        for title, entries in self._menus(set_theme):
            window.top.add_menu(title, entries)
        window.top.set_running_menu(self.networks.running)
        window.top.network_requested.connect(lambda: self.networks.dialogs.choose())
        window.stage.picture.drag_out_requested.connect(self._drag_out)
        self._wire_deeds()

    @property
    def every(self) -> list[QAction]:
        """All actions, in the order of the menus."""
        return [listed.action for listed in self.list.listed]

    def _menus(self, set_theme: Callable[[str], None]) -> tuple[tuple[str, Entries], ...]:
        window, state, session, looking = self._window, self._state, self._session, self._looking
        sources = SourceMenu(window, state, session, looking, self._under("Overlay"))
        pictures = PictureMenu(window, window.arrivals, self.recent, self._under("Open"))
        opening = OpenMenu(window, session, self.sessions, pictures, self.autosave, self._under("Open"))
        edit = EditMenu(window, self.undo, self._under("Edit"), self.palette.open, self._copy)
        view = ViewMenu(window, looking, self._settings, set_theme, self._under("View"))
        languages = LanguageMenu(window, self._language, self._under("View"))
        return (
            (self._titles()["Open"], opening.entries()),
            (self._titles()["Edit"], edit.entries()),
            (self._titles()["Network"], self.networks.entries()),
            (
                self._titles()["Layer"],
                LayerMenu(window, state, looking, self._find_layer, self._under("Layer")).entries(),
            ),
            (self._titles()["Overlay"], OverlayMenu(window, state, looking, sources, self._under("Overlay")).entries()),
            (self._titles()["View"], [*view.entries(), languages.entry()]),
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
                "fetch": self._window.arrivals.sources.web.agree,
            },
        )
        self._window.deed_requested.connect(self.deeds.do)

    def _copy(self) -> None:
        """The view as a picture onto the clipboard."""
        image = self.exporting.copy_image()
        if image is not None:
            copy_image(image)

    def _find_layer(self) -> None:
        self._window.docks.show("layers")
        self._window.layers.focus_search()

    def _drag_out(self) -> None:
        """The view as a picture, into whatever takes it."""
        image, picture = self.exporting.copy_image(), self._state.now.picture
        if image is not None and picture is not None:
            drag_image(self._window.stage.stage, image, Path(picture.name).stem)

    def _recent_ways(self) -> list[Way]:
        """The pictures of late, for the palette."""
        text, take = self.tr("Open {0}"), self._window.arrivals.take
        return [
            Way(text.format(path.name), self._titles()["Open"], lambda path=path: take([path]))
            for path in self.recent.paths()
            if path.exists()
        ]
