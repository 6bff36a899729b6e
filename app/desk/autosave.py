"""Keeps the session on disk while the window is open, so that nothing is lost when the program ends badly."""

import os
import uuid
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QRunnable, QThreadPool, QTimer, Signal

from ...models.errors import UserError
from ...models.pictures.images import Picture
from ...widgets.look.sentences import translated
from ..keeping.session_file import ENDING, SavedSession, read_session, write_session
from ..session.session import Session
from ..state.state import Notice, State
from .session_dialogs import png_of
from .session_opening import SessionOpening, captured
from .window import Window

_EVERY_MS = 2000
_SEEN = {"picture", "model", "look", "focus", "beside", "album"}
"""What a session holds of the state."""


class Autosave(QObject):
    """Saves to a file of its own a moment after something has changed, and removes it when the window is closed.

    A lock beside the file says that its window lives: what lies there without one was left by an unclean end.
    """

    _failed = Signal(str)

    def __init__(self, window: Window, state: State, session: Session, opening: SessionOpening, folder: Path) -> None:
        super().__init__(window)
        self._window, self._state, self._session, self._opening = window, state, session, opening
        self._folder = folder
        self._path = folder / f"{os.getpid()}-{uuid.uuid4().hex[:8]}{ENDING}"
        self._lock = QLockFile(str(_lock_of(self._path)))
        self._told = self._closed = False
        self._left: Path | None = None
        self._png: tuple[Picture, bytes] | None = None
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.save)
        self._failed.connect(self._on_failed)
        state.changed.connect(self._on_changed)
        window.closing.connect(self._on_closing)

    @property
    def path(self) -> Path:
        """Where this window's session is kept."""
        return self._path

    def save(self) -> None:
        """Save now; the writing is off the window's thread."""
        if self._closed or not self._ready():
            return
        self._pool.clear()
        self._pool.start(_Job(self, captured(self._window, self._state, self._session, self._encoded)))

    def wait(self) -> None:
        """Return once what was to be written is written."""
        self._pool.waitForDone()

    # ------------------------------------------------------------------ what an unclean end left

    def offer(self) -> None:
        """Where a window ended badly, offer to go on where it was."""
        self._left = left_behind(self._folder)
        if self._left is not None:
            self._say_offer()
            # The first picture takes every sentence away that is older than it.
            self._state.changed.connect(self._on_first_pass)

    def _on_first_pass(self, names: frozenset[str]) -> None:
        if "outcome" in names:
            self._state.changed.disconnect(self._on_first_pass)
            QTimer.singleShot(0, self, self._say_offer)

    def _say_offer(self) -> None:
        if self._left is not None:
            sentence = self.tr("The last session did not end well: it can be opened as it was.")
            restore, discard = self.tr("Restore"), self.tr("Discard")
            self._session.say(Notice(sentence, "info", (("restore", restore), ("discard", discard))))

    def restore(self) -> None:
        """Open what was left behind; it is thrown away once it has been read."""
        if self._left is None:
            return
        try:
            saved = read_session(self._left)
        except UserError as error:
            self._session.say(Notice(str(error), "error"))
        else:
            self._session.say(None)
            self._opening.open(saved)
        self._throw_away()

    def discard(self) -> None:
        """Throw away what was left behind."""
        self._session.say(None)
        self._throw_away()

    @property
    def has_left(self) -> bool:
        """Whether there is something that was left behind."""
        return self._left is not None

    def _throw_away(self) -> None:
        if self._left is not None:
            for path in (self._left, _lock_of(self._left)):
                path.unlink(missing_ok=True)
        self._left = None

    # ------------------------------------------------------------------ parts

    def _ready(self) -> bool:
        """Whether there is something to save, and a folder to save it in."""
        if self._state.now.picture is None:
            return False
        if self._lock.isLocked():
            return True
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            self._on_failed(str(error))
            return False
        return self._lock.tryLock(0)

    def _encoded(self, picture: Picture) -> bytes:
        """A picture that lies nowhere, as a file: made once for each."""
        if self._png is None or self._png[0] is not picture:
            self._png = (picture, png_of(picture))
        return self._png[1]

    def _on_changed(self, names: frozenset[str]) -> None:
        if names & _SEEN and not self._timer.isActive() and not self._closed:
            self._timer.start()

    def _on_failed(self, reason: str) -> None:
        """Said once: a full disk would say it every two seconds."""
        if not self._told:
            self._told = True
            sentence = self.tr("The session cannot be kept safe against a crash: {0}")
            self._session.say(Notice(sentence.format(translated(reason)), "warning"))

    def _on_closing(self) -> None:
        self._closed = True
        self._timer.stop()
        self._pool.clear()
        self._pool.waitForDone()
        if self._lock.isLocked():
            self._path.unlink(missing_ok=True)
            self._lock.unlock()


class _Job(QRunnable):
    def __init__(self, autosave: Autosave, saved: SavedSession) -> None:
        super().__init__()
        self._autosave, self._saved = autosave, saved

    def run(self) -> None:
        try:
            write_session(self._autosave.path, self._saved)
        except UserError as error:
            self._autosave._failed.emit(str(error))


def left_behind(folder: Path) -> Path | None:
    """The newest session in this folder whose window is gone; older ones are thrown away."""
    found = []
    for path in folder.glob(f"*{ENDING}"):
        lock = QLockFile(str(_lock_of(path)))
        # However old: only that its process has gone says that it is nobody's.
        lock.setStaleLockTime(0)
        if lock.tryLock(0):
            lock.unlock()
            found.append(path)
    newest_last = sorted(found, key=lambda path: path.stat().st_mtime)
    for path in newest_last[:-1]:
        path.unlink(missing_ok=True)
    return newest_last[-1] if newest_last else None


def _lock_of(path: Path) -> Path:
    return path.with_suffix(".lock")
