"""What an engine and the way to it write beside the talk: the newest lines, and which of them says why it died."""

import codecs
import re
from collections import deque

_LINES = 400
_FATAL = ("Fatal Python error: ", "MemoryError", "Killed")
# The lines around the reason in what Python says of a crash.
_NOISE = ("Extension modules:", "Current thread", "Thread ", "  File ", "  Binary file ", "    ")
_LENGTH = 200
_LONGEST_LINE = 4096
_CONTROL = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07]*\x07|[\x00-\x08\x0b-\x1f\x7f]")
"""The colours of a banner, a window's title, bells."""


class EngineLog:
    """A ring of lines, put together from pieces of several streams."""

    def __init__(self) -> None:
        self._lines: deque[str] = deque(maxlen=_LINES)
        self._streams: dict[str, _Stream] = {}
        self._count = 0
        self._marked = 0

    @property
    def text(self) -> str:
        """The newest lines, oldest first."""
        return "\n".join([*self._lines, *self._rests()])

    def feed(self, data: bytes, stream: str = "error") -> None:
        """Take what was written to one of the streams, in whatever pieces it comes."""
        lines = self._streams.setdefault(stream, _Stream()).feed(data)
        self._lines.extend(lines)
        self._count += len(lines)

    def mark(self) -> None:
        """What was written until now says nothing of what comes: the link stands."""
        self._marked = self._count

    def lines(self) -> list[str]:
        """The lines since the mark, oldest first."""
        fresh = self._count - self._marked
        return [*([*self._lines][-fresh:] if fresh else []), *self._rests()]

    def last_words(self) -> str:
        """The line that most likely says why the engine died; empty where it said nothing."""
        lines = self.lines()
        for line in reversed(lines):
            if line.startswith(_FATAL):
                return line.removeprefix(_FATAL[0]).strip()[:_LENGTH]
        told = [line for line in lines if not line.startswith(_NOISE)]
        return told[-1].strip()[:_LENGTH] if told else ""

    def _rests(self) -> list[str]:
        return [stream.rest for stream in self._streams.values() if stream.rest.strip()]


class _Stream:
    """Makes lines of pieces; what ends without a line's end is the rest."""

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._rest = ""

    @property
    def rest(self) -> str:
        return _CONTROL.sub("", self._rest)

    def feed(self, data: bytes) -> list[str]:
        *lines, rest = (self._rest + self._decoder.decode(data)).replace("\r", "\n").split("\n")
        self._rest = rest[-_LONGEST_LINE:]
        plain = [_CONTROL.sub("", line) for line in lines]
        return [line for line in plain if line.strip()]
