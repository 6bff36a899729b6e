"""How a processor of transformers says that an image is prepared, read from its record, not run."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from ..pictures.preprocess import Fit, Interpolation, Preprocess

_WAYS: dict[int, Interpolation] = dict(
    enumerate(("nearest", "lanczos", "bilinear", "bicubic", "box", "hamming"))  # Pillow's numbers
)
_DEFAULTS: Mapping[str, Any] = {
    **{"do_resize": True, "do_rescale": True, "do_normalize": True, "rescale_factor": 1 / 255, "resample": 2},
    **{"size": 224, "image_mean": (0.5, 0.5, 0.5), "image_std": (0.5, 0.5, 0.5), "default_to_square": True},
}
_BY_THE_PICTURE = ("do_pad", "keep_aspect_ratio", "do_thumbnail", "do_image_splitting")
"""With these the input's size differs from picture to picture."""
_WARPED = 384
"""From this side on, ConvNeXT's pictures are squeezed and no longer cut."""

Size = tuple[int, int]


class _Geometry(NamedTuple):
    size: Size
    fit: Fit
    resize: int | Size | None = None
    guessed: bool = False


def processor_kind(record: Mapping[str, Any]) -> str:
    """The processor's name without what tells how it computes: "ViTImageProcessor"; "" where the record has none."""
    name = str(record.get("image_processor_type") or record.get("feature_extractor_type") or "")
    return re.sub(r"(Fast|Pil)$", "", name.replace("FeatureExtractor", "ImageProcessor"))


def hf_preprocess(record: Mapping[str, Any], defaults: Mapping[str, Any] = _DEFAULTS) -> Preprocess:
    """The record of a processor (a preprocessor_config.json); `defaults` are for what it leaves out.

    Guessed where the processor makes inputs whose size depends on the picture, which are none here.
    """
    told = {**_DEFAULTS, **defaults, **{name: value for name, value in record.items() if value is not None}}
    geometry = _geometry(processor_kind(record), told)
    mean, std = _colours(processor_kind(record), told)
    return Preprocess(
        size=geometry.size,
        fit=geometry.fit,
        mean=mean,
        std=std,
        resize=None if geometry.resize == geometry.size else geometry.resize,
        guessed=geometry.guessed or _depends_on_the_picture(told),
        interpolation=_WAYS.get(told["resample"], "bilinear"),
        border=(0.0, 0.0, 0.0),
        middle="below",
        bgr=bool(told.get("do_flip_channel_order")) or "PPLCNet" in processor_kind(record),
    )


def _depends_on_the_picture(told: Mapping[str, Any]) -> bool:
    return any(told.get(name) for name in _BY_THE_PICTURE) or int(told.get("size_divisor") or 1) > 1


def _geometry(kind: str, told: Mapping[str, Any]) -> _Geometry:
    crop = _pair(told.get("crop_size")) if told.get("do_center_crop") else None
    side, pair = _shorter_side(kind, told), _pair(told["size"]) if _is_exact(told) else None
    if not told["do_resize"]:
        return _Geometry(crop or pair or (224, 224), "crop", guessed=True)
    if "ConvNext" in kind and side is not None:
        return _convnext(side, float(told.get("crop_pct") or 224 / 256))
    if "Perceiver" in kind and pair and crop:
        return _Geometry(pair, "crop", crop)  # it cuts first, the same share; where it cuts differs by half a pixel
    if "PPLCNet" in kind and crop and told.get("resize_short"):
        return _Geometry(crop, "crop", (int(told["resize_short"]), int(told["resize_short"])))
    if "PoolFormer" in kind and told.get("crop_pct"):
        side, pair = int((side or max(pair or (224, 224))) / float(told["crop_pct"])), None
    if side is not None:
        longest = isinstance(told["size"], Mapping) and told["size"].get("longest_edge")
        return _Geometry(crop or (side, side), "crop", side, guessed=crop is None or bool(longest))
    if pair is not None:
        return _Geometry(crop or pair, "stretch", pair)
    return _Geometry(crop or (224, 224), "letterbox", guessed=True)


def _convnext(side: int, part: float) -> _Geometry:
    if side < _WARPED:
        return _Geometry((side, side), "crop", int(side / part))
    return _Geometry((side, side), "stretch")


def _is_exact(told: Mapping[str, Any]) -> bool:
    """Whether the record's size is that of the resized image, rows and columns."""
    size = told["size"]
    if isinstance(size, Mapping):
        return {"height", "width"} <= {name for name, length in size.items() if length}
    return isinstance(size, Sequence) or bool(told["default_to_square"])


def _shorter_side(kind: str, told: Mapping[str, Any]) -> int | None:
    size = told["size"]
    found = size.get("shortest_edge") if isinstance(size, Mapping) else None
    if isinstance(size, int | float) and not told["default_to_square"]:
        found = int(size)
    if found and "Levit" in kind:
        return int((256 / 224) * found)
    return int(found) if found else None


def _pair(size: Any) -> Size | None:
    if isinstance(size, Mapping):
        sides = size.get("height") or size.get("shortest_edge"), size.get("width") or size.get("shortest_edge")
        return (int(sides[0]), int(sides[1])) if sides[0] and sides[1] else None
    if isinstance(size, Sequence) and len(size) == 2:
        return int(size[0]), int(size[1])
    return (int(size), int(size)) if isinstance(size, int | float) else None


def _colours(kind: str, told: Mapping[str, Any]) -> tuple[tuple[float, float, float], tuple[float, float, float]]:
    """Mean and standard deviation that do all of what the processor does to a colour, on the scale 0 to 1.

    It makes ((255 c f - offset) - mean) / std of the colour c, with a factor f that is 1 where it does not rescale.
    """
    factor = 255 * float(told["rescale_factor"]) if told["do_rescale"] else 255.0
    mean, std = _three(told["image_mean"]), _three(told["image_std"])
    twice = "EfficientNet" in kind and told.get("include_top")
    if not told["do_normalize"] or "MobileViT" in kind:
        mean, std = (0.0, 0.0, 0.0), std if twice else (1.0, 1.0, 1.0)
    elif twice:
        std = _three([one * one for one in std])
    offset = 1.0 if told.get("rescale_offset") or told.get("offset") else 0.0
    return _three([(one + offset) / factor for one in mean]), _three([one / factor for one in std])


def _three(values: Any) -> tuple[float, float, float]:
    if isinstance(values, int | float):
        return float(values), float(values), float(values)
    red, green, blue = values if len(values) == 3 else list(values) * 3
    return float(red), float(green), float(blue)
