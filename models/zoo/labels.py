"""The names of a network's classes, from a file."""

import json
from pathlib import Path

from ..errors import UserError
from .imagenet_names import imagenet_labels
from .named_path import named_path

IMAGENET = "imagenet"
"""Instead of a file: the thousand classes of ImageNet, as torchvision names them."""


def labels_for(wished: str | None, own: tuple[str, ...]) -> tuple[str, ...]:
    """The names that the user wishes, a file's or "imagenet" for ImageNet's, or else the network's own.

    **Raises** UserError as `read_labels` does.
    """
    if wished is None:
        return own
    return imagenet_labels() if wished.lower() == IMAGENET else read_labels(named_path(wished))


def read_labels(path: Path) -> tuple[str, ...]:
    """Class names from a file: one in a line, or a JSON list, or a JSON object {"0": "cat", ...}.

    **Raises** UserError where the file is missing, empty or neither of the three.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise UserError(f"There is no labels file {path}: check its name.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"The labels file {path} cannot be read as text: {error}.") from error
    labels = _from_json(text, path) if path.suffix.lower() == ".json" else _from_lines(text)
    if not labels:
        raise UserError(f"The labels file {path} holds no names: write one class name in each line.")
    return labels


def _from_lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.rstrip().splitlines())


def _from_json(text: str, path: Path) -> tuple[str, ...]:
    try:
        found = json.loads(text)
        if isinstance(found, dict):
            found = [found[str(number)] for number in range(len(found))]
        if isinstance(found, list) and all(isinstance(name, str) for name in found):
            return tuple(found)
    except (ValueError, KeyError, RecursionError) as error:
        raise UserError(f"The labels file {path} is no JSON list of names: {error}.") from error
    raise UserError(f'The labels file {path} is no JSON list of names: write ["first class", "second class", ...].')
