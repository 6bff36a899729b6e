"""Attention inside F.scaled_dot_product_attention, which never shows its weights."""

import math
from typing import Any

import numpy as np  # whose broadcast_shapes loads nothing; torch's loads sympy
from torch import Tensor

from .application import Application, Call, Side
from .heads import FusedCall, FusedHeads, MatrixHeads
from .records import Kind

_NAMES = ("query", "key", "value", "attn_mask", "dropout_p", "is_causal", "scale", "enable_gqa")


class FusedApplication(Application):
    """A call of scaled_dot_product_attention that the network is about to make."""

    kind: Kind = "heads"
    source = "scaled_dot_product_attention"

    def __init__(self, call: Call, batch: int) -> None:
        given: dict[str, Any] = {**dict(zip(_NAMES, call.args, strict=False)), **call.kwargs}
        query: Tensor = given["query"]
        scale = given.get("scale")
        self._call = call
        self._batch = batch
        self.value = given["value"]
        self.fused = FusedCall(
            query,
            given["key"],
            given.get("attn_mask"),
            bool(given.get("is_causal")),
            1 / math.sqrt(query.shape[-1]) if scale is None else float(scale),
        )
        if given.get("dropout_p"):
            self.note = "dropout is on: the weights are those before it"

    def query_sides(self) -> list[Side]:
        """The queries (..., Q, d) as they are."""
        return [(self.fused.query, lambda x: x)]

    def key_sides(self) -> list[Side]:
        """The keys (..., K, d) as they are, else the values."""
        return [(self.fused.key, lambda x: x), (self.value, lambda x: x)]

    def hold(self) -> FusedHeads:
        """Queries, keys, mask and scale, by reference."""
        return FusedHeads(self.fused, self._batch)

    def held(self, weights: Tensor) -> MatrixHeads:
        """An edited matrix."""
        return MatrixHeads(weights, weights.shape[0])

    def run(self) -> Tensor:
        """The network's own call."""
        return self._call.run()

    def run_with(self, weights: Tensor) -> Tensor:
        """The values summed with other weights."""
        return self.by_hand(self.value, weights).to(self.value.dtype)

    def by_hand(self, value: Tensor, weights: Tensor) -> Tensor:
        """Every query's sum over the values of its keys."""
        query = self.fused.query
        if value.dim() > 3 and query.shape[-3] > value.shape[-3] > 1:  # groups of heads share their values
            value = value.repeat_interleave(query.shape[-3] // value.shape[-3], -3)
        lead = np.broadcast_shapes(query.shape[:-2], value.shape[:-2])
        return weights.to(value.device).reshape(*lead, *weights.shape[-2:]) @ value.float()
