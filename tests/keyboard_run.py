"""The program from its start to an exported figure by keyboard alone: python -m tests.keyboard_run FOLDER

The real window on a real engine. Nothing is done but by key events; objects are only looked at, to wait for what a key
has brought about. With `--x` the keys come from the X server, by xdotool. Prints each step, and the figure at the end.
"""

import sys
from pathlib import Path

import numpy as np
from attnscope.app.desk.assembly import Desk, build_desk
from attnscope.app.link.engine_client import EngineClient
from attnscope.app.state.questions import questions
from attnscope.app.state.resources import first_sample
from attnscope.app.state.settings import Settings
from attnscope.models.model_request import ModelRequest
from attnscope.widgets.controls.command_palette import CommandPalette
from attnscope.widgets.controls.export_form import ExportForm
from attnscope.widgets.heads.heads_wall import HeadsWall
from attnscope.widgets.stage.stage import Stage
from PIL import Image
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from .keyboard_driver import Driver, Keyboard, Press, QtKeyboard, Story, Type, Wait, XKeyboard, pressed_until


def story(desk: Desk, picture: Path, folder: Path) -> Story:
    """Every step, from the window that opens to the window that is closed."""
    yield from opened(desk, picture)
    yield from stepped(desk)
    yield from picked(desk)
    yield from compared(desk)
    yield from through_the_wall(desk)
    yield from exported(desk, folder)
    yield Press("Ctrl+Q")


def opened(desk: Desk, picture: Path) -> Story:
    """A picture of the user's, by the line of the file dialog."""
    yield Wait("the window shows the sample", lambda: settled(desk))
    yield Press("Ctrl+O")
    yield Wait("the file dialog is there", lambda: isinstance(QApplication.activeWindow(), QFileDialog))
    yield Type(str(picture))
    yield Wait("the file is named", lambda: file_line() == str(picture))
    yield Press("Return")
    yield Wait("the picture is shown and recorded", lambda: settled(desk) and shown(desk) == picture.name)


def stepped(desk: Desk) -> Story:
    """Through the layers, and to a head."""
    yield Press("PgDown")
    yield Wait("the next layer", lambda: desk.state.now.focus.layer == 1)
    yield Press("Ctrl+End")
    yield Wait("the last layer, of heads", lambda: settled(desk) and kind(desk) == "heads")
    yield Press("Up")
    yield Wait("the layer before it, by an arrow", lambda: settled(desk) and desk.state.now.focus.layer == 7)
    for head in (0, 1):
        yield Press("]")
        yield Wait(f"head {head + 1}", lambda head=head: desk.state.now.focus.head == head)


def picked(desk: Desk) -> Story:
    """A query, by the cross on the stage; pinned, and another one beside it."""
    yield from pressed_until("F6", "the focus is on the picture", lambda: isinstance(QApplication.focusWidget(), Stage))
    for key in ("Shift+Right", "Shift+Right", "Shift+Down"):
        yield Press(key)
    yield Press("Return")
    yield Wait("a query is picked", lambda: settled(desk) and isinstance(desk.state.now.focus.query, tuple))
    first = desk.state.now.focus.query
    yield Press("P")
    yield Wait("it is pinned", lambda: desk.state.now.focus.pins == (first,))
    for key in ("Shift+Left", "Shift+Left", "Shift+Left", "Return"):
        yield Press(key)
    yield Wait("another query is picked", lambda: settled(desk) and desk.state.now.focus.query != first)


def compared(desk: Desk) -> Story:
    """Grad-CAM beside it, and other colours, by the palette."""
    yield from chosen(desk, "beside grad-cam")
    yield Wait("Grad-CAM stands beside it", lambda: settled(desk) and desk.state.now.focus.second == "gradcam")
    yield from chosen(desk, "viridis")
    yield Wait("other colours", lambda: desk.state.now.look.colour_map == "viridis")
    yield Press("K")
    yield Wait("contour lines", lambda: desk.state.now.look.contours)


def chosen(desk: Desk, words: str) -> Story:
    """What the palette lists first for these words."""
    yield Press("Ctrl+K")
    yield Wait("the palette is open", lambda: palette_is_open(desk))
    yield Type(words)
    yield Press("Return")
    yield Wait("the palette is closed", lambda: not palette_is_open(desk))


def through_the_wall(desk: Desk) -> Story:
    """To every head of every layer, to another one of them, and back."""
    yield Press("F3")
    yield Wait("the wall", lambda: settled(desk) and desk.state.now.focus.view == "wall")
    yield from pressed_until(
        "F6", "the focus is on the wall", lambda: isinstance(QApplication.focusWidget(), HeadsWall)
    )
    yield Press("Right")
    yield Wait("the head beside it", lambda: settled(desk) and desk.state.now.focus.head == 2)
    yield Press("F2")
    yield Wait("the picture again", lambda: settled(desk) and desk.state.now.focus.view == "picture")


def exported(desk: Desk, folder: Path) -> Story:
    """The view as a PNG, in a folder that is typed."""
    yield Press("Ctrl+Shift+E")
    yield Wait("the export dialog is there", lambda: form_of(desk) is not None)
    field = form_of(desk)._folder
    yield from pressed_until("Tab", "the focus is on the folder", field.hasFocus)
    yield Press("Ctrl+A")
    yield Type(str(folder))
    yield Wait("the folder is named", lambda: field.text() == str(folder))
    yield Press("Return")
    yield Wait("the figure is written", lambda: any(folder.glob("*.png")) and form_of(desk) is None)


def settled(desk: Desk) -> bool:
    """Whether the picture has been recorded, and all about it answered."""
    now = desk.state.now
    if now.outcome is None or now.activity != "idle" or now.pictured is not now.picture:
        return False
    return set(questions(now.outcome, now.focus, now.look)) <= set(now.answers)


def shown(desk: Desk) -> str:
    """The name of the picture."""
    return desk.state.now.picture.name if desk.state.now.picture else ""


def kind(desk: Desk) -> str:
    """Of the layer that is looked at."""
    assert desk.state.now.outcome is not None
    return desk.state.now.outcome.layers[desk.state.now.focus.layer].kind


def file_line() -> str:
    """What stands in the line of the file dialog."""
    dialogs = [one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog)]
    return dialogs[0].findChild(QLineEdit, "fileNameEdit").text() if dialogs else ""


def palette_is_open(desk: Desk) -> bool:
    """Whether it waits for words."""
    return any(palette.isVisible() for palette in desk.window.findChildren(CommandPalette))


def form_of(desk: Desk) -> ExportForm | None:
    """The form of the export dialog, while it is open and has the keys."""
    active = QApplication.activeWindow()
    return next((one for one in desk.window.findChildren(ExportForm) if one.window() is active), None)


def run(application: QApplication, folder: Path, keyboard: Keyboard) -> Path:
    """Go through the whole story; the figure at its end. **Raises** SystemExit where a step does not come about."""
    folder.mkdir(parents=True, exist_ok=True)
    settings = Settings(folder / "settings.ini")
    settings.save_language("en")
    picture, out = folder / "given picture.png", folder / "figures"
    half_bright().save(picture)
    desk = build_desk(application, EngineClient(), settings, ModelRequest(device="cpu"))
    desk.session.start()
    desk.window.arrivals.take([], otherwise=first_sample())
    desk.window.show()
    desk.window.activateWindow()
    driver = Driver(story(desk, picture, out), keyboard)
    driver.start()
    if application.exec() != 0 or driver.failed:
        desk.window.close()
        raise SystemExit(driver.failed)
    return next(out.glob("*.png"))


def half_bright() -> Image.Image:
    """A picture that no sample is: bright at the left, dark at the right."""
    pixels = np.full((300, 400, 3), 40, np.uint8)
    pixels[:, :200] = (230, 200, 90)
    return Image.fromarray(pixels)


if __name__ == "__main__":
    to = Path(sys.argv[1] if len(sys.argv) > 1 else "keyboard-run").absolute()
    print(run(QApplication(sys.argv[:1]), to, XKeyboard() if "--x" in sys.argv else QtKeyboard()))
