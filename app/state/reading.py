"""What is under the pointer: pixel, place of the network's input, cell, token, weight."""

import math

from ...widgets.look.texts import tr
from .shown_map import Overlay
from .state import Fields
from .token_places import token_places
from .wording import value_text


def reading(
    now: Fields, point: tuple[float, float] | None, overlay: Overlay | None, place: tuple[int, int] | None
) -> list[tuple[str, str]]:
    """(what, value) of each, from the picture to the weight; empty where the pointer is over nothing."""
    if point is None:
        return []
    parts = [(tr("pixel"), f"{math.floor(point[0])}, {math.floor(point[1])}")]
    if place is None:
        return [*parts, ("", tr("not seen by the network"))] if now.pictured is now.picture and now.outcome else parts
    parts.append((tr("input"), f"{place[1]}, {place[0]}"))
    tokens = token_places(now.answers.get("matrix")) if _is_heads(now) else None
    token = tokens.query_at(place) if tokens else None
    if token is not None:
        parts.append((tr("token"), str(token)))
    found = overlay.at(*point) if overlay else None
    if found is not None:
        (row, column), value = found
        parts += [(tr("cell"), f"{row}, {column}"), (tr("weight"), value_text(value))]
    return parts


def _is_heads(now: Fields) -> bool:
    layers = now.outcome.layers if now.outcome else ()
    return bool(layers) and layers[now.focus.layer].kind == "heads"
