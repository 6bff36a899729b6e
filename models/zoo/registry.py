"""Which networks can be loaded, and how each is named."""

import dataclasses
import json
from collections.abc import Callable
from pathlib import Path

from safetensors import safe_open
from torch import nn

from ..checkpoints.reading import load_weights
from ..devices.devices import pick_device
from ..errors import UserError
from ..networks import tour
from ..pictures.preprocess import Preprocess
from .labels import read_labels
from .loaded import Loaded, describe
from .torchvision_zoo import torchvision_network
from .user_code import network_from_file, network_from_module

__all__ = ["Loaded", "describe", "load_model"]

UNDERSTOOD = "tour, torchvision/NAME, path/to/file.py:callable and package.module:callable"
"""The forms of a MODEL, for a sentence."""


def load_model(
    spec: str, weights: Path | str | None = None, device: str = "auto", trust: bool = False, labels: Path | None = None
) -> Loaded:
    """The network that `spec` names, ready to run.

    `weights` is a checkpoint to put into it, which may hold code only where it is trusted; `labels` a file with the
    names of its classes.

    **Raises** UserError for whatever the user can mend: an unknown name, a file that does not fit, a device that is
    not here, code of his own that fails.
    """
    where = pick_device(device)
    file = None if weights is None else Path(weights).expanduser()
    loaded = _builder(spec)(spec, file)
    if file is not None and spec != "tour":
        load_weights(loaded.model, file, trust)
        loaded = dataclasses.replace(loaded, random_weights=False)
    if labels is not None:
        loaded = dataclasses.replace(loaded, labels=read_labels(Path(labels).expanduser()))
    return dataclasses.replace(loaded, model=loaded.model.to(where).eval(), device=where)


def _builder(spec: str) -> Callable[[str, Path | None], Loaded]:
    if spec == "tour":
        return _tour
    if spec.startswith("torchvision/"):
        return _torchvision
    place, colon, name = spec.rpartition(":")
    if colon and name.isidentifier() and place.endswith(".py"):
        return _file
    if colon and name.isidentifier() and all(part.isidentifier() for part in place.split(".")):
        return _module
    if spec.endswith(".py"):
        raise UserError(f"{spec} needs the name of what makes the network: {spec}:NAME.")
    raise UserError(f"{spec!r} is no network that is known here: {UNDERSTOOD} are understood.")


def _tour(spec: str, weights: Path | None) -> Loaded:
    path = tour.EMBEDDED_WEIGHTS if weights is None else weights
    network = tour.load_tour(path)
    with safe_open(path, framework="pt") as file:
        notes = {key: json.loads(text) for key, text in file.metadata().items() if key in ("classes", "mean", "std")}
    # Cropped, as it was trained on scenes without borders: the bars of a letterbox draw its attention to themselves.
    size = (tour.INPUT_SIZE, tour.INPUT_SIZE)
    mean, std = (tuple(notes.get(key, default)) for key, default in (("mean", tour.MEAN), ("std", tour.STD)))
    return Loaded(network, Preprocess(size, "crop", mean, std), tuple(notes["classes"]), spec, "tour network")


def _torchvision(spec: str, weights: Path | None) -> Loaded:
    return torchvision_network(spec.removeprefix("torchvision/"), learnt=weights is None)


def _file(spec: str, _weights: Path | None) -> Loaded:
    place, _, name = spec.rpartition(":")
    network, learnt = network_from_file(Path(place), name)
    return _users(spec, f"{Path(place).name}:{name}", network, learnt)


def _module(spec: str, _weights: Path | None) -> Loaded:
    place, _, name = spec.rpartition(":")
    return _users(spec, spec, *network_from_module(place, name))


def _users(spec: str, title: str, network: nn.Module, learnt: bool) -> Loaded:
    return Loaded(network, _guess(network), (), spec, title, random_weights=not learnt)


def _guess(network: nn.Module) -> Preprocess:
    """ImageNet's ways, at the size that the network says of itself (`input_size`) or else at 224."""
    match getattr(network, "input_size", 224):
        case int(side) | (int(side),) if side > 0:
            size = (side, side)
        case (*_, int(rows), int(columns)) if min(rows, columns) > 0:
            size = (rows, columns)
        case _:
            size = (224, 224)
    return Preprocess(size, "crop", guessed=True)
