"""What can be said of a network in the pick list, in a few words."""

from ...models.offers import Offer
from ..look.layer_text import kind_name
from ..look.sentences import translated
from ..look.size_text import bytes_text, parameters_text, pixels_text
from ..look.texts import tr

_LIBRARIES = ("torchvision", "timm", "hf")


def offer_name(offer: Offer) -> str:
    """The name without the library that has it, which the line below says; "cbam/resnet50" is a name as it is."""
    return offer.model.removeprefix(f"{offer.source}/") if offer.source in _LIBRARIES else offer.model


def source_name(offer: Offer) -> str:
    """Where the network comes from, as the user knows it."""
    return {
        "tour": tr("embedded"),
        "cbam": "CBAM",
        "bam": "BAM",
        "se": tr("squeeze and excitation"),
        "hf": "Hugging Face",
        "yours": tr("your own"),
    }.get(offer.source, offer.source)


def place_line(offer: Offer) -> str:
    """The line below the name: "torchvision · IMAGENET1K_V2 · used last"."""
    return " · ".join(part for part in (source_name(offer), offer.weights, translated(offer.note)) if part)


def kind_texts(offer: Offer) -> tuple[str, ...]:
    """ "16 channel", "12 heads"; "no attention" or "attention not known"."""
    if offer.kinds is None:
        return (tr("attention not known"),)
    return tuple(f"{count} {kind_name(kind)}" for kind, count in offer.kinds) or (tr("no attention"),)


def size_line(offer: Offer) -> str:
    """How large it is: "86.6 M · 224 × 224"; "" where nobody knows."""
    parameters = parameters_text(offer.parameters) if offer.parameters else ""
    pixels = pixels_text(offer.input_size) if offer.input_size else ""
    return " · ".join(part for part in (parameters, pixels) if part)


def state_text(offer: Offer) -> str:
    """Whether its weights are here: "here", "98 MB", "random only", "needs attnscope[timm]"."""
    if offer.state == "extra":
        return tr("needs {0}").format(f"attnscope[{offer.source}]")
    if offer.source == "yours":
        return ""
    if offer.state == "download":
        return bytes_text(offer.bytes) if offer.bytes else tr("to download")
    return tr("here") if offer.state == "here" else tr("random only")


def facts_line(offer: Offer) -> str:
    """All of it with its units, for the details below the list."""
    weights = {
        "here": tr("weights on this machine"),
        "download": tr("{0} to download").format(bytes_text(offer.bytes)) if offer.bytes else tr("to download"),
        "none": tr("no weights to be had: random ones only"),
        "extra": state_text(offer),
    }[offer.state]
    parts = (
        source_name(offer),
        offer.weights,
        *(kind_texts(offer) if offer.source != "yours" or offer.kinds else ()),
        tr("{0} parameters").format(parameters_text(offer.parameters)) if offer.parameters else "",
        tr("input {0} px").format(pixels_text(offer.input_size)) if offer.input_size else "",
        weights if offer.source != "yours" or offer.state == "extra" else "",
    )
    return " · ".join(part for part in parts if part)


def offer_sentence(offer: Offer) -> str:
    """A row of the list in words, for tool tips and screen readers."""
    said = f"{offer.model}: {facts_line(offer)}"
    return f"{said}; {translated(offer.note)}" if offer.note else said
