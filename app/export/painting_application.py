"""Qt paints text only while there is an application."""

import os
import sys

from PySide6.QtGui import QGuiApplication


def painting_application() -> QGuiApplication:
    """The one that runs, or a new one that needs no screen; it lasts as long as it is held."""
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    if sys.platform.startswith("linux"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QGuiApplication(sys.argv[:1])
