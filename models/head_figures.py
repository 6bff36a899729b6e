"""How wide attention looks: entropy, and the mean distance from a query to its keys."""

import numpy as np
import numpy.typing as npt

from .records import Boxes

Values = npt.NDArray[np.float32]


def entropy(rows: Values) -> Values:
    """In nats: 0 where one key has all the weight, log K where all K keys have the same.

    **Shapes**: (..., K) -> (...); a row that does not sum to 1 is divided by its sum, NaN for one without weight.
    """
    shares = _shares(rows)
    logs = np.log(shares, where=shares > 0, out=np.zeros_like(shares))
    return np.asarray(-(shares * logs).sum(-1), np.float32)


def mean_distance(rows: Values, query: Values, keys: Boxes) -> Values:
    """The keys' distances from the query, between the boxes' centres in pixels, in the mean over the weights.

    Keys without a place (class token, padding) take no part. NaN where the query has no place, or no placed key a
    weight.
    **Shapes**: rows (..., K), query (4,) a box, keys (K, 4) boxes -> (...).
    **Source**: Dosovitskiy et al., 2021, arXiv 2010.11929, appendix D.7.
    """
    placed = ~np.isnan(keys[:, 0])
    distances = np.hypot(*(_centres(keys[placed]) - _centres(query)).T)
    return np.asarray((_shares(rows[..., placed]) * distances).sum(-1), np.float32)


def _centres(boxes: Boxes) -> Values:
    return (boxes[..., :2] + boxes[..., 2:]) * np.float32(0.5)


def _shares(rows: Values) -> npt.NDArray[np.float64]:
    total = rows.sum(-1, keepdims=True, dtype=np.float64)
    return np.divide(rows, total, where=total > 0, out=np.full(rows.shape, np.nan, np.float64))
