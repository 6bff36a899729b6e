"""In how many bits a network computes: as its weights are, or under torch's autocast."""

from contextlib import AbstractContextManager, nullcontext

import torch

from ..model_request import Precision

_TYPES: dict[Precision, torch.dtype] = {"bf16": torch.bfloat16, "fp16": torch.float16}


def computing_in(precision: Precision, device: torch.device) -> AbstractContextManager[object]:
    """Around a pass: what autocast computes in 16 bits is computed so; "float32" changes nothing.

    The weights stay as they are, so that another precision needs no loading.
    """
    low = _TYPES.get(precision)
    return nullcontext() if low is None else torch.autocast(device.type, low)
