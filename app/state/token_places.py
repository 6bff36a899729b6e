"""From a place of the network's input to row and column of the matrix there, and back: by the engine's own boxes."""

from dataclasses import dataclass

import numpy as np

from ...models.records import Boxes
from .state import Answer

Place = tuple[int, int]
"""(row, column) of the network's input, in pixels."""


@dataclass(frozen=True, slots=True, eq=False)
class TokenPlaces:
    """Where the tokens of a matrix lie. Its rows are the queries of all windows, its columns the keys of the row's own.

    **Shapes**: queries (windows * Q, 4), keys (windows * K, 4): see `Boxes`.
    """

    queries: Boxes
    keys: Boxes
    columns: int
    """K: keys of one window."""

    @property
    def _rows(self) -> int:
        """Q: queries of one window."""
        return max(1, len(self.queries) * self.columns // max(1, len(self.keys)))

    def query_at(self, place: Place) -> int | None:
        """The row of the query that lies at a place."""
        return _holding(self.queries, place)

    def key_at(self, place: Place) -> int | None:
        """The column of the key that lies at a place."""
        found = _holding(self.keys, place)
        return None if found is None else found % self.columns

    def key_place(self, query: int, key: int) -> tuple[float, float] | None:
        """The middle (row, column) of the key in this row and column; None for one without a place."""
        at = query // self._rows * self.columns + key
        if not 0 <= at < len(self.keys) or np.isnan(self.keys[at, 0]):
            return None
        top, left, bottom, right = map(float, self.keys[at])
        return (top + bottom) / 2, (left + right) / 2


def token_places(answer: Answer | None) -> TokenPlaces | None:
    """What the answer to "matrix" says of places; None where its tokens have none."""
    if answer is None or not {"query_boxes", "key_boxes"} <= answer.message.arrays.keys():
        return None
    return TokenPlaces(
        answer.array("query_boxes"), answer.array("key_boxes"), max(1, int(answer.message.header["keys"]))
    )


def _holding(boxes: Boxes, place: Place) -> int | None:
    """The first box that holds the place."""
    top, left, bottom, right = boxes.T
    row, column = place
    inside = (top <= row) & (row < bottom) & (left <= column) & (column < right)
    return int(inside.argmax()) if inside.any() else None
