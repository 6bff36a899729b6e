"""Takes the README's screenshots from the program as it is: python tests/screenshots.py [FOLDER]

Opens the real window on the embedded network and a sample, waits until everything on it has been answered, and saves
it in both themes, at two sizes, on a layer of each kind, and with each dialog about networks. Runs with or without a
screen.
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
from attnscope.models.networks.tour import EMBEDDED_WEIGHTS
from attnscope.widgets.offer_picker import OfferPicker
from attnscope.widgets.sheet import Sheet
from PySide6.QtCore import QDeadlineTimer, QEvent, QRect, QTimer
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

TOUR = ModelRequest(device="cpu")
SIZES = ((1440, 900), (1024, 700))
PATIENCE_MS = 120_000
CODE = """
from torch import nn

class Block(nn.Module):
    def __init__(self, width, heads=4):
        super().__init__()

class MyTransformer(nn.Module):
    def __init__(self, depth=6, num_classes=10):
        super().__init__()
        self.blocks = [Block(64) for _ in range(depth)]

def build_model(depth=6, num_classes=10):
    return MyTransformer(depth, num_classes)
"""


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
                shoot_dialogs(application, desk, Path(scratch), folder / f"{theme}-{size[0]}x{size[1]}")
            desk.window.close()
            QTimer.singleShot(0, application.quit)
            application.exec()


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


def shoot_dialogs(application: QApplication, desk: Desk, scratch: Path, name: Path) -> None:
    """A picture of the window with each dialog over it."""
    code, weights = scratch / "net.py", scratch / "epoch-40.safetensors"
    code.write_text(CODE)
    weights.write_bytes(EMBEDDED_WEIGHTS.read_bytes())
    menu = desk.actions.networks
    opens = {
        "list": menu.dialogs.choose,
        "preparation": menu.dialogs.prepare,
        "checkpoint": lambda: desk.window.arrivals.take([weights]),
        "code": lambda: desk.window.arrivals.take([code]),
    }
    for what, show in opens.items():
        show()
        sheet = opened(application, desk)
        with_dialog(desk, sheet).save(f"{name}-{what}.png")
        print(f"{name}-{what}.png")
        sheet.close()
        application.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def opened(application: QApplication, desk: Desk) -> Sheet:
    """The dialog, once it is there with all that it waits for."""
    deadline = QDeadlineTimer(PATIENCE_MS)
    while not deadline.hasExpired():
        application.processEvents()
        found = [sheet for sheet in desk.window.findChildren(Sheet) if sheet.isVisible()]
        if found and (not isinstance(found[0].body, OfferPicker) or found[0].body.current() is not None):
            application.processEvents()
            return found[0]
    raise SystemExit(f"the dialog did not open: {desk.state.now.notice}")


def with_dialog(desk: Desk, sheet: Sheet) -> QPixmap:
    """The window with the dialog in its middle, in a frame as a desktop would draw one."""
    picture, dialog = desk.window.grab(), sheet.grab()
    painter = QPainter(picture)
    painter.fillRect(picture.rect(), QColor(0, 0, 0, 90))
    place = QRect(dialog.rect())
    place.moveCenter(picture.rect().center())
    painter.drawPixmap(place.topLeft(), dialog)
    painter.setPen(sheet.palette().mid().color())
    painter.drawRect(place.adjusted(-1, -1, 0, 0))
    painter.end()
    return picture


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
