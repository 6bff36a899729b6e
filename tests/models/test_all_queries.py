"""Likeness, entropy and distance of heads, against the plain formulas."""

import numpy as np
import pytest
from attnscope.models.records import Grid
from attnscope.models.weights import all_queries
from attnscope.models.weights.all_queries import over_all_queries
from attnscope.models.weights.head_figures import layer_figures

from .hand_made_layers import cells, made_layer, self_attention, softmax


def weights(*shape: int) -> np.ndarray:
    return softmax(np.random.default_rng(2).normal(size=shape) * 2)


def cosines(matrices: np.ndarray) -> np.ndarray:
    flat = matrices.reshape(len(matrices), -1)
    lengths = np.linalg.norm(flat, axis=1)
    return flat @ flat.T / np.outer(lengths, lengths)


def entropies(given: np.ndarray) -> np.ndarray:
    return -(given * np.log(given)).sum(-1)


def far(given: np.ndarray, queries: np.ndarray, keys: np.ndarray) -> np.ndarray:
    here, there = ((boxes[:, :2] + boxes[:, 2:]) / 2 for boxes in (queries, keys))
    return (given * np.linalg.norm(here[:, None] - there, axis=-1)).sum(-1)


def test_likeness_is_the_cosine_of_whole_matrices() -> None:
    given = weights(3, 6, 6)
    found = over_all_queries(self_attention(given, cells(2, 3, 4), (8, 12)))
    np.testing.assert_allclose(found.similarity, cosines(given), rtol=1e-5)
    assert (found.looked_at, found.queries) == (6, 6)


def test_heads_that_look_the_same_way_are_alike_and_those_apart_are_not() -> None:
    given = np.stack([np.eye(4), np.eye(4), np.roll(np.eye(4), 1, 1)])
    found = over_all_queries(self_attention(given, cells(2, 2, 4), (8, 8)))
    np.testing.assert_allclose(found.similarity, [[1, 1, 0], [1, 1, 0], [0, 0, 1]], atol=1e-7)


def test_entropy_and_distance_are_means_over_queries() -> None:
    given = weights(3, 6, 6)
    found = over_all_queries(self_attention(given, cells(2, 3, 4), (8, 12)))
    np.testing.assert_allclose(found.entropy, entropies(given).mean(-1), rtol=1e-5)
    np.testing.assert_allclose(found.distance, far(given, cells(2, 3, 4), cells(2, 3, 4)).mean(-1), rtol=1e-5)


def test_class_token_has_an_entropy_but_no_distance() -> None:
    given = weights(2, 5, 5)
    found = over_all_queries(self_attention(given, cells(2, 2, 4, prefix=1), (8, 8)))
    np.testing.assert_allclose(found.entropy, entropies(given).mean(-1), rtol=1e-5)
    placed = given[:, 1:, 1:] / given[:, 1:, 1:].sum(-1, keepdims=True)
    np.testing.assert_allclose(found.distance, far(placed, cells(2, 2, 4), cells(2, 2, 4)).mean(-1), rtol=1e-5)


def test_windows_count_each_with_its_own_places() -> None:
    given = weights(2, 3, 4, 4)
    boxes = [cells(2, 2, 4), cells(2, 2, 4) + np.array([0, 8, 0, 8])]
    found = over_all_queries(self_attention(given, np.concatenate(boxes).astype(np.float32), (8, 16)))
    np.testing.assert_allclose(found.similarity, cosines(given.transpose(1, 0, 2, 3)), rtol=1e-5)
    both = np.stack([far(own, at, at) for own, at in zip(given, boxes, strict=True)])  # (w, h, Q)
    np.testing.assert_allclose(found.distance, both.mean((0, 2)), rtol=1e-5)


def test_keys_without_a_place_leave_no_distance() -> None:
    found = over_all_queries(made_layer(weights(2, 3, 4), Grid((8, 8), None, cells(2, 2, 4))))
    assert found.distance is None
    assert found.similarity.shape == (2, 2)


def test_query_that_may_attend_to_nothing_takes_no_part() -> None:
    given = weights(1, 4, 4)
    given[0, 2] = 0
    found = over_all_queries(self_attention(given, cells(2, 2, 4), (8, 8)))
    assert found.entropy == pytest.approx([entropies(given[0, [0, 1, 3]]).mean()], rel=1e-5)


def test_of_many_queries_some_are_looked_at_in_every_row_and_column(monkeypatch: pytest.MonkeyPatch) -> None:
    given = weights(2, 24, 24)
    monkeypatch.setattr(all_queries, "_AT_MOST", 2 * 24 * 24 // 2)
    monkeypatch.setattr(all_queries, "_AT_ONCE", 2 * 24 * 3)
    found = over_all_queries(self_attention(given, cells(4, 6, 2), (8, 12)))
    assert (found.looked_at, found.queries) == (
        5,
        24,
    )  # every other one would leave out columns, of which there are 6; so would every third or fourth
    np.testing.assert_allclose(found.entropy, entropies(given[:, ::5]).mean(-1), rtol=1e-5)
    np.testing.assert_allclose(found.similarity, cosines(given[:, ::5]), rtol=1e-5)


def test_figures_of_one_query_are_those_of_its_row() -> None:
    given = weights(3, 6, 6)
    spread, distance = layer_figures(self_attention(given, cells(2, 3, 4), (8, 12)), 4)
    np.testing.assert_allclose(spread, entropies(given[:, 4]), rtol=1e-5)
    np.testing.assert_allclose(distance, far(given, cells(2, 3, 4), cells(2, 3, 4))[:, 4], rtol=1e-5)


def test_figures_of_a_key_are_those_of_who_looks_at_it() -> None:
    given = weights(2, 3, 4, 4)
    boxes = [cells(2, 2, 4), cells(2, 2, 4) + np.array([0, 8, 0, 8])]
    layer = self_attention(given, np.concatenate(boxes).astype(np.float32), (8, 16))
    spread, distance = layer_figures(layer, 6, "to")  # key 2 of window 1
    column = given[1, :, :, 2] / given[1, :, :, 2].sum(-1, keepdims=True)
    np.testing.assert_allclose(spread, entropies(column), rtol=1e-5)
    np.testing.assert_allclose(distance, far(column[:, None], boxes[1][2:3], boxes[1])[:, 0], rtol=1e-5)
