"""Writes frames of any size to a process, a piece at a time, so that a large picture never holds up the window."""

from collections import deque
from collections.abc import Iterable

from PySide6.QtCore import QObject, QProcess

_PIECE = 1 << 20
_AHEAD = 4 * _PIECE
"""How much may wait in the process's own buffer: enough to keep the pipe full."""


class FrameWriter(QObject):
    """Holds what is still to be written to one process; goes away with it."""

    def __init__(self, process: QProcess) -> None:
        super().__init__(process)
        self._process = process
        self._waiting: deque[memoryview] = deque()
        process.bytesWritten.connect(self._on_written)

    def write(self, parts: Iterable[bytes | memoryview]) -> None:
        """Write these bytes after all that was given before; returns at once."""
        self._waiting.extend(memoryview(part) for part in parts)
        self._on_written()

    def _on_written(self, _count: int = 0) -> None:
        while self._waiting and self._process.bytesToWrite() < _AHEAD:
            part = self._waiting.popleft()
            self._process.write(bytes(part[:_PIECE]))
            if len(part) > _PIECE:
                self._waiting.appendleft(part[_PIECE:])
