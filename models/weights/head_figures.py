"""How wide attention looks: entropy, and the mean distance from a query to its keys."""

import math

import numpy as np
import numpy.typing as npt

from ..records import Boxes
from .layer import Layer

Values = npt.NDArray[np.float32]

_AT_MOST = 1 << 24
"""Weights of a layer of which the figures of all queries are worked out."""


def layer_figures(layer: Layer, query: int | None) -> tuple[Values | None, Values | None]:
    """Entropy and mean distance of every head, of one query or in the mean over all.

    None for both where there are too many queries to look at, None for the distance of a layer without places.
    **Shapes**: -> (h,), (h,).
    """
    if query is not None:
        rows = rows_of_heads(layer, query)[:, None]
    elif math.prod(layer.shape[1:]) <= _AT_MOST:
        rows = layer.weights[0].numpy()
    else:
        return None, None
    windows = rows.reshape(-1, *rows.shape[-3:])  # (windows, h, Q, K)
    return entropy(windows).mean((0, 2)), _distances(layer, windows, query)


def rows_of_heads(layer: Layer, query: int, batch: int = 0) -> Values:
    """One query's keys in every head: (h, K)."""
    return np.stack([layer.row(head, query, batch).numpy() for head in range(layer.shape[-3])])


def entropy(rows: Values) -> Values:
    """In nats: 0 where one key has all the weight, log K where all K keys have the same.

    **Shapes**: (..., K) -> (...); a row that does not sum to 1 is divided by its sum, NaN for one without weight.
    """
    shares = _shares(rows)
    logs = np.log(shares, where=shares > 0, out=np.zeros_like(shares))
    return np.asarray(-(shares * logs).sum(-1), np.float32)


def mean_distance(rows: Values, queries: Boxes, keys: Boxes) -> Values:
    """The keys' distances from their query, between the boxes' centres in pixels, in the mean over the weights.

    Keys without a place (class token, padding) take no part. NaN where the query has no place, or no placed key a
    weight.
    **Shapes**: rows (..., Q, K), queries (Q, 4), keys (K, 4) boxes -> (..., Q).
    **Source**: Dosovitskiy et al., 2021, arXiv 2010.11929, appendix D.7.
    """
    placed = ~np.isnan(keys[:, 0])
    apart = _centres(queries)[:, None] - _centres(keys[placed])  # (Q, K, 2)
    distances = np.hypot(apart[..., 0], apart[..., 1])
    return np.asarray((_shares(rows[..., placed]) * distances).sum(-1), np.float32)


def _centres(boxes: Boxes) -> Values:
    return (boxes[..., :2] + boxes[..., 2:]) * np.float32(0.5)


def _shares(rows: Values) -> npt.NDArray[np.float64]:
    total = rows.sum(-1, keepdims=True, dtype=np.float64)
    return np.divide(rows, total, where=total > 0, out=np.full(rows.shape, np.nan, np.float64))


def _distances(layer: Layer, windows: Values, query: int | None) -> Values | None:
    """(h,): how far the queries look that have a place, in the windows of the one query or in all."""
    grid = layer.grid
    if grid is None or grid.queries is None or grid.keys is None:
        return None
    queries = grid.queries.reshape(-1, layer.shape[-2], 4)
    keys = grid.keys.reshape(-1, layer.shape[-1], 4)
    if query is not None:
        window, within = divmod(query, layer.shape[-2])
        queries, keys = queries[window, within][None, None], keys[window][None]
    found = np.stack([mean_distance(*parts) for parts in zip(windows, queries, keys, strict=True)])  # (windows, h, Q)
    count = (~np.isnan(found)).sum((0, 2))
    return np.divide(np.nansum(found, (0, 2)), count, where=count > 0, out=np.full(len(count), np.nan, np.float32))
