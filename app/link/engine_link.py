"""The link to one engine, from the start of its process until it is let go: bytes become messages and sentences."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QProcess, QTimer, Signal, SignalInstance

from . import link_sentences
from .engine_command import EngineCommand
from .engine_log import EngineLog
from .frame_writer import FrameWriter
from .greeting import Greeting
from .keep_alive import PING_EVERY_S, KeepAlive
from .protocol import VERSION, Message, ProtocolError, parts

_GRACE_MS = 1000
"""How long a process that takes no more requests may take to end, and to say why."""

Frame = list[bytes | memoryview]


class EngineLink(QObject):
    """Listens to one process. `broken` is the last that is heard of it, and comes once."""

    greeted = Signal()
    received = Signal(object)
    waiting = Signal(str)
    broken = Signal(str)

    def __init__(
        self,
        process: QProcess,
        command: EngineCommand,
        patience: float | None,
        parent: QObject,
        ping_every: float = PING_EVERY_S,
    ) -> None:
        """`patience`: after so many seconds without hello `waiting` says so; None for never."""
        super().__init__(parent)
        process.setParent(self)
        self.log = EngineLog()
        self._process: QProcess | None = process
        self._command = command
        self._ping_every = ping_every
        self._greeting = Greeting()
        self._writer = FrameWriter(process)
        self._queue: list[Frame] = []
        self._keep_alive: KeepAlive | None = None
        for signal, slot in self._listening(process):
            signal.connect(slot)
        if process.state() == QProcess.ProcessState.NotRunning:
            # It said so before anybody listened; those who listen to us do so only from now on.
            QTimer.singleShot(0, self, self._on_over_already)
        if patience is not None:
            QTimer.singleShot(round(patience * 1000), self, self._on_silence)

    def write(self, frame: Frame) -> None:
        """Send a frame, after the hello and after all that was given before; returns at once."""
        if self._greeting.complete:
            self._writer.write(frame)
        else:
            self._queue.append(frame)

    def release(self) -> QProcess | None:
        """Listen no more: the process, for whoever sees it out; None where it was released before."""
        process, self._process = self._process, None
        if process is not None:
            for signal, slot in self._listening(process):
                signal.disconnect(slot)
            self._writer.deleteLater()
            process.setParent(None)
            self.deleteLater()
        return process

    def _listening(self, process: QProcess) -> tuple[tuple[SignalInstance, Callable[..., None]], ...]:
        return (
            (process.readyReadStandardOutput, self._on_output),
            (process.readyReadStandardError, self._on_stderr),
            (process.bytesWritten, self._on_written),
            (process.errorOccurred, self._on_error),
            (process.finished, self._on_finished),
        )

    # ------------------------------------------------------------------ what the engine says

    def _on_output(self) -> None:
        process = self._process
        if process is None:
            return
        if self._keep_alive is not None:
            self._keep_alive.heard()
        messages, garbage = [], None
        try:
            messages = self._greeting.feed(bytes(process.readAllStandardOutput().data()))
        except ProtocolError as error:
            garbage = error
        self.log.feed(self._greeting.text(), "output")
        if garbage is not None:
            self.broken.emit(self._unreadable(garbage))
        for message in messages:
            # Whoever takes a message may start another engine: the rest of this one's is void then.
            if self._process is not None:
                self._take(message)

    def _take(self, message: Message) -> None:
        if message.kind == "hello":
            self._on_hello(message)
        elif message.kind != "pong":
            self.received.emit(message)

    def _on_hello(self, hello: Message) -> None:
        if hello.header.get("protocol") != VERSION:
            self.broken.emit(link_sentences.other_version(self._command, hello.header))
            return
        self.log.mark()
        queue, self._queue = self._queue, []
        for frame in queue:
            self._writer.write(frame)
        if self._command.remote and hello.header.get("pings"):
            self._keep_alive = KeepAlive(lambda: self.write(parts({"kind": "ping", "id": 0})), self._ping_every, self)
            self._keep_alive.lost.connect(self._on_lost)
        self.greeted.emit()

    def _unreadable(self, error: ProtocolError) -> str:
        if not self._greeting.complete:
            self._on_stderr()
            return link_sentences.only_noise(self._command, self.log)
        cure = (
            " (does the command ask for a terminal, as with `ssh -t`? leave that out)" if self._command.remote else ""
        )
        return f"The engine's answer could not be read: {error}{cure}."

    def _on_stderr(self) -> None:
        if self._process is not None:
            self.log.feed(bytes(self._process.readAllStandardError().data()))

    # ------------------------------------------------------------------ what becomes of the link

    def _on_written(self, count: int) -> None:
        if self._keep_alive is not None:
            self._keep_alive.written(count)

    def _on_silence(self) -> None:
        if self._process is not None and not self._greeting.complete:
            self.waiting.emit(link_sentences.no_answer_yet(self._command, self.log))

    def _on_lost(self) -> None:
        self._break("has been silent for too long")

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart and self._process:
            self.broken.emit(link_sentences.not_started(self._command, self._process.errorString()))
        elif error == QProcess.ProcessError.WriteError:
            QTimer.singleShot(_GRACE_MS, self, lambda: self._break("takes no more requests"))

    def _on_over_already(self) -> None:
        process = self._process
        if process is None:
            return
        if process.error() == QProcess.ProcessError.FailedToStart:
            self._on_error(QProcess.ProcessError.FailedToStart)
        else:
            self._on_finished(process.exitCode(), process.exitStatus())

    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._on_output()
        self._on_stderr()
        self._break(link_sentences.ending(status, code), code)

    def _break(self, how: str, code: int | None = None) -> None:
        if self._process is None:
            return
        if self._greeting.complete:
            self.broken.emit(link_sentences.broken(self._command, self.log, how))
        else:
            self.broken.emit(link_sentences.no_hello(self._command, self.log, how, code))
