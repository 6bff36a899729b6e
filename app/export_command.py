"""`attnscope export`: pictures, numbers and a page of every layer, the same as on screen, in one folder."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from ..models.errors import UserError
from .export.export_arguments import add_focus_arguments, add_look_arguments, focus_of, look_of
from .export.model_arguments import add_model_arguments

if TYPE_CHECKING:
    from .export.local_engine import LocalEngine

FORMATS = ("png", "svg", "pdf", "csv", "npz", "gif", "html")
_DEFAULT = ("png", "csv", "npz")
_DPI = (10, 2400)
_SECONDS = (0.02, 60)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `attnscope export`."""
    parser.add_argument("image", metavar="IMAGE_OR_TRACE", help="an image file, or a saved pass (.attn)")
    parser.add_argument("-o", "--out", required=True, metavar="FOLDER", help="where to; made if it is not there")
    parser.add_argument(
        "--formats", default=",".join(_DEFAULT), help=f"any of {', '.join(FORMATS)} (default: {','.join(_DEFAULT)})"
    )
    parser.add_argument("--layers", default="", metavar="NAMES", help='names or patterns, such as "blocks.1*,head"')
    parser.add_argument("--dpi", type=float, metavar="N", help="of a PNG; 72 is a pixel a point (default: full detail)")
    parser.add_argument("--language", default="en", choices=("en", "zh_CN"), help="of pictures and page (default: en)")
    parser.add_argument("--theme", default="light", choices=("light", "dark"), help="default: light")
    parser.add_argument("--seconds", type=float, default=1.0, metavar="N", help="a frame of the GIF (default: 1)")
    parser.add_argument("--verbose", action="store_true", help="print every file once it is written")
    add_look_arguments(parser)
    add_focus_arguments(parser)
    add_model_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Record the image and write everything; returns 0.

    **Raises**: `UserError` for an unknown format, a folder that cannot be written, or what cannot be loaded.
    """
    formats = _formats(arguments.formats)
    _check(arguments.dpi, _DPI, "--dpi")
    _check(arguments.seconds, _SECONDS, "--seconds")
    look = look_of(arguments)
    folder = _folder(Path(arguments.out))
    from .export.exports import Wish, export, untold
    from .export.painting_application import painting_application
    from .state.language import speak

    application = painting_application()
    speak(application, arguments.language)
    engine = _engine(arguments)
    outcome = engine.outcome
    assert outcome is not None
    names = tuple(name.strip() for name in arguments.layers.split(",") if name.strip())
    focus = focus_of(arguments, engine.model.labels, outcome)
    wish = Wish(formats, look, focus, names, arguments.dpi, arguments.theme, arguments.seconds)
    written = export(engine, folder, wish, _said if arguments.verbose else untold)
    print(f"{len(written)} files in {folder}", flush=True)
    for line in left_out(engine.refusals):
        print(line, flush=True)
    return 0


def _engine(arguments: argparse.Namespace) -> "LocalEngine":
    """The pass, recorded now or saved before."""
    from .export.local_engine import LocalEngine
    from .export.trace_engine import SUFFIX, TraceEngine

    path = Path(arguments.image)
    if path.suffix.lower() == SUFFIX:
        return TraceEngine(path)
    engine = LocalEngine.load(arguments)
    engine.record(path)
    return engine


def left_out(refusals: list[tuple[str, str]]) -> list[str]:
    """One line for every reason, with the first few layers."""
    layers: dict[str, list[str]] = {}
    for layer, reason in refusals:
        layers.setdefault(reason, []).append(layer)
    return [f"left out in {_few(names)}: {why}" for why, names in layers.items()]


def _few(names: list[str]) -> str:
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")


def _said(name: str, done: int, of: int) -> None:
    print(f"{done}/{of} {name}", flush=True)


def _formats(text: str) -> tuple[str, ...]:
    wished = tuple(dict.fromkeys(word.strip().lower() for word in text.split(",") if word.strip()))
    unknown = [word for word in wished if word not in FORMATS]
    if unknown or not wished:
        what = f"{', '.join(unknown)} is no format" if unknown else "no format was named"
        raise UserError(f"{what}: choose any of {', '.join(FORMATS)}, with commas between")
    return wished


def _check(number: float | None, between: tuple[float, float], name: str) -> None:
    if number is not None and not between[0] <= number <= between[1]:
        raise UserError(f"{name} {number:g} is out of reach: choose a number from {between[0]:g} to {between[1]:g}")


def _folder(path: Path) -> Path:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(f"{path} cannot be made a folder ({error.strerror}): choose another one") from error
    return path
