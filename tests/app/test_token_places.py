"""Tokens are found where the engine says that they lie, in windows too."""

import numpy as np
import pytest
from attnscope.app.link.protocol import Message
from attnscope.app.state.state import Answer
from attnscope.app.state.token_places import TokenPlaces, token_places
from attnscope.app.state.wishes import Question

NOWHERE = [np.nan] * 4


def boxes(*rows: list[float]) -> np.ndarray:
    return np.array(rows, np.float32)


# Two windows of two tokens each, side by side: columns 0 to 9 and 10 to 19; in each the upper half comes first.
WINDOWS = boxes([0, 0, 5, 10], [5, 0, 10, 10], [0, 10, 5, 20], [5, 10, 10, 20])
IN_WINDOWS = TokenPlaces(WINDOWS, WINDOWS, columns=2)


@pytest.mark.parametrize(
    ("place", "row", "column"),
    [((0, 0), 0, 0), ((5, 9), 1, 1), ((4, 10), 2, 0), ((9, 19), 3, 1), ((10, 0), None, None)],
)
def test_rows_are_counted_over_all_windows_and_columns_in_their_own(place, row, column):
    assert IN_WINDOWS.query_at(place) == row
    assert IN_WINDOWS.key_at(place) == column


def test_the_key_of_a_cell_is_that_of_the_rows_own_window():
    assert IN_WINDOWS.key_place(0, 1) == (7.5, 5)
    assert IN_WINDOWS.key_place(3, 1) == (7.5, 15)
    assert IN_WINDOWS.key_place(3, 2) is None


def test_a_class_token_has_no_place_and_keys_may_be_coarser_than_queries():
    queries = boxes(NOWHERE, [0, 0, 5, 5], [0, 5, 5, 10])
    coarse = TokenPlaces(queries, boxes(NOWHERE, [0, 0, 5, 10]), columns=2)
    assert coarse.query_at((2, 7)) == 2
    assert coarse.key_at((2, 7)) == 1
    assert coarse.key_place(0, 0) is None
    assert coarse.key_place(2, 1) == (2.5, 5)


def test_a_matrix_without_places_says_so():
    assert token_places(None) is None
    assert token_places(Answer(Question("matrix", 0), Message({"kind": "matrix", "id": 1, "keys": 2}))) is None
