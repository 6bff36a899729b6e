"""Loads what a MODEL names: out of its source, with its weights, onto its device."""

import contextlib
import dataclasses
from collections.abc import Callable
from pathlib import Path

import torch

from ..devices.devices import pick_device
from ..errors import UserError
from ..foreign import Foreign
from ..model_request import RANDOM, ModelRequest, Precision, Preparation
from ..pictures.preparing import checked, prepared
from ..progress import Progress, quietly
from .hf_zoo import hf_network
from .labels import labels_for
from .loaded import Loaded, describe
from .named_path import named_path
from .order import Built, Order
from .own_networks import own_network, tour_network, users_network
from .spec import Spec, parsed
from .timm_zoo import timm_network
from .torchvision_zoo import torchvision_network
from .undisturbed import undisturbed
from .weights_file import with_weights_of
from .whole_network import whole_network

__all__ = ["Loaded", "describe", "load_model", "load_requested"]

_SOURCES: dict[str, Callable[[Order], Built]] = {
    "cbam": own_network,
    "se": own_network,
    "bam": own_network,
    "torchvision": torchvision_network,
    "timm": timm_network,
    "hf": hf_network,
}


def load_model(
    spec: str,
    weights: Path | str | None = None,
    device: str = "auto",
    trust: bool = False,
    *,
    labels: Path | str | None = None,
    precision: Precision = "float32",
    download: bool = False,
    skip_head: bool = False,
    preparation: Preparation | None = None,
) -> Loaded:
    """The network that `spec` names, ready to run.

    `weights` is a checkpoint to put into it, the name of weights that its source publishes, or "random"; None takes
    the source's own where they are on this machine, else random ones. `trust` lets a checkpoint run the code in it,
    `download` fetches what is not on this machine, `skip_head` leaves out a head that alone does not fit. `labels` is
    a file of class names or "imagenet"; `preparation` what the user knows better than the weights' own record.

    **Raises** UserError for whatever the user can mend: an unknown name, a file that does not fit, a device that is
    not here, code of his own that fails.
    """
    request = ModelRequest(
        spec,
        _text(weights),
        _text(labels),
        device,
        precision,
        trust,
        download,
        skip_head,
        preparation or Preparation(),
    )
    return load_requested(request)


def load_requested(request: ModelRequest, progress: Progress = quietly) -> Loaded:
    """The same for a request; `progress` hears how far it is, and can stop it.

    **Raises** UserError as `load_model` does; Cancelled where `progress` stops it.
    """
    where = pick_device(request.checked().device)
    spec, preparation = parsed(request.model), checked(request.preparation)
    progress(f"Loading {spec.text} …")
    with undisturbed():
        built = _built(spec, request, progress)
        prepare = prepared(built.preprocess, preparation)
        labels = labels_for(request.labels, built.labels)
        progress(f"Moving {built.title} to {where} …")
        network = _settled(built, where)
    return Loaded(
        network,
        prepare,
        labels,
        spec.text,
        built.title,
        built.random_weights,
        where,
        request.precision,
        built.random_head,
        built.weights,
        built.notes,
        built.preprocess,
        spec.folder,
    )


def _text(path: Path | str | None) -> str | None:
    return None if path is None else str(path)


def _built(spec: Spec, request: ModelRequest, progress: Progress) -> Built:
    file = _file_of_weights(request.weights, spec)
    order = Order(
        name=spec.name,
        arguments=spec.arguments,
        weights=None if file else request.weights,
        random=file is not None or request.weights == RANDOM,
        size=request.preparation.size,
        download=request.download,
        progress=progress,
        trust=request.trust,
    )
    if spec.source == "tour":
        return tour_network(order, file)

    def build(order: Order) -> Built:
        if spec.source in ("file", "module"):
            return users_network(spec, order)
        if spec.source == "whole":
            return whole_network(spec, order)
        return _SOURCES[spec.source](dataclasses.replace(order, family=spec.source))

    return build(order) if file is None else with_weights_of(file, build, order, request)


def _file_of_weights(weights: str | None, spec: Spec) -> Path | None:
    """The checkpoint that `weights` means; None where it is the name of weights that the source knows.

    A name has no folder and no ending; code of the user's and the tour network know no names.
    """
    if weights is None or weights == RANDOM:
        return None
    path = named_path(weights)
    if path.exists() or spec.source in ("tour", "file", "module", "whole"):
        return path
    return path if len(path.parts) > 1 or path.suffix else None


def _settled(built: Built, where: torch.device) -> torch.nn.Module:
    network = built.network
    with Foreign(f"Moving {built.title} to {where}"):
        if any(tensor.is_meta for tensor in (*network.parameters(), *network.buffers())):
            raise UserError(
                f"{built.title} has weights without values (on the device meta): let its code make them on the CPU."
            )
        # What they return is not asked: code that overrides them often forgets to.
        network.to(where)
        # An exported program knows no modes: it was exported in one.
        with contextlib.suppress(NotImplementedError):
            network.eval()
    return network
