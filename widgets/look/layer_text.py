"""What a layer is, in a few words."""

from collections.abc import Callable

from ...models.records import Kind, LayerInfo, Place
from .sentences import translated
from .texts import tr


def kind_name(kind: Kind) -> str:
    """The word that the user sees for a kind."""
    return {
        "channel": tr("channel"),
        "spatial": tr("spatial"),
        "heads": tr("heads"),
        "other": tr("other"),
    }[kind]


def short_title(layer: LayerInfo, stage: str, repeated: bool) -> str:
    """What a layer is called below its stage's heading; without the number of the run where that stands beside it."""
    title = Place(layer.name, 0, layer.ordinal).title if repeated else layer.title
    return title.removeprefix(f"{stage}.") if stage else title


def shape_line(layer: LayerInfo) -> str:
    """The line below a layer's name: "channel · 96", "spatial · 12×12", "4 heads · 145×145"."""
    if layer.kind != "heads":
        return f"{kind_name(layer.kind)} · {'×'.join(map(str, layer.shape[1:]))}"
    heads = tr("1 head") if layer.heads == 1 else tr("{count} heads").format(count=layer.heads)
    parts = [heads, "×".join(map(str, layer.shape[-2:]))]
    if len(layer.shape) == 5:
        windows = tr("{count} windows").format(count=layer.shape[1])
        parts.insert(1, windows)
    return " · ".join(parts)


def badge(layer: LayerInfo) -> str:
    """What has to be said of a layer, in a word or two; "" for nothing."""
    if layer.note:
        return translated(layer.note)
    return tr("guessed") if layer.guessed else ""


def description(layer: LayerInfo) -> str:
    """All of it in one sentence, for tool tips and screen readers."""
    said = f"{layer.title}: {shape_line(layer)}, {layer.source}"
    return f"{said}; {badge(layer)}" if badge(layer) else said


def shortened(title: str, fits: Callable[[str], bool]) -> str:
    """A layer's dotted path, cut where it tells least: after its last number first, then from the left.

    "layer1.0.cbam.ChannelGate" becomes "layer1.0…ChannelGate", where there is less room "…encoder_layer_11…"; what does
    not fit even so is left to the painter.
    """
    parts = title.split(".")
    if parts[-1][:1].isdigit():
        return title
    last = max((i for i, part in enumerate(parts[:-1]) if _numbered(part)), default=0)
    tail = parts[-1]
    heads = [".".join(parts[begin : last + 1]) for begin in range(last + 1)]
    between = "…" if last < len(parts) - 2 else "."
    cut = [f"{'…' if begin else ''}{head}{between}{tail}" for begin, head in enumerate(heads) if last < len(parts) - 1]
    if _numbered(parts[last]) and not parts[last].isdigit() and cut:
        cut.append(f"…{parts[last]}…")
    return next((text for text in (title, *cut) if fits(text)), cut[-1] if cut else title)


def _numbered(part: str) -> bool:
    return any(letter.isdigit() for letter in part)
