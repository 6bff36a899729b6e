"""The one broad handler of the program: what no part of it foresaw is written to a file, and the window stays."""

import sys
import threading
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from ...widgets.look.texts import tr

_LARGEST = 2**20
"""Bytes of the file; a larger one is begun anew."""
_QUIET_S = 10.0
"""Seconds in which the same is not said again."""


class Mishaps(QObject):
    """Takes what would otherwise be printed to a terminal that nobody looks at."""

    happened = Signal(str)
    """One sentence for the user."""

    def __init__(self, file: Path, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._file, self._clock = file, clock
        self._said: dict[str, float] = {}

    def install(self) -> None:
        """Take every exception that nobody catches: in slots, in events, in threads."""
        sys.excepthook = self.take
        threading.excepthook = lambda told: self.take(told.exc_type, told.exc_value, told.exc_traceback)

    def take(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        """Write it down, print it, and say one sentence; Ctrl+C is none of them."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error or kind(), trace)
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        written = self._write(text)
        if sys.stderr is not None:
            print(text, file=sys.stderr, end="")
        name = kind.__name__
        now = self._clock()
        if now - self._said.get(name, -_QUIET_S) >= _QUIET_S:
            self._said[name] = now
            self.happened.emit(self._sentence(name, written))

    def _write(self, text: str) -> bool:
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            fresh = not self._file.exists() or self._file.stat().st_size > _LARGEST
            with self._file.open("w" if fresh else "a", encoding="utf-8") as file:
                file.write(f"{time.strftime('%Y-%m-%d %H:%M:%S')}\n{text}\n")
        except OSError:
            return False
        return True

    def _sentence(self, name: str, written: bool) -> str:
        sentence = tr("Something went wrong inside the program ({0}), and it goes on; save your session to be safe.")
        where = tr("The details are in {0}.").format(self._file) if written else ""
        return " ".join(part for part in (sentence.format(name), where) if part)
