"""What the heads of a layer do over all queries: how alike they are, how spread they look, and how far."""

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from ..records import Boxes
from .head_rows import one
from .layer import Layer

Values = npt.NDArray[np.float32]

_AT_MOST = 1 << 24
"""Weights that are looked at; of a larger layer only some queries are."""
_AT_ONCE = 1 << 21
"""Weights that are held at a time."""
_ALL = slice(None)


@dataclass(frozen=True, slots=True, eq=False)
class AllQueries:
    """Figures of every head over the queries of all windows."""

    similarity: Values
    """(h, h): the cosine between the matrices of two heads, each taken as one long vector; 1 for the same."""
    entropy: Values
    """(h,): that of the keys of a query, in nats, in the mean over queries; NaN where none has a weight."""
    distance: Values | None
    """(h,): from a query to its keys, in pixels, in the mean over the weights and the queries that have a place."""
    looked_at: int
    """Of how many queries they are."""
    queries: int
    """How many there are."""


def over_all_queries(layer: Layer, batch: int = 0) -> AllQueries:
    """The figures over all queries; where these have more than 16 million weights, over every n-th query only.

    Entropy and distance are those of `entropy` and `mean_distance`.
    **Source**: of the distance: Dosovitskiy et al., 2021, arXiv 2010.11929, appendix D.7.
    """
    heads = layer.held.heads
    windows, count = heads.folding.windows, heads.folding.heads
    step = _step(layer, -(-windows * count * heads.queries * heads.keys // _AT_MOST))
    chosen = range(0, heads.queries, step)
    sums = _Sums(count, _Distances.of(layer))
    at_once = max(1, _AT_ONCE // (windows * count * heads.keys))
    for first in range(0, len(chosen), at_once):
        block = chosen[first : first + at_once]
        queries = slice(block.start, block.stop, block.step)
        sums.add(layer.held.part(one(batch), _ALL, _ALL, queries)[0].transpose(0, 1).cpu(), queries)
    return sums.result(windows * len(chosen), windows * heads.queries)


def _step(layer: Layer, least: int) -> int:
    # Queries of all rows and of all columns of cells: no step that has a divisor in common with their number.
    regular = None if layer.grid is None or layer.grid.keys is None else layer.info().places
    columns = regular[1] if regular else layer.held.heads.queries
    return next(step for step in range(least, least + columns + 2) if step == 1 or math.gcd(step, columns) == 1)


class _Distances:
    """How far it is from queries to keys, by their boxes."""

    def __init__(self, queries: Boxes, keys: Boxes, windows: int) -> None:
        self._queries = _centres(queries, windows)  # (w, Q, 2)
        self._keys = _centres(keys, windows)
        self.placed = ~self._keys[..., 0].isnan()  # (w, K)

    @classmethod
    def of(cls, layer: Layer) -> "_Distances | None":
        """None for a layer that has no places."""
        grid = layer.grid
        if grid is None or grid.queries is None or grid.keys is None:
            return None
        return cls(grid.queries, grid.keys, layer.held.heads.folding.windows)

    def of_queries(self, queries: slice) -> Tensor:
        """(w, q, K) in pixels; NaN for a query without a place, 0 for a key without one."""
        apart = self._queries[:, queries, None] - self._keys[:, None].nan_to_num(0)
        distances = torch.hypot(apart[..., 0], apart[..., 1])
        return distances * self.placed[:, None]


def _centres(boxes: Boxes, windows: int) -> Tensor:
    return torch.from_numpy((boxes[:, :2] + boxes[:, 2:]) / 2).float().reshape(windows, -1, 2)


class _Sums:
    """Collects the figures block by block."""

    def __init__(self, heads: int, distances: _Distances | None) -> None:
        self._distances = distances
        self._products = torch.zeros(heads, heads, dtype=torch.float64)
        self._entropy = torch.zeros(2, heads, dtype=torch.float64)  # sum and number
        self._distance = torch.zeros(2, heads, dtype=torch.float64)

    def add(self, weights: Tensor, queries: slice) -> None:
        """(h, w, q, K): those of some queries."""
        flat = weights.flatten(1)
        self._products += (flat @ flat.T).double()
        shares = weights / weights.sum(-1, keepdim=True)
        self._entropy += _summed(torch.special.entr(shares).sum(-1))
        if self._distances is not None:
            placed = weights * self._distances.placed[:, None]
            far = torch.einsum("hwqk,wqk->hwq", placed, self._distances.of_queries(queries))
            self._distance += _summed(far / placed.sum(-1))

    def result(self, looked_at: int, queries: int) -> AllQueries:
        """All of them."""
        lengths = self._products.diagonal().sqrt()
        alike = self._products / (lengths[:, None] * lengths)
        distance = None if self._distances is None else _mean(self._distance)
        return AllQueries(alike.float().numpy(), _mean(self._entropy), distance, looked_at, queries)


def _summed(figures: Tensor) -> Tensor:
    # (h, w, q) -> sum and number of those that are there.
    return torch.stack([figures.nansum((1, 2)), (~figures.isnan()).sum((1, 2))]).double()


def _mean(summed: Tensor) -> Values:
    return (summed[0] / summed[1]).float().numpy()
