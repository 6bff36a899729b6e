"""The entries about where pictures come from, and about going through them."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from ...models.pictures.films import FILMS
from ..pictures.arrivals import Arrivals
from ..pictures.recent_pictures import RecentPictures, recent_menu
from ..state.state import Fields
from .action_list import Adder, Entries


class PictureMenu(QObject):
    """Makes the actions with `add`."""

    def __init__(self, window: QWidget, arrivals: Arrivals, recent: RecentPictures, add: Adder) -> None:
        super().__init__(window)
        self._window, self._arrivals, self._recent, self._add = window, arrivals, recent, add
        sources = arrivals.sources
        self._album, self._player, self._video = sources.album, sources.player, sources.video
        sources.video.changed.connect(self._show_film)
        self._of_film: list[QAction] = []

    def opening(self) -> list[QAction | QMenu]:
        """What opens something."""
        add, sources = self._add, self._arrivals.sources
        return [
            add(
                self.tr("Open folder …"),
                self._open_folder,
                "Ctrl+Shift+D",
                tip=self.tr("All its pictures, to go through"),
            ),
            add(self.tr("Open video …"), self._open_video, "Ctrl+Shift+V", tip=self.tr("Frame by frame, or played")),
            recent_menu(self._window, self._recent, lambda path: self._arrivals.take([path])),
            add(
                self.tr("Camera"), sources.toggle_camera, "Shift+V", on=lambda _: sources.feed.source is sources.camera
            ),
        ]

    def stepping(self) -> Entries:
        """What goes through the album and through a film."""
        add, album = self._add, self._album
        entries: Entries = [
            add(self.tr("Next picture"), lambda: album.step(1), "Ctrl+PgDown", able=_has_album),
            add(self.tr("Previous picture"), lambda: album.step(-1), "Ctrl+PgUp", able=_has_album),
            None,
        ]
        self._of_film = [
            add(self.tr("Next frame"), lambda: self._player.step(1), "F"),
            add(self.tr("Previous frame"), lambda: self._player.step(-1), "Shift+F"),
            add(self.tr("Play or pause"), self._player.toggle, "V"),
        ]
        self._show_film()
        return [*entries, *self._of_film]

    def _show_film(self) -> None:
        for action in self._of_film:
            action.setEnabled(self._video.count > 1)

    def _open_folder(self) -> None:
        if path := QFileDialog.getExistingDirectory(self._window, self.tr("Open folder")):
            self._arrivals.take([Path(path)])

    def _open_video(self) -> None:
        endings = " ".join(f"*{ending}" for ending in (*FILMS, ".gif", ".webp"))
        filters = f"{self.tr('Videos')} ({endings});;{self.tr('All files')} (*)"
        path, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open video"), "", filters)
        if path:
            self._arrivals.take([Path(path)])


def _has_album(now: Fields) -> bool:
    return bool(now.album)
