"""Softmax attention kept for after the pass: rows and matrices are worked out when somebody looks."""

import math
from abc import abstractmethod
from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor

from ..tags.application import Weights
from ..tags.folding import Folding, clear, folding_of
from .operand import Operand, buffer_of

_WORTH_COPYING = 4 * 2**20
_SPARED = 1.25


class Heads(Weights):
    """Attention (B, h, Q, K), in windows (B, windows, h, Q, K), of which any part can be asked for."""

    def __init__(self, lead: tuple[int, ...], batch: int, queries: int, keys: int) -> None:
        self.queries = queries
        """Queries in one window."""
        self.keys = keys
        """Keys in one window."""
        self.clear = clear(lead, batch)
        """Whether `folding` is known; else it is what the sizes of the leading dimensions suggest."""
        self.folding = folding_of(lead, batch)
        self._shape_by(self.folding)

    def fold_as(self, folding: Folding | None) -> None:
        """Takes the folding for known, for as many images as there are; if it is one of so many matrices."""
        scaled = folding and folding.scaled(self.folding.count)
        if scaled is not None:
            self.folding, self.clear = scaled, True
            self._shape_by(scaled)

    def _shape_by(self, folding: Folding) -> None:
        windows = (folding.windows,) if folding.windows > 1 else ()
        self.shape = (folding.batch, *windows, folding.heads, self.queries, self.keys)

    @abstractmethod
    def part(self, batch: slice, windows: slice, heads: slice, queries: slice) -> Tensor | None:
        """The chosen part (b, w, h, q, K) in float32; None where the operands have been written over since."""

    def read(self) -> Tensor | None:
        """All of it. Large: think of `row` first."""
        everything = slice(None)
        found = self.part(everything, everything, everything, everything)
        return None if found is None else found.reshape(self.shape)


class HeadsOutline(Heads):
    """The form of attention (..., Q, K), without any values."""

    def __init__(self, shape: tuple[int, ...], batch: int, folding: Folding | None) -> None:
        super().__init__(shape[:-2], batch, *shape[-2:])
        self.fold_as(folding)

    def part(self, batch: slice, windows: slice, heads: slice, queries: slice) -> Tensor | None:
        """There is none."""
        return None


class MatrixHeads(Heads):
    """Attention that the network worked out as a matrix itself."""

    def __init__(self, matrix: Tensor, batch: int, graph: bool = False) -> None:
        """`matrix` is (..., Q, K)."""
        super().__init__(tuple(matrix.shape[:-2]), batch, *matrix.shape[-2:])
        self._matrix: Operand | None = Operand(matrix, graph)

    def held(self) -> list[tuple[Tensor, bool]]:
        """The matrix: windows get more on larger inputs, and only a whole map's matrix larger."""
        return [(self._matrix.tensor, self.folding.windows == 1)] if self._matrix else []

    def own(self) -> None:
        """Copies the matrix."""
        if self._matrix is not None:
            self._matrix.own()

    def release(self) -> None:
        """Lets go of the matrix."""
        self._matrix = None

    def part(self, batch: slice, windows: slice, heads: slice, queries: slice) -> Tensor | None:
        """A part of the matrix."""
        matrix = None if self._matrix is None else self._matrix.read()
        if matrix is None:
            return None
        return self.folding.unfold(matrix)[batch, windows, heads, queries].float()


def unfolded_heads(weights: Tensor) -> MatrixHeads:
    """Of weights (B, h, Q, K) or (B, windows, h, Q, K), whose dimensions are what they are."""
    heads = MatrixHeads(weights, weights.shape[0])
    windows = weights.shape[1] if weights.dim() == 5 else 1
    heads.fold_as(Folding(weights.shape[0], windows, weights.shape[-3]))
    return heads


Modify = Callable[[Tensor, Tensor, Tensor, Tensor, Tensor], Tensor]
"""Scores (n, h, q, k) and the numbers of their images or windows, heads, queries and keys -> other scores."""


@dataclass(frozen=True, slots=True)
class FusedCall:
    """What scaled_dot_product_attention was called with, but for the values."""

    query: Tensor
    key: Tensor
    mask: Tensor | None
    causal: bool
    scale: float
    modify: Modify | None = None


class FusedHeads(Heads):
    """Attention that a fused operation kept to itself: worked out again from queries and keys, in float32."""

    def __init__(self, call: FusedCall, batch: int, graph: bool = False) -> None:
        lead = lead_of(call.query, call.key)
        super().__init__(lead, batch, call.query.shape[-2], call.key.shape[-2])
        query, key = (call.query, call.key) if graph else _apart(call.query, call.key)
        self._query: Operand | None = Operand(_joined(query, lead), graph)
        self._key: Operand | None = Operand(_joined(key, lead), graph)
        self._lead = lead
        self._mask = None if call.mask is None else Operand(call.mask.expand(*lead, self.queries, self.keys), graph)
        self._causal = call.causal
        self._scale = call.scale
        self._modify = call.modify

    def held(self) -> list[tuple[Tensor, bool]]:
        """Queries, keys and mask."""
        if self._query is None or self._key is None:
            return []
        mask = [] if self._mask is None else [(self._mask.tensor, True)]
        return [(self._query.tensor, False), (self._key.tensor, False), *mask]

    def own(self) -> None:
        """Copies queries, keys and mask."""
        for operand in (self._query, self._key, self._mask):
            if operand is not None:
                operand.own()

    def release(self) -> None:
        """Lets go of queries, keys and mask."""
        self._query = self._key = self._mask = None

    def part(self, batch: slice, windows: slice, heads: slice, queries: slice) -> Tensor | None:
        """softmax(q k^T * scale + mask) for the chosen queries only."""
        call = self.unfolded()
        if call is None:
            return None
        with torch.autocast(call.query.device.type, enabled=False):
            chosen = call.query[batch, windows, heads, queries].float()
            scores = (chosen * self._scale) @ self._keys(call.key, batch, windows, heads)
            if call.mask is not None:
                scores = _masked(scores, call.mask[batch, windows, heads, queries])
            if self._causal:
                scores = scores.masked_fill(self._future(queries, scores.device), -math.inf)
            if self._modify is not None:
                scores = self._modified(scores, self._modify, (batch, windows, heads, queries))
            return torch.nan_to_num(scores.softmax(-1))  # a query that may attend to nothing: zeros

    def unfolded(self) -> FusedCall | None:
        """The operands as (B, windows, h, n, d); None where they have been written over since."""
        if self._query is None or self._key is None:
            return None
        query, key = self._query.read(), self._key.read()
        mask = None if self._mask is None else self._mask.read()
        if query is None or key is None or (mask is None and self._mask is not None):
            return None
        unfold = self.folding.unfold
        return FusedCall(unfold(query), unfold(key), None if mask is None else unfold(mask), self._causal, self._scale)

    def _keys(self, key: Tensor, batch: slice, windows: slice, heads: slice) -> Tensor:
        keys = key[batch, windows]  # (b, w, h, K, d), fewer heads where queries share them
        shared = self.folding.heads // keys.shape[2]
        if shared > 1:
            asked = torch.arange(self.folding.heads, device=keys.device)[heads] // shared
            return keys[:, :, asked].float().transpose(-2, -1)
        return keys[:, :, heads].float().transpose(-2, -1)

    def _modified(self, scores: Tensor, modify: Modify, chosen: tuple[slice, slice, slice, slice]) -> Tensor:
        images, heads = self._lead
        batch, windows, which, queries = chosen
        numbers = torch.arange(images, device=scores.device)[:, None, None, None].expand(-1, heads, -1, -1)
        own = self.folding.unfold(numbers)[batch, windows, 0].flatten()
        _, head, query, key = (torch.arange(n, device=scores.device) for n in (0, heads, self.queries, self.keys))
        return modify(scores.flatten(0, 1), own, head[which], query[queries], key).view(scores.shape)

    def _future(self, queries: slice, device: torch.device) -> Tensor:
        rows = torch.arange(self.queries, device=device)[queries]
        return torch.arange(self.keys, device=device) > rows[:, None]


def lead_of(query: Tensor, key: Tensor) -> tuple[int, ...]:
    """The leading dimensions of the scores of queries (..., Q, d) and keys (..., K, d)."""
    if query.shape[:-2] == key.shape[:-2]:
        return tuple(query.shape[:-2])
    return tuple(max(q, k) for q, k in zip(query.shape[:-2], key.shape[:-2], strict=True))


def _apart(query: Tensor, key: Tensor) -> tuple[Tensor, Tensor]:
    # Views of one buffer with the values in it would keep these alive too. A small one is not worth the time.
    whole = buffer_of(query)
    if whole[1] < _WORTH_COPYING or whole != buffer_of(key) or whole[1] < _SPARED * (query.nbytes + key.nbytes):
        return query, key
    return query.detach().clone(), key.detach().clone()


def _joined(operand: Tensor, lead: tuple[int, ...]) -> Tensor:
    # What all images or heads share is broadcast, but never keys that groups of heads share.
    if operand.shape[:-2] == lead:
        return operand
    sizes = [whole if own == 1 else own for whole, own in zip(lead, operand.shape[:-2], strict=True)]
    return operand.expand(*sizes, -1, -1)


def _masked(scores: Tensor, mask: Tensor) -> Tensor:
    if mask.dtype == torch.bool:
        return scores.masked_fill(~mask, -math.inf)
    return scores + mask.float()
