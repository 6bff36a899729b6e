"""The rows of assets/catalogue.json: which networks and weights there are, how large, and with what attention."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from attnscope.models.networks.tour import EMBEDDED_WEIGHTS
from attnscope.models.zoo.published import published

from .architectures_known import timm_architecture
from .measuring import Architecture, Kinds, Measured, built, counted
from .transformers_offers import transformers_architectures

Counts = list[int] | None
_KINDS = ("channel", "spatial", "heads", "other")

_BY_HAND = "published by its authors for download by hand: give the file with --weights"
_NOTES = {"tour": "comes with the program", "cbam/resnet50": _BY_HAND, "bam/resnet50": _BY_HAND}


def own_rows(known: Iterable[Measured]) -> Iterator[list[Any]]:
    """Model, kinds, parameters, rows, columns; name, bytes and file of its weights; a note."""
    for one in known:
        if "?" in one.model:
            continue
        weights = published(one.model)
        held = [weights.name, weights.bytes, weights.file] if weights else ["", 0, ""]
        if one.model == "tour":
            held[1] = EMBEDDED_WEIGHTS.stat().st_size
        yield [one.model, counts(one.kinds), one.parameters, *one.size, *held, _NOTES.get(one.model, "")]


def torchvision_rows(known: Iterable[Measured]) -> Iterator[list[Any]]:
    """Name, kinds, and for each of its weights: name, parameters, rows, columns, bytes, file."""
    from torchvision import models

    for one in known:
        name = one.model.partition("/")[2]
        published = [
            [
                weights.name,
                weights.meta["num_params"],
                *_crop(weights),
                _bytes(weights),
                PurePosixPath(weights.url).name,
            ]
            for weights in models.get_model_weights(name)
        ]
        yield [name, counts(one.kinds), *published]


def timm_rows(known: Mapping[str, Measured]) -> Iterator[list[Any]]:
    """Name, kinds, and for each tag: tag, parameters, rows, columns; where it lies, if not as usual; kinds, if others.

    A network without weights has one tag, "".
    """
    import timm

    tags: dict[str, list[str]] = {}
    for pretrained in timm.list_models(pretrained=True):
        name, _, tag = pretrained.partition(".")
        tags.setdefault(name, []).append(tag)
    for name in sorted(timm.list_models()):
        one = known[f"timm/{name}"]
        if name not in tags:
            yield [name, counts(one.kinds), ["", one.parameters, *one.size]]
            continue
        measured = [_tagged(one, f"{name}.{tag}") for tag in tags[name]]
        usual = measured[0][2]
        rows = [
            [
                tag,
                parameters,
                *architecture.size,
                *_places(f"{name}.{tag}"),
                *([] if kinds == usual else [counts(kinds)]),
            ]
            for tag, (architecture, parameters, kinds) in zip(tags[name], measured, strict=True)
        ]
        yield [name, counts(usual), *rows]


def transformers_rows() -> Iterator[list[Any]]:
    """ORG/NAME, kinds, parameters, rows, columns."""
    for architecture in transformers_architectures():
        network = built(architecture)
        parameters = sum(parameter.numel() for parameter in network.parameters())
        yield [
            architecture.model.partition("/")[2],
            counts(counted(network, architecture)),
            parameters,
            *architecture.size,
        ]


def counts(kinds: Kinds | None) -> Counts:
    """How many layers of channel, spatial, heads, other."""
    return None if kinds is None else [dict(kinds).get(kind, 0) for kind in _KINDS]


_seen: dict[tuple[object, ...], tuple[int, Kinds | None]] = {}


def _tagged(one: Measured, pretrained: str) -> tuple[Architecture, int, Kinds | None]:
    """Of a network as it is built for these weights: other classes, another size, another way to pool."""
    from timm.models import get_pretrained_cfg

    architecture = timm_architecture(pretrained)
    config = get_pretrained_cfg(pretrained)
    key = (
        one.model,
        config.num_classes,
        config.fixed_input_size,
        architecture.size,
        getattr(config, "global_pool", None),
    )
    if key not in _seen:
        network = built(architecture)
        parameters = sum(parameter.numel() for parameter in network.parameters())
        same = architecture.size == one.size and parameters == one.parameters
        _seen[key] = parameters, one.kinds if same else counted(network, architecture)
    return architecture, *_seen[key]


def _places(pretrained: str) -> list[str]:
    """Where the weights may lie: repositories and names of files; none for the repository of the usual name alone."""
    from timm.models import get_pretrained_cfg

    config: Any = get_pretrained_cfg(pretrained)
    repository = f"timm/{pretrained}" if config.hf_hub_id == "timm/" else config.hf_hub_id
    places = [place for place in (repository, PurePosixPath(config.url or "").name) if place]
    return [] if places == [f"timm/{pretrained}"] else places


def _crop(weights: Any) -> tuple[int, int]:
    side = weights.transforms().crop_size[0]
    return side, side


def _bytes(weights: Any) -> int:
    return round(weights.meta["_file_size"] * 2**20)  # in MiB there
