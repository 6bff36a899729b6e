"""Starts an engine. Loads nothing but QtCore: the sooner the engine starts, the sooner it has torch."""

from PySide6.QtCore import QProcess

from .engine_command import LOCAL, EngineCommand


def start_engine(command: EngineCommand = LOCAL) -> QProcess:
    """A process that is starting; `EngineClient` takes it over."""
    process = QProcess()
    process.start(command.words[0], list(command.words[1:]))
    return process
