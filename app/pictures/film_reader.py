"""Opens and decodes films off the window's thread, one thing after the other; only the newest wish is answered."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, QThreadPool, Signal

from ...models.errors import UserError
from ...models.pictures.film_files import open_film
from ...models.pictures.films import Film
from ...widgets.look.texts import tr


class FilmReader(QObject):
    """Holds the film that is open. What takes long is given up as soon as something else is wished."""

    opened = Signal(object, float)
    """The time of every frame, and how long the film is, in seconds."""
    read = Signal(object)
    """A frame's pixels."""
    failed = Signal(str)
    _done = Signal(int, object)

    def __init__(self) -> None:
        super().__init__()
        self._newest = 0
        self._film: Film | None = None
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._done.connect(self._on_done)
        if application := QCoreApplication.instance():
            application.aboutToQuit.connect(self.end)

    def open(self, path: Path) -> None:
        """Open a film in place of the one before."""
        self._start(path)

    def ask(self, number: int) -> None:
        """Decode a frame of the film that is open."""
        self._start(number)

    def close(self) -> None:
        """Let go of the film."""
        self._start(None)

    def end(self) -> None:
        """The program ends: nothing is decoded any more."""
        self.close()
        self._pool.waitForDone()

    def _start(self, wish: Path | int | None) -> None:
        self._newest += 1
        self._pool.clear()
        self._pool.start(_Job(self, self._newest, wish))

    def _result(self, number: int, wish: Path | int | None) -> object:
        """In the thread: what comes of a wish; None where nobody waits for it any more."""
        if isinstance(wish, int):
            return self._film.frame(wish, lambda: number != self._newest) if self._film else None
        if self._film is not None:
            self._film.close()
            self._film = None
        if wish is None:
            return None
        self._film = open_film(wish, lambda: number != self._newest)
        return (self._film.times, self._film.length) if self._film else None

    def _on_done(self, number: int, result: object) -> None:
        if number != self._newest or result is None:
            return
        if isinstance(result, str):
            self.failed.emit(result)
        elif isinstance(result, tuple):
            self.opened.emit(*result)
        else:
            self.read.emit(result)


class _Job(QRunnable):
    def __init__(self, reader: FilmReader, number: int, wish: Path | int | None) -> None:
        super().__init__()
        self._reader, self._number, self._wish = reader, number, wish

    def run(self) -> None:
        try:
            result = self._reader._result(self._number, self._wish)
        except UserError as error:
            result = str(error)
        except MemoryError:
            result = tr("The frames do not fit in this computer's memory.")
        self._reader._done.emit(self._number, result)
