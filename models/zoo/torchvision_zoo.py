"""torchvision's networks, with learnt weights where their file is here already; nothing is ever downloaded."""

import difflib
import inspect
from pathlib import Path
from typing import Any

import torch

from ..errors import UserError
from ..foreign import Foreign
from ..pictures.preprocess import Interpolation, Preprocess
from .loaded import Loaded
from .random_weights import same_random_numbers


def torchvision_network(name: str, learnt: bool = True) -> Loaded:
    """One of torchvision's networks; `learnt` False: with random weights in any case.

    **Raises** UserError where there is none of this name, or where torchvision itself is missing.
    """
    with Foreign("torchvision"):
        # Takes 1.5 s to import, and only these networks need it.
        from torchvision import models
    builder = _builder(models, name)
    record = _default_weights(models, name)
    cached = learnt and record is not None and _is_cached(record)
    options: dict[str, Any] = {"weights": record if cached else None}
    if "weights_backbone" in inspect.signature(builder).parameters:
        options["weights_backbone"] = None  # else it would be downloaded
    with Foreign(f"torchvision/{name}"), same_random_numbers():
        network = builder(**options)
    return Loaded(network, _preprocess(record), _labels(record), f"torchvision/{name}", name, not cached)


def _builder(models: Any, name: str) -> Any:
    known = models.list_models()
    if name in known:
        return models.get_model_builder(name)
    near = difflib.get_close_matches(name, known, 3)
    hint = f"did you mean {', '.join(near)}?" if near else "torchvision.models.list_models() lists them."
    raise UserError(f"torchvision has no network {name!r}: {hint}")


def _default_weights(models: Any, name: str) -> Any:
    """torchvision's own choice among the weights that it has for this network; None where it has none."""
    try:
        return models.get_model_weights(name).DEFAULT
    except (ValueError, AttributeError):
        return None


def _is_cached(record: Any) -> bool:
    return (Path(torch.hub.get_dir()) / "checkpoints" / record.url.rpartition("/")[2]).is_file()


def _preprocess(record: Any) -> Preprocess:
    """As the weights' own record says it; what the record does not say is guessed."""
    transform: Any = record.transforms() if record is not None else None
    if not hasattr(transform, "crop_size"):
        return Preprocess((224, 224), "crop", resize=256, guessed=True)
    side = transform.crop_size[0]
    ways: dict[str, Interpolation] = {"bicubic": "bicubic", "nearest": "nearest"}
    return Preprocess(
        size=(side, side),
        fit="crop",
        mean=tuple(transform.mean),
        std=tuple(transform.std),
        resize=transform.resize_size[0],
        interpolation=ways.get(transform.interpolation.value, "bilinear"),
    )


def _labels(record: Any) -> tuple[str, ...]:
    return tuple(record.meta.get("categories", ())) if record is not None else ()
