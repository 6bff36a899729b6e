"""What a pass gave, kept to tell later whether the network still gives the same."""

from collections.abc import Iterator
from typing import Any

import torch
from torch import Tensor

from ..errors import UserError
from ..tags.application import rounding
from ..tags.mapped import is_mapped
from ..watching.surroundings import tensors_of
from ..weights.operand import Operand, plain

CHANGED = "The network has changed since this pass was recorded: record it again."
_WRITTEN_OVER = (
    "The output of this pass was written over since, so that nobody can tell whether the network is still the same: "
    "record it again."
)
_SAME = 1e-4  # of the largest value: what another number of threads may change


class Outcome:
    """The tensors in a network's output, by reference."""

    def __init__(self, output: Any) -> None:
        self._tensors = [Operand(tensor) for tensor in _comparable(output)]

    def require(self, output: Any) -> None:
        """**Raises**: UserError where the network gives something else now, or nobody can tell."""
        given = list(_comparable(output))
        if len(given) != len(self._tensors):
            raise UserError(CHANGED)
        for now, kept in zip(given, self._tensors, strict=True):
            then = kept.read()
            if then is None:
                raise UserError(_WRITTEN_OVER)
            if not _same(plain(now), plain(then)):
                raise UserError(CHANGED)


def _comparable(output: Any) -> Iterator[Tensor]:
    for tensor in tensors_of(output):
        if tensor.layout is torch.strided and not tensor.is_nested and not is_mapped(tensor):
            yield tensor


def _same(now: Tensor, then: Tensor) -> bool:
    if now.shape != then.shape or now.dtype != then.dtype or now.device != then.device:
        return False
    if not now.is_floating_point():
        return torch.equal(now, then)
    finite = then[then.isfinite()]
    largest = float(finite.abs().max()) if finite.numel() else 0.0
    share = max(_SAME, 8 * rounding(then.dtype))
    return torch.allclose(now, then, rtol=0.0, atol=share * largest, equal_nan=True)
