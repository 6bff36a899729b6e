"""The engine's other end in the window: starts the process, numbers requests, starts again after a death.

Nothing here waits: what is written goes through QProcess's own buffer, and an engine is let go by timers.
"""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QProcess, Signal

from .engine_command import LOCAL, EngineCommand
from .engine_link import EngineLink
from .engine_process import start_engine
from .farewell import Farewell
from .protocol import Array, parts

REMOTE_PATIENCE_S = 20.0


class EngineClient(QObject):
    """Talks to one engine, whose command it starts at once.

    `started`: the engine has said hello. `answered` carries every other `Message`. `waiting` carries one sentence: no
    hello has come yet, and the client goes on waiting. `failed` carries one sentence: there is no engine any more,
    until `restart`.
    """

    answered = Signal(object)
    started = Signal()
    waiting = Signal(str)
    failed = Signal(str)

    def __init__(
        self,
        command: EngineCommand = LOCAL,
        parent: QObject | None = None,
        process: QProcess | None = None,
        patience: float | None = None,
    ) -> None:
        """`process` is one that `start_engine` has started already with this command; without it the client starts one.

        `patience`: seconds without hello until `waiting` says so; None: some for a remote engine, no end for one here.
        """
        super().__init__(parent)
        self._command = command
        self._patience = REMOTE_PATIENCE_S if patience is None and command.remote else patience
        self._number = 0
        self._link: EngineLink | None = None
        if application := QCoreApplication.instance():
            # Connected before the farewell's own slot, which has to know of this engine by then.
            application.aboutToQuit.connect(self.stop)
        self._farewell = Farewell(self)
        self._listen_to(process or start_engine(command))

    @property
    def remote(self) -> bool:
        """Whether the user gave a command for the engine, which may lead anywhere."""
        return self._command.remote

    @property
    def place(self) -> str:
        """What the user calls the place where the engine runs: "this computer", "gpu1"."""
        return self._command.place

    @property
    def log(self) -> str:
        """The newest lines that the engine, and the way to it, have written beside the talk."""
        return self._log.text

    def send(self, kind: str, arrays: Mapping[str, Array] | None = None, **fields: Any) -> int:
        """Ask the engine; what is sent before it is ready waits. Returns the request's number."""
        self._number += 1
        if self._link is not None:
            self._link.write(parts({"kind": kind, "id": self._number, **fields}, arrays))
        return self._number

    def cancel(self, number: int) -> None:
        """Stop a request that was sent; it answers `cancelled`, unless it was done before."""
        self.send("cancel", target=number)

    def restart(self) -> None:
        """A new engine by the same command; what was asked of the old one is never answered."""
        self.stop()
        self._listen_to(start_engine(self._command))

    def stop(self) -> None:
        """Let the engine go, and end it if it does not leave; returns at once, and nothing more is heard of it."""
        link, self._link = self._link, None
        if link is not None and (process := link.release()) is not None:
            self._farewell.part(process)

    def _listen_to(self, process: QProcess) -> None:
        link = self._link = EngineLink(process, self._command, self._patience, self)
        self._log = link.log
        link.greeted.connect(self.started)
        link.received.connect(self.answered)
        link.waiting.connect(self.waiting)
        link.broken.connect(self._on_broken)

    def _on_broken(self, sentence: str) -> None:
        self.stop()
        self.failed.emit(sentence)
