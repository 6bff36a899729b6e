"""The border to code that is not ours: whatever it does ends in one sentence that names it."""

import contextlib
import sys
import traceback
from pathlib import Path
from types import TracebackType

from .errors import UserError
from .memory_full import is_memory_full

_THROUGH = (UserError, KeyboardInterrupt, GeneratorExit)
"""These say something else than "the code is wrong"."""


class Foreign:
    """Around code of the user's: its exceptions and exits become a UserError, and its prints go to standard error.

    `what` begins the sentence ("net.py", "build() in net.py"); `folder` is where the user's own files lie, so that the
    line is named that he can mend; what is `through` passes as it is.
    """

    def __init__(self, what: str, folder: Path | None = None, through: tuple[type[BaseException], ...] = ()) -> None:
        self._what = what
        self._folder = folder
        self._through = (*_THROUGH, *through)
        self._prints = contextlib.redirect_stdout(sys.stderr)

    def __enter__(self) -> None:
        self._prints.__enter__()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._prints.__exit__(kind, error, trace)
        if error is not None and not isinstance(error, self._through) and not is_memory_full(error):
            raise UserError(self._sentence(error, trace)) from error

    def _sentence(self, error: BaseException, trace: TracebackType | None) -> str:
        if isinstance(error, SystemExit):
            return f"{self._what} ended the program (sys.exit): keep that under `if __name__ == '__main__'`."
        if isinstance(error, ModuleNotFoundError) and error.name:
            return f"{self._what} needs the module {error.name}, which is not to be found: install it or mend the path."
        return f"{self._what} failed with {type(error).__name__}: {_words(error)}{self._line(trace)}."

    def _line(self, trace: TracebackType | None) -> str:
        for frame in reversed(traceback.extract_tb(trace)):
            if self._folder is not None and Path(frame.filename).is_relative_to(self._folder):
                return f" ({Path(frame.filename).name}, line {frame.lineno})"
        return ""


def _words(error: BaseException) -> str:
    """The first line of what an exception says of itself; one of the user's own may fail even at that."""
    try:
        lines = str(error).strip().splitlines()
    except Exception:  # noqa: BLE001
        lines = []
    return (lines or ["without a word"])[0][:300].rstrip(".")
