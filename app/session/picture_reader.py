"""Reads pictures off the window's thread; only the newest wish is answered."""

from pathlib import Path

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from ...models.errors import UserError
from ...models.pictures.images import Picture, read_image


class PictureReader(QObject):
    """`read` carries a `Picture`, `failed` one sentence; a wish that was overtaken is answered by neither."""

    read = Signal(object)
    failed = Signal(str)
    _done = Signal(int, object)

    def __init__(self) -> None:
        super().__init__()
        self._newest = 0
        self._pool = QThreadPool(self)
        # One at a time: twenty quick drops must not decode twenty pictures side by side.
        self._pool.setMaxThreadCount(1)
        self._done.connect(self._on_done)

    def request(self, source: Path | bytes, name: str = "") -> None:
        """Read a file, or an encoded picture; what still waits in line is dropped."""
        self._newest += 1
        self._pool.clear()
        self._pool.start(_Job(self, self._newest, source, name))

    def forget(self) -> None:
        """Whatever was wished is not wished any more."""
        self._newest += 1
        self._pool.clear()

    def _on_done(self, number: int, result: Picture | str) -> None:
        if number != self._newest:
            return
        if isinstance(result, Picture):
            self.read.emit(result)
        else:
            self.failed.emit(result)


class _Job(QRunnable):
    def __init__(self, reader: PictureReader, number: int, source: Path | bytes, name: str) -> None:
        super().__init__()
        self._reader, self._number, self._source, self._name = reader, number, source, name

    def run(self) -> None:
        try:
            result: Picture | str = read_image(self._source, self._name)
        except UserError as error:
            result = str(error)
        except MemoryError:
            result = f"{self._name or 'The picture'} does not fit in this computer's memory: open a smaller one."
        self._reader._done.emit(self._number, result)
