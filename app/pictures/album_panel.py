"""The pictures of the album as a strip, to be gone through."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ...models.pictures.images import SmallCopy
from ...widgets.controls.bar_button import BarButton
from ...widgets.controls.text_line import TextLine
from ...widgets.pictures.thumbnail_strip import ThumbnailStrip
from ..panels.docks import HEADING
from ..state.state import State
from .album import Album
from .thumbnails import Thumbnails


class AlbumPanel(QWidget):
    """Shows `State.now.album` on a `ThumbnailStrip`; a click goes to a picture."""

    def __init__(self, state: State, album: Album) -> None:
        super().__init__()
        self._state, self._album = state, album
        self._thumbnails = Thumbnails()
        self._rows: dict[Path, int] = {}
        self.strip = ThumbnailStrip()
        self._heading = TextLine("title")
        self._hint = TextLine("caption", self.tr("Drop a folder, or several pictures at once."))
        self._back = self._button("‹", self.tr("Previous picture"), -1)
        self._on = self._button("›", self.tr("Next picture"), 1)
        self.setFocusProxy(self.strip)
        self._lay_out()
        self.strip.picture_selected.connect(album.go)
        self.strip.thumbnails_wanted.connect(self._on_wanted)
        self._thumbnails.read.connect(self._on_read)
        album.moved.connect(self._show_place)
        state.changed.connect(self._on_changed)
        self._show_pictures()

    def _button(self, sign: str, name: str, by: int) -> QToolButton:
        button = BarButton()
        button.setText(sign)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(lambda: self._album.step(by))
        return button

    def _lay_out(self) -> None:
        heading = QWidget()
        heading.setObjectName(HEADING)
        top = QHBoxLayout(heading)
        top.setContentsMargins(0, 0, 0, 0)
        top.addWidget(self._heading, 1)
        top.addWidget(self._back)
        top.addWidget(self._on)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.addWidget(heading)
        column.addWidget(self._hint, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.strip, 1)

    def _on_changed(self, names: frozenset[str]) -> None:
        if "album" in names:
            self._show_pictures()

    def _show_pictures(self) -> None:
        album = self._state.now.album
        self._rows = {path: row for row, path in enumerate(album)}
        self.strip.set_paths(album)
        for part in (self.strip, self._back, self._on):
            part.setVisible(bool(album))
        self._hint.setVisible(not album)
        self._show_place()

    def _show_place(self) -> None:
        at, count = self._album.at, len(self._state.now.album)
        self.strip.set_current(at)
        self._back.setEnabled(count > 0 and at != 0)
        self._on.setEnabled(count > 0 and at != count - 1)
        if not count:
            self._heading.show_text(self.tr("PICTURES"))
            return
        place = f"{at + 1} / {count}" if at is not None else f"{count}"
        self._heading.show_text(self.tr("PICTURES   {0}").format(place))

    def _on_wanted(self, rows: list[int]) -> None:
        album = self._state.now.album
        self._thumbnails.wish(album[row] for row in rows)

    def _on_read(self, path: Path, result: SmallCopy | str) -> None:
        row = self._rows.get(path)
        if row is None:
            return
        if isinstance(result, SmallCopy):
            self.strip.set_copy(row, result.pixels, result.size)
        else:
            self.strip.set_trouble(row, result)
