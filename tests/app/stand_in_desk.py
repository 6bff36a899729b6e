"""The whole window on an engine that answers only when the test says so."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from attnscope.app.desk.assembly import Desk, build_desk
from attnscope.app.state.settings import Settings
from attnscope.models.model_request import ModelRequest
from attnscope.models.pictures.images import Picture
from PIL import Image
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from .stand_in import MODEL, StandInClient, outcome


@contextmanager
def open_desk(qapp: QApplication, folder: Path, request: ModelRequest | None = None) -> Iterator[Desk]:
    """A window that is shown; its settings lie in the folder."""
    client = StandInClient()
    desk = build_desk(qapp, client, Settings(folder / "settings.ini"), request or ModelRequest())
    desk.session.start()
    desk.window.resize(1200, 800)
    desk.window.show()
    try:
        yield desk
    finally:
        desk.window.close()
        # At once: every window that is left is painted anew with each change of the theme.
        delete(desk.window)


def client_of(desk: Desk) -> StandInClient:
    """The engine that answers when told."""
    return desk.session._client


def with_pass(desk: Desk, picture: Picture | None = None) -> None:
    """A picture is shown, the network is there, and its pass has come."""
    desk.session.show_picture(picture or a_picture())
    client = client_of(desk)
    if client.asked("load"):
        client.answer_newest("load", "loaded", model=MODEL)
    client.answer(client.asked("record")[-1], "recorded", **{"pass": outcome()})


def a_picture(name: str = "plain.png") -> Picture:
    """20 x 20 pixels that lie in no file."""
    return Picture(np.full((20, 20, 3), 90, np.uint8), name)


def a_file(folder: Path, name: str = "a.png") -> Path:
    """A small picture in a file."""
    path = folder / name
    Image.new("RGB", (20, 20), (10, 200, 30)).save(path)
    return path
