"""Engines without torch, which start in a tenth of a second and misbehave on demand; and what a test waits for."""

import contextlib
import sys
from collections.abc import Callable, Iterator

from attnscope.app.link.engine_client import EngineClient
from attnscope.app.link.engine_command import EngineCommand
from attnscope.app.link.protocol import Message
from PySide6.QtCore import QCoreApplication, QEvent, QProcess

STAND_IN = """
import os, signal, sys, time
from attnscope.app.link.protocol import Decoder, Message, encode

def say(kind, number=0, arrays=None, **fields):
    os.write(1, encode({"kind": kind, "id": number, **fields}, arrays))

def requests():
    decoder = Decoder()
    while data := os.read(0, 1 << 16):
        yield from decoder.feed(data)

def hello(**fields):
    say("hello", version="test", pid=os.getpid(), protocol=1, **fields)
"""
"""What every stand-in begins with."""

ECHO = "hello()\nfor r in requests():\n    say('echo', r.id, r.arrays, was=r.kind, pid=os.getpid())"
STUBBORN = "signal.signal(signal.SIGTERM, signal.SIG_IGN)\nhello()\nwhile True: time.sleep(1)"


def command(text: str, place: str = "") -> EngineCommand:
    """A stand-in that does what the text says; with a place, one that the user's own command leads to."""
    words = (sys.executable, "-c", STAND_IN + text)
    return EngineCommand(words, remote=True, place=place) if place else EngineCommand(words)


@contextlib.contextmanager
def clients(qtbot) -> Iterator[Callable[..., EngineClient]]:
    """Makes clients; in the end none of their processes is left."""
    made = []

    def make(text: str, place: str = "", **options: object) -> EngineClient:
        made.append(EngineClient(command(text, place), **options))
        return made[-1]

    yield make
    for client in made:
        client.stop()
        wait_until_gone(qtbot, client)


def wait_until_gone(qtbot, client: EngineClient) -> None:
    """No process of this client is left, and none of its objects."""

    def gone() -> None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert client.findChildren(QProcess) == []

    qtbot.waitUntil(gone, timeout=10_000)


def answer(qtbot, client: EngineClient, number: int) -> Message:
    """The answer to this request; any that failed fails the test."""
    with qtbot.waitSignal(
        client.answered, timeout=60_000, check_params_cb=lambda m: m.id == number and ended(m)
    ) as told:
        pass
    return told.args[0]


def ended(message: Message) -> bool:
    """Whether nothing more is said of this request."""
    return message.kind != "progress"


def failure(qtbot, client: EngineClient) -> str:
    """The sentence with which the engine's end is told."""
    with qtbot.waitSignal(client.failed, timeout=30_000) as caught:
        pass
    return caught.args[0]
