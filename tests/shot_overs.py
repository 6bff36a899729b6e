"""What stands over the window: dialogs, menus, the palette, a message; each as what brings it about."""

from collections.abc import Callable

from attnscope.app.state.state import Notice
from attnscope.models.networks.tour import EMBEDDED_WEIGHTS
from attnscope.widgets.controls.command_palette import CommandPalette
from attnscope.widgets.networks.offer_picker import OfferPicker
from PySide6.QtWidgets import QLineEdit, QPushButton, QToolButton, QWidget

from .shot_desk import ShotDesk

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
Over = QWidget | None
"""What is no part of the window, and is painted over it."""
Show = Callable[[ShotDesk], Over]


def _palette(words: str) -> Show:
    def show(shot: ShotDesk) -> Over:
        shot.desk.actions.palette.open()
        shot.desk.window.findChild(CommandPalette).findChild(QLineEdit).setText(words)
        return None

    return show


def _message(shot: ShotDesk) -> Over:
    sentence = "holiday.jpg is no picture that can be read here: open it in a viewer and save it as PNG or JPEG."
    shot.desk.session.say(Notice(sentence, "error", (("restart", "Start it again"),)))
    return None


def _export(shot: ShotDesk) -> Over:
    shot.desk.actions.exporting.choose()
    return shot.sheet()


def _list(shot: ShotDesk) -> Over:
    shot.desk.actions.networks.dialogs.choose()
    sheet = shot.sheet()
    assert isinstance(sheet.body, OfferPicker)
    shot.wait(lambda: sheet.body.current() is not None)
    return sheet


def _preparation(shot: ShotDesk) -> Over:
    shot.desk.actions.networks.dialogs.prepare()
    return shot.sheet()


def _keys(shot: ShotDesk) -> Over:
    next(one for one in shot.desk.actions.every if "?" in one.shortcut().toString()).trigger()
    return shot.sheet()


def _arrived(name: str, content: bytes) -> Show:
    def show(shot: ShotDesk) -> Over:
        file = shot.scratch / name
        file.write_bytes(content)
        shot.desk.window.arrivals.take([file])
        return shot.sheet()

    return show


def _drawing(shot: ShotDesk) -> Over:
    shot.layer("spatial")
    shot.desk.window.stage._controls.findChild(QPushButton).click()
    shot.wait(lambda: shot.application.activePopupWidget() is not None)
    return shot.application.activePopupWidget()


def _menu(place: int) -> Show:
    def show(shot: ShotDesk) -> Over:
        buttons = [one for one in shot.desk.window.top.findChildren(QToolButton) if one.menu()]
        menu = buttons[place].menu()
        menu.popup(buttons[place].mapToGlobal(buttons[place].rect().bottomLeft()))
        shot.wait(menu.isVisible)
        return menu

    return show


OVERS: dict[str, Show] = {
    "palette": _palette(""),
    "palette-search": _palette("gra"),
    "message": _message,
    "keys": _keys,
    "export": _export,
    "list": _list,
    "preparation": _preparation,
    "checkpoint": _arrived("epoch-40.safetensors", EMBEDDED_WEIGHTS.read_bytes()),
    "code": _arrived("net.py", CODE.encode()),
    "drawing": _drawing,
    **{f"menu-{place}": _menu(place) for place in range(9)},
}
"""Name -> what brings it about from the window as it opens."""
