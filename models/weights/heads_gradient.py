"""The gradient of attention weights, worked out from that of what they were applied to."""

import torch
from torch import Tensor

from .heads import Heads
from .operand import Operand


class HeadsGradient(Heads):
    """d(target)/d(weights) of attention: the gradient of its output times its values, as much of it as is asked for.

    For output = weights @ values it is d(target)/d(output) @ values^T, so nothing of size Q x K is kept.
    """

    def __init__(self, arrived: Tensor, value: Operand, weights: tuple[int, ...], batch: int) -> None:
        """`arrived` is (..., Q, d), `value` (..., K, d); `weights` is the shape (..., Q, K) of what multiplied them.

        Of images or heads that share their weights, the gradients are summed.
        """
        self._lead = weights[:-2]
        super().__init__(self._lead, batch, *weights[-2:])
        self._whole = arrived.shape[:-2]
        self._arrived: Tensor | None = _summed_later(arrived, self._lead)
        self._value: Operand | None = value

    def release(self) -> None:
        """Lets go of all of it."""
        self._arrived = self._value = None

    def part(self, batch: slice, windows: slice, heads: slice, queries: slice) -> Tensor | None:
        """The gradient for the chosen queries only."""
        value = None if self._value is None else self._value.read()
        if value is None or self._arrived is None:
            return None
        value = _summed_later(value.expand(*self._whole, *value.shape[-2:]), self._lead)
        with torch.no_grad(), torch.autocast(value.device.type, enabled=False):
            arrived = self.folding.unfold(self._arrived)[batch, windows, heads, queries]
            return arrived.float() @ self.folding.unfold(value)[batch, windows, heads].float().mT


def _summed_later(tensor: Tensor, lead: tuple[int, ...]) -> Tensor:
    # Leading dimensions that the weights do not have go to the end, where a product with the other factor sums them.
    owned = (1,) * (tensor.dim() - 2 - len(lead)) + lead
    for dimension, (own, whole) in enumerate(zip(owned, tensor.shape[:-2], strict=True)):
        if own < whole:
            tensor = tensor.movedim(dimension, -1).flatten(-2).unsqueeze(dimension)
    return tensor
