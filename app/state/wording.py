"""How layers, sizes, times and places are said to the user."""

from collections.abc import Sequence

from ...models.records import LayerInfo, ModelInfo, PassInfo, Prediction
from ...widgets.look.sentences import translated
from ...widgets.look.texts import tr
from .wishes import Focus


def layer_facts(layer: LayerInfo) -> str:
    """One line: what kind of attention it is, and how large."""
    if layer.kind == "channel":
        channels = layer.shape[-1]
        return tr("channel attention · {0} channels · {1}").format(channels, layer.source)
    if layer.kind == "spatial":
        return tr("spatial attention · {0} × {1} places · {2}").format(*layer.shape[-2:], layer.source)
    if layer.kind == "heads":
        heads = tr("one head") if layer.heads == 1 else tr("{0} heads").format(layer.heads)
        queries = tr("one query") if layer.queries == 1 else tr("{0} queries").format(layer.queries)
        return tr("{0} · {1} × {2} keys").format(heads, queries, layer.keys)
    return tr("{0} · weights of shape {1}").format(layer.source, " × ".join(map(str, layer.shape)))


def proof(error: float | None, tolerance: float = 1e-4) -> str:
    """What the check of the layer found."""
    if error is None:
        return tr("Checking …")
    if error == 0:
        return tr("Proved: weights applied by hand give exactly what the network computed")
    if error < tolerance:
        return tr("Proved: weights applied by hand differ from the network by {0:.1e}").format(error)
    return tr("⚠ Weights applied by hand differ from the network by {0:.1e}").format(error)


def missed_lines(missed: Sequence[tuple[str, str]]) -> list[str]:
    """What was not recorded, and why: one line for every reason, with the first few names."""
    names: dict[str, list[str]] = {}
    for name, reason in missed:
        names.setdefault(reason, []).append(name or tr("the network"))
    return [tr("⚠ Not recorded: {0}: {1}").format(_few(told), translated(reason)) for reason, told in names.items()]


def _few(names: Sequence[str]) -> str:
    shown = ", ".join(names[:3])
    return shown if len(names) <= 3 else tr("{0} and {1} more").format(shown, len(names) - 3)


def query_text(layer: LayerInfo, focus: Focus, resolved: int | None) -> str:
    """Which query is shown; or the key, where it is shown who looks at it."""
    if focus.query is None:
        text = query_of_none(layer)
    elif not isinstance(focus.query, tuple):
        text = tr("query {0}").format(focus.query)
    elif resolved is None:
        text = tr("query at ({0}, {1})").format(*focus.query)
    else:
        text = tr("query {0} at ({1}, {2})").format(resolved, *focus.query)
    return text if focus.direction == "from" else tr("{0}, seen by all others").format(text)


def query_of_none(layer: LayerInfo) -> str:
    """What is shown where no query is picked."""
    if layer.queries == 1:
        return tr("its one query")
    return tr("class token") if layer.prefix else tr("mean over queries")


def head_text(layer: LayerInfo, focus: Focus) -> str:
    """Which head is shown, counted from 1."""
    if layer.heads == 1:
        return tr("one head")
    if focus.head is None:
        whole = {"max": tr("largest of {0} heads"), "min": tr("smallest of {0} heads")}
        return whole.get(focus.combine, tr("mean of {0} heads")).format(layer.heads)
    return tr("head {0} of {1}").format(focus.head + 1, layer.heads)


def timing(outcome: PassInfo, model: ModelInfo) -> str:
    """Where the pass ran, how long it took, and what it took of the memory there."""
    times = dict(outcome.milliseconds)
    forward = _milliseconds("forward", times.pop("forward")) if "forward" in times else ""
    others = [_milliseconds(name, ms) for name, ms in times.items()]
    parts = [forward, model.device, model.precision, *memory(outcome.bytes, model.device), *others]
    return " · ".join(part for part in parts if part)


def _milliseconds(name: str, ms: float) -> str:
    parts = {"prepare": tr("prepare"), "forward": tr("forward"), "places": tr("places")}
    return f"{parts.get(name, name)} {ms:.1f} ms" if ms < 100 else f"{parts.get(name, name)} {ms:,.0f} ms"


def memory(size: int, device: str) -> list[str]:
    """How much of which memory; nothing where nobody measured it."""
    if not size:
        return []
    amount = f"{size / 2**30:.1f} GiB" if size >= 2**30 else f"{size / 2**20:.0f} MiB"
    return [tr("{0} at most").format(amount) if device.startswith("cuda") else tr("engine {0}").format(amount)]


def class_name(prediction: Prediction) -> str:
    """The name of a class; its number where nobody has named it."""
    nameless = prediction.label == f"class {prediction.index}"
    return tr("class {0}").format(prediction.index) if nameless else prediction.label


def value_text(value: float) -> str:
    """A weight, short."""
    return f"{value:.4f}" if abs(value) >= 1e-3 or value == 0 else f"{value:.2e}"
