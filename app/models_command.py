"""`attnscope models`: what can be loaded, with the attention in it and where its weights are."""

import argparse
import dataclasses
import json
from collections.abc import Iterable
from typing import get_args

from ..models.catalogue.all_offers import offers
from ..models.catalogue.offer_search import search
from ..models.offers import Offer
from ..models.records import Kind

_AT_MOST = 60
"""Lines of a table, unless all are asked for."""
_LOAD = "load one:  attnscope photo.jpg --model MODEL   (--weights NAME for a row's weights, --download to fetch them)"
_SEARCH = "search:    attnscope models vit heads   ·   here   ·   '<30M'   ·   --kind channel   ·   --all for every one"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `attnscope models`."""
    parser.add_argument(
        "words",
        nargs="*",
        metavar="WORDS",
        help="parts of names, a source, a kind of attention, here, or parameters such as '<30M'; all must fit",
    )
    parser.add_argument("--here", action="store_true", help="only what has its weights on this machine")
    parser.add_argument("--kind", choices=get_args(Kind), help="only networks with this kind of attention")
    parser.add_argument("--all", action="store_true", help="every one, however many there are")
    parser.add_argument("--json", action="store_true", help="as JSON, for programs")


def run(arguments: argparse.Namespace) -> int:
    """List the networks that fit; returns 0, also where none does."""
    known = offers()
    found = chosen(known, arguments)
    if arguments.json:
        print(json.dumps([as_object(offer) for offer in found], indent=2), flush=True)
        return 0
    plain = _is_plain(arguments)
    shown = found if arguments.all or plain else found[:_AT_MOST]
    print(_page(shown, len(found), len(known), plain), flush=True)
    return 0


def chosen(known: tuple[Offer, ...], arguments: argparse.Namespace) -> tuple[Offer, ...]:
    """Those that the options ask for; without any, what has attention or is here, of what needs no other package."""
    found = search(known, " ".join(arguments.words))
    if arguments.here:
        found = tuple(offer for offer in found if offer.state == "here")
    if arguments.kind:
        found = tuple(offer for offer in found if arguments.kind in dict(offer.kinds or ()))
    if _is_plain(arguments):
        found = tuple(offer for offer in found if _is_first(offer))
    return found


def as_object(offer: Offer) -> dict[str, object]:
    """An offer as JSON can hold it: `kinds` is {"heads": 12}, or null where nobody knows."""
    kinds = None if offer.kinds is None else dict(offer.kinds)
    return {**dataclasses.asdict(offer), "kinds": kinds, "source": offer.source}


def _is_plain(arguments: argparse.Namespace) -> bool:
    return not (arguments.words or arguments.here or arguments.kind or arguments.all or arguments.json)


def _is_first(offer: Offer) -> bool:
    return offer.state == "here" or (bool(offer.kinds) and offer.source not in ("timm", "hf"))


def _page(shown: tuple[Offer, ...], found: int, known: int, plain: bool) -> str:
    if not shown:
        return f"No network fits these words, of {known:,} that are known.\n{_SEARCH}"
    left = known - len(shown) if plain else found - len(shown)
    more = [f"and {left:,} more, of timm, transformers and without attention" if plain else f"and {left:,} more: --all"]
    return "\n".join([*_table(shown), "", *_notes(shown), *(more if left else []), _SEARCH, _LOAD])


def _table(shown: Iterable[Offer]) -> list[str]:
    head = ("MODEL", "WEIGHTS", "ATTENTION", "PARAMETERS", "INPUT", "STATE")
    rows = [head, *map(_row, shown)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]


def _row(offer: Offer) -> tuple[str, ...]:
    kinds = "not known" if offer.kinds is None else ", ".join(f"{count} {kind}" for kind, count in offer.kinds)
    return (
        offer.model,
        offer.weights or "–",
        kinds or "none",
        f"{offer.parameters / 1e6:.1f} M" if offer.parameters else "–",
        "×".join(map(str, offer.input_size)) if offer.input_size else "–",
        _state(offer),
    )


def _state(offer: Offer) -> str:
    if offer.state == "extra":
        return f'needs pip install "attnscope[{offer.source}]"'
    if offer.state == "download":
        return f"{_size(offer.bytes)} to download" if offer.bytes else "to download"
    return "here" if offer.state == "here" else "random only"


def _notes(shown: Iterable[Offer]) -> list[str]:
    """What there is to know of weights that are not to be had, once for all that it is true of."""
    noted: dict[str, list[str]] = {}
    for offer in shown:
        if offer.state == "none" and offer.note:
            noted.setdefault(offer.note, []).append(offer.model)
    return [f"{', '.join(models)}: {note}" for note, models in noted.items()]


def _size(count: int) -> str:
    return f"{count / 1e9:.1f} GB" if count >= 999.5e6 else f"{max(count / 1e6, 1):.0f} MB"
