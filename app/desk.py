"""Puts the program together: application, engine, state, session, window; the one place where all of them meet."""

import argparse
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from ..widgets.theme import DARK, LIGHT, apply_theme
from .actions import Actions
from .engine_client import EngineClient
from .resources import first_sample, icon
from .session import Session
from .settings import Settings
from .state import State
from .window import Window

TIMING = "ATTNSCOPE_TIMING"
"""When set to a time in seconds since 1970, the window says how long after it things happened, and closes itself."""


@dataclass(frozen=True, slots=True)
class Desk:
    """The parts of a running program."""

    window: Window
    state: State
    session: Session
    actions: Actions


def open_desk(arguments: argparse.Namespace) -> int:
    """Open the window and stay until it is closed; returns the exit status."""
    application = QApplication(sys.argv[:1])
    # The engine first: it loads torch while the window is being built.
    client = EngineClient()
    model = {name: getattr(arguments, name) for name in ("model", "weights", "device", "trust")}
    desk = build_desk(application, client, Settings(), model)
    _quit_on_interrupt(application)
    desk.session.start()
    desk.session.open(Path(arguments.files[0]) if arguments.files else first_sample())
    if started := os.environ.get(TIMING):
        from .timing import Stopwatch

        stopwatch = Stopwatch(float(started), desk.state, desk.window)
        desk.window.show()
        stopwatch.shown()
    else:
        desk.window.show()
    return application.exec()


def build_desk(application: QApplication, client: EngineClient, settings: Settings, model: dict[str, object]) -> Desk:
    """Make and connect the parts; nothing is shown, loaded or opened yet. The engine stops when the window closes."""
    application.setApplicationName("attnscope")
    application.setWindowIcon(QIcon(str(icon())))
    choose_theme = follow_theme(application, settings)
    state = State(settings.look())
    session = Session(state, client, model)
    window = Window(state, session, settings)
    window.closing.connect(client.stop)
    return Desk(window, state, session, Actions(window, state, session, choose_theme))


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


def _quit_on_interrupt(application: QApplication) -> None:
    """Ctrl+C in the terminal closes the window properly; Python sees a signal only when its own code runs."""
    signal.signal(signal.SIGINT, lambda *_: application.closeAllWindows())
    ticking = QTimer(application)
    ticking.timeout.connect(lambda: None)
    ticking.start(500)
