"""Builds networks of transformers from what their folder holds."""

import pickle
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError
from torch import nn

from ..checkpoints.checkpoint import read_checkpoint
from ..checkpoints.pickles import UntrustedError
from ..errors import UserError
from .builder_arguments import listed
from .order import Order
from .random_weights import same_random_numbers

_UNREADABLE = (SafetensorError, RuntimeError, EOFError, pickle.UnpicklingError, OSError, ValueError, KeyError)
_NO_MATTER = re.compile(r"(^|\.)(num_batches_tracked|position_ids|pooler\..*|mask_token)$")
"""Tensors that the predictions do not depend on, and that many published files leave out."""


def hf_config(told: Mapping[str, Any], title: str) -> Any:
    """The configuration that a config.json tells.

    **Raises** UserError where it tells what no network can be.
    """
    from transformers import CONFIG_MAPPING

    kind = str(told.get("model_type") or "timm_wrapper")  # as timm's own files on the hub leave it out
    if kind == "vit_mae":
        kind = "vit"  # the encoder alone, by the same names: the other hides three quarters of the picture by chance
    try:
        return CONFIG_MAPPING[kind].from_dict({**told, "model_type": kind})
    except (TypeError, ValueError, KeyError) as error:
        raise UserError(f"The config.json of {title} says what no network can be ({error}): mend it.") from error


def adapted(config: Any, order: Order, title: str, learnt: bool) -> Any:
    """The configuration with the user's arguments in it."""
    arguments = dict(order.arguments)
    classes = arguments.pop("num_labels", arguments.pop("num_classes", order.classes))
    for name, value in arguments.items():
        if not hasattr(config, name) or name.startswith("_"):
            known = sorted(key for key, one in config.to_dict().items() if _is_number(one))
            raise UserError(f"The configuration of {title} has no {name}: it has {listed(known)}.")
        setattr(config, name, value)
    if classes is not None and int(classes) != config.num_labels:
        config.num_labels = int(classes)
    if order.size is not None and not learnt and getattr(config, "image_size", None) and "image_size" not in arguments:
        config.image_size = order.size[0] if order.size[0] == order.size[1] else list(order.size)
    return config


def _is_number(value: Any) -> bool:
    """Whether it is what people change: a width, a depth, or a list of them."""
    first = value[0] if isinstance(value, list) and value else value
    return isinstance(first, int) and not isinstance(first, bool)


def hf_maker(config: Any, told: Mapping[str, Any]) -> Any:
    """The class of classes that builds it: with a head for classes where its weights have one."""
    from transformers import AutoModel, AutoModelForImageClassification
    from transformers.models.auto.modeling_auto import MODEL_FOR_IMAGE_CLASSIFICATION_MAPPING_NAMES

    architectures = told.get("architectures") or ()
    can = config.model_type in MODEL_FOR_IMAGE_CLASSIFICATION_MAPPING_NAMES
    does = any("ForImageClassification" in str(name) for name in architectures)
    return AutoModelForImageClassification if can and (does or not architectures) else AutoModel


def random_network(maker: Any, config: Any) -> nn.Module:
    """The network with random weights, the same ones every time."""
    with same_random_numbers():
        return maker.from_config(config)


def learnt_network(maker: Any, config: Any, folder: Path, title: str) -> tuple[nn.Module, tuple[str, ...]]:
    """The network with its weights in float32, and a sentence where the file holds no head for it."""
    options: dict[str, Any] = {"local_files_only": True, "output_loading_info": True, "ignore_mismatched_sizes": True}
    try:
        with same_random_numbers():
            network, report = maker.from_pretrained(str(folder), config=config, dtype=torch.float32, **options)
    except _UNREADABLE as error:
        _say_what_is_wrong(folder, title)
        said = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        raise UserError(f"The weights of {title} cannot be read ({said}): copy or fetch them again.") from error
    return network, _head_missing(network, report, title)


def _say_what_is_wrong(folder: Path, title: str) -> None:
    """In our words, where the file itself is wrong."""
    try:
        read_checkpoint(folder)
    except UntrustedError as error:
        held = ", ".join(error.names[:3])
        raise UserError(
            f"The weights of {title} hold more than weights ({held}), which is not read: save the weights alone."
        ) from error
    except UserError as error:
        raise UserError(f"{title}: {error}") from error


def _head_missing(network: nn.Module, report: Mapping[str, Any], title: str) -> tuple[str, ...]:
    """A sentence where nothing but the head is missing.

    **Raises** UserError where more is: it is another network then.
    """
    other = [str(entry[0] if isinstance(entry, tuple) else entry) for entry in report.get("mismatched_keys") or ()]
    missing = [str(name) for name in report.get("missing_keys") or () if not _NO_MATTER.search(str(name))]
    front = f"{getattr(network, 'base_model_prefix', '')}."
    lacking = [*other, *missing]
    headed = any(name.startswith(front) for name, _ in network.named_parameters())
    inside = [name for name in lacking if name.startswith(front) or not headed]
    if inside:
        told = inside[0] if len(inside) == 1 else f"{inside[0]} and {len(inside) - 1} more"
        what = f"{'is' if len(inside) == 1 else 'are'} {'of another size' if inside[0] in other else 'not in it'}"
        raise UserError(
            f"The weights of {title} do not fit its config.json, as {told} {what}: copy both again from one place."
        )
    return (f"The weights of {title} hold no head that fits: the predictions mean nothing.",) if lacking else ()
