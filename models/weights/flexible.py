"""Attention inside torch.nn.attention.flex_attention, whose scores a function of the network's changes."""

from collections.abc import Callable, Sequence
from typing import Any

import torch
from torch import Tensor

from ..tags.application import Call, Tap, rooted, tapped
from .fused import FusedApplication
from .heads import FusedCall, Modify

_ONE_BY_ONE = ((None, None, None, 0), (None, None, 0, None), (None, 0, None, None), (0, None, None, None))


class FlexibleApplication(FusedApplication):
    """A call of flex_attention that the network is about to make.

    **Source**: Dong et al., 2024, "Flex Attention", arXiv 2412.05496.
    """

    source = "flex_attention"

    def __init__(self, call: Call, batch: int) -> None:
        query, key, self.value, score_mod, block_mask, scale, *_ = call.args
        self._call = call
        self._batch = batch
        self._rest: Sequence[Any] = ()
        self.fused = FusedCall(query, key, None, False, float(scale), _modifying(score_mod, block_mask[-1]))

    def run(self) -> Tensor:
        """The network's own call; what it gives besides is kept for `whole`."""
        output, *self._rest = self._call.run()
        return output

    def run_with(self, weights: Tensor) -> Tensor:
        """The values summed with other weights."""
        with torch.no_grad():
            self.run()
        return super().run_with(weights)

    def run_tapped(self, replacement: Tensor | None) -> tuple[Tensor, Tap | None]:
        """As of any fused attention, but the graph is that of the sum by hand: the call itself may have none."""
        with torch.no_grad():
            own = self.run()
        weights = self.hold(graph=True).read() if replacement is None else replacement
        if weights is None or not torch.is_grad_enabled():
            return own, None
        applied = super().run_with(rooted(weights))
        result = applied if replacement is not None else own + (applied - applied.detach())
        tap = tapped(result, self._gradient_reader())
        return result.clone(), tap

    def whole(self, output: Tensor) -> Any:
        """The output, with the logarithms of sums and the largest scores."""
        return (output, *self._rest)


def _modifying(score_mod: Callable[..., Tensor], mask_mod: Callable[..., Tensor]) -> Modify:
    def modify(scores: Tensor, *indices: Tensor) -> Tensor:
        from torch._dynamo._trace_wrapped_higher_order_op import TransformGetItemToIndex  # loads the compiler

        with TransformGetItemToIndex():  # lets both functions look up a table by their indices
            allowed = _each(mask_mod, ())(*indices)
            return torch.where(allowed, _each(score_mod, (0,))(scores, *indices), -torch.inf)

    return modify


def _each(function: Callable[..., Tensor], before: tuple[int, ...]) -> Callable[..., Tensor]:
    # The functions are written for one image, head, query and key.
    for dimensions in _ONE_BY_ONE:
        function = torch.vmap(function, in_dims=(*before, *dimensions))
    return function
