"""What is under the pointer: pixel, place of the network's input, cell, token, weight."""

import math

from ..models.records import LayerInfo
from .shown_map import Overlay
from .state import Answer, Fields
from .wording import tr, value_text


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
    token = query_at(now, place)
    if token is not None:
        parts.append((tr("token"), str(token)))
    found = overlay.at(*point) if overlay else None
    if found is not None:
        (row, column), value = found
        parts += [(tr("cell"), f"{row}, {column}"), (tr("weight"), value_text(value))]
    return parts


def query_at(now: Fields, place: tuple[int, int]) -> int | None:
    """The number of the query that lies at a place of the input; None where that is not known."""
    return _numbered(now, place, "query_boxes")


def key_at(now: Fields, place: tuple[int, int]) -> int | None:
    """The same of its key."""
    return _numbered(now, place, "key_boxes")


def _numbered(now: Fields, place: tuple[int, int], boxes: str) -> int | None:
    answer: Answer | None = now.answers.get("matrix")
    layer: LayerInfo | None = now.outcome.layers[now.focus.layer] if now.outcome and now.outcome.layers else None
    if answer is None or layer is None or layer.kind != "heads" or boxes not in answer.message.arrays:
        return None
    top, left, bottom, right = answer.array(boxes).T
    row, column = place
    inside = (top <= row) & (row < bottom) & (left <= column) & (column < right)
    return int(inside.argmax()) if inside.any() else None
