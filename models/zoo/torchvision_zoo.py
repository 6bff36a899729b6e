"""torchvision's networks, with the weights that their publisher has for them."""

import difflib
import inspect
import pickle
from collections.abc import Mapping
from typing import Any

from torch import Tensor, nn

from ..errors import UserError
from ..foreign import Foreign
from ..model_request import RANDOM, Preparation
from ..pictures.preparing import prepared
from ..pictures.preprocess import Preprocess
from .builder_arguments import building
from .downloads import fetch, sha256_in_name
from .order import Built, Order
from .published import hub_file
from .random_weights import same_random_numbers
from .torchvision_pictures import torchvision_preprocess

_OWN_SIDE = 224
_UNREADABLE = (RuntimeError, EOFError, pickle.UnpicklingError, OSError, KeyError)


def torchvision_network(order: Order) -> Built:
    """One of torchvision's networks; with learnt weights where they are wanted, and here or to be fetched.

    **Raises** UserError where it has no network, no weights or no argument of this name, where the weights do not suit
    the number of classes or the input size, and where they cannot be fetched.
    """
    with Foreign("torchvision"):
        # Takes 1.5 s to import, and only these networks need it.
        from torchvision import models
    builder = _builder(models, order.name)
    default = _default_weights(models, order.name)
    record, notes = _chosen(models, order, default)
    options = _options(order)
    _refuse_cut_patches(order, options)
    with same_random_numbers(), building(f"torchvision/{order.name}", lambda: builder(**_none(builder))):
        if record is None:
            network = builder(**_none(builder), **options)
        else:
            network, more = _learnt(builder, record, options, order)
            notes = (*notes, *more)
    told = record or default
    return Built(
        network=network,
        preprocess=_preprocess(told, _as_built(order, record, options)),
        labels=_labels(told, _classes(order)),
        title=order.name,
        random_weights=record is None,
        notes=notes,
        weights="" if record is None else record.name,
    )


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


def _chosen(models: Any, order: Order, default: Any) -> tuple[Any, tuple[str, ...]]:
    """The weights to load, which are on this machine; None for random ones, and what is to be said of that."""
    if order.random or order.weights == RANDOM:
        return None, ()
    record = default if order.weights is None else _named(models, order)
    if record is None:
        return None, (f"torchvision publishes no weights for {order.name}.",)
    own, classes = len(record.meta.get("categories") or ()), _classes(order)
    if classes and own and classes != own:
        sentence = f"The weights {record.name} of {order.name} are for {own} classes, not {classes}"
        return _without(order, f"{sentence}: give a checkpoint with {classes} classes, or leave the weights random.")
    path = hub_file(record.url)
    if not path.is_file() and order.download:
        fetch(record.url, path, order.progress, sha256_in_name(path.name), int(_megabytes(record) * 1e6))
    if path.is_file():
        return record, ()
    size = f" ({_megabytes(record):.0f} MB)" if _megabytes(record) else ""
    missing = f"The weights {record.name} of {order.name} are not on this machine"
    return _without(order, f"{missing}: add --download to fetch them{size}.")


def _without(order: Order, sentence: str) -> tuple[None, tuple[str, ...]]:
    """Random weights where nobody asked for certain ones."""
    if order.weights is not None or order.download:
        raise UserError(sentence)
    return None, (sentence,)


def _named(models: Any, order: Order) -> Any:
    try:
        records = models.get_model_weights(order.name)
    except ValueError as error:
        raise UserError(f"torchvision publishes no weights for {order.name}: give a checkpoint.") from error
    try:
        return records[order.weights]
    except KeyError as error:
        has = ", ".join(record.name for record in records)
        raise UserError(f"torchvision/{order.name} has no weights {order.weights!r}: it has {has}.") from error


def _megabytes(record: Any) -> float:
    return float(record.meta.get("_file_size", 0))


def _classes(order: Order) -> int | None:
    return order.classes or order.arguments.get("num_classes")


def _options(order: Order) -> dict[str, Any]:
    """The arguments of the builder but its weights."""
    options = {"num_classes": order.classes} if order.classes else {}
    return options | _size_option(order) | dict(order.arguments)


def _size_option(order: Order) -> dict[str, Any]:
    """The input size, for a network that is built for one."""
    if order.size is None or not order.name.startswith(("vit_", "maxvit")):
        return {}
    rows, columns = order.size
    if rows != columns:
        raise UserError(f"torchvision/{order.name} takes square inputs only, not {rows} x {columns}: give one size.")
    return {"image_size": rows} if order.name.startswith("vit_") else {"input_size": order.size}


def _as_built(order: Order, record: Any, options: Mapping[str, Any]) -> Mapping[str, Any]:
    """With the size that a vision transformer without weights has, whatever its best weights would take."""
    return {"image_size": _OWN_SIDE} | dict(options) if record is None and order.name.startswith("vit_") else options


def _refuse_cut_patches(order: Order, options: Mapping[str, Any]) -> None:
    side, patch = options.get("image_size"), order.name.rpartition("_")[2]
    if not order.name.startswith("vit_") or not isinstance(side, int) or not patch.isdecimal() or not side % int(patch):
        return
    below = side // int(patch) * int(patch)
    near = f"{below} or {below + int(patch)}" if below > 0 else patch
    raise UserError(f"torchvision/{order.name} cuts {patch} x {patch} patches, and {side} is no multiple: give {near}.")


def _none(builder: Any) -> dict[str, None]:
    """No weights, and none of the backbone either, which would be downloaded."""
    return {name: None for name in ("weights", "weights_backbone") if name in inspect.signature(builder).parameters}


def _learnt(builder: Any, record: Any, options: Mapping[str, Any], order: Order) -> tuple[nn.Module, tuple[str, ...]]:
    side = options.get("image_size", record.meta.get("min_size", (0,))[0])
    try:
        if order.name.startswith("vit_") and side != record.meta["min_size"][0]:
            return _at_another_size(builder, record, options, side)
        return builder(**_none(builder) | {"weights": record}, **options), ()
    except _UNREADABLE as error:
        said = str(error).splitlines()[0] if str(error) else type(error).__name__
        path = hub_file(record.url)
        raise UserError(f"{path} does not fit or is damaged ({said}): delete it, and add --download.") from error


def _at_another_size(
    builder: Any, record: Any, options: Mapping[str, Any], side: int
) -> tuple[nn.Module, tuple[str, ...]]:
    """A vision transformer whose position embeddings are stretched to the input's size."""
    from torchvision.models.vision_transformer import interpolate_embeddings

    network = builder(weights=None, **options)
    state: Any = record.get_state_dict(progress=False, check_hash=True)
    fitted: Mapping[str, Tensor] = interpolate_embeddings(side, network.patch_size, state)
    network.load_state_dict(fitted)
    return network, (f"The position embeddings were stretched to {side} x {side} pixels.",)


def _preprocess(record: Any, options: Mapping[str, Any]) -> Preprocess:
    """As the weights' own record says it, at the size that the network is built for."""
    told = torchvision_preprocess(None if record is None else record.transforms())
    size = options.get("image_size") or options.get("input_size")
    pair = (size, size) if isinstance(size, int) else None if size is None else (size[0], size[1])
    return prepared(told, Preparation(size=pair))


def _labels(record: Any, classes: int | None) -> tuple[str, ...]:
    names = tuple(record.meta.get("categories") or ()) if record is not None else ()
    return names if classes in (None, len(names)) else ()
