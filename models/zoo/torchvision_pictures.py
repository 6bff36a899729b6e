"""How torchvision's weights say that an image is prepared."""

from collections.abc import Sequence
from typing import Any, cast, get_args

from ..pictures.preprocess import Interpolation, Preprocess

BLACK = (0.0, 0.0, 0.0)


def torchvision_preprocess(transform: Any) -> Preprocess:
    """The record of `weights.transforms()`; guessed where it is none of those that make one input of an image."""
    if not hasattr(transform, "crop_size") or not hasattr(transform, "interpolation"):
        return Preprocess((224, 224), "crop", resize=256, guessed=True)
    way = transform.interpolation.value
    return Preprocess(
        size=_pair(transform.crop_size),
        fit="crop" if len(transform.resize_size) == 1 else "stretch",
        mean=tuple(transform.mean),
        std=tuple(transform.std),
        resize=transform.resize_size[0] if len(transform.resize_size) == 1 else _pair(transform.resize_size),
        interpolation=cast(Interpolation, way) if way in get_args(Interpolation) else "bilinear",
        border=BLACK,
    )


def _pair(lengths: Sequence[int]) -> tuple[int, int]:
    return (lengths[0], lengths[0]) if len(lengths) == 1 else (lengths[0], lengths[1])
