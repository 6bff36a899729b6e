"""Everything that can be done, with its key, in the menus of the top bar."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QFileDialog, QMenu

from ..models.errors import UserError
from ..widgets.colours import COLOUR_MAPS
from .deeds import Deeds
from .drops import dropped
from .exporting import Exporting
from .help_dialog import show_about, show_shortcuts
from .looking import Looking
from .network_menu import NetworkMenu
from .resources import samples
from .session import Session
from .settings import Settings
from .state import Notice, State
from .window import Window

_IMAGES = "*.png *.jpg *.jpeg *.webp *.bmp *.gif *.tif *.tiff *.ppm *.ico *.avif"


class Actions(QObject):
    """Makes the actions and wires them to the session."""

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
        self._session, self._looking = session, looking
        self._set_theme = set_theme
        self._exporting = Exporting(window, state, session)
        self.every: list[QAction] = []
        self.networks = NetworkMenu(window, state, session, settings, window.arrivals, self._action)
        top = window.top
        top.add_menu(self.tr("Open"), self._open_menu())
        top.add_menu(self.tr("Network"), self.networks.entries())
        top.add_menu(self.tr("Layer"), self._layer_menu())
        top.add_menu(self.tr("View"), self._view_menu())
        top.add_menu(self.tr("Export"), self._export_menu())
        top.add_menu(self.tr("Help"), self._help_menu())
        top.set_running_menu(self.networks.running)
        top.network_requested.connect(lambda: self.networks.dialogs.choose())
        self.deeds = Deeds(
            session,
            {
                "differences": self.networks.files.show_differences,
                "prepare": self.networks.dialogs.prepare,
                "here": lambda: self.networks.dialogs.choose(here=True),
            },
        )
        window.deed_requested.connect(self.deeds.do)

    # ------------------------------------------------------------------ menus

    def _open_menu(self) -> list[QAction | QMenu | None]:
        menu = QMenu(self.tr("Sample pictures"), self._window)
        for path in samples():
            menu.addAction(path.stem.replace("-", " "), lambda path=path: self._session.open(path))
        return [
            self._action(self.tr("Open image …"), self._on_open, QKeySequence.StandardKey.Open),
            self._action(self.tr("Paste image"), self._on_paste, QKeySequence.StandardKey.Paste),
            menu,
            None,
            self._action(self.tr("Quit"), self._window.close, "Ctrl+Q"),
        ]

    def _layer_menu(self) -> list[QAction | QMenu | None]:
        step = self._looking.step
        return [
            # The arrow keys reach the window only where the focused control has no use for them: see Window.
            self._action(self.tr("Next layer  (→ or ↓)"), lambda: step(1), "PgDown"),
            self._action(self.tr("Previous layer  (← or ↑)"), lambda: step(-1), "PgUp"),
            self._action(self.tr("First layer"), lambda: step(-(10**6)), "Ctrl+Home"),
            self._action(self.tr("Last layer"), lambda: step(10**6), "Ctrl+End"),
            None,
            self._action(self.tr("Next head"), lambda: self._looking.step_head(1), "]"),
            self._action(self.tr("Previous head"), lambda: self._looking.step_head(-1), "["),
            self._action(self.tr("Mean of heads"), lambda: self._looking.focus(head=None), "M"),
            self._action(self.tr("Class token, or mean over queries"), lambda: self._looking.pick(None), "C"),
        ]

    def _view_menu(self) -> list[QAction | QMenu | None]:
        look, stage = self._looking.look, self._window.stage.stage
        colours = QMenu(self.tr("Colour map"), self._window)
        for name in COLOUR_MAPS:
            colours.addAction(name, lambda name=name: look(colour_map=name))
        themes = QMenu(self.tr("Theme"), self._window)
        for name, text in (
            ("system", self.tr("as the system")),
            ("light", self.tr("light")),
            ("dark", self.tr("dark")),
        ):
            themes.addAction(text, lambda name=name: self._set_theme(name))
        return [
            self._action(self.tr("Smooth or cells"), lambda: look(smooth=not self._state.now.look.smooth), "S"),
            self._action(self.tr("More overlay"), lambda: self._more_overlay(0.1), "O"),
            self._action(self.tr("Less overlay"), lambda: self._more_overlay(-0.1), "Shift+O"),
            self._action(self.tr("Sort the bars"), self._sort_bars, "B"),
            self._action(self.tr("Feature map before or after its gate"), self._on_before, "G"),
            None,
            self._action(self.tr("Zoom in"), lambda: stage.zoom_by(1.25), "+"),
            self._action(self.tr("Zoom out"), lambda: stage.zoom_by(0.8), "-"),
            self._action(self.tr("Whole picture"), stage.fit, "0"),
            None,
            colours,
            themes,
        ]

    def _export_menu(self) -> list[QAction | QMenu | None]:
        return [
            self._action(self.tr("Save this view …"), self._exporting.save_view, QKeySequence.StandardKey.Save),
            self._action(self.tr("Export every layer …"), self._exporting.export_all, "Ctrl+E"),
        ]

    def _help_menu(self) -> list[QAction | QMenu | None]:
        return [
            self._action(self.tr("Keyboard and mouse"), lambda: show_shortcuts(self._window, self.every), "?"),
            self._action(self.tr("About attnscope"), lambda: show_about(self._window)),
        ]

    def _action(
        self, text: str, do: Callable[[], object], key: QKeySequence.StandardKey | str | None = None
    ) -> QAction:
        action = QAction(text, self._window)
        if key is not None:
            action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda: do())
        self._window.addAction(action)
        self.every.append(action)
        return action

    # ------------------------------------------------------------------ what needs a question first

    def _on_open(self) -> None:
        filters = f"{self.tr('Images')} ({_IMAGES});;{self.tr('All files')} (*)"
        path, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open image"), "", filters)
        if path:
            self._window.arrivals.take([Path(path)])

    def _on_paste(self) -> None:
        try:
            found = dropped(QGuiApplication.clipboard().mimeData())
        except UserError as error:
            self._session.say(Notice(str(error), "error"))
            return
        self._window.take(found)

    def _on_before(self) -> None:
        self._looking.focus(before=not self._state.now.focus.before)

    def _sort_bars(self) -> None:
        self._looking.look(bars="order" if self._state.now.look.bars == "sorted" else "sorted")

    def _more_overlay(self, by: float) -> None:
        self._looking.look(opacity=min(max(round(self._state.now.look.opacity + by, 2), 0.0), 1.0))
