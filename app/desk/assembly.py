"""Makes and connects the parts of the window: state, session, panels, actions, theme."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from ...models.model_request import ModelRequest
from ...widgets.look.theme import DARK, LIGHT, apply_theme
from ..link.engine_client import EngineClient
from ..pictures.arrivals import Arrivals
from ..session.session import Session
from ..state.language import Language
from ..state.looking import Looking
from ..state.resources import icon
from ..state.settings import Settings
from ..state.state import State
from .actions import Actions
from .window import Window

_AGAIN_MS = 500


@dataclass(slots=True)
class Desk:
    """The parts of a running program; the window, and what belongs to it, give way to others in another language."""

    window: Window
    state: State
    session: Session
    looking: Looking
    actions: Actions
    language: Language


@dataclass(frozen=True, slots=True)
class _Shared:
    """What every window of the program is made with."""

    client: EngineClient
    settings: Settings
    state: State
    session: Session
    looking: Looking
    choose_theme: Callable[[str], None]
    language: Language

    def window(self, arrivals: Arrivals | None = None) -> tuple[Window, Actions]:
        """A window, and what can be done in it. The engine stops when it closes."""
        parts = (self.state, self.session, self.looking, self.settings)
        window = Window(*parts, arrivals)
        window.closing.connect(self.client.stop)
        return window, Actions(window, *parts, self.choose_theme, self.language)


def build_desk(application: QApplication, client: EngineClient, settings: Settings, request: ModelRequest) -> Desk:
    """Make and connect the parts; nothing is shown, loaded or opened yet. The engine stops when the window closes."""
    application.setApplicationName("attnscope")
    application.setWindowIcon(QIcon(str(icon())))
    language = Language(application, settings)
    choose_theme = follow_theme(application, settings)
    state = State(settings.look())
    session = Session(state, client, request)
    looking = Looking(state)
    shared = _Shared(client, settings, state, session, looking, choose_theme, language)
    window, actions = shared.window()
    desk = Desk(window, state, session, looking, actions, language)
    # Once the menu is closed that it was chosen in.
    language.changed.connect(lambda: QTimer.singleShot(0, lambda: _renew(desk, shared)))
    return desk


def _renew(desk: Desk, shared: _Shared) -> None:
    """Put a window in the place of the one that is open: every text in it is made anew. Nothing else is lost."""
    old = desk.window
    if desk.actions.exporting.is_running:
        # It belongs to the window that it was started in, and would end with it.
        QTimer.singleShot(_AGAIN_MS, lambda: _renew(desk, shared))
        return
    old.remember()
    notice = desk.state.now.notice
    if notice is not None and notice.level != "error" and not notice.deeds:
        # Said in the other language, and nothing is to be done about it.
        desk.session.say(None)
    desk.window, desk.actions = shared.window(old.arrivals)
    desk.state.retell()
    if not old.isMaximized() and not old.isFullScreen():
        # What was remembered is fitted to the screen, but this stood there already.
        desk.window.setGeometry(old.geometry())
    if old.isVisible():
        desk.window.show()
    old.closing.disconnect(shared.client.stop)
    old.closing.emit()
    old.hide()
    old.deleteLater()


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
