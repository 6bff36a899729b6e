"""What has to be asked to show the state: a pure function of what the user looks at."""

import dataclasses

from ...models.records import LayerInfo, PassInfo
from .wishes import Focus, Look, Question

_PASS_WIDE = ("gradcam", "gradients")
"""What is about the whole network, whichever layer is looked at."""

_LARGE = 1 << 22
"""Weights of a layer: more take a tenth of a second and longer."""


def questions(outcome: PassInfo, focus: Focus, look: Look, beside: PassInfo | None = None) -> dict[str, Question]:
    """Slot -> question, most urgent first: what is on screen, previews, proofs, then what a step would show."""
    if not outcome.layers:
        return _panes(None, focus, beside is not None)
    layer = outcome.layers[focus.layer]
    wanted = {**_panes(layer, focus, beside is not None), **_detail(layer, focus), **_views(outcome, focus)}
    wanted |= _ranges(outcome, focus.layer, look)
    for index in range(len(outcome.layers)):
        wanted[f"preview:{index}"] = Question("preview", index)
    wanted |= _comparisons(layer, focus)
    for index in range(len(outcome.layers)):
        wanted[f"error:{index}"] = Question("error", index)
    for step in (1, -1):
        index = focus.layer + step
        if 0 <= index < len(outcome.layers):
            ahead = _detail(outcome.layers[index], after_step(focus, outcome, index))
            wanted |= {f"ahead:{step}:{slot}": question for slot, question in ahead.items()}
    return wanted


def after_step(focus: Focus, outcome: PassInfo, layer: int) -> Focus:
    """What the user looks at once he has stepped to another layer.

    A place on the image is kept; a query by number and a channel mean nothing in another layer; a head is kept where
    the other layer has it too.
    """
    head = focus.head if focus.head is not None and focus.head < outcome.layers[layer].heads else None
    query = focus.query if isinstance(focus.query, tuple) else None
    return dataclasses.replace(focus, layer=layer, head=head, query=query, channel=None, channels=())


def _detail(layer: LayerInfo, focus: Focus) -> dict[str, Question]:
    """What the stage and the detail panel show of this layer."""
    at = focus.layer
    if layer.kind == "channel":
        wanted = {"bars": Question("bars", at)}
        if focus.channel is not None:
            wanted["feature"] = Question("feature", at, channel=focus.channel)
        return wanted
    if layer.kind == "spatial":
        return {"map": Question("map", at)}
    if layer.kind == "heads":
        wanted = {}
        if layer.places:
            wanted["map"] = _map(focus)
            wanted["heads"] = Question("heads", at, query=focus.query, direction=focus.direction)
        return wanted if _is_large(layer) else wanted | {"matrix": _matrix(focus)}
    return {"tables": Question("tables", at)}


def _comparisons(layer: LayerInfo, focus: Focus) -> dict[str, Question]:
    """What the detail panel shows beside that, and a step need not have at once."""
    at = focus.layer
    if layer.kind == "channel":
        return {"features": Question("features", at, channels=focus.channels)}
    if layer.kind == "spatial":
        return {"energy": Question("energy", at)}
    if layer.kind != "heads":
        return {}
    pins = enumerate(focus.pins if layer.places else ())
    compared = {f"pin:{number}": dataclasses.replace(_map(focus), query=place) for number, place in pins}
    if _is_large(layer):
        compared["matrix"] = _matrix(focus)
    return compared | ({"similarity": Question("similarity", at)} if layer.heads > 1 else {})


def _is_large(layer: LayerInfo) -> bool:
    """Whether the whole matrix takes so long that a step should not wait for it."""
    return layer.heads * layer.queries * layer.keys > _LARGE


def _matrix(focus: Focus) -> Question:
    return Question("matrix", focus.layer, head=focus.head, combine=focus.combine)


def _map(focus: Focus) -> Question:
    return Question(
        "map", focus.layer, head=focus.head, query=focus.query, combine=focus.combine, direction=focus.direction
    )


def _panes(layer: LayerInfo | None, focus: Focus, beside: bool) -> dict[str, Question]:
    """What both panes of the stage show beyond the layer's own weights, and the same of the pinned picture.

    A network without attention has what is about the whole of it.
    """
    if focus.view != "picture":
        return {}
    slots = {"source": focus.source, "second": focus.second}
    asked = {slot: _of_source(one, focus) for slot, one in slots.items() if layer or one in _PASS_WIDE}
    wanted = {slot: question for slot, question in asked.items() if question is not None}
    if beside and focus.second in ("beside", "difference"):
        shown = {"source": wanted["source"]} if "source" in wanted else _own(layer, focus)
        also = {slot: question for slot, question in shown.items() if slot in ("map", "feature", "source")}
        wanted |= {f"beside:{slot}": dataclasses.replace(q, beside=True) for slot, q in also.items()}
    return wanted


def _own(layer: LayerInfo | None, focus: Focus) -> dict[str, Question]:
    return {} if layer is None else _detail(layer, focus)


def _of_source(source: str, focus: Focus) -> Question | None:
    if source in ("rollout", "flow"):
        return Question(
            source, focus.layer, query=focus.query, combine=focus.combine, discard=focus.discard
        )  # of the layers up to this one
    if source == "gradient_rollout":
        return Question(source, focus.layer, query=focus.query, target=focus.target, discard=focus.discard)
    return Question(source, 0, target=focus.target) if source in _PASS_WIDE else None


def _views(outcome: PassInfo, focus: Focus) -> dict[str, Question]:
    """What fills the middle instead of the picture."""
    layers = enumerate(outcome.layers)
    if focus.view == "wall":
        placed = [index for index, layer in layers if layer.kind == "heads" and layer.places]
        return {f"wall:{i}": Question("wall", i, query=focus.query, direction=focus.direction) for i in placed}
    if focus.view == "channels":
        return {f"bars:{i}": Question("bars", i) for i, layer in layers if layer.kind == "channel"}
    return {}


def _ranges(outcome: PassInfo, current: int, look: Look) -> dict[str, Question]:
    """The smallest and largest weights that the colours are to span."""
    if look.scale not in ("layer", "all"):
        return {}
    kind = outcome.layers[current].kind
    same = [i for i, layer in enumerate(outcome.layers) if layer.kind == kind]
    return {f"range:{i}": Question("range", i) for i in (same if look.scale == "all" else [current])}
