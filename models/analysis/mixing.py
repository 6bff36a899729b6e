"""How a layer mixes its tokens: the heads' matrices as one, over all tokens of the chain."""

from collections.abc import Callable, Iterator

import numpy as np
import numpy.typing as npt
from torch import Tensor

from ..progress import Cancelled
from ..weights.head_rows import Combine, combined, one
from ..weights.layer import Layer
from .chain import Numbers

Matrix = npt.NDArray[np.float32]
Interrupt = Callable[[], bool]

_AT_ONCE = 1 << 22
"""Weights that are held at a time."""
_ALL = slice(None)


def never() -> bool:
    """Nobody interrupts."""
    return False


def attention_matrix(layer: Layer, number: Numbers, combine: Combine, interrupt: Interrupt = never) -> Matrix:
    """The weights of all heads in one, from token to token: (N, N), 0 between tokens that do not share a window."""
    blocks = ((queries, layer.held.part(one(0), _ALL, _ALL, queries)[0]) for queries in _blocks(layer, interrupt))
    return _whole(layer, number, ((queries, combined(part.transpose(0, 1), combine)) for queries, part in blocks))


def gradient_matrix(layer: Layer, number: Numbers, interrupt: Interrupt = never) -> Matrix:
    """The mean over heads of weight times gradient, where that is above 0: (N, N).

    **Source**: Chefer et al., 2021, arXiv 2103.15679, equation 5.
    """

    def blocks() -> Iterator[tuple[slice, Tensor]]:
        for queries in _blocks(layer, interrupt):
            part = one(0), _ALL, _ALL, queries
            product = layer.held.part(*part) * layer.held_gradients.part(*part)
            yield queries, product[0].clamp(min=0).mean(1)

    return _whole(layer, number, blocks())


def _blocks(layer: Layer, interrupt: Interrupt) -> Iterator[slice]:
    heads = layer.held.heads
    at_once = max(1, _AT_ONCE // (heads.folding.windows * heads.folding.heads * heads.keys))
    for first in range(0, heads.queries, at_once):
        if interrupt():
            raise Cancelled
        yield slice(first, min(first + at_once, heads.queries))


def _whole(layer: Layer, number: Numbers, blocks: Iterator[tuple[slice, Tensor]]) -> Matrix:
    # What is of windows (w, q, K) goes where its tokens are.
    heads = layer.held.heads
    count = int(number.max()) + 1
    whole = np.zeros((count + 1, count + 1), np.float32)  # the last row and column, -1, take what padding has
    rows, columns = number.reshape(-1, heads.queries), number.reshape(-1, heads.keys)
    for queries, part in blocks:
        whole[rows[:, queries, None], columns[:, None, :]] = part.cpu().numpy()
    return whole[:-1, :-1]


def discarded(matrix: Matrix, share: float, spared: int | None) -> Matrix:
    """The same without its weakest entries: so large a share of all of them is 0 then.

    The column of the token `spared` is never left out: attention to the class token holds a network together.
    """
    count = int(matrix.size * share)
    if count == 0:
        return matrix
    weakest = np.argpartition(matrix, count - 1, axis=None)[:count]
    rows, columns = np.unravel_index(weakest, matrix.shape)
    left_out = matrix.copy()
    spare = columns == spared if spared is not None else np.zeros(count, np.bool_)
    left_out[rows[~spare], columns[~spare]] = 0
    return left_out


def with_residual(matrix: Matrix) -> Matrix:
    """Every token itself is added, for the connection around the layer; rows that sum to 1.

    **Source**: Abnar and Zuidema, 2020, arXiv 2005.00928, section 3.
    """
    mixed = matrix + np.eye(len(matrix), dtype=np.float32)
    return mixed / mixed.sum(1, keepdims=True)
