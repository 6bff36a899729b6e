"""Which layers hand on attention from one to the next, so that it can be followed from the last back to the input."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..errors import UserError
from ..records import Boxes
from ..weights.head_rows import Query, resolved
from ..weights.heads import Heads
from ..weights.layer import Layer

Numbers = npt.NDArray[np.int64]

_NONE = "No layer up to here has attention from one place to another: choose a later one."
_ACROSS = "{} does not look at the tokens that it looks from, so that nothing can be followed: choose another layer."
_PLACELESS = "The tokens of {} have no place on the image, so that nothing can be laid out there: choose another layer."
_EIGHTHS = 8  # of a pixel; finer differences are of rounding


@dataclass(frozen=True, slots=True, eq=False)
class Tokens:
    """The tokens of a layer of self-attention, in an order that does not depend on its windows.

    Those without a place (class token, registers) come first, then row by row. In several windows, those without a
    place are padding, and no tokens: what is looked at there counts for nothing.
    """

    boxes: Boxes
    """(N, 4)"""
    number: Numbers
    """(windows * Q,): of each query of the layer the number of its token; -1 for padding."""

    def same(self, other: "Tokens") -> bool:
        """Whether both are of the same places."""
        return np.array_equal(_rounded(self.boxes), _rounded(other.boxes))


@dataclass(frozen=True, slots=True, eq=False)
class Chain:
    """Layers of self-attention over the same tokens, in the order they ran."""

    layers: tuple[Layer, ...]
    numbers: tuple[Numbers, ...]
    """Of each layer, which token each of its queries is."""
    boxes: Boxes
    """(N, 4): where the tokens lie."""
    size: tuple[int, int]
    """Rows and columns of the network's input, in pixels."""
    note: str
    """What has to be said of it: that it does not begin with the first layer of attention."""

    @property
    def class_token(self) -> int | None:
        """The first token of the last layer, where that has no place; else there is none."""
        first = int(self.numbers[-1][0])
        return first if first >= 0 and np.isnan(self.boxes[first, 0]) else None

    def query(self, query: Query) -> int | None:
        """The token that a query of the last layer is; that of None the class token, else None: all of them.

        **Raises**: UserError where no query lies at the pixel or has the number.
        """
        if query is None:
            return self.class_token
        last = self.layers[-1]
        found = resolved(query, last.held.heads, last.grid)
        if found is not None and self.numbers[-1][found] < 0:
            raise UserError(f"Query {found} is padding, which has no part in the image: choose another one.")
        return None if found is None else int(self.numbers[-1][found])

    def start(self, query: Query) -> npt.NDArray[np.float32]:
        """(N,): 1 for the token that is meant, or a share for every token of all."""
        count, token = len(self.boxes), self.query(query)
        if token is None:
            return np.full(count, 1 / count, np.float32)
        return np.eye(1, count, token, np.float32)[0]


def chain_of(layers: Sequence[Layer]) -> Chain:
    """The longest chain that ends with the last attention of these layers.

    Gates, and attention between channels, move nothing from place to place and are passed over. Windows, shifted or
    not, are put together by their places. Where tokens were merged, drawn from another grid or looked at across, the
    chain begins after that, and its note says so.
    **Raises**: UserError where that last attention is no self-attention, or has no place on the image.
    """
    number = max((number for number, layer in enumerate(layers) if layer.kind == "heads"), default=None)
    if number is None:
        raise UserError(_NONE)
    last = layers[number]
    tokens = _tokens_or_refusal(last)
    if isinstance(tokens, str):
        raise UserError(tokens)
    before = [layer for layer in layers[:number] if _moves(layer, len(tokens.number))]
    chained = [(last, tokens.number)]
    while before and not isinstance(own := _tokens_or_refusal(before[-1]), str) and own.same(tokens):
        chained.insert(0, (before.pop(), own.number))
    first = chained[0][0].place.title
    assert last.grid is not None
    return Chain(
        tuple(layer for layer, _ in chained),
        tuple(number for _, number in chained),
        tokens.boxes,
        last.grid.size,
        f"It begins with {first}: what ran before is no self-attention over the same tokens." if before else "",
    )


def _moves(layer: Layer, tokens: int) -> bool:
    # Attention without softmax is of kind "other", as that between channels is, of which there are so many by chance.
    if layer.kind == "other" and isinstance(layer.kept, Heads):
        return layer.kept.queries * layer.kept.folding.windows == tokens
    return layer.kind == "heads"


def _tokens_or_refusal(layer: Layer) -> Tokens | str:
    heads, grid = layer.kept, layer.grid
    if not isinstance(heads, Heads) or heads.queries != heads.keys:
        return _ACROSS.format(layer.place.title)
    if grid is None or grid.queries is None or grid.keys is None:
        return _PLACELESS.format(layer.place.title)
    if not np.array_equal(_rounded(grid.queries), _rounded(grid.keys)):
        return _ACROSS.format(layer.place.title)
    return _tokens(grid.queries, heads.folding.windows) or _ACROSS.format(layer.place.title)


def _tokens(boxes: Boxes, windows: int) -> Tokens | None:
    """None where two queries are of one place, as in windows that overlap."""
    placed = ~np.isnan(boxes[:, 0])
    kept = np.flatnonzero(placed | (windows == 1))
    corners = _rounded(boxes[kept])
    order = np.lexsort((np.arange(len(kept)), corners[:, 1], corners[:, 0], placed[kept]))
    ordered = boxes[kept[order]]
    is_placed = ~np.isnan(ordered[:, 0])
    if len(np.unique(_rounded(ordered[is_placed]), axis=0)) < is_placed.sum():
        return None
    number = np.full(len(boxes), -1, np.int64)
    number[kept[order]] = np.arange(len(kept))
    return Tokens(ordered, number)


def _rounded(boxes: Boxes) -> Numbers:
    return np.round(np.nan_to_num(boxes, nan=-1e6) * _EIGHTHS).astype(np.int64)
