"""Reading attention: which query is meant, and the weights of its keys over all windows."""

from collections.abc import Callable, Iterable
from typing import Literal

import numpy as np
import torch
from torch import Tensor

from ..errors import UserError
from ..records import Grid
from .heads import Heads

Query = int | tuple[float, float] | None
"""A number counted over all windows, an input pixel (y, x), or None: the class token, else the mean over queries."""

Part = Callable[[slice, slice, slice, slice], Tensor]
"""Images, windows, heads, queries -> weights (b, w, h, q, K)."""

Combine = Literal["mean", "max", "min"]
"""How the weights of several heads become one."""

Direction = Literal["from", "to"]
"""Where the query at a place looks, or how much every query looks at the key there."""

_NO_WAY = "Heads can be combined by mean, max or min, not by {!r}."
_AT_ONCE = 256  # queries whose weights are held at a time while a mean is worked out
_ALL = slice(None)


def one(index: int) -> slice:
    """The slice that holds this index alone."""
    return slice(index, index + 1)


def prefix_of(grid: Grid | None) -> int:
    """How many queries without a place come first: class, distilled, register tokens."""
    if grid is None or grid.queries is None:
        return 0
    placed = np.flatnonzero(~np.isnan(grid.queries[:, 0]))
    return int(placed[0]) if placed.size else 0


def resolved(query: Query, heads: Heads, grid: Grid | None) -> int | None:
    """The number of the query over all windows; None for the mean over queries.

    **Raises**: UserError where no query lies at the pixel or has the number.
    """
    if query is None:
        return 0 if prefix_of(grid) else None
    if isinstance(query, tuple):
        found = None if grid is None else grid.query_at(*query)
        if found is None:
            raise UserError(
                f"No query lies at row {query[0]}, column {query[1]} of the input: choose one by its number."
            )
        return found
    count = heads.queries * heads.folding.windows
    if not -count <= query < count:
        raise UserError(f"There is no query {query}: this layer has queries 0 to {count - 1}.")
    return query % count


def checked_head(head: int, heads: Heads) -> int:
    """The head's number from 0. **Raises**: UserError where there is no such head."""
    if not -heads.folding.heads <= head < heads.folding.heads:
        raise UserError(f"There is no head {head}: this layer has heads 0 to {heads.folding.heads - 1}.")
    return head % heads.folding.heads


def row_of_heads(part: Part, heads: Heads, query: int | None, batch: int) -> np.ndarray:
    """One query's keys over all windows, or the mean over queries: (h, windows * K), NaN in windows not its own."""
    windows, keys = heads.folding.windows, heads.keys
    if query is None:
        return _mean_over_queries(part, heads, batch)
    found = np.full((heads.folding.heads, windows, keys), np.nan, np.float32)
    window, within = divmod(query, heads.queries)
    found[:, window] = part(one(batch), one(window), _ALL, one(within))[0, 0, :, 0].cpu().numpy()
    return found.reshape(len(found), -1)


def _mean_over_queries(part: Part, heads: Heads, batch: int) -> np.ndarray:
    total = torch.zeros(heads.folding.windows, heads.folding.heads, heads.keys)
    for first in range(0, heads.queries, _AT_ONCE):
        total += part(one(batch), _ALL, _ALL, slice(first, first + _AT_ONCE))[0].sum(-2).cpu()
    mean = total / heads.queries
    return mean.transpose(0, 1).reshape(heads.folding.heads, -1).numpy()


def combined(weights: Tensor, combine: Combine) -> Tensor:
    """Heads (h, ...) as one (...). **Raises**: UserError for a way that there is not."""
    if combine == "mean":
        return weights.mean(0)
    if combine in ("max", "min"):
        return weights.amax(0) if combine == "max" else weights.amin(0)
    raise UserError(_NO_WAY.format(combine))


def combined_in_turn(heads: Iterable[Tensor], combine: Combine) -> Tensor:
    """The same of heads that come one after the other, so that no two matrices need room at once but their sum's."""
    ways = {"mean": torch.add, "max": torch.maximum, "min": torch.minimum}
    if combine not in ways:
        raise UserError(_NO_WAY.format(combine))
    rest = iter(heads)
    total, count = next(rest), 1
    for head in rest:
        total, count = ways[combine](total, head), count + 1
    return total / count if combine == "mean" else total


def block_means(matrix: Tensor, at_most: int) -> Tensor:
    """(Q, K) with at most so many rows and columns: each the mean of a block of neighbours."""
    rows, columns = (min(size, at_most) for size in matrix.shape)
    if (rows, columns) == tuple(matrix.shape):
        return matrix
    return torch.nn.functional.adaptive_avg_pool2d(matrix[None, None], (rows, columns))[0, 0]
