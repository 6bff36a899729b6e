"""The names of a network's classes, from a file."""

import json
import re
from pathlib import Path

from ..errors import UserError
from .imagenet_names import imagenet_labels
from .label_lists import listed_labels
from .named_path import named_path

IMAGENET = "imagenet"
"""Instead of a file: the thousand classes of ImageNet, as torchvision names them."""

_LARGEST = 64_000_000
_LONGEST = 200
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_WRITE = 'write ["first class", "second class", ...]'


def labels_for(wished: str | None, own: tuple[str, ...]) -> tuple[str, ...]:
    """The names that the user wishes, a file's or "imagenet" for ImageNet's, or else the network's own.

    **Raises** UserError as `read_labels` does.
    """
    if wished is None:
        return own
    return imagenet_labels() if wished.lower() == IMAGENET else read_labels(named_path(wished))


def read_labels(path: Path) -> tuple[str, ...]:
    """Class names from a file: one in a line, or JSON, a list or an object {"0": "cat", ...}, under whatever ending.

    **Raises** UserError where the file is missing, empty or neither of the two.
    """
    text = _text(path)
    labels = _from_json(text, path) if path.suffix.lower() == ".json" else _of_any_ending(text)
    if not labels:
        raise UserError(f"The labels file {path} holds no names: write one class name in each line.")
    return tuple(map(_presentable, labels))


def _text(path: Path) -> str:
    try:
        if path.exists() and (not path.is_file() or path.stat().st_size > _LARGEST):
            raise UserError(f"{path} is no labels file: choose a text with one class name in each line.")
        data = path.read_bytes()
        return data.decode("utf-16" if data.startswith(_UTF_16) else "utf-8-sig")
    except FileNotFoundError as error:
        raise UserError(f"There is no labels file {path}: check its name.") from error
    except UnicodeDecodeError as error:
        raise UserError(f"The labels file {path} is no text in UTF-8: save it as that, or choose another.") from error
    except OSError as error:
        raise UserError(f"The labels file {path} cannot be read ({error.strerror}): choose another.") from error


def _of_any_ending(text: str) -> tuple[str, ...]:
    if text.lstrip().startswith(("[", "{")):
        try:
            labels = listed_labels(json.loads(text))
        except (ValueError, RecursionError):
            labels = None
        if labels is not None:
            return labels
    return _from_lines(text)


def _from_lines(text: str) -> tuple[str, ...]:
    # Only what ends a line in a file: what else Python takes for that may stand in a name.
    return tuple(line.strip() for line in re.split(r"\r\n|\r|\n", text.strip())) if text.strip() else ()


def _from_json(text: str, path: Path) -> tuple[str, ...]:
    try:
        labels = listed_labels(json.loads(text))
    except (ValueError, RecursionError) as error:
        raise UserError(f"The labels file {path} is no JSON that can be read ({error}): {_WRITE}.") from error
    if labels is None:
        raise UserError(f"The labels file {path} is no JSON list of names, nor numbered from 0 on: {_WRITE}.")
    return labels


def _presentable(label: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in label)[:_LONGEST]
