"""Opens and saves sessions: asks where, and says what went wrong."""

from io import BytesIO
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from ...models.errors import UserError
from ...models.pictures.images import Picture
from ..keeping.session_file import ENDING, read_session, write_session
from ..session.session import Session
from ..state.state import Notice, State
from .session_opening import SessionOpening, captured
from .window import Window


class SessionDialogs(QObject):
    """One for a window; it remembers where its session lies."""

    def __init__(self, window: Window, state: State, session: Session, opening: SessionOpening) -> None:
        super().__init__(window)
        self._window, self._state, self._session, self._opening = window, state, session, opening
        self._path: Path | None = None

    def open(self) -> None:
        """Choose a session and open it."""
        path, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open session"), self._folder(), self._filters())
        if path:
            self.open_file(Path(path))

    def open_file(self, path: Path) -> None:
        """Open a session; where that cannot be done, a sentence says why and nothing is changed."""
        try:
            saved = read_session(path)
        except UserError as error:
            self._session.say(Notice(str(error), "error"))
            return
        self._path = path
        self._opening.open(saved)

    def save(self) -> None:
        """Ask where, and save what the window shows."""
        now = self._state.now
        stem = Path(now.picture.name).stem if now.picture else "attnscope"
        proposal = str(self._path or Path(self._folder()) / f"{stem}{ENDING}")
        path, _ = QFileDialog.getSaveFileName(self._window, self.tr("Save session"), proposal, self._filters())
        if path:
            self.save_file(Path(path) if path.endswith(ENDING) else Path(path + ENDING))

    def save_file(self, path: Path) -> None:
        """Save what the window shows."""
        try:
            write_session(path, captured(self._window, self._state, self._session, png_of))
        except UserError as error:
            self._session.say(Notice(str(error), "error"))
            return
        self._path = path
        self._session.say(Notice(self.tr("Saved {0}.").format(path)))

    def _folder(self) -> str:
        picture = self._state.now.picture
        beside = picture.path if picture else None
        return str((self._path or beside or Path.home() / "x").parent)

    def _filters(self) -> str:
        return f"{self.tr('Sessions')} (*{ENDING});;{self.tr('All files')} (*)"


def png_of(picture: Picture) -> bytes:
    """A picture as a file, without loss."""
    buffer = BytesIO()
    Image.fromarray(picture.pixels).save(buffer, "PNG", compress_level=1)
    return buffer.getvalue()
