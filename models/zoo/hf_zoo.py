"""Networks of transformers, out of a folder or the cache of the Hugging Face hub; nothing is fetched unasked."""

import contextlib
import importlib.util
import inspect
import warnings
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import torch
from torch import nn

from ..errors import UserError
from ..foreign import Foreign
from ..model_request import RANDOM, Preparation
from ..pictures.preparing import prepared
from .hf_building import adapted, hf_config, hf_maker, learnt_network, random_network
from .hf_folder import configuration, hf_folder, missing_shard, weights_file
from .hf_records import hf_labels, hf_way
from .order import Built, Order

_TOWERS = ("vision_model", "vision_tower", "visual_model", "image_encoder")
"""What the part that sees is called in networks that also read."""


def hf_network(order: Order) -> Built:
    """A network of transformers that sees; with learnt weights where they are here or to be fetched.

    **Raises** UserError where transformers is missing, where the folder or repository holds no network that takes
    images, needs code of its own, or cannot be read.
    """
    _require()
    if order.weights not in (None, RANDOM):
        raise UserError(f"{order.name} has one set of weights, and none called {order.weights!r}: leave the name out.")
    folder = hf_folder(order)
    told = configuration(folder)
    title = _title(order, folder)
    _refuse_own_code(told, title)
    file = None if order.random or order.weights == RANDOM else weights_file(folder)
    _refuse_half(file, folder, order, title)
    with _quiet(), Foreign(title):
        config = adapted(hf_config(told, title), order, title, learnt=file is not None)
        maker, missing = hf_maker(config, told), ()
        if file is None:
            network = random_network(maker, config)
        else:
            network, missing = learnt_network(maker, config, folder, title)
        network, notes = _seeing(network, title)
        _try_size(network, order, network.config, title)
    preprocess = hf_way(folder, told, str(getattr(config, "model_type", "")), _own_size(network.config))
    if "image_size" in order.arguments:
        preprocess = prepared(preprocess, Preparation(size=_own_size(config)))
    return Built(
        network=network,
        preprocess=preprocess,
        labels=hf_labels(told, network, order.classes),
        title=title,
        random_weights=file is None,
        notes=(*notes, *missing, *_why_random(file, order, title)),
        weights="" if file is None else file.name,
        random_head=bool(missing),
    )


def _require() -> None:
    if importlib.util.find_spec("transformers") is None:
        raise UserError('transformers is not installed: run pip install "attnscope[hf]".')


def _title(order: Order, folder: Path) -> str:
    return f"hf/{order.name}" if folder != Path(order.name).expanduser() else folder.resolve().name


def _refuse_own_code(told: Mapping[str, Any], title: str) -> None:
    from transformers import CONFIG_MAPPING

    kind = str(told["model_type"]) if "model_type" in told else None
    if kind in CONFIG_MAPPING or "pretrained_cfg" in told:
        return
    if told.get("auto_map"):
        raise UserError(f"{title} needs Python code of its own, which is not run: build it in a file, and load that.")
    raise UserError(f"{title} is of the type {kind!r}, which this version of transformers does not know: update it.")


def _refuse_half(file: Path | None, folder: Path, order: Order, title: str) -> None:
    """Where a user's own folder lacks some of its weights, he thinks that they are there."""
    lacking = None if file is not None or order.random or order.weights == RANDOM else missing_shard(folder)
    if lacking is not None and not title.startswith("hf/"):
        raise UserError(f"The folder {title} lacks {lacking}, a part of its weights: copy it there.")


def _why_random(file: Path | None, order: Order, title: str) -> tuple[str, ...]:
    if file is not None or order.random or order.weights == RANDOM:
        return ()
    if title.startswith("hf/"):
        return (f"The weights of {title} are not on this machine: add --download to fetch them.",)
    return (f"The folder {title} holds no weights.",)


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Without the reports and bars that transformers writes to the terminal."""
    with Foreign("transformers"):
        from transformers.utils import logging

    level, bars = logging.get_verbosity(), logging.is_progress_bar_enabled()
    logging.set_verbosity(logging.CRITICAL)  # pyright: ignore[reportPrivateImportUsage]
    logging.disable_progress_bar()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.set_verbosity(level)
        if bars:
            logging.enable_progress_bar()


def _seeing(network: nn.Module, title: str) -> tuple[nn.Module, tuple[str, ...]]:
    """The network, or the part of it that sees.

    **Raises** UserError where it takes something else than an image.
    """
    if _takes_an_image(network):
        return network, ()
    for name in _TOWERS:
        tower = getattr(network, name, None)
        if isinstance(tower, nn.Module) and _takes_an_image(tower):
            return tower, (f"Only the part of {title} that sees was loaded ({name}).",)
    raise UserError(f"{title} takes more than an image, or none: choose a network for images.")


def _takes_an_image(network: nn.Module) -> bool:
    told = list(inspect.signature(network.forward).parameters.values())
    open_kinds = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)
    needed = [one.name for one in told if one.default is inspect.Parameter.empty and one.kind not in open_kinds]
    return bool(told) and told[0].name == "pixel_values" and needed in ([], ["pixel_values"])


def _own_size(config: Any) -> tuple[int, int] | None:
    """The input's size that the network is built for; None for one that takes any."""
    size = getattr(config, "image_size", None)
    if isinstance(size, int):
        return size, size
    return (int(size[0]), int(size[1])) if isinstance(size, list | tuple) and len(size) == 2 else None


def _try_size(network: nn.Module, order: Order, config: Any, title: str) -> None:
    """Finds out whether learnt position embeddings let the input have the size that the user asked for."""
    own = _own_size(config)
    if order.size is None or own is None or order.size == own:
        return
    rows, columns = order.size
    try:
        with Foreign(title), torch.inference_mode():
            network.eval()(torch.zeros(1, 3, rows, columns))
    except UserError as error:
        built = f"was made for {own[0]} x {own[1]} pixels and does not take {rows} x {columns}"
        raise UserError(f"{title} {built}: leave the size out.") from error
