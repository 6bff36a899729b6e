"""Takes the README's screenshots from the program as it is: python tests/screenshots.py [FOLDER]

Opens the real window on the embedded network and a sample, waits until everything on it has been answered, and saves
it in both themes, at two sizes, on a layer of each kind. Runs with or without a screen.
"""

import os
import sys
import tempfile
from pathlib import Path

if not os.environ.get("DISPLAY") and sys.platform.startswith("linux"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from attnscope.app.assembly import Desk, build_desk
from attnscope.app.engine_client import EngineClient
from attnscope.app.questions import questions
from attnscope.app.resources import first_sample
from attnscope.app.settings import Settings
from attnscope.models.model_request import ModelRequest
from PySide6.QtCore import QDeadlineTimer
from PySide6.QtWidgets import QApplication

TOUR = ModelRequest(device="cpu")
SIZES = ((1440, 900), (1024, 700))
PATIENCE_MS = 120_000


def main(folder: Path) -> None:
    """Save every picture into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as scratch:
        for theme in ("dark", "light"):
            settings = Settings(Path(scratch) / f"{theme}.ini")
            settings.save_theme(theme)
            desk = build_desk(application, EngineClient(), settings, TOUR)
            desk.session.start()
            desk.session.open(first_sample())
            desk.window.show()
            for size in SIZES:
                shoot(application, desk, size, folder / f"{theme}-{size[0]}x{size[1]}")
            desk.window.close()


def shoot(application: QApplication, desk: Desk, size: tuple[int, int], name: Path) -> None:
    """A picture of the window on the last layer of each kind."""
    desk.window.resize(*size)
    settle(application, desk)
    assert desk.state.now.outcome is not None
    last = {layer.kind: index for index, layer in enumerate(desk.state.now.outcome.layers)}
    for kind, index in last.items():
        desk.looking.select_layer(index)
        if kind == "channel":
            settle(application, desk)
            bars = desk.state.now.answers["bars"].array().reshape(-1)
            desk.looking.focus(channel=int(bars.argmax()))
        settle(application, desk)
        desk.window.grab().save(f"{name}-{kind}.png")
        print(f"{name}-{kind}.png")


def settle(application: QApplication, desk: Desk) -> None:
    """Go on until the engine has nothing left to answer."""
    deadline = QDeadlineTimer(PATIENCE_MS)
    while not deadline.hasExpired():
        application.processEvents()
        now = desk.state.now
        if now.outcome and set(questions(now.outcome, now.focus, now.look)) <= set(now.answers):
            application.processEvents()
            return
    raise SystemExit(f"the window did not settle: {desk.state.now.notice}")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "screenshots"))
