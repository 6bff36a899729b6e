"""How a network is named: MODEL of the command line, taken apart."""

import ast
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal
from urllib.parse import parse_qsl

from ..errors import UserError
from .named_path import named_path

Source = Literal["tour", "cbam", "se", "bam", "torchvision", "timm", "hf", "file", "module", "whole"]

UNDERSTOOD = (
    "tour, cbam/resnet50, se/resnet50, bam/resnet50, torchvision/NAME, timm/NAME, hf/ORG/NAME, "
    "path/to/file.py:callable and package.module:callable"
)
"""The forms of a MODEL, for a sentence."""

_FAMILIES: tuple[Source, ...] = ("cbam", "se", "bam", "torchvision", "timm", "hf")
_WHOLE = (".pt", ".pth", ".pkl", ".pickle", ".bin", ".ckpt", ".tar", ".th")
"""How files end that may hold a whole network."""
_LONGEST = 100
_WORDS = {"true": True, "false": False, "none": None}


@dataclass(frozen=True, slots=True)
class Spec:
    """A MODEL: "torchvision/vit_b_16?image_size=384" is of the source "torchvision", of the name "vit_b_16"."""

    text: str
    source: Source
    name: str
    """What its source knows it by; the callable of a file or module, with dots inside a class."""
    place: str = ""
    """The file's path or the module's dotted name, where it is code of the user's."""
    arguments: dict[str, Any] = field(default_factory=dict)
    """What stands behind "?": numbers, words, True, False, None and lists, as Python writes them."""

    @property
    def folder(self) -> Path | None:
        """Where the user's own code lies; None for what comes from a library."""
        return Path(self.place).expanduser().absolute().parent if self.source == "file" else None


def parsed(text: str) -> Spec:
    """The parts of a MODEL.

    **Raises** UserError where it has none of the forms that are understood.
    """
    text = text.strip()
    front, _, query = text.partition("?")
    arguments = _arguments(query, text)
    if front == "tour":
        return Spec(text, "tour", "tour", arguments=arguments)
    family, slash, name = front.partition("/")
    for source in _FAMILIES:
        if slash and name and family == source:
            return Spec(text, source, name, arguments=arguments)
    place, colon, name = front.rpartition(":")
    if colon and _is_dotted(name) and place.endswith(".py"):
        return Spec(text, "file", name, place, arguments)
    if front.lower().endswith(_WHOLE) and named_path(front).is_file():
        return Spec(text, "whole", Path(front).name, front)
    if _is_configured(front):
        return Spec(text, "hf", front, arguments=arguments)
    if colon and _is_dotted(name) and _is_dotted(place):
        return Spec(text, "module", name, place, arguments)
    if front.endswith(".py"):
        raise UserError(f"{front} needs the name of what makes the network: {front}:NAME.")
    shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    raise UserError(f"{shown!r} is no network that is known here: {UNDERSTOOD} are understood.")


def _is_dotted(name: str) -> bool:
    return all(part.isidentifier() for part in name.split("."))


def _is_configured(front: str) -> bool:
    """Whether it is a folder as transformers saves a network."""
    try:
        return bool(front) and (Path(front).expanduser() / "config.json").is_file()
    except (OSError, RuntimeError, ValueError):
        return False


def _arguments(query: str, text: str) -> dict[str, Any]:
    if not query:
        return {}
    try:
        pairs = parse_qsl(query, keep_blank_values=True, strict_parsing=True)
    except ValueError as error:
        raise UserError(f"{text!r} cannot be read behind its '?': write NAME?depth=50&num_classes=10.") from error
    return {name: _value(word) for name, word in pairs}


def _value(word: str) -> Any:
    if word.lower() in _WORDS:
        return _WORDS[word.lower()]
    try:
        return ast.literal_eval(word)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return word
