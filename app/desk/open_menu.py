"""The menu about what is looked at: pictures, sessions, and the end of the program."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QFileDialog

from ...models.errors import UserError
from ..pictures.drops import dropped
from ..session.session import Session
from ..state.resources import samples
from ..state.state import Notice
from .action_list import Adder, Entries, submenu
from .autosave import Autosave
from .picture_menu import PictureMenu
from .session_dialogs import SessionDialogs
from .window import Window

_IMAGES = "*.png *.jpg *.jpeg *.webp *.bmp *.gif *.tif *.tiff *.ppm *.ico *.avif"


class OpenMenu(QObject):
    """Makes the actions with `add`."""

    def __init__(
        self,
        window: Window,
        session: Session,
        sessions: SessionDialogs,
        pictures: PictureMenu,
        autosave: Autosave,
        add: Adder,
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._sessions = window, session, sessions
        self._pictures, self._autosave, self._add = pictures, autosave, add

    def entries(self) -> Entries:
        """What stands in the menu."""
        add, sessions, autosave = self._add, self._sessions, self._autosave
        first = add(self.tr("Open image …"), self._on_open, QKeySequence.StandardKey.Open)
        paste = add(self.tr("Paste image"), self._on_paste, QKeySequence.StandardKey.Paste)
        opening, stepping = self._pictures.opening(), self._pictures.stepping()
        kept: Entries = [
            add(self.tr("Open session …"), sessions.open, "Ctrl+Shift+O"),
            add(self.tr("Save session …"), sessions.save, "Ctrl+Shift+S"),
            add(self.tr("Restore the session that ended badly"), autosave.restore, able=lambda _: autosave.has_left),
        ]
        leave = add(self.tr("Quit"), self._window.close, "Ctrl+Q")
        # The samples last, so that they are the last in the palette.
        own = submenu(self.tr("Sample pictures"), self._samples(), self._window)
        return [first, paste, *opening, own, None, *stepping, None, *kept, None, leave]

    def _samples(self) -> Entries:
        return [self._sample(path) for path in samples()]

    def _sample(self, path: Path) -> QAction:
        text = self.tr("Sample: {0}").format(path.stem.replace("-", " "))
        return self._add(text, lambda: self._window.arrivals.take([path]))

    def _on_open(self) -> None:
        filters = f"{self.tr('Images')} ({_IMAGES});;{self.tr('All files')} (*)"
        path, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open image"), "", filters)
        if path:
            self._window.arrivals.take([Path(path)])

    def _on_paste(self) -> None:
        try:
            found = dropped(QGuiApplication.clipboard().mimeData())
        except UserError as error:
            self._session.say(Notice(str(error), "error"))
            return
        self._window.take(found)
