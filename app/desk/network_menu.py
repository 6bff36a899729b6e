"""The menu about the network: which one, with which files, and where it runs."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from ...widgets.look.sentences import translated
from ..pictures.arrivals import Arrivals
from ..session.session import Session
from ..state.settings import Settings
from ..state.state import State
from .file_dialogs import FileDialogs
from .help_dialog import show_printed
from .network_dialogs import NetworkDialogs

AddAction = Callable[..., QAction]
"""Text, what to do, and maybe a key -> the action."""
_PRECISIONS = {"float32": "float32", "bf16": "bfloat16", "fp16": "float16"}


class NetworkMenu(QObject):
    """Makes the actions with `add`, and keeps the list of devices as the engine tells it."""

    def __init__(
        self, window: QWidget, state: State, session: Session, settings: Settings, arrivals: Arrivals, add: AddAction
    ) -> None:
        super().__init__(window)
        self._window, self._state, self._session = window, state, session
        self.dialogs = NetworkDialogs(window, state, session, settings, arrivals)
        self.files = FileDialogs(window, state, session, arrivals, self.dialogs)
        self._add = add
        self.running = QMenu(self.tr("Where it runs"), window)
        self._devices, self._precisions = QActionGroup(self), QActionGroup(self)
        self._fill_running()
        state.changed.connect(self._on_changed)

    def entries(self) -> list[QAction | QMenu | None]:
        """What stands in the menu; None is a separator."""
        add, files = self._add, self.files
        return [
            add(self.tr("Choose a network …"), lambda: self.dialogs.choose(), "Ctrl+L"),
            add(self.tr("Weights from a file …"), files.open_weights, "Ctrl+Shift+W"),
            add(self.tr("Code of my own …"), lambda: files.open_code(), "Ctrl+Shift+C"),
            add(self.tr("Class names from a file …"), files.open_labels),
            add(self.tr("From the picture to the input …"), self.dialogs.prepare, "Ctrl+I"),
            None,
            self.running,
            None,
            # Without a key of its own: Esc is the message bar's while there is a message, and the window's otherwise.
            add(self.tr("Stop what runs  (Esc)"), self._session.cancel),
            add(self.tr("Start the engine again"), self._session.restart, "Ctrl+R"),
            add(self.tr("What the network printed …"), lambda: show_printed(self._window, self._session.printed)),
        ]

    def _on_changed(self, names: frozenset[str]) -> None:
        if names & {"devices", "model"}:
            self._fill_running()

    def _fill_running(self) -> None:
        self.running.clear()
        request = self._session.networks.request
        known = self._state.now.devices or (("cpu", "CPU"),)
        for name, what in (("auto", self.tr("the fastest")), *known):
            self._choice(self._devices, f"{name}  ({translated(what)})", name == request.device, device=name)
        self.running.addSeparator()
        for name, text in _PRECISIONS.items():
            self._choice(self._precisions, text, name == request.precision, precision=name)

    def _choice(self, group: QActionGroup, text: str, chosen: bool, **change: str) -> None:
        action = QAction(text, self.running)
        action.setCheckable(True)
        action.setChecked(chosen)
        action.triggered.connect(lambda: self._session.networks.change(**change))
        group.addAction(action)
        self.running.addAction(action)
