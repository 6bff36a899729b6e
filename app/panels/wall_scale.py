"""What the colours of every head on the wall span."""

import numpy as np

from ...models.records import PassInfo
from ...widgets.look.texts import tr
from ..state.scale import limits, own_limits
from ..state.state import Answer
from ..state.wishes import Look
from ..state.wording import value_text

Ends = list[tuple[float, float]]
"""Low and high end for every head of a layer."""


def row_ends(look: Look, answer: Answer, shared: tuple[float, float]) -> Ends:
    """The ends of a layer's heads, of an answer to "wall".

    Scale "map": every head has its own; "layer": the heads of a layer share one; else all have the shared ones.
    """
    values = answer.array()
    if look.scale == "map":
        return [own_limits(look, "heads", head) for head in values]
    return [own_limits(look, "heads", values) if look.scale == "layer" else shared] * len(values)


def shared_ends(look: Look, outcome: PassInfo, shown: list[Answer], ranges: dict[int, Answer]) -> tuple[float, float]:
    """The ends of the one scale of the whole sheet, where there is one.

    Of all layers it is told from their `ranges`, by layer, once all are there; until then from what is shown.
    """
    if look.scale in ("map", "layer"):
        return 0.0, 1.0
    heads = [index for index, layer in enumerate(outcome.layers) if layer.kind == "heads"]
    told = [ranges[index] for index in heads if index in ranges]
    values = [answer.array().ravel() for answer in shown]
    known = np.concatenate(values) if values else np.zeros(0)
    return limits(look, "heads", known, told if len(told) == len(heads) else [])


def scale_sentence(look: Look, ends: tuple[float, float]) -> str:
    """What the colours mean."""
    if look.scale == "map":
        return tr("Colours: every head from 0 to its own largest weight")
    if look.scale == "layer":
        return tr("Colours: the heads of a layer share one scale from 0")
    return tr("Colours: one scale for all, {0} to {1}").format(*map(value_text, ends))
