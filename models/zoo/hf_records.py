"""What the files beside a network of transformers say of its pictures and its classes."""

import dataclasses
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from torch import nn

from ..errors import UserError
from ..foreign import Foreign
from ..model_request import Preparation
from ..pictures.preparing import checked, prepared
from ..pictures.preprocess import Preprocess
from .hf_folder import processor_record
from .hf_pictures import hf_preprocess, processor_kind
from .timm_names import timm_labels
from .timm_pictures import timm_preprocess

_UNNAMED = re.compile(r"LABEL_\d+")
_FIELDS = (
    *("do_resize", "size", "resample", "default_to_square", "do_center_crop", "crop_size", "crop_pct", "do_rescale"),
    *("rescale_factor", "rescale_offset", "do_normalize", "image_mean", "image_std", "include_top"),
    *("do_flip_channel_order", "do_pad", "size_divisor", "resize_short"),
)


def hf_way(folder: Path, config: Mapping[str, Any], kind: str, own: tuple[int, int] | None) -> Preprocess:
    """How an image becomes the network's input; guessed from its own size where no record lies beside it.

    **Raises** UserError where the record says what cannot be done.
    """
    if "pretrained_cfg" in config:
        return _of_timm(config["pretrained_cfg"])
    record = processor_record(folder)
    if record is not None:
        return _recorded(record, processor_defaults(processor_kind(record) or _usual_processor(kind)), folder)
    guess = hf_preprocess({}, processor_defaults(_usual_processor(kind)))
    return dataclasses.replace(prepared(guess, Preparation(size=own)), guessed=True)


def _recorded(record: Mapping[str, Any], defaults: Mapping[str, Any], folder: Path) -> Preprocess:
    try:
        way = hf_preprocess(record, defaults)
        checked(Preparation(way.size, way.fit, way.mean, way.std))
    except (UserError, TypeError, ValueError, LookupError, AttributeError, ArithmeticError) as error:
        said = str(error).rstrip(".")
        raise UserError(f"What {folder.name} says of preparing pictures cannot be done ({said}): mend it.") from error
    return way


def hf_labels(config: Mapping[str, Any], network: nn.Module, classes: int | None) -> tuple[str, ...]:
    """The names in `id2label`; none where they are only numbers, or not as many as the network's classes."""
    told = config.get("id2label") or config.get("label_names")
    if isinstance(told, list):
        told = dict(enumerate(told))
    if "ForImageClassification" not in type(network).__name__:
        return ()
    count = classes or int(getattr(network.config, "num_labels", 0) or 0)  # pyright: ignore[reportAttributeAccessIssue]
    if not isinstance(told, Mapping):
        return timm_labels(config["pretrained_cfg"], count) if "pretrained_cfg" in config else ()
    names = {int(number): str(name) for number, name in told.items() if str(number).isdecimal()}
    if sorted(names) != list(range(count)) or any(_UNNAMED.fullmatch(name) for name in names.values()):
        return ()
    return tuple(names[number] for number in range(count))


def _of_timm(record: Mapping[str, Any]) -> Preprocess:
    with Foreign("timm"):
        from timm.data.config import resolve_data_config

        return timm_preprocess(resolve_data_config({}, pretrained_cfg=dict(record)))  # pyright: ignore[reportArgumentType]


def _usual_processor(model_type: str) -> str:
    """The processor that transformers takes for networks of this type, where their folder names none."""
    from transformers.models.auto import image_processing_auto

    found: Any = image_processing_auto.IMAGE_PROCESSOR_MAPPING_NAMES.get(model_type) or {}  # pyright: ignore[reportPrivateImportUsage]
    names = list(found.values()) if isinstance(found, Mapping) else [name for name in found if name]
    return str(names[0]).removesuffix("Pil").removesuffix("Fast") if names else ""


def processor_defaults(kind: str) -> dict[str, Any]:
    """What the processor's class does where a record says nothing; nothing where transformers has no such class."""
    from transformers.models.auto.image_processing_auto import get_image_processor_class_from_name

    with Foreign("transformers"):
        for name in (f"{kind}Pil", kind):
            found = get_image_processor_class_from_name(name) if kind else None
            told = {field: getattr(found, field, None) for field in _FIELDS}
            if told["size"] is not None:
                return {field: value for field, value in told.items() if value is not None}
    return {}
