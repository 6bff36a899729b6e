"""Saving from the window: the view that is on screen, or every layer by the same command as on the command line."""

import sys
import tempfile
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QObject, QProcess
from PySide6.QtWidgets import QFileDialog, QWidget

from .model_arguments import model_words
from .pictures import stage_image
from .session import Session
from .state import Notice, State


class Exporting(QObject):
    """Asks where to, writes, and says what was written or why not."""

    def __init__(self, parent: QWidget, state: State, session: Session) -> None:
        super().__init__(parent)
        self._parent, self._state, self._session = parent, state, session
        self._process: QProcess | None = None
        self._scratch: tempfile.TemporaryDirectory[str] | None = None

    def save_view(self) -> None:
        """The picture with its overlay, at the picture's own resolution."""
        now = self._state.now
        if now.picture is None:
            self._session.say(Notice(self.tr("There is no picture to save yet: drop one on the window."), "warning"))
            return
        layer = now.outcome.layers[now.focus.layer].title if now.outcome and now.outcome.layers else "picture"
        proposal = f"{Path(now.picture.name).stem}-{layer}.png"
        path, _ = QFileDialog.getSaveFileName(self._parent, self.tr("Save this view"), proposal, "PNG (*.png)")
        if path:
            written = stage_image(now).save(path)
            saved, failed = self.tr("Saved {0}."), self.tr("{0} could not be written: choose another folder.")
            self._session.say(Notice((saved if written else failed).format(path), "info" if written else "error"))

    def export_all(self) -> None:
        """Every layer into a folder, by `attnscope export`, while the window goes on."""
        picture = self._state.now.pictured
        if picture is None or self._process is not None:
            self._session.say(
                Notice(self.tr("There is nothing to export yet, or an export is still running."), "warning")
            )
            return
        if self._session.is_remote:
            where = self.tr("The engine runs on {0}: use attnscope export there, or save this view.")
            self._session.say(Notice(where.format(self._session.place), "warning"))
            return
        folder = QFileDialog.getExistingDirectory(self._parent, self.tr("Export every layer into this folder"))
        if not folder:
            return
        self._scratch = tempfile.TemporaryDirectory(prefix="attnscope-")
        image = Path(self._scratch.name) / f"{Path(picture.name).stem or 'picture'}.png"
        Image.fromarray(picture.pixels).save(image)
        words = ["-m", "attnscope.app", "export", str(image), "-o", folder, "--formats", "png,csv,npz"]
        words += model_words(self._session.networks.request)
        self._process = QProcess(self)
        self._process.finished.connect(lambda code, _: self._on_finished(code, folder))
        self._process.start(sys.executable, words)
        self._session.say(Notice(self.tr("Exporting every layer into {0} …").format(folder)))

    def _on_finished(self, code: int, folder: str) -> None:
        assert self._process is not None
        lines = bytes(self._process.readAllStandardError().data()).decode(errors="replace").strip().splitlines()
        self._process.deleteLater()
        self._process = None
        if self._scratch:
            self._scratch.cleanup()
        reason = lines[-1].removeprefix("attnscope: ") if lines else self.tr("The export stopped.")
        done = Notice(self.tr("Every layer was exported into {0}.").format(folder))
        self._session.say(done if code == 0 else Notice(reason, "error"))
