"""The options that say what an export shows and how: the same wishes as in the window."""

import argparse
import re
from typing import TYPE_CHECKING, Any, get_args

from ...models.errors import UserError
from ..state.wishes import CLIP, GAMMA, KEEP, Combine, Direction, Focus, Look, Query, Scale, Source

if TYPE_CHECKING:
    from ...models.records import PassInfo

_LOOK: dict[str, str] = {"colours": "colour_map", "scale": "scale", "gamma": "gamma", "clip": "clip", "keep": "keep"}
"""Option -> field of the look."""


def add_look_arguments(parser: argparse.ArgumentParser) -> None:
    """How things are drawn."""
    own = Look()
    add = parser.add_argument_group("how it is drawn").add_argument
    add("--colours", default=own.colour_map, metavar="NAME", help=f"colour map (default: {own.colour_map})")
    add("--scale", default=own.scale, choices=get_args(Scale), help="what the colours span")
    add("--held", metavar="LOW,HIGH", help='what they span, for "--scale held"')
    add("--gamma", type=float, default=own.gamma, metavar="N", help="below 1 brings out weak attention")
    add("--clip", type=float, default=own.clip, metavar="PERCENT", help="of the values beyond each end of the colours")
    add("--keep", type=float, default=own.keep, metavar="SHARE", help="of the mass that is shown, such as 0.6")
    add("--opacity", type=float, default=own.opacity, metavar="SHARE", help=f"of the map (default: {own.opacity})")
    add("--contours", action="store_true", help="draw lines of equal weight")
    add("--cell-grid", action="store_true", help="draw the borders of the cells")
    add("--cells", action="store_true", help="draw the cells as they are, not smoothed")
    add("--bars", default=own.bars, choices=("order", "sorted", "histogram"), help="how channel weights stand")


def add_focus_arguments(parser: argparse.ArgumentParser) -> None:
    """What is looked at."""
    add = parser.add_argument_group("what it shows").add_argument
    add("--head", type=int, metavar="N", help="one head, counted from 1 (default: all in one)")
    add("--combine", default="mean", choices=get_args(Combine), help="how the heads become one (default: mean)")
    add("--query", metavar="ROW,COLUMN", help="pixel of the network's input, or a number (default: class token, mean)")
    add("--direction", default="from", choices=get_args(Direction), help="where the query looks, or who looks at it")
    add("--source", default="weights", choices=get_args(Source), help="what lies over the picture")
    add("--target", metavar="CLASS", help="name or number of the class of an attribution (default: the most probable)")
    add("--discard", type=float, default=0.0, metavar="SHARE", help="of the weakest attention, left out of a rollout")


def look_of(arguments: argparse.Namespace) -> Look:
    """How things are to be drawn. **Raises**: UserError for what no colours or numbers are."""
    from ...widgets.look.colours import COLOUR_MAPS

    if arguments.colours not in COLOUR_MAPS:
        raise UserError(f"{arguments.colours} is no colour map: choose one of {', '.join(COLOUR_MAPS)}")
    for name, (low, high) in {"gamma": GAMMA, "clip": CLIP, "keep": KEEP, "opacity": (0.0, 1.0)}.items():
        _between(getattr(arguments, name), low, high, f"--{name}")
    if arguments.scale == "held" and arguments.held is None:
        raise UserError('"--scale held" needs what it holds: add --held LOW,HIGH')
    return Look(
        opacity=arguments.opacity,
        smooth=not arguments.cells,
        held=_held(arguments.held) if arguments.held else Look().held,
        contours=arguments.contours,
        cell_grid=arguments.cell_grid,
        bars=arguments.bars,
        **{field: getattr(arguments, option) for option, field in _LOOK.items()},
    )


def focus_of(arguments: argparse.Namespace, labels: tuple[str, ...], outcome: "PassInfo") -> Focus:
    """What is to be looked at in every layer.

    **Raises**: UserError for a head that no layer has, a place outside of the input, an unknown class.
    """
    most = max((layer.heads for layer in outcome.layers), default=0)
    if arguments.head is not None and not 1 <= arguments.head <= most:
        cure = f"choose one from 1 to {most}" if most else "leave --head out"
        raise UserError(f"No layer has a head {arguments.head}: {cure}")
    _between(arguments.discard, 0.0, 0.99, "--discard")
    return Focus(
        head=None if arguments.head is None else arguments.head - 1,
        combine=arguments.combine,
        query=_query(arguments.query, outcome.input_size),
        direction=arguments.direction,
        source=arguments.source,
        target=target_number(arguments.target, labels),
        discard=arguments.discard,
    )


def wish_words(look: Look, focus: Focus, labels: tuple[str, ...] = ()) -> list[str]:
    """The options that ask for this, as words of a command line."""
    told: dict[str, Any] = {option: getattr(look, field) for option, field in _LOOK.items()}
    told |= {"opacity": look.opacity, "bars": look.bars, "combine": focus.combine, "direction": focus.direction}
    told |= {"source": focus.source, "discard": focus.discard}
    told |= {} if focus.head is None else {"head": focus.head + 1}
    told |= {} if focus.target is None else {"target": focus.target}
    told |= {"held": f"{look.held[0]!r},{look.held[1]!r}"} if look.scale == "held" else {}
    if focus.query is not None:
        told["query"] = ",".join(map(str, focus.query)) if isinstance(focus.query, tuple) else focus.query
    flags = {"--contours": look.contours, "--cell-grid": look.cell_grid, "--cells": not look.smooth}
    return [*(f"--{name}={value}" for name, value in told.items()), *(name for name, on in flags.items() if on)]


def target_number(name: str | None, labels: tuple[str, ...]) -> int | None:
    """A class by its number or its name; letters may be small or large.

    **Raises**: UserError where there is no such class, or several.
    """
    if name is None:
        return None
    if re.fullmatch(r"\d+", name):
        if labels and int(name) >= len(labels):
            raise UserError(f"There is no class {name}: the network has classes 0 to {len(labels) - 1}")
        return int(name)
    exact = [number for number, label in enumerate(labels) if label.lower() == name.lower()]
    found = exact or [number for number, label in enumerate(labels) if name.lower() in label.lower()]
    if not found:
        raise UserError(f"The network knows no class {name}: give its number, or another name")
    if len(found) > 1:
        few = ", ".join(f"{number} {labels[number]}" for number in found[:4])
        raise UserError(f"Several classes are called {name}: give the number of one ({few})")
    return found[0]


def _query(text: str | None, size: tuple[int, int]) -> Query:
    if text is None:
        return None
    if re.fullmatch(r"\s*\d+\s*", text):
        return int(text)
    found = re.fullmatch(r"\s*(\d+)\s*,\s*(\d+)\s*", text)
    if found is None:
        raise UserError(f"{text} is no query: write ROW,COLUMN of the network's input, or a number")
    place = int(found[1]), int(found[2])
    if place[0] >= size[0] or place[1] >= size[1]:
        raise UserError(f"{text} lies outside of the network's input, which has {size[0]} rows and {size[1]} columns")
    return place


def _held(text: str) -> tuple[float, float]:
    try:
        low, high = (float(part) for part in text.split(","))
    except ValueError as error:
        raise UserError(f"{text} is no range: write LOW,HIGH such as 0,0.05") from error
    if not low < high:
        raise UserError(f"{text} is no range: the first number must be the smaller one")
    return low, high


def _between(number: float, low: float, high: float, name: str) -> None:
    if not low <= number <= high:
        raise UserError(f"{name} {number:g} is out of reach: choose a number from {low:g} to {high:g}")
