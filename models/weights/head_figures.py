"""How wide attention looks: entropy, and the mean distance from a query to its keys."""

import numpy as np
import numpy.typing as npt

from ..records import Boxes
from .all_queries import over_all_queries
from .head_rows import Direction, one
from .key_columns import column_of_heads
from .layer import Layer

Values = npt.NDArray[np.float32]


def layer_figures(
    layer: Layer, query: int | None, direction: Direction = "from"
) -> tuple[Values | None, Values | None]:
    """Entropy and mean distance of every head, of one query or in the mean over all (see `over_all_queries`).

    `direction` "to": of how all queries look at the key of that number, from which it is so far to them.
    None for the distance of a layer without places.
    **Shapes**: -> (h,), (h,).
    """
    if query is None:
        found = over_all_queries(layer)
        return found.entropy, found.distance
    width = layer.shape[-2] if direction == "to" else layer.shape[-1]
    own = divmod(query, layer.shape[-1] if direction == "to" else layer.shape[-2])[0]  # its window
    rows = _columns(layer, query)[:, own * width :][:, :width] if direction == "to" else rows_of_heads(layer, query)
    grid = layer.grid
    if grid is None or grid.queries is None or grid.keys is None:
        return entropy(rows), None
    here, there = (grid.keys, grid.queries) if direction == "to" else (grid.queries, grid.keys)
    away = mean_distance(rows[:, None], here[query][None], there[own * width :][:width])
    return entropy(rows), away[:, 0]


def rows_of_heads(layer: Layer, query: int, batch: int = 0) -> Values:
    """One query's keys in every head: (h, K)."""
    window, within = divmod(query, layer.shape[-2])
    return layer.held.part(one(batch), one(window), slice(None), one(within))[0, 0, :, 0].cpu().numpy()


def _columns(layer: Layer, key: int) -> Values:
    return column_of_heads(layer.held.part, layer.held.heads, (key,), 0)


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
