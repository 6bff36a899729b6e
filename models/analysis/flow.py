"""Attention flow: how much attention can reach a token through the network, if weights are widths of pipes."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from ..errors import UserError
from ..progress import Cancelled
from ..records import CellMap
from ..weights.head_rows import Query
from .mixing import Interrupt, Matrix, never
from .rollout import Rollout

if TYPE_CHECKING:
    from scipy.sparse import csr_array

_MOST = 600
"""Tokens for which the flow to each of them is worked out."""
_WHOLE = 1 << 20
"""The number that stands for a width of 1: flows are worked out in whole numbers."""
_STRONGEST = 4
"""So many edges from, and to, every token let most flows through already."""

Widths = npt.NDArray[np.int32]
Edges = tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], Widths]
"""From, to and width of each."""


def flow_cells(through: Rollout, query: Query = None, interrupt: Interrupt = never) -> CellMap:
    """The flow over the network's input, of all tokens together 1; that of tokens without a place is not shown."""
    flows = token_flows(through, query, interrupt)
    return through.layout.laid_out(flows / flows.sum(dtype=np.float32))


def token_flows(through: Rollout, query: Query = None, interrupt: Interrupt = never) -> Matrix:
    """The largest flow from the last layer's query to each token that goes into the first layer: (N,), at most 1.

    Every token of every layer is a node, and every entry of the layers' matrices, with the residual connection in
    them, an edge of that capacity. `query` None: the class token, else a source that feeds all queries alike.
    Exact up to 1e-4, the rounding of capacities. Through many layers nothing but the last step holds the flow back:
    then it is the sum of the token's column in the first layer, or 1.
    **Raises**: UserError where there are too many tokens or no such query; Cancelled once `interrupt` gives True.
    **Source**: Abnar and Zuidema, 2020, arXiv 2005.00928, section 3.
    """
    count, start = len(through.chain.boxes), through.chain.start(query)
    if count > _MOST:
        raise UserError(
            f"Attention flow to each of {count} tokens takes too long: choose rollout, or a smaller input size."
        )
    pipes = [_as_widths(through.matrix(index, interrupt)) for index in range(len(through.chain.layers))]
    flows = list(_largest_flows(pipes, _as_widths(start), interrupt))
    return np.array(flows, np.float32) / np.float32(_WHOLE)


def _largest_flows(pipes: list[Widths], start: Widths, interrupt: Interrupt) -> Iterator[int]:
    from scipy.sparse.csgraph import maximum_flow  # which takes a while to load

    network = _Network(pipes, start)
    few, every = network.edges(_STRONGEST), network.edges(len(start))
    # No flow is larger than what can leave the query, nor than what reaches the token at all.
    bounds = np.minimum(np.minimum(start, pipes[-1].sum(1)).sum(), pipes[0].sum(0))
    for token in range(len(start)):
        if interrupt():
            raise Cancelled
        into = network.edges_into(token)
        found = maximum_flow(few.maximum(into), network.source, token).flow_value
        if found < bounds[token]:
            found = maximum_flow(every.maximum(into), network.source, token).flow_value
        yield found


class _Network:
    """Nodes: the tokens that go into the first layer, those that come out of it, ...; last the source."""

    def __init__(self, pipes: list[Widths], start: Widths) -> None:
        self._pipes = pipes
        self._start = start
        self._count = len(start)
        self.source = (len(pipes) + 1) * self._count

    def edges(self, strongest: int) -> "csr_array":
        """From the source, and so many of those from and to every token between two layers.

        All of them from the token that most comes from, as it hands on much until the last layer.
        """
        fed = np.flatnonzero(self._start)
        parts = [(np.full(len(fed), self.source), fed + len(self._pipes) * self._count, self._start[fed])]
        for level, widths in enumerate(self._pipes[1:], start=1):  # into the first layer: see `edges_into`
            chosen = _strong(widths, strongest)
            chosen[self._start.argmax()] = True
            above, below = np.nonzero(chosen)
            parts.append((above + (level + 1) * self._count, below + level * self._count, widths[above, below]))
        return self._array(parts)

    def edges_into(self, token: int) -> "csr_array":
        """All of those to the token, at every layer."""
        every = np.arange(self._count)
        levels = enumerate(self._pipes)
        return self._array(
            [
                (every + (level + 1) * self._count, np.full(self._count, token + level * self._count), widths[:, token])
                for level, widths in levels
            ]
        )

    def _array(self, parts: list[Edges]) -> "csr_array":
        from scipy.sparse import csr_array

        rows, columns, values = (np.concatenate(part) for part in zip(*parts, strict=True))
        return csr_array((values, (rows, columns)), shape=(self.source + 1, self.source + 1))


def _strong(widths: Widths, strongest: int) -> npt.NDArray[np.bool_]:
    if strongest >= len(widths):
        return widths > 0
    by_row = np.partition(widths, -strongest, axis=1)[:, -strongest, None]
    by_column = np.partition(widths, -strongest, axis=0)[-strongest, None]
    return ((widths >= by_row) | (widths >= by_column)) & (widths > 0)


def _as_widths(shares: Matrix) -> Widths:
    return np.round(shares * _WHOLE).astype(np.int32)
