"""`attnscope engine`: the process that holds the network and answers the window's requests on its standard streams.

It says hello before it loads torch. One thread reads, the main one answers in order. When the window goes, it goes too.
"""

import argparse
import contextlib
import faulthandler
import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from typing import TYPE_CHECKING

from ... import __version__
from ...models.errors import UserError
from ...models.memory_full import is_memory_full
from ..link.protocol import VERSION, Message, encode
from .fault_sentences import fault_sentence
from .inbox import Inbox
from .loading import loading
from .progress_telling import ProgressTelling
from .streams import Streams, take_streams

if TYPE_CHECKING:
    from .engine_requests import Requests


class _DesertedError(OSError):
    """Nobody is there to read an answer."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The engine has no options: everything is asked of it through its streams."""
    del parser


def run(arguments: argparse.Namespace) -> int:
    """Answer until standard input ends; returns the exit status."""
    del arguments
    if os.isatty(0):
        raise UserError(
            "the engine talks to a window in bytes, and this is a terminal: give the command to "
            '`attnscope --engine "ssh HOST attnscope engine"`, without -t'
        )
    streams = take_streams()
    # Ctrl+C in a terminal reaches the window as well, and the window decides.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.stderr is not None:
        faulthandler.enable()
    return Engine(streams).serve()


class Engine:
    """Answers one request after the other; whatever goes wrong in one of them is the answer to that one."""

    def __init__(self, streams: Streams) -> None:
        self._answers = streams.answers
        self._writing = threading.Lock()
        self._inbox = Inbox(streams.requests, self._pong)
        self._requests: Requests | None = None

    def serve(self) -> int:
        """Answer until nobody asks any more."""
        try:
            self._say("hello", 0, version=__version__, pid=os.getpid(), protocol=VERSION, pings=True)
            self._guarded(0, self._loaded)
            while (message := self._inbox.next()) is not None:
                self._answer(message)
            if self._inbox.garbage:
                self._say("failed", 0, message=f"The request could not be read: {self._inbox.garbage}.", detail="")
        except _DesertedError:
            return 0
        return 1 if self._inbox.garbage else 0

    def _answer(self, message: Message) -> None:
        if self._inbox.is_cancelled(message.id):
            self._say("cancelled", message.id)
        else:
            self._guarded(message.id, lambda: self._post(self._worked_out(message)))
        self._inbox.done(message.id)

    def _worked_out(self, message: Message) -> Message:
        telling = ProgressTelling(self._say, message.id, self._inbox.is_cancelled)
        return self._loaded().answer(message, telling.is_cancelled, telling)

    def _loaded(self) -> "Requests":
        """All that answers requests, and torch with it; a part that is missing is told to each request."""
        if self._requests is None:
            with loading():
                from .engine_requests import Requests

            self._requests = Requests()
        return self._requests

    def _guarded(self, number: int, work: Callable[[], object]) -> None:
        """The one broad handler: a user's network may raise anything, SystemExit too, and must not end the engine."""
        try:
            work()
        except _DesertedError:
            raise
        except BaseException as error:  # noqa: BLE001
            detail = "".join(traceback.format_exception(error))
            if not isinstance(error, UserError):
                # The network may have closed it.
                with contextlib.suppress(Exception):
                    sys.stderr.write(detail)
            if is_memory_full(error) and self._requests:
                # The traceback's frames hold the tensors of the pass that failed.
                traceback.clear_frames(error.__traceback__)
                self._requests.free_memory()
            self._say("failed", number, message=fault_sentence(error), detail=detail, **self._more(error))

    def _more(self, error: BaseException) -> dict[str, object]:
        """What helps against the failure; only where the parts that know of it have been loaded."""
        if self._requests is None:
            return {}
        from .failures import failure_fields

        return failure_fields(error)

    def _say(self, kind: str, number: int, **fields: object) -> None:
        self._post(Message({"kind": kind, "id": number, **fields}))

    def _post(self, message: Message) -> None:
        frame = encode(message.header, message.arrays)
        with self._writing:
            self._write(frame)

    def _pong(self) -> None:
        """A sign of life while a network runs; an answer that is on its way is one by itself."""
        if self._writing.acquire(blocking=False):
            try:
                self._write(encode({"kind": "pong", "id": 0}))
            finally:
                self._writing.release()

    def _write(self, frame: bytes) -> None:
        try:
            self._answers.write(frame)
            self._answers.flush()
        except OSError as error:
            raise _DesertedError from error
