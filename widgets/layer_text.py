"""What a layer is, in a few words."""

from PySide6.QtCore import QCoreApplication

from ..models.records import Kind, LayerInfo


def kind_name(kind: Kind) -> str:
    """The word that the user sees for a kind."""
    return {
        "channel": QCoreApplication.translate("LayerList", "channel"),
        "spatial": QCoreApplication.translate("LayerList", "spatial"),
        "heads": QCoreApplication.translate("LayerList", "heads"),
        "other": QCoreApplication.translate("LayerList", "other"),
    }[kind]


def shape_line(layer: LayerInfo) -> str:
    """The line below a layer's name: "channel · 96", "spatial · 12×12", "4 heads · 145×145"."""
    if layer.kind != "heads":
        return f"{kind_name(layer.kind)} · {'×'.join(map(str, layer.shape[1:]))}"
    heads = QCoreApplication.translate("LayerList", "1 head" if layer.heads == 1 else "{count} heads")
    parts = [heads.format(count=layer.heads), "×".join(map(str, layer.shape[-2:]))]
    if len(layer.shape) == 5:
        windows = QCoreApplication.translate("LayerList", "{count} windows").format(count=layer.shape[1])
        parts.insert(1, windows)
    return " · ".join(parts)


def badge(layer: LayerInfo) -> str:
    """What has to be said of a layer, in a word or two; "" for nothing."""
    if layer.note:
        return layer.note
    return QCoreApplication.translate("LayerList", "guessed") if layer.guessed else ""


def description(layer: LayerInfo) -> str:
    """All of it in one sentence, for tool tips and screen readers."""
    said = f"{layer.title}: {shape_line(layer)}, {layer.source}"
    return f"{said}; {badge(layer)}" if badge(layer) else said
