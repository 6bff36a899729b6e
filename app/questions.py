"""What has to be asked to show the state: a pure function of what the user looks at."""

from ..models.records import LayerInfo, PassInfo
from .state import Focus, Look, Question


def questions(outcome: PassInfo, focus: Focus, look: Look) -> dict[str, Question]:
    """Slot -> question, most urgent first: what is on screen, previews, proofs, then what a step would show."""
    layer = outcome.layers[focus.layer]
    wanted = {**_detail(layer, focus), **_ranges(outcome, focus.layer, look)}
    for index in range(len(outcome.layers)):
        wanted[f"preview:{index}"] = Question("preview", index)
    for index in range(len(outcome.layers)):
        wanted[f"error:{index}"] = Question("error", index)
    for step in (1, -1):
        index = focus.layer + step
        if 0 <= index < len(outcome.layers):
            ahead = _detail(outcome.layers[index], after_step(focus, outcome, index), index)
            wanted |= {f"ahead:{step}:{slot}": question for slot, question in ahead.items()}
    return wanted


def after_step(focus: Focus, outcome: PassInfo, layer: int) -> Focus:
    """What the user looks at once he has stepped to another layer.

    A place on the image is kept; a query by number and a channel mean nothing in another layer; a head is kept where
    the other layer has it too.
    """
    head = focus.head if focus.head is not None and focus.head < outcome.layers[layer].heads else None
    query = focus.query if isinstance(focus.query, tuple) else None
    return Focus(layer=layer, head=head, query=query, before=focus.before)


def _detail(layer: LayerInfo, focus: Focus, index: int | None = None) -> dict[str, Question]:
    """What the stage and the detail panel show of this layer."""
    at = focus.layer if index is None else index
    if layer.kind == "channel":
        wanted = {"bars": Question("bars", at)}
        if focus.channel is not None:
            wanted["feature"] = Question("feature", at, channel=focus.channel)
        return wanted
    if layer.kind == "spatial":
        return {"map": Question("map", at)}
    if layer.kind == "heads":
        wanted = {"map": Question("map", at, head=focus.head, query=focus.query)} if layer.places else {}
        if layer.places:
            wanted["heads"] = Question("heads", at, query=focus.query)
        return wanted | {"matrix": Question("matrix", at, head=focus.head)}
    return {"tables": Question("tables", at)}


def _ranges(outcome: PassInfo, current: int, look: Look) -> dict[str, Question]:
    """The smallest and largest weights that the colours are to span."""
    if look.scale not in ("layer", "all"):
        return {}
    kind = outcome.layers[current].kind
    same = [i for i, layer in enumerate(outcome.layers) if layer.kind == kind]
    return {f"range:{i}": Question("range", i) for i in (same if look.scale == "all" else [current])}
