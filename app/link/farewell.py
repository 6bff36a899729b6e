"""How an engine is let go: asked, then terminated, then killed, without anybody waiting for it."""

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QTimer
from shiboken6 import isValid

from .protocol import encode

_PATIENCE_MS = 700
"""How long an engine may take for each step: to leave by itself, then to be terminated."""
_LAST_MS = 150
"""How long the program's own end may be held up by an engine that does not leave."""


class Farewell(QObject):
    """Holds the processes that are on their way out; none of them outlives the program."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._leaving: set[QProcess] = set()
        if application := QCoreApplication.instance():
            application.aboutToQuit.connect(self.hurry)

    def part(self, process: QProcess) -> None:
        """Let the process go; returns at once. What lies beyond it, an engine on another computer, hears the end of its
        input and leaves by itself.
        """
        process.setParent(self)
        if process.state() == QProcess.ProcessState.NotRunning:
            process.deleteLater()
            return
        self._leaving.add(process)
        process.finished.connect(self._on_left)
        process.write(encode({"kind": "quit", "id": 0}))
        process.closeWriteChannel()
        QTimer.singleShot(_PATIENCE_MS, process, process.terminate)
        QTimer.singleShot(2 * _PATIENCE_MS, process, process.kill)

    def hurry(self) -> None:
        """The program ends: what does not leave within a blink is killed."""
        for process in set(self._leaving):
            if not process.waitForFinished(_LAST_MS):
                process.kill()
                process.waitForFinished(_LAST_MS)

    def _on_left(self) -> None:
        # A process that is being destroyed says so too, when it can no longer be touched.
        for process in [process for process in self._leaving if not isValid(process)]:
            self._leaving.discard(process)
        for process in [one for one in self._leaving if one.state() == QProcess.ProcessState.NotRunning]:
            self._leaving.discard(process)
            process.deleteLater()
