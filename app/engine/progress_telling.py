"""Tells the window how far a request is, not more often than anybody can read."""

from collections.abc import Callable
from time import monotonic

from ...models.progress import Cancelled

_PAUSE = 0.1
"""Seconds between two messages of one text."""


class ProgressTelling:
    """A `Progress` of the engine: says it as messages of the kind "progress", and stops where the window wishes it."""

    def __init__(self, say: Callable[..., None], number: int, is_cancelled: Callable[[int], bool]) -> None:
        self._say = say
        self._number = number
        self._cancelled = is_cancelled
        self._text = ""
        self._last = -_PAUSE

    def is_cancelled(self) -> bool:
        """Whether nobody waits for this request any more."""
        return self._cancelled(self._number)

    def __call__(self, text: str, done: int = 0, total: int = 0) -> None:
        """Say it. **Raises** Cancelled where the window wants no more."""
        if self.is_cancelled():
            raise Cancelled
        now = monotonic()
        if text == self._text and now - self._last < _PAUSE and not 0 < done == total:
            return
        self._text, self._last = text, now
        self._say("progress", self._number, text=text, done=done, total=total)
