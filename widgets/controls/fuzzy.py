"""Finds what somebody means who types a few of its letters."""

from itertools import pairwise
from typing import NamedTuple


class Match(NamedTuple):
    """How well a text fits, and the places of the letters that were typed."""

    score: float
    """The higher, the better."""
    places: tuple[int, ...]


def fuzzy(wanted: str, text: str) -> Match | None:
    """How a text fits what was typed; None where it does not.

    Every word must be in it, in any order: as it is, or letter by letter with others between. A word that stands at
    the beginning of one of the text's words counts most, letters that are scattered least; of two that fit alike the
    shorter one is meant.
    """
    score, places = 0.0, set[int]()
    low = text.casefold()
    if len(low) != len(text):  # a letter that is two when folded: places would be wrong
        low = text.lower() if len(text.lower()) == len(text) else text
    for word in wanted.casefold().split():
        found = _whole(word, low) or _scattered(word, low)
        if found is None:
            return None
        score += found.score
        places.update(found.places)
    return Match(score - len(text) / 200, tuple(sorted(places)))


def _whole(word: str, text: str) -> Match | None:
    """The word as it is: at the beginning of a word where there is one, else anywhere."""
    first, at = -1, text.find(word)
    while at >= 0:
        if _begins(text, at):
            return Match(3.0 if at else 3.5, tuple(range(at, at + len(word))))
        first = at if first < 0 else first
        at = text.find(word, at + 1)
    return Match(2.0, tuple(range(first, first + len(word)))) if first >= 0 else None


def _scattered(word: str, text: str) -> Match | None:
    """Its letters in this order, from whichever beginning holds them together best."""
    best: Match | None = None
    for start, letter in enumerate(text):
        if letter != word[0]:
            continue
        found = _from(start, word, text)
        if found is None:
            break  # none further to the right can do it either
        if best is None or found.score > best.score:
            best = found
    return best


def _from(start: int, word: str, text: str) -> Match | None:
    places, at = [start], start
    for letter in word[1:]:
        at = text.find(letter, at + 1)
        if at < 0:
            return None
        places.append(at)
    kept = sum(1 for a, b in pairwise(places) if b == a + 1 or _begins(text, b))
    good = (kept + _begins(text, start)) / len(word)
    return Match(good - (places[-1] - start) / 100, tuple(places))


def _begins(text: str, at: int) -> bool:
    """Whether a word of the text begins here."""
    return at == 0 or not text[at - 1].isalnum()
