"""Attention inside F.scaled_dot_product_attention, which never shows its weights."""

import math
from collections.abc import Callable
from typing import Any

import numpy as np  # whose broadcast_shapes loads nothing; torch's loads sympy
from torch import Tensor

from ..records import Kind
from ..tags.application import Application, Call, Side, Tap, rooted, tapped
from ..tags.folding import reading
from .heads import FusedCall, FusedHeads, HeadsOutline, MatrixHeads, lead_of, unfolded_heads
from .heads_gradient import HeadsGradient
from .operand import Operand

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

    def hold(self, graph: bool = False) -> FusedHeads:
        """Queries, keys, mask and scale, by reference."""
        heads = FusedHeads(self.fused, self._batch, graph)
        heads.fold_as(self.folding)
        return heads

    def outline(self) -> HeadsOutline:
        """The sizes of queries and keys alone."""
        return HeadsOutline(self._sizes(), self._batch, self.folding)

    def held(self, weights: Tensor) -> MatrixHeads:
        """An edited matrix."""
        return unfolded_heads(weights)

    def run(self) -> Tensor:
        """The network's own call."""
        return self._call.run()

    def run_with(self, weights: Tensor) -> Tensor:
        """The values summed with other weights."""
        return self.by_hand(self.value, weights).to(self.value.dtype)

    def by_hand(self, value: Tensor, weights: Tensor) -> Tensor:
        """Every query's sum over the values of its keys."""
        value = self._per_head(value)
        lead = np.broadcast_shapes(self.fused.query.shape[:-2], value.shape[:-2])
        folded = reading(lead, self._batch, self.folding).fold(weights.to(value.device), lead)
        return folded @ value.float()

    def run_tapped(self, replacement: Tensor | None) -> tuple[Tensor, Tap | None]:
        """The tap is at what comes out: its gradient and the values are all that is needed."""
        read = self._gradient_reader()
        result = self.run_rooted() if replacement is None else self.run_with(rooted(replacement))
        tap = tapped(result, read)
        return result.clone(), tap  # autograd needs the result again, and the network may write over it

    def run_rooted(self) -> Tensor:
        """The network's own, the values put into a graph where nothing is in one."""
        if any(tensor.requires_grad for tensor in (self.fused.query, self.fused.key, self.value)):
            return self.run()
        return self._call.run_with(self.value, rooted(self.value))

    def _sizes(self) -> tuple[int, ...]:
        query, key = self.fused.query, self.fused.key
        return (*lead_of(query, key), query.shape[-2], key.shape[-2])

    def _gradient_reader(self) -> Callable[[Tensor], HeadsGradient]:
        shape = self._sizes()
        value, batch = Operand(self._per_head(self.value)), self._batch
        return lambda arrived: HeadsGradient(arrived, value, shape, batch)

    def _per_head(self, value: Tensor) -> Tensor:
        heads = self.fused.query.shape[-3] if value.dim() > 3 else 1
        if heads > value.shape[-3] > 1:  # groups of heads share their values
            return value.repeat_interleave(heads // value.shape[-3], -3)
        return value
