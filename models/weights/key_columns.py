"""Reading attention the other way round: how much every query attends to one key."""

import numpy as np

from ..errors import UserError
from ..records import Grid
from .head_rows import Part, Query, one
from .heads import Heads

_AT_ONCE = 256  # queries whose weights are held at a time
_ALL = slice(None)

Keys = tuple[int, ...]
"""Numbers of keys, counted over all windows."""


def resolved_keys(query: Query, heads: Heads, grid: Grid | None) -> Keys | None:
    """The keys that are meant where a query would be; None for the mean over all keys.

    A pixel means the key of every window that lies there: one, but where windows overlap. A number is that of the key,
    which in self-attention is the query's own. None is the class token where it is the first key, else the mean.
    **Raises**: UserError where no key lies at the pixel or has the number.
    """
    if query is None:
        if grid is None or grid.keys is None or heads.folding.windows > 1:  # where what has no place is padding
            return None
        return (0,) if np.isnan(grid.keys[0, 0]) else None
    if isinstance(query, tuple):
        return _keys_at(query, heads, grid)
    count = heads.keys * heads.folding.windows
    if not -count <= query < count:
        raise UserError(f"There is no key {query}: this layer has keys 0 to {count - 1}.")
    return (query % count,)


def _keys_at(pixel: tuple[float, float], heads: Heads, grid: Grid | None) -> Keys:
    row, column = pixel
    inside = np.zeros(0, np.bool_)
    if grid is not None and grid.keys is not None:
        top, left, bottom, right = grid.keys.T
        inside = (top <= row) & (row < bottom) & (left <= column) & (column < right)  # False for NaN
    found = np.flatnonzero(inside)
    if not found.size:
        raise UserError(f"No key lies at row {row}, column {column} of the input: choose another place.")
    _, first = np.unique(found // heads.keys, return_index=True)
    return tuple(map(int, found[first]))


def column_of_heads(part: Part, heads: Heads, keys: Keys | None, batch: int) -> np.ndarray:
    """How much every query attends to the keys, or to all keys in the mean: (h, windows * Q).

    NaN in windows that hold none of the keys.
    """
    windows, queries = heads.folding.windows, heads.queries
    found = np.full((heads.folding.heads, windows, queries), np.nan, np.float32)
    for first in range(0, queries, _AT_ONCE):
        chosen = slice(first, min(first + _AT_ONCE, queries))
        if keys is None:
            mean = part(one(batch), _ALL, _ALL, chosen)[0].mean(-1)  # (w, h, q)
            found[:, :, chosen] = mean.transpose(0, 1).cpu().numpy()
            continue
        for window, within in (divmod(key, heads.keys) for key in keys):
            found[:, window, chosen] = part(one(batch), one(window), _ALL, chosen)[0, 0, ..., within].cpu().numpy()
    return found.reshape(len(found), -1)


def first_of(keys: Keys | None) -> int | None:
    """The key that stands for all of them."""
    return keys[0] if keys else None
