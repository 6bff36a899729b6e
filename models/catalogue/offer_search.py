"""Finding networks in the list by words, as somebody types them into a search line."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import get_args

from ..offers import Offer
from ..records import Kind

_SEPARATORS = re.compile(r"[-_./\s]+")
_SIZE = re.compile(r"([<>])=?(\d+(?:\.\d+)?)([kmg]?)b?")
_FACTORS = {"": 1, "k": 10**3, "m": 10**6, "g": 10**9}
_NOT = 99
"""How badly a word fits that is not there."""


@dataclass(frozen=True, slots=True)
class _Text:
    """What of an offer is searched, in small letters."""

    name: str
    """The model without its source and tag."""
    model: str
    words: tuple[str, ...]
    """The model's parts."""
    rest: str
    """Source, name of the weights and kinds of attention."""


def search(offers: Iterable[Offer], words: str) -> tuple[Offer, ...]:
    """The offers that fit all the words, the best first; among equals in the order that they have.

    A word is a part of a name, of the weights' name or of the source, or a kind of attention; "here": weights on this
    machine; "kind:heads": that kind alone; "<30M", ">10M": parameters. Capitals, and - for _, make no difference.
    """
    asked = words.lower().split()
    if not asked:
        return tuple(offers)
    tests = [_test(word) for word in asked]
    ranked: list[tuple[int, int, Offer]] = []
    for offer in offers:
        text = _text(offer)
        ranks = [test(offer, text) for test in tests]
        if max(ranks) < _NOT:
            ranked.append((sum(ranks), len(text.name) if any(ranks) else 0, offer))
    return tuple(offer for *_, offer in sorted(ranked, key=lambda one: one[:2]))


def _test(word: str) -> Callable[[Offer, _Text], int]:
    """How badly an offer fits the word, 0 for as well as can be."""
    kind = word.removeprefix("kind:")
    if word == "here":
        return lambda offer, text: min(0 if offer.state == "here" else _NOT, _rank(word, text))
    if kind != word or kind in get_args(Kind):
        return lambda offer, text: 0 if kind in dict(offer.kinds or ()) else _NOT if kind != word else _rank(word, text)
    if match := _SIZE.fullmatch(word):
        sign, figure, unit = match.groups()
        limit = float(figure) * _FACTORS[unit]
        return lambda offer, text: _NOT if not _is_within(offer.parameters, sign, limit) else 0
    return lambda offer, text: _rank(word, text)


def _is_within(parameters: int, sign: str, limit: float) -> bool:
    return parameters > 0 and (parameters < limit if sign == "<" else parameters > limit)


def _text(offer: Offer) -> _Text:
    model = offer.model.lower()
    name = model.removeprefix(f"{offer.source}/").partition(".")[0]
    kinds = [kind for kind, _ in offer.kinds or ()]
    rest = " ".join([offer.source, offer.weights, *kinds])
    return _Text(_folded(name), _folded(model), tuple(_SEPARATORS.split(model)), _folded(rest.lower()))


def _rank(word: str, text: _Text) -> int:
    word = _folded(word)
    if word in (text.name, text.model):
        return 0
    if text.name.startswith(word):
        return 1
    if word in text.words:
        return 2
    if any(part.startswith(word) for part in text.words):
        return 3
    if word in text.model:
        return 4
    if word in text.rest:
        return 5
    joined = word.replace("_", "")
    return 6 if joined and joined in text.name.replace("_", "") else _NOT


def _folded(text: str) -> str:
    return text.replace("-", "_")
