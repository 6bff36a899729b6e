"""The names of the classes of timm's networks."""

from collections.abc import Mapping
from typing import Any

from ..foreign import Foreign
from .imagenet_names import IMAGENET_CLASSES, imagenet_labels


def timm_labels(record: Mapping[str, Any], classes: int) -> tuple[str, ...]:
    """By the record of the weights (a `pretrained_cfg`), or where their number tells which of ImageNet's sets it is."""
    names = record.get("label_descriptions") or record.get("label_names")
    if isinstance(names, Mapping):
        order = record.get("label_names") or names
        names = [names[name] for name in order]
    if names:
        return tuple(names) if len(names) == classes else ()
    if classes == IMAGENET_CLASSES:
        return imagenet_labels()
    return _larger_imagenet(classes)


def _larger_imagenet(classes: int) -> tuple[str, ...]:
    """Of 11 221 to 21 843 classes, in the order that timm knows for this number."""
    with Foreign("timm"):
        from timm.data.imagenet_info import ImageNetInfo, infer_imagenet_subset

        subset = infer_imagenet_subset({"num_classes": classes})
        found = ImageNetInfo(subset) if subset else None
        if found is None or found.num_classes() != classes:
            return ()
        return tuple(found.label_descriptions())
