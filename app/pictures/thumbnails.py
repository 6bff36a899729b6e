"""Reads small copies of pictures beside the window's thread, those first that are on screen."""

import threading
from collections import deque
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, QThread, QThreadPool, Signal

from ...models.errors import UserError
from ...models.pictures.images import read_small

SIDE = 208
"""Pixels of a small copy along its longer side: sharp at twice the logical size of a tile."""
_THREADS = 2
"""More would take the processor from the network, and the disk from the picture that was asked for."""


class Thumbnails(QObject):
    """`read` carries a path and its `SmallCopy`, or one sentence why there is none."""

    read = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._lock = threading.Lock()
        self._wished: deque[Path] = deque()
        self._reading: set[Path] = set()
        self._workers = 0
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(_THREADS)
        self._pool.setThreadPriority(QThread.Priority.LowPriority)
        if application := QCoreApplication.instance():
            application.aboutToQuit.connect(self.stop)

    def wish(self, paths: Iterable[Path]) -> None:
        """Read these, in this order; what was wished before and is not among them is dropped."""
        with self._lock:
            self._wished = deque(path for path in paths if path not in self._reading)
            more = min(_THREADS, len(self._wished)) - self._workers
            self._workers += max(0, more)
        for _ in range(more):
            self._pool.start(_Worker(self))

    def stop(self) -> None:
        """Drop every wish, and wait for what is just being read."""
        self.wish(())
        self._pool.waitForDone()

    def _next(self) -> Path | None:
        with self._lock:
            if not self._wished:
                self._workers -= 1
                return None
            path = self._wished.popleft()
            self._reading.add(path)
            return path

    def _done(self, path: Path, result: object) -> None:
        with self._lock:
            self._reading.discard(path)
        self.read.emit(path, result)


class _Worker(QRunnable):
    """Reads until nothing is wished any more."""

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._thumbnails = thumbnails

    def run(self) -> None:
        while (path := self._thumbnails._next()) is not None:
            try:
                self._thumbnails._done(path, read_small(path, SIDE))
            except UserError as error:
                self._thumbnails._done(path, str(error))
