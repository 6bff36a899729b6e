"""The engine's private ends of its standard streams; whatever else prints or reads in the process cannot reach them."""

import os
import sys
from dataclasses import dataclass
from typing import BinaryIO


@dataclass(frozen=True, slots=True)
class Streams:
    """Where requests come from, and where answers go."""

    requests: int
    """A file descriptor, to be read with `os.read`."""
    answers: BinaryIO


def take_streams() -> Streams:
    """Take standard input and output for the talk; from now on input is empty, and what is printed is an error message.

    Also for what is written in C: the file descriptors themselves are changed.
    """
    requests, answers = os.dup(0), os.dup(1)
    empty = os.open(os.devnull, os.O_RDONLY)
    os.dup2(empty, 0)
    os.close(empty)
    os.dup2(2, 1)
    if sys.platform == "win32":
        import msvcrt

        for descriptor in (requests, answers):
            msvcrt.setmode(descriptor, os.O_BINARY)
    if sys.stdout is not None:
        # A pipe is written in blocks otherwise, and the last words before a crash would be lost.
        sys.stdout.reconfigure(line_buffering=True, errors="replace")  # type: ignore[union-attr]
    return Streams(requests, os.fdopen(answers, "wb"))
