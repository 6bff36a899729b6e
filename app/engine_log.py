"""What the engine writes on standard error: the newest lines, and which of them says why it died."""

from collections import deque

_LINES = 400
_FATAL = ("Fatal Python error: ", "MemoryError", "Killed")
# The lines around the reason in what Python says of a crash.
_NOISE = ("Extension modules:", "Current thread", "Thread ", "  File ", "  Binary file ", "    ")
_LENGTH = 200


class EngineLog:
    """A ring of lines, put together from pieces."""

    def __init__(self) -> None:
        self._lines: deque[str] = deque(maxlen=_LINES)
        self._rest = ""

    @property
    def text(self) -> str:
        """The newest lines, oldest first."""
        return "\n".join([*self._lines, self._rest] if self._rest else self._lines)

    def feed(self, data: bytes) -> None:
        """Take what was written, in whatever pieces it comes."""
        *lines, self._rest = (self._rest + data.decode("utf-8", "replace")).replace("\r", "\n").split("\n")
        self._lines.extend(line for line in lines if line.strip())

    def last_words(self) -> str:
        """The line that most likely says why the engine died; empty where it said nothing."""
        lines = [*self._lines, self._rest]
        for line in reversed(lines):
            if line.startswith(_FATAL):
                return line.removeprefix(_FATAL[0]).strip()[:_LENGTH]
        told = [line for line in lines if line.strip() and not line.startswith(_NOISE)]
        return told[-1].strip()[:_LENGTH] if told else ""
