"""Makes and connects the parts of the window: state, session, panels, actions, theme."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from ..models.model_request import ModelRequest
from ..widgets.theme import DARK, LIGHT, apply_theme
from .actions import Actions
from .engine_client import EngineClient
from .looking import Looking
from .resources import icon
from .session import Session
from .settings import Settings
from .state import State
from .window import Window


@dataclass(frozen=True, slots=True)
class Desk:
    """The parts of a running program."""

    window: Window
    state: State
    session: Session
    looking: Looking
    actions: Actions


def build_desk(application: QApplication, client: EngineClient, settings: Settings, request: ModelRequest) -> Desk:
    """Make and connect the parts; nothing is shown, loaded or opened yet. The engine stops when the window closes."""
    application.setApplicationName("attnscope")
    application.setWindowIcon(QIcon(str(icon())))
    choose_theme = follow_theme(application, settings)
    state = State(settings.look())
    session = Session(state, client, request)
    looking = Looking(state)
    window = Window(state, session, looking, settings)
    window.closing.connect(client.stop)
    actions = Actions(window, state, session, looking, settings, choose_theme)
    return Desk(window, state, session, looking, actions)


def follow_theme(application: QApplication, settings: Settings) -> Callable[[str], None]:
    """Set the remembered theme now, and follow the system where that is wished; returns how to choose another."""
    hints = QGuiApplication.styleHints()

    def show() -> None:
        wished = settings.theme()
        dark = hints.colorScheme() == Qt.ColorScheme.Dark if wished == "system" else wished == "dark"
        apply_theme(application, DARK if dark else LIGHT)

    def choose(theme: str) -> None:
        settings.save_theme(theme)
        show()

    hints.colorSchemeChanged.connect(lambda _: show())
    show()
    return choose
