"""The options that say which network, with which weights, prepared how, and where it runs."""

import argparse
import re
from pathlib import Path
from typing import get_args

from ...models.model_request import ModelRequest, Precision, Preparation

_KINDS = (
    "tour, cbam/resnet50, se/resnet50, torchvision/NAME, timm/NAME, hf/ORG/NAME, path/to/file.py:callable or "
    "package.module:callable, with arguments behind a '?'"
)


def add_model_arguments(parser: argparse.ArgumentParser, flag: str = "--model") -> None:
    """Every option about the network; `flag` is the name of the first, or of a plain argument."""
    if flag.startswith("-"):
        parser.add_argument(flag, default="tour", metavar="MODEL", help=f"{_KINDS} (default: tour)")
    else:
        parser.add_argument(flag, metavar="MODEL", help=_KINDS)
    add = parser.add_argument_group("the network").add_argument
    add("--weights", metavar="FILE", help='a checkpoint, the name of published weights, or "random"')
    add("--labels", metavar="FILE", help='class names: one in a line, or JSON; "imagenet" for ImageNet\'s')
    add("--download", action="store_true", help="fetch weights that are not on this machine")
    add("--skip-head", action="store_true", help="leave out the checkpoint's head where nothing else differs")
    add("--trust", action="store_true", help="allow a checkpoint that can run code when it is read")
    add("--device", default="auto", help="auto, cpu, cuda, cuda:N or mps (default: auto)")
    add("--precision", default="float32", choices=get_args(Precision), help="default: float32")
    add = parser.add_argument_group(
        "from the image to the input (default: as the weights' own record says)"
    ).add_argument
    add("--size", type=_size, metavar="N", help="pixels of the input: 384, or ROWSxCOLUMNS")
    add("--fit", choices=("crop", "letterbox", "stretch"), help="the middle, all with borders, or all squeezed")
    add("--mean", type=_numbers, metavar="R,G,B", help="subtracted, on the scale 0 to 1")
    add("--std", type=_numbers, metavar="R,G,B", help="divided by")


def model_request(arguments: argparse.Namespace, here: bool = True) -> ModelRequest:
    """What these options ask for; files are named from the folder that the command was given in.

    `here` False: the engine runs at another place, where the names mean its own files.
    """
    return ModelRequest(
        model=arguments.model,
        weights=_absolute(arguments.weights) if here else arguments.weights,
        labels=_absolute(arguments.labels) if here else arguments.labels,
        device=arguments.device,
        precision=arguments.precision,
        trust=arguments.trust,
        download=arguments.download,
        skip_head=arguments.skip_head,
        preparation=Preparation(arguments.size, arguments.fit, arguments.mean, arguments.std),
    )


def model_words(request: ModelRequest) -> list[str]:
    """The options that ask for this, as words of a command line."""
    prepare = request.preparation
    told = {
        "--model": request.model,
        "--weights": request.weights,
        "--labels": request.labels,
        "--device": request.device,
        "--precision": request.precision,
        "--size": prepare.size and "x".join(map(str, prepare.size)),
        "--fit": prepare.fit,
        "--mean": prepare.mean and ",".join(map(str, prepare.mean)),
        "--std": prepare.std and ",".join(map(str, prepare.std)),
    }
    flags = {"--trust": request.trust, "--skip-head": request.skip_head}
    # With "=": a mean may begin with a minus.
    words = [f"{name}={value}" for name, value in told.items() if value]
    return [*words, *(name for name, on in flags.items() if on)]


def _absolute(name: str | None) -> str | None:
    """A file that is here by its whole path; the engine may run in another folder."""
    if name is None:
        return None
    path = Path(name).expanduser()
    return str(path.absolute()) if path.exists() else name


def _size(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{1,5})(?:[xX×](\d{1,5}))?", text.strip())
    rows = int(found[1]) if found else 0
    columns = int(found[2] or rows) if found else 0
    if not rows or not columns:
        raise argparse.ArgumentTypeError(f"{text} is no size: write 384, or ROWSxCOLUMNS such as 224x320")
    return rows, columns


def _numbers(text: str) -> tuple[float, ...]:
    try:
        numbers = tuple(float(word) for word in re.split(r"[,;\s]+", text.strip()) if word)
    except ValueError:
        numbers = ()
    if len(numbers) not in (1, 3):
        raise argparse.ArgumentTypeError(f"{text} is not three numbers: write 0.485,0.456,0.406")
    return numbers
