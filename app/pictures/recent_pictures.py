"""The pictures, folders and videos that were opened last, and the menu of them."""

import json
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ...widgets.look.texts import tr
from ..state.resources import ASSETS
from ..state.state import State
from .album import Album
from .video import Video

KEPT = 12
"""How many are remembered."""
_KEY = "recent_pictures"


class RecentPictures:
    """A list in a `QSettings`, the newest first; what cannot be read counts as never written."""

    def __init__(self, store: QSettings) -> None:
        self._store = store

    def paths(self) -> tuple[Path, ...]:
        """All of them, also those that are gone by now."""
        try:
            saved = json.loads(str(self._store.value(_KEY, "[]")))
        except json.JSONDecodeError:
            return ()
        return tuple(Path(text) for text in saved if isinstance(text, str)) if isinstance(saved, list) else ()

    def note(self, path: Path) -> None:
        """Put a file or folder in front; the samples that come with the program are left out."""
        path = path.absolute()
        if path.is_relative_to(ASSETS):
            return
        kept = [path, *(known for known in self.paths() if known != path)][:KEPT]
        self._store.setValue(_KEY, json.dumps([str(path) for path in kept]))

    def clear(self) -> None:
        """Remember none."""
        self._store.remove(_KEY)

    def follow(self, state: State, album: Album, video: Video) -> None:
        """Note from now on whatever is opened and can be read; of an album its folder, not every picture of it."""

        def note(names: frozenset[str]) -> None:
            picture = state.now.picture
            if "picture" in names and picture is not None and picture.path is not None and not state.now.album:
                self.note(picture.path)

        state.changed.connect(note)
        album.opened.connect(self.note)
        video.opened.connect(self.note)


def recent_menu(parent: QWidget, recent: RecentPictures, open_path: Callable[[Path], object]) -> QMenu:
    """The menu of them, made anew each time it is opened; those that are gone cannot be chosen."""
    menu = QMenu(tr("Recent pictures"), parent)
    menu.setToolTipsVisible(True)

    def fill() -> None:
        menu.clear()
        for path in recent.paths():
            menu.addAction(_entry(menu, path, open_path))
        menu.addSeparator()
        forget = menu.addAction(tr("Clear this list"), recent.clear)
        forget.setEnabled(bool(recent.paths()))

    menu.aboutToShow.connect(fill)
    fill()
    return menu


def _entry(menu: QMenu, path: Path, open_path: Callable[[Path], object]) -> QAction:
    # An ampersand would underline the letter after it.
    action = QAction(path.name.replace("&", "&&") or str(path), menu)
    action.setToolTip(str(path))
    action.setEnabled(path.exists())
    action.triggered.connect(lambda: open_path(path))
    return action
