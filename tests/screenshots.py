"""Takes pictures of the program as it is: python -m tests.screenshots [FOLDER]

Opens the real window on a real engine, brings it into every view, waits until everything on it has been answered, and
saves it in both themes, three sizes and both languages. A few of them take seconds:

    python -m tests.screenshots out --only heads,wall --themes dark --sizes 1024x700 --languages en
    python -m tests.screenshots assets/screenshots --readme

Runs with or without a screen, and ends with an error where a state does not come about.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

if not os.environ.get("DISPLAY") and sys.platform.startswith("linux"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from attnscope.app.state.language import LANGUAGES
from attnscope.widgets.look.theme import DARK, LIGHT, apply_theme
from PIL import Image
from PySide6.QtWidgets import QApplication, QWidget

from .shot_desk import ShotDesk
from .shot_views import VIEWS

THEMES = {"dark": DARK, "light": LIGHT}
SIZES = ("1440x900", "1024x700", "1920x1080")
README = (
    ("dark", "spatial"),
    ("dark", "wall"),
    ("light", "beside"),
    ("light", "heads"),
)
"""Theme and view of each picture that the README shows."""
LARGEST = 300_000
"""Bytes of such a picture."""


def main() -> None:
    """Take the pictures that were asked for."""
    chosen = arguments()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    if chosen.scale != 1:
        os.environ["QT_SCALE_FACTOR"] = str(chosen.scale)
    application = QApplication(sys.argv[:1])
    for language in ["en"] if chosen.readme else chosen.languages:
        with tempfile.TemporaryDirectory() as scratch:
            shot = ShotDesk(application, Path(scratch), language)
            for theme, size, view in wished(chosen):
                if application.palette().window().color() != THEMES[theme].window:
                    apply_theme(application, THEMES[theme])
                path = chosen.folder / name_of(theme, size, view, language)
                take(shot, view, size, path)
                if chosen.readme:
                    reduce(path)
                print(path, flush=True)
            shot.close()


def arguments() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=Path("screenshots"))
    listed = {"only": VIEWS, "themes": THEMES, "languages": LANGUAGES}
    for name, known in listed.items():
        parser.add_argument(f"--{name}", type=lambda text, known=known: names_in(text, known), default=list(known))
    parser.add_argument("--sizes", type=lambda text: text.split(","), default=list(SIZES), help="1440x900,1024x700")
    parser.add_argument("--scale", type=float, default=1, help="pixels of the screen for one of the window's")
    parser.add_argument("--readme", action="store_true", help="the few that the README shows, made small")
    return parser.parse_args()


def names_in(text: str, known: dict[str, object]) -> list[str]:
    """The names in a list with commas. **Raises** ArgumentTypeError for one that is not known."""
    names = text.split(",")
    if unknown := [name for name in names if name not in known]:
        raise argparse.ArgumentTypeError(f"{', '.join(unknown)}: choose from {', '.join(known)}")
    return names


def wished(chosen: argparse.Namespace) -> Iterator[tuple[str, str, str]]:
    """Theme, size and view of each picture; views of one network one after the other."""
    if chosen.readme:
        yield from ((theme, SIZES[0], view) for theme, view in README)
        return
    for view in chosen.only:
        yield from ((theme, size, view) for theme in chosen.themes for size in chosen.sizes)


def name_of(theme: str, size: str, view: str, language: str) -> str:
    """The picture's file."""
    return f"{theme}-{size}-{view}{'' if language == 'en' else '-' + language}.png"


def take(shot: ShotDesk, view: str, size: str, path: Path) -> None:
    """A picture of a view into a file."""
    network, show = VIEWS[view]
    width, height = (int(side) for side in size.split("x"))
    with shot.begun(network, (width, height)):
        over: QWidget | None = show(shot)
        shot.settle()
        shot.grab(over).save(str(path))


def reduce(path: Path) -> None:
    """Round its colours, as finely as makes it small enough for the README."""
    with Image.open(path) as picture:
        pixels = np.asarray(picture.convert("RGB")).astype(int)
    for step in range(1, 9):
        rounded = np.clip((pixels + step // 2) // step * step, 0, 255)
        Image.fromarray(rounded.astype(np.uint8)).save(path, optimize=True)
        if path.stat().st_size < LARGEST:
            return


if __name__ == "__main__":
    main()
