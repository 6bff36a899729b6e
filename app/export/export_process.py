"""`attnscope export` as a process of its own, so that the window goes on while every layer is written."""

import os
import re
import signal
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QTimer, Signal

from ...models.pictures.images import Picture

_LINE = re.compile(r"(\d+)/(\d+) (.+)")
_PATIENCE_MS = 2000


class ExportProcess(QObject):
    """Runs one export at a time."""

    progressed = Signal(int, int, str)
    """How much is done, of how much, and the file that was written last."""
    finished = Signal(bool, str)
    """Whether it ended well; and why not, or "" where the user stopped it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._scratch: tempfile.TemporaryDirectory[str] | None = None
        self._stopped = False
        if (application := QCoreApplication.instance()) is not None:
            application.aboutToQuit.connect(self._end)

    @property
    def is_running(self) -> bool:
        """Whether files are being written."""
        return self._process is not None

    def start(self, picture: Picture, words: list[str]) -> None:
        """Export a picture with these options."""
        from PIL import Image  # the window is on screen sooner without it

        assert self._process is None
        self._stopped = False
        self._scratch = tempfile.TemporaryDirectory(prefix="attnscope-")
        image = Path(self._scratch.name) / f"{Path(picture.name).stem or 'picture'}.png"
        Image.fromarray(picture.pixels).save(image)
        process = self._process = QProcess(self)
        process.readyReadStandardOutput.connect(self._on_output)
        process.finished.connect(lambda code, _: self._on_finished(code))
        process.errorOccurred.connect(self._on_error)
        process.start(sys.executable, ["-m", "attnscope.app", "export", str(image), "--verbose", *words])

    def stop(self) -> None:
        """End it; the files that are finished stay."""
        if self._process is None:
            return
        self._stopped = True
        if sys.platform == "win32":
            self._process.kill()
            return
        # As Ctrl+C does: what is half written is taken away before it ends.
        os.kill(self._process.processId(), signal.SIGINT)
        QTimer.singleShot(_PATIENCE_MS, self._process, self._process.kill)

    def _end(self) -> None:
        """The program ends."""
        if self._process is not None:
            self._process.kill()
            self._process.waitForFinished(_PATIENCE_MS)

    def _on_output(self) -> None:
        assert self._process is not None
        while self._process.canReadLine():
            found = _LINE.match(bytes(self._process.readLine().data()).decode(errors="replace").strip())
            if found:
                self.progressed.emit(int(found[1]), int(found[2]), found[3])

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._on_finished(-1)

    def _on_finished(self, code: int) -> None:
        if self._process is None:
            return
        lines = bytes(self._process.readAllStandardError().data()).decode(errors="replace").strip().splitlines()
        self._process.deleteLater()
        self._process = None
        if self._scratch:
            self._scratch.cleanup()
            self._scratch = None
        reason = lines[-1].removeprefix("attnscope: ") if lines else self.tr("The export stopped.")
        self.finished.emit(code == 0, "" if code == 0 or self._stopped else reason)
