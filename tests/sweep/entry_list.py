"""All entries of the sweep. A library is loaded only where its networks are asked for."""

from collections.abc import Callable, Iterable

from .entries import Entry, Source


def _torchvision() -> Iterable[Entry]:
    from .torchvision_entries import torchvision_entries

    return torchvision_entries()


def _timm() -> Iterable[Entry]:
    from .timm_entries import timm_entries

    return timm_entries()


def _transformers() -> Iterable[Entry]:
    from .transformers_entries import transformers_entries

    return transformers_entries()


def _detection() -> Iterable[Entry]:
    from .detection_entries import detection_entries

    return detection_entries()


def _handwritten() -> Iterable[Entry]:
    from .handwritten_entries import handwritten_entries

    return handwritten_entries()


_CATALOGUES: tuple[tuple[tuple[Source, ...], Callable[[], Iterable[Entry]]], ...] = (
    (("torchvision",), _torchvision),
    (("timm", "timm attn_layer", "timm layers"), _timm),
    (("transformers",), _transformers),
    (("torchvision detection",), _detection),
    (("hand-written",), _handwritten),
)


def catalogue(source: str | None = None) -> list[Entry]:
    """Every entry, or those of one source, in the order of the table."""
    chosen = [make for sources, make in _CATALOGUES if source is None or source in sources]
    return [entry for make in chosen for entry in make() if source is None or entry.source == source]
