"""Starts the program: the engine first, which loads torch while the window is being made."""

import argparse
import gc
import os
import signal
import sys
import threading
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from ..link.engine_command import engine_command
from ..link.engine_process import start_engine
from ..state.resources import first_sample

TIMING = "ATTNSCOPE_TIMING"
"""When set to a time in seconds since 1970, the window says how long after it things happened, and closes itself."""


def open_desk(arguments: argparse.Namespace) -> int:
    """Open the window and stay until it is closed; returns the exit status."""
    application = QApplication(sys.argv[:1])
    command = engine_command(arguments.engine)
    engine = start_engine(command)
    # What is made until the window is there stays: looking for rubbish in it costs a tenth of the start.
    gc.disable()
    # Imported only now that the engine is on its way.
    from ...widgets.look.colours import load_colour_maps
    from ..export.model_arguments import model_request
    from ..link.engine_client import EngineClient
    from ..state.settings import Settings
    from ..state.state import Notice
    from .assembly import build_desk
    from .mishaps import Mishaps

    client = EngineClient(command, process=engine)
    settings = Settings()
    desk = build_desk(application, client, settings, model_request(arguments, not command.remote))
    mishaps = Mishaps(settings.folder / "mishaps.log")
    mishaps.happened.connect(lambda sentence: desk.session.say(Notice(sentence, "error")))
    mishaps.install()
    _quit_on_interrupt(application)
    desk.session.start()
    files = [Path(name).expanduser().absolute() for name in arguments.files]
    desk.window.arrivals.take(files, otherwise=first_sample())
    if started := os.environ.get(TIMING):
        from .timing import Stopwatch

        stopwatch = Stopwatch(float(started), desk.state, desk.window)
        desk.window.show()
        stopwatch.shown()
    else:
        desk.window.show()
    gc.freeze()
    gc.enable()
    desk.actions.autosave.offer()
    # On the side: the first picture that is painted with colours would stop the window for as long as they load.
    threading.Thread(target=load_colour_maps, daemon=True).start()
    return application.exec()


def _quit_on_interrupt(application: QApplication) -> None:
    """Ctrl+C in the terminal closes the window properly; Python sees a signal only when its own code runs."""
    signal.signal(signal.SIGINT, lambda *_: application.closeAllWindows())
    ticking = QTimer(application)
    ticking.timeout.connect(lambda: None)
    ticking.start(500)
