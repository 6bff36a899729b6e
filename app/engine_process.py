"""Starts an engine. Loads nothing but QtCore: the sooner the engine starts, the sooner it has torch."""

import sys
from collections.abc import Sequence

from PySide6.QtCore import QProcess

COMMAND = (sys.executable, "-m", "attnscope.app", "engine")
"""The engine on this machine, in this Python."""


def start_engine(command: Sequence[str] = COMMAND) -> QProcess:
    """A process that is starting; `EngineClient` takes it over."""
    process = QProcess()
    process.start(command[0], list(command[1:]))
    return process
