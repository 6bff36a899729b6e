"""The command that leads to an engine: its words, and what the place is called where the engine runs."""

import re
import shlex
import sys
from dataclasses import dataclass

from PySide6.QtCore import QProcess

from ...models.errors import UserError

_SSH = frozenset({"ssh", "slogin", "autossh"})
_SSH_TAKES_A_WORD = frozenset("BbcDEeFIiJLlMmOoPpQRSWw")
"""The options of ssh that are followed by a word of their own."""
_PYTHON = re.compile(r"py|pythonw?[\d.]*")
_LENGTH = 48
_EXAMPLE = '--engine "ssh HOST attnscope engine"'


@dataclass(frozen=True, slots=True)
class EngineCommand:
    """A program whose standard streams lead to an engine; without more words than these it is one on this computer."""

    words: tuple[str, ...]
    remote: bool = False
    """Whether a link that can break, and another installation, lie between the window and the engine."""
    place: str = "this computer"
    """What the user calls the place: "gpu1", "docker … box"."""


LOCAL = EngineCommand((sys.executable, "-m", "attnscope.app", "engine"))
"""The engine on this machine, in this Python."""


def engine_command(text: str | None) -> EngineCommand:
    """The command that a user wrote as he would in a shell; `~`, `$NAME` and `*` stay as they are. None: `LOCAL`.

    **Raises** UserError where it is empty, or a quotation in it does not end.
    """
    if text is None:
        return LOCAL
    words = split_words(text)
    return EngineCommand(words, remote=True, place=place_of(words))


def split_words(text: str, windows: bool = sys.platform == "win32") -> tuple[str, ...]:
    """The words of a command line; on Windows a backslash belongs to a path, and only double quotes hold words.

    **Raises** UserError as `engine_command` does.
    """
    if windows and text.count('"') % 2:
        raise UserError(f"The engine's command {text} has a quotation without an end: close it, as in {_EXAMPLE}.")
    try:
        words = QProcess.splitCommand(text) if windows else shlex.split(text)
    except ValueError as error:
        reason = str(error).lower()
        raise UserError(f"The engine's command {text} cannot be read ({reason}): write it as in {_EXAMPLE}.") from error
    if not words or not words[0]:
        raise UserError(f"The engine's command is empty: name one, as in {_EXAMPLE}.")
    return tuple(words)


def place_of(words: tuple[str, ...]) -> str:
    """What the user calls the place that a command leads to: ssh's host, else what stands before the engine itself.

    What is in between is left out: it is long, and may hold a password.
    """
    if _name(words[0]) in _SSH and (host := _ssh_host(words[1:])):
        return _short(host)
    before = _before_the_engine(words)
    if not before:
        return _short(words[0])
    first = re.split(r"[\\/]", before[0])[-1]
    return _short(f"{first} … {before[-1]}" if len(before) > 2 else " ".join([first, *before[1:]]))


def _before_the_engine(words: tuple[str, ...]) -> list[str]:
    """The words without `attnscope engine`, or `python -m attnscope.app engine`, and without options at their end."""
    engine = next((i for i, word in enumerate(words) if _name(word).startswith("attnscope")), len(words))
    before = [*words[:engine]]
    while before and (before[-1].startswith("-") or (engine < len(words) and _PYTHON.fullmatch(_name(before[-1])))):
        before.pop()
    return before


def _ssh_host(words: tuple[str, ...]) -> str:
    """The first word that is neither an option nor belongs to one; without the user's name and the port."""
    rest = iter(words)
    for word in rest:
        if word == "--":
            continue
        if not word.startswith("-"):
            host = word.removeprefix("ssh://").rpartition("@")[2]
            return re.sub(r":\d+$", "", host) if word.startswith("ssh://") else host
        letters = word[1:]
        taking = next((i for i, letter in enumerate(letters) if letter in _SSH_TAKES_A_WORD), None)
        if taking is not None and taking == len(letters) - 1:
            next(rest, None)
    return ""


def _name(word: str) -> str:
    return re.split(r"[\\/]", word)[-1].lower().removesuffix(".exe")


def _short(place: str) -> str:
    return place if len(place) <= _LENGTH else f"…{place[-_LENGTH:]}"
