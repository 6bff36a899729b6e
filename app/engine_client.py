"""The engine's other end in the window: starts the process, queues requests, delivers answers, notices its death.

Nothing here waits: what is written goes through QProcess's own buffer, and an engine is let go by timers.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QTimer, Signal, SignalInstance

from .engine_log import EngineLog
from .engine_process import COMMAND, start_engine
from .farewell import Farewell
from .frame_writer import FrameWriter
from .protocol import VERSION, Array, Decoder, Message, ProtocolError, parts

_Frame = list[bytes | memoryview]


class EngineClient(QObject):
    """Talks to one engine process, which it starts at once.

    `started`: the engine has said hello. `answered` carries every other `Message`. `failed` carries one sentence: there
    is no engine any more, until `restart`.
    """

    answered = Signal(object)
    started = Signal()
    failed = Signal(str)

    def __init__(
        self, command: Sequence[str] = COMMAND, parent: QObject | None = None, process: QProcess | None = None
    ) -> None:
        """`process` is one that `start_engine` has started already; without it the client starts one itself."""
        super().__init__(parent)
        self._command = tuple(command)
        self._number = 0
        self._process: QProcess | None = None
        if application := QCoreApplication.instance():
            # Connected before the farewell's own slot, which has to know of this engine by then.
            application.aboutToQuit.connect(self.stop)
        self._farewell = Farewell(self)
        self._take_over(process or start_engine(self._command))

    @property
    def log(self) -> str:
        """The newest lines that the engine has written on standard error."""
        return self._log.text

    def send(self, kind: str, arrays: Mapping[str, Array] | None = None, **fields: Any) -> int:
        """Ask the engine; what is sent before it is ready waits. Returns the request's number."""
        self._number += 1
        self._write(parts({"kind": kind, "id": self._number, **fields}, arrays))
        return self._number

    def cancel(self, number: int) -> None:
        """Stop a request that was sent; it answers `cancelled`, unless it was done before."""
        self.send("cancel", target=number)

    def restart(self) -> None:
        """A new engine in place of this one; what was asked of the old one is never answered."""
        self.stop()
        self._take_over(start_engine(self._command))

    def stop(self) -> None:
        """Let the engine go, and end it if it does not leave; returns at once, and nothing more is heard of it."""
        process, self._process, self._ready = self._process, None, False
        if process is not None:
            for signal, slot in self._listening(process):
                signal.disconnect(slot)
            self._farewell.part(process)

    # ------------------------------------------------------------------ the process

    def _take_over(self, process: QProcess) -> None:
        self._process = process
        process.setParent(self)
        self._decoder, self._log = Decoder(), EngineLog()
        self._writer = FrameWriter(process)
        self._waiting: list[_Frame] = []
        self._ready = False
        for signal, slot in self._listening(process):
            signal.connect(slot)
        if process.error() == QProcess.ProcessError.FailedToStart:
            # It said so before anybody listened; those who listen to us do so only from now on.
            QTimer.singleShot(0, self, lambda: self._on_error(QProcess.ProcessError.FailedToStart))

    def _listening(self, process: QProcess) -> tuple[tuple[SignalInstance, Callable[..., None]], ...]:
        return (
            (process.readyReadStandardOutput, self._on_output),
            (process.readyReadStandardError, self._on_stderr),
            (process.errorOccurred, self._on_error),
            (process.finished, self._on_finished),
        )

    def _write(self, frame: _Frame) -> None:
        if self._process and self._ready:
            self._writer.write(frame)
        elif self._process:
            self._waiting.append(frame)

    # ------------------------------------------------------------------ what the engine says

    def _on_output(self) -> None:
        process = self._process
        if process is None:
            return
        try:
            messages = self._decoder.feed(bytes(process.readAllStandardOutput().data()))
        except ProtocolError as error:
            self._give_up(f"The engine's answer could not be read: {error}.")
            return
        for message in messages:
            # Whoever takes an answer may start another engine: the rest of this one's is void then.
            if process is self._process:
                self._take(message)

    def _take(self, message: Message) -> None:
        if message.kind != "hello":
            self.answered.emit(message)
        elif message.header.get("protocol") != VERSION:
            self._give_up(f"The engine is of another version ({message.header.get('version')}): install the same one.")
        else:
            waiting, self._waiting, self._ready = self._waiting, [], True
            for frame in waiting:
                self._write(frame)
            self.started.emit()

    def _on_stderr(self) -> None:
        if self._process is not None:
            self._log.feed(bytes(self._process.readAllStandardError().data()))

    # ------------------------------------------------------------------ the process's end

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart and self._process:
            reason = self._process.errorString()
            self._give_up(f"The engine could not be started with {self._command[0]}: {reason}.")

    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._on_output()
        self._on_stderr()
        if self._process is None:
            return
        how = "crashed" if status == QProcess.ExitStatus.CrashExit else f"ended with status {code}"
        words = self._log.last_words()
        self._give_up(f"The engine {how}: {words}." if words else f"The engine {how}.")

    def _give_up(self, sentence: str) -> None:
        self.stop()
        self.failed.emit(sentence)
