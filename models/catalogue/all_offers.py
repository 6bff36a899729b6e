"""Which networks can be loaded by name: a list that is there at once, without importing the packages that have them."""

import json
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, get_args

from ..offers import Offer, WeightsState
from ..records import Kind
from .transformers_cache import cached_offers
from .weights_here import WeightsHere

_ASSETS = Path(__file__).parents[2] / "assets"
_BYTES = 4
"""Of a parameter in a file of weights, where nobody tells its size."""


def offers() -> tuple[Offer, ...]:
    """Every network with each of its weights: ours, torchvision's, timm's, and what is known or here of transformers.

    Which weights are here is looked up anew each time.
    """
    held = _catalogue()
    here = WeightsHere()
    own = (_own(row, here) for row in held["own"])
    torchvision = (offer for row in held["torchvision"] for offer in _torchvision(row, here))
    timm = (offer for row in held["timm"] for offer in _timm(row, here))
    hf = (_hf(row, here) for row in held["hf"])
    known = (*own, *torchvision, *_installed("timm", "timm", timm))
    named = tuple(hf)
    cached = cached_offers(here, {offer.model for offer in named})
    return (*known, *_installed("transformers", "hf", (*named, *cached)))


@cache
def _catalogue() -> dict[str, Any]:
    return json.loads((_ASSETS / "catalogue.json").read_text(encoding="utf-8"))


def _own(row: list[Any], here: WeightsHere) -> Offer:
    model, counts, parameters, rows, columns, weights, size, file, note = row
    state: WeightsState = "here" if model == "tour" else _fetched(file, here)
    return Offer(model, weights, _kinds(counts), parameters, (rows, columns), size, state, note)


def _torchvision(row: list[Any], here: WeightsHere) -> Iterator[Offer]:
    name, counts, *published = row
    for weights, parameters, rows, columns, size, file in published:
        state = _fetched(file, here)
        yield Offer(f"torchvision/{name}", weights, _kinds(counts), parameters, (rows, columns), size, state)


def _timm(row: list[Any], here: WeightsHere) -> Iterator[Offer]:
    name, counts, *tags = row
    for tag, parameters, rows, columns, *more in tags:
        model = f"timm/{name}.{tag}" if tag else f"timm/{name}"
        own_counts = next((one for one in more if not isinstance(one, str)), counts)
        state = _kept([one for one in more if isinstance(one, str)] or [model], here) if tag else "none"
        size = _BYTES * parameters if tag else 0
        yield Offer(model, "", _kinds(own_counts), parameters, (rows, columns), size, state)


def _hf(row: list[Any], here: WeightsHere) -> Offer:
    name, counts, parameters, rows, columns = row
    state = "here" if here.has_repository(name) else "download"
    return Offer(f"hf/{name}", "", _kinds(counts), parameters, (rows, columns), _BYTES * parameters, state)


def _fetched(file: str, here: WeightsHere) -> WeightsState:
    if not file:
        return "none"
    return "here" if here.has_file(file) else "download"


def _kept(places: list[str], here: WeightsHere) -> WeightsState:
    """Whether one of the places has them: a repository, or a file by its name."""
    found = (here.has_repository(place) if "/" in place else here.has_file(place) for place in places)
    return "here" if any(found) else "download"


def _kinds(counts: list[int] | None) -> tuple[tuple[Kind, int], ...] | None:
    if counts is None:
        return None
    return tuple((kind, count) for kind, count in zip(get_args(Kind), counts, strict=True) if count)


def _installed(package: str, extra: str, found: Iterable[Offer]) -> Iterator[Offer]:
    """As they are, or all as what an optional package would have."""
    if find_spec(package) is not None:
        yield from found
        return
    note = f'install it with pip install "attnscope[{extra}]"'
    for offer in found:
        yield Offer(
            offer.model, offer.weights, offer.kinds, offer.parameters, offer.input_size, offer.bytes, "extra", note
        )
