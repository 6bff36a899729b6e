"""Sums and means of one tensor, in whatever way they are written, and what may stand between a product and its sum."""

from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from .application import Call
from .operations import plain_name

Order = tuple[int, ...]
"""Of a tensor that was turned: which dimension of the one before each of its dimensions is."""

_CASTING = "to type float half double bfloat16 contiguous clone alias dropout"
_TURNING = f"{_CASTING} permute transpose t swapaxes swapdims movedim moveaxis __get__".split()


@dataclass(frozen=True, slots=True)
class Summing:
    """A sum or mean of one tensor."""

    operand: Tensor
    dims: tuple[int, ...]
    keeps: bool
    """Whether the dimensions stay, of size 1."""
    mean: bool


def summing_of(call: Call) -> Summing | None:
    """Reads a sum over chosen dimensions; None where the operation is none."""
    name, args, given = plain_name(call.function), call.args, call.kwargs
    if name == "einsum":
        return _einsum(args)
    operand = args[0] if args else given.get("input")
    dim = given.get("dim", args[1] if len(args) > 1 else ())
    if name not in ("sum", "mean") or not isinstance(operand, Tensor):
        return None
    chosen = (dim,) if isinstance(dim, int) else tuple(dim or ())
    if not chosen or not all(isinstance(each, int) for each in chosen):
        return None
    keeps = bool(given.get("keepdim", args[2] if len(args) > 2 else False))
    return Summing(operand, tuple(each % operand.dim() for each in chosen), keeps, name == "mean")


def _einsum(args: Any) -> Summing | None:
    # Of one tensor, whose other letters keep their order.
    equation, *factors = args
    if len(factors) == 1 and isinstance(factors[0], list | tuple):
        factors = [*factors[0]]
    if not isinstance(equation, str) or len(factors) != 1 or equation.count("->") != 1 or "." in equation:
        return None
    letters, result = equation.replace(" ", "").split("->")
    if len({*letters}) != len(letters) or result != "".join(c for c in letters if c in result):
        return None
    return Summing(factors[0], tuple(i for i, c in enumerate(letters) if c not in result), False, False)


def turned(call: Call, order: Order) -> Order | None:
    """What becomes of the order of the dimensions; None where the operation does more than turn or cast its tensor."""
    if plain_name(call.function) not in _TURNING or _drops(call):
        return None
    marked = torch.empty(tuple(i + 2 for i in order))  # every dimension is told by its size
    try:
        result = call.run_with(call.args[0], marked)
    except (RuntimeError, TypeError, IndexError):
        return None
    if not isinstance(result, Tensor):
        return order  # it was only asked for something
    sizes = tuple(size - 2 for size in result.shape)
    return sizes if sorted(sizes) == sorted(order) else None


def _drops(call: Call) -> bool:
    if plain_name(call.function) != "dropout":
        return False
    by_place = call.args[2] if len(call.args) > 2 else True
    return bool(call.kwargs.get("training", call.kwargs.get("train", by_place)))
