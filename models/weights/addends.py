"""Operations that add what they multiplied to another tensor: addcmul, baddbmm, addmm, and linear with a bias."""

from dataclasses import dataclass
from typing import Any

from torch import Tensor

from ..tags.application import Call
from ..tags.operations import plain_name


@dataclass(frozen=True, slots=True)
class Addend:
    """beta * base + alpha * product."""

    base: Tensor
    beta: float = 1.0
    alpha: float = 1.0

    def onto(self, product: Tensor) -> Tensor:
        """What the operation makes of the product."""
        product = product if self.alpha == 1 else product * self.alpha
        return (self.base if self.beta == 1 else self.base * self.beta) + product


def addend_of(call: Call) -> Addend | None:
    """What the operation adds its product to; None where it is a product and no more."""
    name, args, given = plain_name(call.function), call.args, call.kwargs
    if name in ("baddbmm", "addmm"):
        return Addend(_base(call, args[0]), given.get("beta", 1.0), given.get("alpha", 1.0))
    if name == "addcmul":
        return Addend(_base(call, args[0]), alpha=given.get("value", 1.0))
    bias = (args[2] if len(args) > 2 else given.get("bias")) if name == "linear" else None
    return None if bias is None else Addend(bias)


def _base(call: Call, base: Any) -> Tensor:
    # What works in place is about to write over it.
    return base.detach().clone() if call.function.__name__.endswith("_") else base.detach()
