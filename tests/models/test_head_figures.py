"""Entropy and mean attention distance against figures worked out by hand."""

import math

import numpy as np
import pytest
from attnscope.models.weights.head_figures import entropy, mean_distance

NOWHERE = [np.nan] * 4


def boxes(*rows: list[float]) -> np.ndarray:
    return np.array(rows, np.float32)


def test_entropy_of_one_key_is_nothing_and_of_equal_keys_their_logarithm():
    rows = np.array([[0, 1, 0, 0], [0.25, 0.25, 0.25, 0.25], [0.5, 0.5, 0, 0]], np.float32)
    assert entropy(rows) == pytest.approx([0, math.log(4), math.log(2)])


def test_rows_that_do_not_sum_to_one_are_shares():
    assert entropy(np.array([0.2, 0.2], np.float32)) == pytest.approx(math.log(2))


def test_row_without_weight_has_no_entropy():
    assert np.isnan(entropy(np.zeros((1, 3), np.float32)))


def test_distance_is_from_centre_to_centre_in_the_mean_over_the_weights():
    keys = boxes([0, 0, 2, 2], [0, 6, 2, 8], [8, 0, 10, 2])  # 0, 6 and 8 pixels away
    rows = np.array([[[1, 0, 0]], [[0.5, 0.5, 0]], [[0.25, 0.25, 0.5]]], np.float32)
    assert mean_distance(rows, boxes([0, 0, 2, 2]), keys).ravel() == pytest.approx([0, 3, 5.5])


def test_every_query_has_its_own_distances():
    keys = boxes([0, 0, 2, 2], [0, 6, 2, 8])
    rows = np.array([[[0, 1], [0, 1], [1, 0]], [[1, 0], [0.5, 0.5], [0, 1]]], np.float32)
    queries = boxes([0, 0, 2, 2], [0, 6, 2, 8], [8, 0, 10, 2])
    assert mean_distance(rows, queries, keys) == pytest.approx(np.array([[6, 0, 8], [0, 3, 10]]))


def test_keys_without_a_place_take_no_part():
    keys = boxes(NOWHERE, [0, 0, 2, 2], [0, 6, 2, 8])
    rows = np.array([[0.8, 0.1, 0.1]], np.float32)
    assert mean_distance(rows, boxes([0, 0, 2, 2]), keys) == pytest.approx([3])


def test_query_without_a_place_is_no_distance_away():
    keys = boxes([0, 0, 2, 2])
    assert np.isnan(mean_distance(np.ones((1, 1), np.float32), boxes(NOWHERE), keys)).all()
