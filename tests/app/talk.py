"""A real engine at the other end of two pipes, without Qt, for the tests of the engine."""

import subprocess
import sys
import threading
from collections import deque

import numpy as np
from attnscope.app.link.protocol import Decoder, Message, encode

ENGINE = [sys.executable, "-m", "attnscope.app", "engine"]
LIMIT = 60.0
"""Seconds after which an engine that should have answered is ended, so that a test fails instead of hanging."""


class Talk:
    """Asks an engine and reads its answers, in order."""

    def __init__(self, command: list[str] | None = None, **options: object) -> None:
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command or ENGINE, stdin=pipe, stdout=pipe, stderr=pipe, bufsize=0, **options)
        self._decoder, self._messages, self._number = Decoder(), deque(), 0
        self.words: list[str] = []
        self.kept: dict[str, Message] = {}
        """For a test to remember what it has seen of this engine."""
        self._said = threading.Condition()
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def send(self, kind: str, arrays: dict | None = None, **fields: object) -> int:
        self._number += 1
        self.process.stdin.write(encode({"kind": kind, "id": self._number, **fields}, arrays))
        return self._number

    def ask(self, kind: str, arrays: dict | None = None, **fields: object) -> Message:
        number = self.send(kind, arrays, **fields)
        while (message := self.next()).id != number:
            pass
        return message

    def next(self) -> Message:
        """The next message that is no report of progress; EOFError when the engine has closed its end."""
        while (message := self.next_of_all()).kind == "progress":
            pass
        return message

    def next_of_all(self) -> Message:
        """The next message; EOFError when the engine has closed its end."""
        alarm = threading.Timer(LIMIT, self.process.kill)
        alarm.start()
        try:
            while not self._messages:
                data = self.process.stdout.read(1 << 16)
                if not data:
                    raise EOFError("\n".join(self.words))
                self._messages.extend(self._decoder.feed(data))
            return self._messages.popleft()
        finally:
            alarm.cancel()

    def wait_for_words(self, words: str) -> None:
        """Until the engine has written these words on standard error."""
        with self._said:
            assert self._said.wait_for(lambda: any(words in line for line in self.words), LIMIT)

    def leave(self) -> int:
        """Close the requests; the exit status of the engine."""
        self.process.stdin.close()
        try:
            return self.process.wait(LIMIT)
        finally:
            self.end()

    def end(self) -> None:
        """Whatever state it is in."""
        self.process.kill()
        self.process.wait()
        self._listener.join(LIMIT)
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            stream.close()

    def _listen(self) -> None:
        for line in self.process.stderr:
            with self._said:
                self.words.append(line.decode(errors="replace").rstrip())
                self._said.notify_all()


def picture(height: int = 120, width: int = 96) -> np.ndarray:
    return np.random.default_rng(1).integers(0, 256, (height, width, 3)).astype(np.uint8)
