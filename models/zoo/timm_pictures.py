"""How timm says that an image is prepared."""

import math
from collections.abc import Mapping
from typing import Any, cast, get_args

from ..pictures.preprocess import Fit, Interpolation, Preprocess

_FITS: dict[str, Fit] = {"squash": "stretch", "border": "letterbox"}


def timm_preprocess(config: Mapping[str, Any]) -> Preprocess:
    """The record of timm's data config, as `timm.data.resolve_model_data_config` gives it."""
    rows, columns = config["input_size"][-2:]
    part, fit = config["crop_pct"], _FITS.get(config["crop_mode"], "crop")
    frame = math.floor(rows / part), math.floor(columns / part)
    # Its borders are the mean colour in eight bits, which the network sees as nearly, not quite, zero.
    mean: tuple[float, float, float] = tuple(config["mean"])
    border = tuple(round(255 * colour) / 255 for colour in mean) if fit == "letterbox" else (0.0, 0.0, 0.0)
    return Preprocess(
        size=(rows, columns),
        fit=fit,
        mean=mean,
        std=tuple(config["std"]),
        # Its shorter side is cut down for a square frame, as torchvision does it, and rounded for another.
        resize=frame[0] if fit == "crop" and frame[0] == frame[1] else frame,
        interpolation=_way(config["interpolation"]),
        border=cast(tuple[float, float, float], border),
    )


def _way(name: str) -> Interpolation:
    # "random" is bilinear or bicubic, by chance, in training only.
    return cast(Interpolation, name) if name in get_args(Interpolation) else "bicubic"
