"""Closing the program at the end of a test as its user does, until the engine has left."""

from attnscope.app.desk.assembly import Desk
from PySide6.QtCore import QDeadlineTimer
from PySide6.QtWidgets import QApplication

PATIENCE_MS = 10_000


def close(desk: Desk) -> None:
    """The window is closed, and its engine has gone."""
    desk.window.close()
    deadline = QDeadlineTimer(PATIENCE_MS)
    while desk.session._client._farewell._leaving and not deadline.hasExpired():
        QApplication.processEvents()
