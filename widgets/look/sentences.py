"""Sentences that come from the engine or from parts without Qt, in the user's language.

They arrive whole and in English: "There is no file cat.png: it may have been moved or renamed." The template that fits
is looked up among those that were collected from the source, and its holes are filled again; what stands in a hole may
be another such sentence. What fits none, such as the words of a library, stays as it is.
"""

import json
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication

_TEMPLATES = Path(__file__).resolve().parents[2] / "assets" / "translations" / "sentences.json"
_CONTEXT = "sentences"
_HOLE = re.compile(r"\{(\d+)\}")
_JOINTS = {" · ": " · ", "; ": "；", ": ": "：", ", ": "，"}
"""What may stand between two sentences, or the parts of one, that were put together."""
_OF_A_FILE = re.compile(r"(.+?) ((?:is|begins with) .+?)\.", re.DOTALL)
"""What is said of a file, behind its name."""
_SOME, _ADDED = "(.*?)", r"((?: \(.*\)| and .* more)?)"
"""What a hole may hold; and one right behind another, where only something in addition can be told from it."""


def translated(sentence: str) -> str:
    """The sentence in the user's language; as it is where nothing fits, or where the language is English."""
    if not sentence or not _is_translating():
        return sentence
    return _translated(sentence)


def translated_reasons(missed: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Names, and why each was not recorded, in the user's language."""
    return tuple((name, translated(reason)) for name, reason in missed)


def _is_translating() -> bool:
    """Whether any language but English is spoken: whichever it is, it has a word for this."""
    return QCoreApplication.translate(_CONTEXT, "crashed") != "crashed"


def _translated(sentence: str) -> str:
    for template in _templates():
        found = template.fits(sentence)
        if found is not None:
            inner = [_translated(part) if part else part for part in found]
            return _filled(QCoreApplication.translate(_CONTEXT, template.text), inner)
    found = _OF_A_FILE.fullmatch(sentence)
    if found is not None and (told := _translated(found[2])) != found[2]:
        return f"{found[1]} {told}。"
    return _by_parts(sentence)


def _by_parts(sentence: str) -> str:
    for joint, translated_joint in _JOINTS.items():
        if joint in sentence:
            parts = sentence.split(joint)
            told = [_translated(part) for part in parts]
            if told != parts:
                return translated_joint.join(told)
    return sentence


def _filled(template: str, parts: list[str]) -> str:
    return _HOLE.sub(lambda hole: parts[int(hole[1])], template)


class _Template:
    """A sentence with holes."""

    __slots__ = ("_longest", "_pattern", "_pieces", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._pieces = _HOLE.split(text)[::2]
        self._longest = max(self._pieces, key=len)
        self._pattern: re.Pattern[str] | None = None

    @property
    def said(self) -> int:
        """How much of it is fixed: the more, the less else it can mean."""
        return sum(map(len, self._pieces))

    def fits(self, sentence: str) -> list[str] | None:
        """What stands in its holes; None where it is another sentence."""
        if self._longest not in sentence:
            return None
        if self._pattern is None:
            first, *others = map(re.escape, self._pieces)
            holes = [_SOME, *(_SOME if piece else _ADDED for piece in self._pieces[1:])]
            pattern = first + "".join(hole + piece for hole, piece in zip(holes, others, strict=False))
            self._pattern = re.compile(pattern, re.DOTALL)
        found = self._pattern.fullmatch(sentence)
        return None if found is None else list(found.groups())


@cache
def _templates() -> list[_Template]:
    """All of them, the most telling first."""
    texts = json.loads(_TEMPLATES.read_text(encoding="utf-8"))
    return sorted(map(_Template, texts), key=lambda template: -template.said)
