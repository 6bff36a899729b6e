"""The pictures to go through: a folder, or many files that came together."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal

from ...models.errors import UserError
from ...models.pictures.picture_folders import in_order, pictures_in
from ..state.state import State

_WAIT_MS = 500
"""How long a folder may be looked through before a word is said about it."""


class Album(QObject):
    """Keeps `state.now.album`, and where in it the user is. What was wished last is gone to, also when it is broken."""

    opened = Signal(object)
    """A folder whose pictures are now the album."""
    moved = Signal()
    """Another picture of the album is the wished one, or none of them is."""
    failed = Signal(str)
    waiting = Signal(str)
    """A sentence, while a large or slow folder is looked through; "" once that is over."""
    _listed = Signal(int, object)

    def __init__(self, state: State, show: Callable[[Path], object]) -> None:
        super().__init__()
        self._state, self._show = state, show
        self._numbers: dict[Path, int] = {}
        self._last, self._here = -1, False
        self._newest = 0
        self._came: tuple[Path, ...] = ()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_WAIT_MS)
        self._patience.timeout.connect(self._on_slow)
        self._listed.connect(self._on_listed)
        state.changed.connect(self._on_changed)

    @property
    def at(self) -> int | None:
        """The number of the picture that is looked at, or on its way; None where it is none of the album."""
        return self._last if self._here else None

    def open(self, paths: Iterable[Path]) -> None:
        """Pictures and folders of pictures, looked through off the window's thread; the first one is shown."""
        self._newest += 1
        self._came = tuple(paths)
        self._pool.clear()
        self._pool.start(_Job(self, self._newest, self._came))
        self._patience.start()

    def open_alone(self, path: Path) -> None:
        """One picture; the album stays where it is one of it."""
        self.stop()
        number = self._numbers.get(path)
        if number is not None:
            self.go(number)
            return
        self._state.update(album=())
        self._show(path)

    def stop(self) -> None:
        """A folder that is still looked through is not wanted any more."""
        self._newest += 1
        self._pool.clear()
        self._rest()

    def step(self, by: int) -> None:
        """To the next or previous picture; stays at either end."""
        count = len(self._state.now.album)
        if count:
            # After a picture from elsewhere it goes on where it was left.
            self.go(min(max(self._last + by, 0), count - 1))

    def go(self, number: int) -> None:
        """To a picture by its number, counted from 0."""
        album = self._state.now.album
        if 0 <= number < len(album) and number != self.at:
            self._move(number)
            self._show(album[number])

    def _move(self, number: int | None) -> None:
        before = self.at
        self._here = number is not None
        self._last = self._last if number is None else number
        if self.at != before:
            self.moved.emit()

    def _on_listed(self, number: int, result: tuple[Path, ...] | str) -> None:
        if number != self._newest:
            return
        self._rest()
        if isinstance(result, str):
            self.failed.emit(result)
            return
        self._state.update(album=result)
        self._here = False
        self.go(0)
        if len(self._came) == 1:
            self.opened.emit(self._came[0])

    def _on_slow(self) -> None:
        name = self._came[0].name if len(self._came) == 1 else self.tr("{0} files").format(len(self._came))
        self.waiting.emit(self.tr("Looking for pictures in {0} …").format(name))

    def _rest(self) -> None:
        self._patience.stop()
        self.waiting.emit("")

    def _on_changed(self, names: frozenset[str]) -> None:
        now = self._state.now
        if "album" in names:
            self._numbers = {path: number for number, path in enumerate(now.album)}
            self._last, self._here = -1, False
        if names & {"album", "picture"}:
            path = now.picture.path if now.picture else None
            self._move(self._numbers.get(path) if path else None)


class _Job(QRunnable):
    def __init__(self, album: Album, number: int, paths: tuple[Path, ...]) -> None:
        super().__init__()
        self._album, self._number, self._paths = album, number, paths

    def run(self) -> None:
        try:
            result: tuple[Path, ...] | str = _pictures(self._paths)
        except UserError as error:
            result = str(error)
        self._album._listed.emit(self._number, result)


def _pictures(paths: tuple[Path, ...]) -> tuple[Path, ...]:
    """All of them; a folder without pictures among others that have some is passed over."""
    found, trouble = list[Path](), list[UserError]()
    for path in in_order(paths):
        try:
            found += pictures_in(path) if path.is_dir() else [path]
        except UserError as error:
            trouble.append(error)
    if not found and trouble:
        raise trouble[0]
    return tuple(dict.fromkeys(found))
