"""`attnscope view`: starts the engine and opens the window."""

import argparse
import os
import sys
from pathlib import Path

from ..models.errors import UserError
from .export.model_arguments import add_model_arguments


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `attnscope view`."""
    parser.add_argument(
        "files", nargs="*", metavar="FILE", help="images, checkpoints, Python files, labels (default: a sample)"
    )
    parser.add_argument(
        "--engine", metavar="COMMAND", help='where the network runs: "ssh HOST attnscope engine" (default: here)'
    )
    add_model_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Open the window; returns when it is closed.

    **Raises**: `UserError` when Qt cannot be loaded.
    """
    if not _screen():
        return _without_screen(arguments)
    try:
        from .desk.desk import open_desk
    except ImportError as error:
        raise UserError(
            f"Qt could not be loaded ({error}): on Debian or Ubuntu, "
            "`sudo apt install libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libxcb-cursor0` "
            "installs what it needs"
        ) from error
    return open_desk(arguments)


def _screen() -> bool:
    """Whether there is a screen to open a window on."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _without_screen(arguments: argparse.Namespace) -> int:
    """The same pass, as text."""
    from ..models.pictures.picture_folders import pictures_in
    from .layers_command import print_pass
    from .pictures.arrival_kinds import sorted_by_kind
    from .state.resources import first_sample

    found = sorted_by_kind([Path(name) for name in arguments.files])
    image = found.picture or first_sample()
    if image.is_dir():
        image = pictures_in(image)[0]
    arguments.weights = arguments.weights or (found.weights and str(found.weights))
    arguments.labels = arguments.labels or (found.labels and str(found.labels))
    print("There is no screen here (DISPLAY is not set), so this is the pass as text;")
    print("`attnscope export IMAGE -o FOLDER` writes the pictures.\n")
    print_pass(image, arguments)
    return 0
