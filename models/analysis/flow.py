"""Attention flow: how much attention can reach a token through the network, if weights are widths of pipes."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from ..errors import UserError
from ..progress import Cancelled
from ..records import CellMap
from ..weights.head_rows import Query
from .mixing import Interrupt, Matrix, never
from .rollout import Rollout

_MOST = 1100
"""Tokens for which the flow to each of them is worked out."""
_WHOLE = 1 << 20
"""The number that stands for a width of 1: flows are worked out in whole numbers."""
_STRONGEST = 16
"""Of so many edges from, and to, every token most flows can be had already."""

Edges = tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], npt.NDArray[np.int32]]
"""From, to and width of each."""


def flow_cells(through: Rollout, query: Query = None, interrupt: Interrupt = never) -> CellMap:
    """The flow over the network's input, of all tokens together 1; that of tokens without a place is not shown."""
    flows = token_flows(through, query, interrupt)
    return through.layout.laid_out(flows / flows.sum())


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
    return np.array(list(_largest_flows(pipes, _as_widths(start), interrupt)), np.float32) / _WHOLE


def _largest_flows(pipes: list[npt.NDArray[np.int32]], start: npt.NDArray[np.int32], interrupt: Interrupt) -> Iterator:
    from scipy.sparse.csgraph import maximum_flow  # which takes a while to load

    count, source = len(start), (len(pipes) + 1) * len(start)
    few, every = (_graph(pipes, start, strongest) for strongest in (_STRONGEST, count))
    # No flow is larger than what leaves the source, nor than what reaches the token at all.
    bounds = np.minimum(start.sum(), pipes[0].sum(0))
    for token in range(count):
        if interrupt():
            raise Cancelled
        found = maximum_flow(few, source, token).flow_value
        yield found if found == bounds[token] else maximum_flow(every, source, token).flow_value


def _graph(pipes: list[npt.NDArray[np.int32]], start: npt.NDArray[np.int32], strongest: int):  # noqa: ANN202
    """Nodes: the tokens that go into the first layer, those after it, ...; last the source."""
    from scipy.sparse import csr_array

    count, levels = len(start), len(pipes)
    parts: list[Edges] = []
    for level, widths in enumerate(pipes):
        # Those into the tokens asked for are never left out: they hold most flows back.
        above, below = np.nonzero(widths > 0 if level == 0 else _strong(widths, strongest))
        parts.append((above + (level + 1) * count, below + level * count, widths[above, below]))
    fed = np.flatnonzero(start)
    parts.append((np.full(len(fed), (levels + 1) * count), fed + levels * count, start[fed]))
    rows, columns, values = (np.concatenate(part) for part in zip(*parts, strict=True))
    size = (levels + 1) * count + 1
    return csr_array((values, (rows, columns)), shape=(size, size))


def _strong(widths: npt.NDArray[np.int32], strongest: int) -> npt.NDArray[np.bool_]:
    if strongest >= len(widths):
        return widths > 0
    by_row = np.partition(widths, -strongest, axis=1)[:, -strongest, None]
    by_column = np.partition(widths, -strongest, axis=0)[-strongest, None]
    return ((widths >= by_row) | (widths >= by_column)) & (widths > 0)


def _as_widths(shares: Matrix) -> npt.NDArray[np.int32]:
    return np.round(shares * _WHOLE).astype(np.int32)
