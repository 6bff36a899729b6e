"""`attnscope export`: the pictures and numbers of every layer, the same as on screen, in one folder."""

import argparse
from pathlib import Path

from ..models.errors import UserError
from .model_arguments import add_model_arguments

FORMATS = ("png", "csv", "npz")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `attnscope export`."""
    parser.add_argument("image", metavar="IMAGE", help="an image file")
    parser.add_argument("-o", "--out", required=True, metavar="FOLDER", help="where to; made if it is not there")
    parser.add_argument("--formats", default=",".join(FORMATS), help=f"any of {', '.join(FORMATS)} (default: all)")
    parser.add_argument("--colours", default="inferno", metavar="NAME", help="colour map (default: inferno)")
    parser.add_argument("--cells", action="store_true", help="draw the cells as they are, not smoothed")
    parser.add_argument("--scale", default="map", choices=("map", "layer", "all", "unit"), help="what the colours span")
    add_model_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Record the image and write everything; returns 0.

    **Raises**: `UserError` for an unknown format, a folder that cannot be written, or what cannot be loaded.
    """
    formats = _formats(arguments.formats)
    folder = _folder(Path(arguments.out))
    from .exports import export
    from .local_engine import LocalEngine
    from .wishes import Look

    look = Look(colour_map=_colours(arguments.colours), smooth=not arguments.cells, scale=arguments.scale)
    engine = LocalEngine.load(arguments)
    engine.record(Path(arguments.image))
    try:
        written = export(engine, folder, formats, look)
    except OSError as error:
        raise UserError(f"{folder} cannot be written ({error.strerror}): choose another folder") from error
    print(f"{len(written)} files in {folder}")
    return 0


def _formats(text: str) -> tuple[str, ...]:
    wished = tuple(word.strip().lower() for word in text.split(",") if word.strip())
    unknown = [word for word in wished if word not in FORMATS]
    if unknown or not wished:
        what = f"{', '.join(unknown)} is no format" if unknown else "no format was named"
        raise UserError(f"{what}: choose any of {', '.join(FORMATS)}, with commas between")
    return wished


def _colours(name: str) -> str:
    from ..widgets.colours import COLOUR_MAPS

    if name not in COLOUR_MAPS:
        raise UserError(f"{name} is no colour map: choose one of {', '.join(COLOUR_MAPS)}")
    return name


def _folder(path: Path) -> Path:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(f"{path} cannot be made a folder ({error.strerror}): choose another one") from error
    return path
