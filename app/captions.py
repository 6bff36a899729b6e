"""The line under a picture: network, layer, head, query, scale."""

from .state import Answer, Fields
from .wording import head_text, query_text, tr


def caption(now: Fields, every_head: bool = False) -> str:
    """What a picture shows, so that it can be read without the program; `every_head` where all stand side by side."""
    if now.picture is None or now.outcome is None or not now.outcome.layers:
        return now.picture.name if now.picture else ""
    layer = now.outcome.layers[now.focus.layer]
    parts = [now.picture.name, now.made_by.title if now.made_by else "", layer.title]
    if now.made_by and now.made_by.random_weights:
        parts[1] += tr(" (random weights)")
    elif now.made_by and now.made_by.weights:
        parts[1] += f" ({now.made_by.weights})"
    if layer.kind == "heads":
        shown = now.answers.get("map")
        resolved = shown.message.header.get("query") if shown else None
        heads = tr("{0} heads").format(layer.heads) if every_head else head_text(layer, now.focus)
        parts += [heads, query_text(layer, now.focus, resolved)]
    if layer.kind == "channel" and now.focus.channel is not None:
        parts.append(tr("channel {0}").format(now.focus.channel))
    scales = {"map": tr("scale: this map"), "layer": tr("scale: this layer"), "all": tr("scale: all layers")}
    parts.append(scales.get(now.look.scale, tr("scale: 0 to 1")))
    if layer.note:
        parts.append(layer.note)
    return " · ".join(part for part in parts if part)


def head_captions(answer: Answer) -> list[str]:
    """A caption for each head: number, entropy of its weights (nats), how far it looks (pixels of the input)."""
    entropies = answer.message.header["entropy"]
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


def _head(number: int, entropy: float | None, distance: float | None) -> str:
    figures = [] if entropy is None else [f"H {entropy:.1f}"]
    figures += [] if distance is None else [f"d {distance:.0f} px"]
    return "\n".join([tr("head {0}").format(number), " · ".join(figures)]).rstrip()
