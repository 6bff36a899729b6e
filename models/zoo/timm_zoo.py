"""timm's networks, with weights out of the caches that timm itself keeps; nothing is fetched unasked."""

import difflib
import importlib.util
import inspect
import pickle
import sys
import warnings
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError
from torch import Tensor, nn

from ..errors import UserError
from ..foreign import Foreign
from ..model_request import RANDOM
from .builder_arguments import building, unexpected
from .order import Built, Order
from .random_weights import same_random_numbers
from .timm_names import timm_labels
from .timm_pictures import timm_preprocess
from .timm_weights import timm_weights

_REFUSED = (
    "pretrained",
    "features_only",
    "out_indices",
    "checkpoint_path",
    "pretrained_cfg",
    "scriptable",
    "exportable",
)
_UNREADABLE = (SafetensorError, RuntimeError, EOFError, pickle.UnpicklingError, OSError, ValueError, KeyError)


def timm_network(order: Order) -> Built:
    """One of timm's networks; with learnt weights where they are wanted, and here or to be fetched.

    **Raises** UserError where timm is missing, where it has no network, no weights or no argument of this name, and
    where weights cannot be fetched or read.
    """
    timm = _timm()
    name, record = _named(timm, order)
    _refuse(order.arguments)
    file, notes = timm_weights(name, record, order)
    with same_random_numbers():
        network = _made(timm, name, order, file)
    classes, own = int(getattr(network, "num_classes", 0) or 0), int(record.num_classes)
    headless = file is not None and classes != own
    if not classes:
        notes = (*notes, f"{name} names no classes: what looks like a prediction is what it makes of the image.")
    elif headless:
        notes = (*notes, f"These weights are for {own} classes: the head for {classes} is random.")
    return Built(
        network=network,
        preprocess=_preprocess(network, order),
        labels=timm_labels(network.pretrained_cfg, classes),  # pyright: ignore[reportArgumentType]
        title=name,
        random_weights=file is None,
        notes=notes,
        weights="" if file is None else (record.tag or file.name),
        random_head=headless,
    )


def timm_filtered(network: nn.Module, tensors: Mapping[str, Tensor]) -> dict[str, Tensor] | None:
    """A checkpoint of the network's authors, in timm's names and sizes; None where timm knows no other layout.

    Many of timm's networks can read the weights that their papers published: DeiT, DINO, MAE, Swin, ConvNeXt, ...
    """
    for kind in type(network).__mro__:
        if not kind.__module__.startswith("timm."):
            continue
        translate = getattr(sys.modules.get(kind.__module__), "checkpoint_filter_fn", None)
        if translate is not None:
            return _translated(translate, network, dict(tensors))
    return None


def _translated(
    translate: Callable[..., Any], network: nn.Module, tensors: dict[str, Tensor]
) -> dict[str, Tensor] | None:
    # Made for the checkpoints that its authors thought of: on any other it may fail in whatever way.
    takes = len(inspect.signature(translate).parameters)
    try:
        with Foreign("timm"), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found = translate(tensors, network) if takes > 1 else translate(tensors)
    except UserError:
        return None
    return {name: tensor for name, tensor in found.items() if isinstance(tensor, Tensor)}


def _timm() -> Any:
    if importlib.util.find_spec("timm") is None:
        raise UserError('timm is not installed: run pip install "attnscope[timm]".')
    with Foreign("timm"):
        import timm
    return timm


def _named(timm: Any, order: Order) -> tuple[str, Any]:
    """The network's full name, and timm's record of its weights.

    **Raises** UserError where there is none of this name, or no weights of this name.
    """
    name, _, tag = order.name.partition(".")
    if any(sign in name for sign in ":/\\"):
        raise UserError(f"timm/{order.name} is no network of timm's own: for one of the hub write hf/ORG/NAME.")
    if not timm.is_model(name):
        near = difflib.get_close_matches(name, timm.list_models(), 3)
        hint = f"did you mean {', '.join(near)}?" if near else 'search it with attnscope models "timm WORDS".'
        raise UserError(f"timm has no network {name!r}: {hint}")
    if order.weights not in (None, RANDOM):
        tag = str(order.weights).removeprefix(f"{name}.")
    try:
        record = timm.get_pretrained_cfg(f"{name}.{tag}" if tag else name)
    except RuntimeError as error:
        raise UserError(f"timm/{name} has no weights {tag!r}: {_tags(timm, name)}.") from error
    if record is None:
        name, record = _todays_name(timm, name)
    return f"{name}.{record.tag}" if record.tag else name, record


def _todays_name(timm: Any, old: str) -> tuple[str, Any]:
    """What timm calls a network now that it once called otherwise."""
    with warnings.catch_warnings(), torch.device("meta"):
        warnings.simplefilter("ignore")
        record = timm.models.PretrainedCfg(**timm.create_model(old).pretrained_cfg)
    return record.architecture or old, record


def _tags(timm: Any, name: str) -> str:
    tags = [full.partition(".")[2] for full in timm.list_pretrained(f"{name}.*")]
    return f"it has {', '.join(tags)}" if tags else "timm publishes none for it"


def _refuse(arguments: Mapping[str, Any]) -> None:
    for name in _REFUSED:
        if name in arguments:
            raise UserError(
                f"timm's {name} is not taken here: a whole network is shown, with the weights that you name."
            )
    if arguments.get("in_chans", 3) != 3:
        raise UserError(f"A network for {arguments['in_chans']} channels has no use for images in colour: it needs 3.")


def _made(timm: Any, name: str, order: Order, file: Path | None) -> nn.Module:
    options = {"num_classes": order.classes} if order.classes else {}
    options |= order.arguments
    if file is not None:
        # timm's own way with its weights, which treats head, first layer and position embeddings as it must.
        overlay = {"file": str(file), "custom_load": file.suffix == ".npz", "source": ""}
        options |= {"pretrained": True, "pretrained_cfg_overlay": overlay}
    with building(f"timm/{name}", lambda: timm.create_model(name)):
        try:
            return _sized(timm, name, options, order.size)
        except _UNREADABLE as error:
            if file is None:
                raise
            said = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
            raise UserError(f"{file} does not fit or is damaged ({said}): delete it, and add --download.") from error


def _sized(timm: Any, name: str, options: dict[str, Any], size: tuple[int, int] | None) -> nn.Module:
    """Built for the input's size where the network is built for one; others take every size."""
    if size is None or "img_size" in options:
        return timm.create_model(name, **options)
    try:
        return timm.create_model(name, img_size=size, **options)
    except TypeError as error:
        if unexpected(error) != "img_size":
            raise
        return timm.create_model(name, **options)


def _preprocess(network: nn.Module, order: Order) -> Any:
    with Foreign("timm"):
        from timm.data.config import resolve_model_data_config

        size = order.arguments.get("img_size")
        wished = (
            {} if size is None else {"input_size": (3, *(size if isinstance(size, tuple | list) else (size, size)))}
        )
        return timm_preprocess(resolve_model_data_config(network, wished))  # pyright: ignore[reportArgumentType]
