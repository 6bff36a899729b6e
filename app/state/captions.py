"""The line under a picture: network, weights, layer, head, query, source, scale; and the same as plain values."""

from dataclasses import replace

from ...widgets.look.sentences import translated
from ...widgets.look.texts import tr
from .asked_query import as_answered
from .source_texts import source_text, target_name
from .state import Answer, Fields
from .wishes import Look
from .wording import head_text, query_text

PASS_WIDE = ("gradcam", "gradients")
"""Sources that are the same whichever layer is looked at."""


def caption(now: Fields) -> str:
    """What lies over the picture, so that it can be read without the program."""
    return _joined(now, every_head=False, query=True, colours=[*look_texts(now.look), *overlay_texts(now.look)])


def layer_caption(now: Fields, every_head: bool = False, query: bool = True, colours: bool = True) -> str:
    """What a picture shows of the layer's own weights, whatever lies over the picture.

    `every_head` where all stand side by side; without `query` where it shows all of them, and without `colours` where
    they mean nothing.
    """
    own = replace(now, focus=replace(now.focus, source="weights", channel=None))
    return _joined(own, every_head, query, look_texts(now.look) if colours else [])


def _joined(now: Fields, every_head: bool, query: bool, colours: list[str]) -> str:
    if now.picture is None or now.outcome is None:
        return now.picture.name if now.picture else ""
    whole = now.focus.source in PASS_WIDE
    if not now.outcome.layers:
        return " · ".join([now.picture.name, network_text(now), *(_of_source(now) if whole else [])])
    layer = now.outcome.layers[now.focus.layer]
    title = "" if whole else layer.title
    parts = [now.picture.name, network_text(now), title, *_of_source(now), *_of_heads(now, every_head, query)]
    if layer.kind == "channel" and now.focus.channel is not None and now.focus.source == "weights":
        side = tr("before its gate") if now.focus.before else tr("after its gate")
        parts.append(tr("channel {0} {1}").format(now.focus.channel, side))
    parts += [*colours, "" if whole else translated(layer.note)]
    return " · ".join(part for part in parts if part)


def sheet_caption(now: Fields, what: str, query: bool) -> str:
    """The same of what shows many layers: `what` says which."""
    if now.picture is None or now.outcome is None:
        return what
    heads = next((layer for layer in now.outcome.layers if layer.kind == "heads"), None)
    asked = query_text(heads, now.focus, None) if heads and query else ""
    parts = [now.picture.name, network_text(now), what, asked, colours_text(now.look)]
    return " · ".join(part for part in parts if part)


def network_text(now: Fields) -> str:
    """The network and its weights."""
    if now.made_by is None:
        return ""
    if now.made_by.random_weights:
        return translated(now.made_by.title) + tr(" (random weights)")
    title = translated(now.made_by.title)
    return f"{title} ({now.made_by.weights})" if now.made_by.weights else title


def look_texts(look: Look) -> list[str]:
    """How the colours were made."""
    return [_scale_text(look), colours_text(look)]


def colours_text(look: Look) -> str:
    """The colour map, and how it was bent."""
    return look.colour_map if look.gamma == 1 else tr("{0}, gamma {1:g}").format(look.colour_map, look.gamma)


def overlay_texts(look: Look) -> list[str]:
    """What else was done to a map over the picture."""
    texts = []
    if look.keep < 1:
        texts.append(tr("strongest {0:.0%} of the mass").format(look.keep))
    if look.contours:
        texts.append(tr("contours at 25, 50, 75 %"))
    return texts


def settings(now: Fields) -> dict[str, object]:
    """The same and more as plain values, for JSON: enough to make the picture again."""
    focus, look = now.focus, now.look
    told: dict[str, object] = {"picture": now.picture.name if now.picture else ""}
    if now.made_by:
        told |= {"network": now.made_by.title, "model": now.made_by.spec, "weights": now.made_by.weights}
        told |= {"random_weights": now.made_by.random_weights}
    if now.outcome and now.outcome.layers:
        layer = now.outcome.layers[focus.layer]
        told |= {"layer": layer.title, "kind": layer.kind, "head": focus.head, "combine": focus.combine}
        told |= {"query": focus.query, "direction": focus.direction, "channel": focus.channel}
        told |= {"source": focus.source, "second": focus.second, "discard": focus.discard}
        told |= {"target": target_name(now), "note": layer.note}
    told |= {"scale": look.scale, "held": look.held, "clip": look.clip, "colours": look.colour_map}
    return told | {"gamma": look.gamma, "keep": look.keep, "opacity": look.opacity, "smooth": look.smooth}


def head_captions(answer: Answer) -> list[str]:
    """A caption for each head: number, entropy of its weights (nats), how far it looks (pixels of the input)."""
    entropies = answer.message.header["entropy"] or [None] * len(answer.array())
    distances = answer.message.header.get("distance") or [None] * len(entropies)
    return [_head(number, *pair) for number, pair in enumerate(zip(entropies, distances, strict=True), start=1)]


def table_captions(answer: Answer) -> list[str]:
    """What stands below each table of weights without a place: its number, or its size where it is the only one."""
    *shown, rows, columns = answer.array().shape
    count = int(answer.message.header["count"])
    if count == 1:
        return [f"{rows} × {columns}"]
    numbers = [str(number) for number in range(1, shown[0] + 1)]
    return numbers if shown[0] == count else [tr("mean of {0}").format(count), *numbers[:-1]]


def _of_source(now: Fields) -> list[str]:
    """What lies over the picture, where it is not the layer's own weights."""
    focus = now.focus
    if focus.source == "weights":
        return []
    if focus.source in ("rollout", "flow", "gradient_rollout"):
        name = tr("{0} up to this layer").format(source_text(now, focus.source))
        left_out = tr("weakest {0:.0%} left out").format(focus.discard) if focus.discard else ""
        return [name, left_out]
    return [source_text(now, focus.source)]


def _of_heads(now: Fields, every_head: bool, with_query: bool) -> list[str]:
    """Which head and query of a layer of heads, and which way it is read."""
    assert now.outcome
    layer, focus = now.outcome.layers[now.focus.layer], now.focus
    if focus.source in PASS_WIDE or (layer.kind != "heads" and focus.source == "weights"):
        return []
    shown = now.answers.get("source" if focus.source != "weights" else "map")
    resolved = shown.message.header.get("query") if shown else None
    query = query_text(layer, as_answered(focus, shown), resolved)
    if focus.source != "weights":
        return [query] if focus.source == "gradient_rollout" else [_combined(now), query]
    heads = tr("{0} heads").format(layer.heads) if every_head else head_text(layer, focus)
    return [heads, query] if with_query else [heads]


def _combined(now: Fields) -> str:
    ways = {"mean": tr("mean of the heads"), "max": tr("largest of the heads"), "min": tr("smallest of the heads")}
    return ways[now.focus.combine]


def _scale_text(look: Look) -> str:
    scales = {
        "map": tr("scale: this map"),
        "layer": tr("scale: this layer"),
        "all": tr("scale: all layers"),
        "unit": tr("scale: 0 to 1"),
        "held": tr("scale: held at {0:.3g} to {1:.3g}").format(*look.held),
    }
    clipped = tr(", {0:g} % clipped at each end").format(look.clip) if look.clip and look.scale == "map" else ""
    return scales[look.scale] + clipped


def _head(number: int, entropy: float | None, distance: float | None) -> str:
    figures = [] if entropy is None else [f"H {entropy:.1f}"]
    figures += [] if distance is None else [f"d {distance:.0f} px"]
    return "\n".join([tr("head {0}").format(number), " · ".join(figures)]).rstrip()
