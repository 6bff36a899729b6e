"""Operations that look as if they swallowed queries, keys and values, whose weights nobody sees."""

import re
from collections.abc import Callable, Sequence
from typing import Any

import torch
from torch import Tensor

from .operations import plain_name

_OURS = ("aten", "prims", "prim", "quantized", "torchvision", "_c10d_functional", "higher_order")
_FAST_PATHS = ("aten::_native_multi_head_attention", "aten::_transformer_encoder_layer_fwd")
_SAYS = re.compile(r"attn|attention|sdpa|mha", re.IGNORECASE)
_THREE = "einsum of three tensors at once"
UNSUMMED = "product of attention weights and values"
_SEEN = "aten::scaled_dot_product_attention"


def swallows_attention(function: Callable[..., Any], operands: Sequence[Tensor]) -> str | None:
    """The operation's name where it says that it attends, or takes queries, keys and values from outside of torch."""
    if not isinstance(function, torch._ops.OperatorBase | torch._ops.OpOverloadPacket):
        return None
    name = function.name() if isinstance(function, torch._ops.OpOverload) else str(function).replace(".", "::", 1)
    library, _, operation = name.partition("::")
    if library == "higher_order" or name.partition(".")[0] == _SEEN:
        return None
    found = _SAYS.search(operation) or (library not in _OURS and _takes_attention(operands))
    return name if found else None


def contracts_three(function: Callable[..., Any], moving: Sequence[Tensor]) -> str | None:
    """A name for an einsum of three tensors of the pass at once, where nobody sees what the first two make."""
    return _THREE if plain_name(function) == "einsum" and len(moving) > 2 else None


def _takes_attention(operands: Sequence[Tensor]) -> bool:
    # Three of one width; queries beside keys and values in one (..., 2, h, d); or all in one (..., 3, h, d).
    widths = [operand.shape[-1] for operand in operands if operand.dim() >= 3]
    if max(map(widths.count, widths), default=0) >= 3:
        return True
    packed = [operand for operand in operands if operand.dim() == 5]
    stacked = any(3 in (operand.shape[-3], operand.shape[0]) for operand in packed)
    return stacked or any(operand.shape[-3] == 2 and widths.count(operand.shape[-1]) > 1 for operand in packed)


def cure(operation: str) -> str:
    """What is to be said of the operation, and done about it."""
    if operation.partition(".")[0] in _FAST_PATHS:
        return (
            f"was traced into torch's fast path {operation}, which shows no weights: "
            "call torch.backends.mha.set_fastpath_enabled(False) before tracing it"
        )
    if operation == _THREE:
        return f"uses an {_THREE}, which never forms weights: write it as one product after the other"
    if operation == UNSUMMED:
        return f"forms a {UNSUMMED} and sums it later in a way that cannot be read: write it as a matrix product"
    return f"uses the operation {operation}, whose weights cannot be seen: switch it to eager or sdpa attention"
