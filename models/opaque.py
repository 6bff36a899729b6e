"""Operations from outside of torch that look as if they swallowed queries, keys and values."""

from collections.abc import Callable, Sequence
from typing import Any

import torch
from torch import Tensor

_OURS = ("aten", "prims", "prim", "quantized", "torchvision", "_c10d_functional", "higher_order")


def swallows_attention(function: Callable[..., Any], operands: Sequence[Tensor]) -> str | None:
    """The operation's name where it takes three tensors of one width and belongs to no known library; else None."""
    if not isinstance(function, torch._ops.OperatorBase | torch._ops.OpOverloadPacket):
        return None
    name = function.name() if isinstance(function, torch._ops.OpOverload) else str(function).replace(".", "::", 1)
    widths = [operand.shape[-1] for operand in operands if operand.dim() >= 3]
    if name.partition("::")[0] in _OURS or max(map(widths.count, widths), default=0) < 3:
        return None
    return name
