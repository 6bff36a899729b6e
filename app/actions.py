"""Everything that can be done, with its key, in the menus of the top bar."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMenu

from ..models.errors import UserError
from ..widgets.colours import COLOUR_MAPS
from .drops import dropped
from .exporting import Exporting
from .help_dialog import show_about, show_shortcuts
from .looking import Looking
from .resources import samples
from .session import Session
from .state import Notice, State
from .window import Window

_IMAGES = "*.png *.jpg *.jpeg *.webp *.bmp *.gif *.tif *.tiff *.ppm *.ico *.avif"


class Actions(QObject):
    """Makes the actions and wires them to the session."""

    def __init__(
        self, window: Window, state: State, session: Session, looking: Looking, set_theme: Callable[[str], None]
    ) -> None:
        super().__init__(window)
        self._window, self._state = window, state
        self._session, self._looking = session, looking
        self._set_theme = set_theme
        self._exporting = Exporting(window, state, session)
        self.every: list[QAction] = []
        top = window.top
        top.add_menu(self.tr("Open"), self._open_menu())
        top.add_menu(self.tr("Network"), self._network_menu())
        top.add_menu(self.tr("Layer"), self._layer_menu())
        top.add_menu(self.tr("View"), self._view_menu())
        top.add_menu(self.tr("Export"), self._export_menu())
        top.add_menu(self.tr("Help"), self._help_menu())

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

    def _network_menu(self) -> list[QAction | QMenu | None]:
        tour = self._action(self.tr("Tour network (embedded)"), lambda: self._load(model="tour"))
        other = self._action(self.tr("Another network …"), self._on_other_network, "Ctrl+L")
        group = QActionGroup(self)
        devices = []
        for name, text in (
            ("auto", self.tr("Run on the fastest device")),
            ("cpu", self.tr("Run on the CPU")),
            ("cuda", self.tr("Run on the GPU (CUDA)")),
            ("mps", self.tr("Run on the GPU (Apple)")),
        ):
            action = self._action(text, lambda name=name: self._load(device=name))
            action.setCheckable(True)
            action.setChecked(name == self._session.model["device"])
            devices.append(group.addAction(action))
        # Without a key of its own: Esc is the message bar's while there is a message, and the window's otherwise.
        stop = self._action(self.tr("Stop the running pass  (Esc)"), self._session.cancel)
        again = self._action(self.tr("Start the engine again"), self._session.restart, "Ctrl+R")
        return [tour, other, None, *devices, None, stop, again]

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
            self._action(self.tr("Sort the bars"), lambda: look(sorted_bars=not self._state.now.look.sorted_bars), "B"),
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
            self._session.open(Path(path))

    def _on_paste(self) -> None:
        try:
            found = dropped(QGuiApplication.clipboard().mimeData())
        except UserError as error:
            self._session.say(Notice(str(error), "error"))
            return
        self._session.open(found.source, found.name)

    def _on_other_network(self) -> None:
        text = self.tr("tour, torchvision/NAME, path/to/file.py:callable or package.module:callable")
        now = str(self._session.model["model"])
        spec, taken = QInputDialog.getText(self._window, self.tr("Another network"), text, text=now)
        if taken and spec.strip():
            self._load(model=spec.strip())

    def _on_before(self) -> None:
        self._looking.focus(before=not self._state.now.focus.before)

    def _load(self, **changes: str) -> None:
        """Another network brings its own weights; another device keeps them."""
        fresh = {"weights": None} if "model" in changes else {}
        self._session.load(self._session.model | fresh | changes)

    def _more_overlay(self, by: float) -> None:
        self._looking.look(opacity=min(max(round(self._state.now.look.opacity + by, 2), 0.0), 1.0))
