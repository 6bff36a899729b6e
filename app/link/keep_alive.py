"""Notices a link that has gone silent without an end: a lost network, a closed laptop, a process that stands still."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

PING_EVERY_S = 15.0
MISSED = 8
"""Pings in a row without any sign of life. They are counted, not timed: a laptop that wakes up misses one."""

_PIPE_BLOCK = 4096


class KeepAlive(QObject):
    """Sends a ping every now and then; whatever comes over the link is a sign of life, as is a picture that goes."""

    lost = Signal()

    def __init__(self, ping: Callable[[], None], every_s: float, parent: QObject) -> None:
        super().__init__(parent)
        self._ping = ping
        self._unanswered = 0
        ticking = QTimer(self)
        ticking.timeout.connect(self._on_tick)
        ticking.start(round(every_s * 1000))

    def heard(self) -> None:
        """Something came from the other side."""
        self._unanswered = 0

    def written(self, count: int) -> None:
        """So many bytes went at once: a sign of life too, where they are more than an idle pipe takes of a ping."""
        if count >= _PIPE_BLOCK:
            self._unanswered = 0

    def _on_tick(self) -> None:
        if self._unanswered == MISSED:
            self.lost.emit()
            return
        self._unanswered += 1
        self._ping()
