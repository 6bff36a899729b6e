"""Says when the window was shown, when the first result was on it, and for how long it failed to answer."""

import sys
import time

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from ..state.state import State


class Stopwatch(QObject):
    """Prints `timing NAME SECONDS` on standard error and closes the window after the first result."""

    def __init__(self, started: float, state: State, window: QWidget) -> None:
        super().__init__(window)
        self._started = started
        self._window = window
        self._last = time.perf_counter()
        self._longest = 0.0
        self._state = state
        self._ticking = QTimer(self)
        self._ticking.setInterval(5)
        self._ticking.timeout.connect(self._on_tick)
        state.changed.connect(self._on_changed)

    def shown(self) -> None:
        """The window has been shown: painted once, and from now on it has to answer."""
        self._window.repaint()
        self._say("shown", time.time() - self._started)
        self._last = time.perf_counter()
        self._ticking.start()

    def _on_tick(self) -> None:
        now = time.perf_counter()
        self._longest = max(self._longest, now - self._last)
        self._last = now

    def _on_changed(self, names: frozenset[str]) -> None:
        if "outcome" in names and self._state.now.outcome is not None:
            self._window.repaint()
            self._say("result", time.time() - self._started)
            # Previews and proofs come after the first result: the window has to answer through them as well.
            QTimer.singleShot(500, self._finish)

    def _finish(self) -> None:
        self._say("freeze", self._longest)
        heavy = {"torch", "torchvision", "timm", "matplotlib", "pyqtgraph"} & set(sys.modules)
        print(f"timing modules {','.join(sorted(heavy)) or 'none'}", file=sys.stderr, flush=True)
        self._window.close()

    def _say(self, what: str, seconds: float) -> None:
        print(f"timing {what} {seconds:.4f}", file=sys.stderr, flush=True)
