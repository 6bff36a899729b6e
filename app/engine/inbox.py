"""Requests on their way in: read by a thread of their own, so that a cancel is heard while a network runs."""

import os
import queue
import threading
import time
from collections.abc import Callable

from ..link.protocol import Decoder, Message, ProtocolError

_CHUNK = 1 << 20
_GRACE = 2.0
"""Seconds that a running request has to end in once nobody listens any more."""


class Inbox:
    """A line of requests, and which of them have been cancelled."""

    def __init__(self, descriptor: int, pong: Callable[[], None]) -> None:
        """`pong` is called in the reading thread when the window asks whether anybody is there."""
        self._descriptor = descriptor
        self._pong = pong
        self._line: queue.SimpleQueue[Message | None] = queue.SimpleQueue()
        self._cancelled: set[int] = set()
        self._over = threading.Event()
        self.garbage = ""
        """What was wrong with the bytes that ended the talk; empty where it ended well."""
        threading.Thread(target=self._read, name="requests", daemon=True).start()

    def next(self) -> Message | None:
        """The next request, as soon as there is one; None when the window has gone or wants no more."""
        message = self._line.get()
        return None if self._over.is_set() else message

    def is_cancelled(self, number: int) -> bool:
        """Whether nobody waits for this request's answer any more."""
        return self._over.is_set() or number in self._cancelled

    def done(self, number: int) -> None:
        """The request has been answered."""
        self._cancelled.discard(number)

    def _read(self) -> None:
        decoder = Decoder()
        try:
            while not self._over.is_set() and (data := os.read(self._descriptor, _CHUNK)):
                for message in decoder.feed(data):
                    self._sort(message)
        except ProtocolError as error:
            self.garbage = str(error)
        except OSError:
            # The pipe broke: the same as its end.
            pass
        self._over.set()
        self._line.put(None)
        time.sleep(_GRACE)
        # A network hangs somewhere where nobody can be asked to stop, or has left threads of its own behind: an engine
        # without a window is of no use. One that ends by itself ends this thread as well.
        os._exit(1 if self.garbage else 0)

    def _sort(self, message: Message) -> None:
        if message.kind == "cancel":
            self._cancelled.add(int(message.header.get("target", -1)))
        elif message.kind == "quit":
            self._over.set()
        elif message.kind == "ping":
            self._pong()
        else:
            self._line.put(message)
