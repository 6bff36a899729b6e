"""Attention to a place, and heads in one: against columns and rows of the weights themselves."""

import attnscope
import numpy as np
import pytest
import torch
from attnscope.models.errors import UserError
from attnscope.models.records import Grid
from torch import Tensor, nn
from torch.nn import functional as F

from .hand_made_layers import NOWHERE, cells, made_layer, self_attention, softmax

WAYS = {"mean": np.mean, "max": np.max, "min": np.min}


def weights(*shape: int) -> np.ndarray:
    return softmax(np.random.default_rng(11).normal(size=shape) * 2).astype(np.float32)


@pytest.mark.parametrize("head", [0, 1, 2])
def test_who_looks_at_a_place_is_the_column_of_its_key(head: int) -> None:
    given = weights(3, 7, 7)
    layer = self_attention(given, cells(2, 3, 4, prefix=1), (8, 12))
    shown = layer.cells(head, (5, 9), direction="to")  # the last cell, token 6
    assert shown.extent == (0, 0, 8, 12)
    np.testing.assert_array_equal(shown.values, given[head, 1:, 6].reshape(2, 3))
    np.testing.assert_array_equal(layer.on_input(head, (5, 9), direction="to"), np.kron(shown.values, np.ones((4, 4))))


@pytest.mark.parametrize("combine", WAYS)
@pytest.mark.parametrize("direction", ["from", "to"])
def test_heads_become_one_by_mean_max_or_min(combine, direction) -> None:
    given = weights(3, 6, 6)
    layer = self_attention(given, cells(2, 3, 4), (8, 12))
    of_query = given[:, 2] if direction == "from" else given[:, :, 2]
    expected = WAYS[combine](of_query, axis=0).reshape(2, 3)
    np.testing.assert_allclose(layer.cells(None, 2, 0, combine, direction).values, expected, rtol=1e-6)
    np.testing.assert_allclose(layer.matrix(combine=combine), WAYS[combine](given, axis=0), rtol=1e-6)


def test_unknown_way_to_combine_is_refused() -> None:
    layer = self_attention(weights(2, 4, 4), cells(2, 2, 4), (8, 8))
    with pytest.raises(UserError, match="median"):
        layer.cells(combine="median")
    with pytest.raises(UserError, match="median"):
        layer.matrix(combine="median")


def test_without_a_query_it_is_the_class_token_that_is_looked_at() -> None:
    given = weights(2, 5, 5)
    layer = self_attention(given, cells(2, 2, 4, prefix=1), (8, 8))
    expected = given[:, 1:, 0].reshape(2, 2, 2)
    np.testing.assert_array_equal(layer.cells_all_heads(direction="to").values, expected)


def test_without_a_class_token_it_is_the_mean_over_keys() -> None:
    given = weights(2, 4, 4) * np.arange(1, 5, dtype=np.float32)[:, None]  # rows that sum to 1, 2, 3 and 4
    layer = self_attention(given, cells(2, 2, 4), (8, 8))
    expected = np.array([[1, 2], [3, 4]]) / 4
    np.testing.assert_allclose(layer.cells_all_heads(direction="to").values, [expected, expected], rtol=1e-6)


def test_other_windows_than_that_of_the_key_are_left_out() -> None:
    given = weights(2, 3, 4, 4)  # two windows of 2 x 2 cells, side by side
    boxes = np.concatenate([cells(2, 2, 4), cells(2, 2, 4) + np.array([0, 8, 0, 8])]).astype(np.float32)
    layer = self_attention(given, boxes, (8, 16))
    shown = layer.cells_all_heads((1, 13), direction="to").values  # window 1, key 1
    np.testing.assert_array_equal(shown[:, :, 2:], given[1, :, :, 1].reshape(3, 2, 2))
    assert np.isnan(shown[:, :, :2]).all()
    np.testing.assert_array_equal(shown, layer.cells_all_heads(5, direction="to").values)


def test_where_windows_overlap_a_place_is_a_key_of_each() -> None:
    given = weights(2, 1, 1, 2)  # two windows of one query each, which both see the middle cell
    keys = np.array([[0, 0, 4, 4], [0, 4, 4, 8], [0, 4, 4, 8], [0, 8, 4, 12]], np.float32)
    queries = np.array([[0, 0, 4, 4], [0, 8, 4, 12]], np.float32)
    layer = made_layer(given, Grid((4, 12), queries, keys))
    shown = layer.on_input(0, (2, 5), direction="to")
    assert shown[0, 0] == given[0, 0, 0, 1]
    assert shown[0, 11] == given[1, 0, 0, 0]
    assert np.isnan(shown[:, 4:8]).all()


def test_fewer_keys_than_queries_are_looked_at_from_every_query() -> None:
    given = weights(1, 4, 1) * np.array([[0.1], [0.2], [0.3], [0.4]], np.float32)
    layer = made_layer(given, Grid((8, 8), cells(2, 2, 4), cells(1, 1, 8)))
    np.testing.assert_allclose(layer.cells(0, (7, 7), direction="to").values, [[0.1, 0.2], [0.3, 0.4]], rtol=1e-6)


def test_learned_queries_have_no_place_to_be_laid_out_at() -> None:
    layer = made_layer(weights(1, 3, 4), Grid((8, 8), None, cells(2, 2, 4)))
    with pytest.raises(UserError, match="have no place"):
        layer.cells(query=(1, 1), direction="to")
    assert layer.cells(query=2).values.shape == (2, 2)


@pytest.mark.parametrize(("query", "said"), [((99, 0), "No key lies"), (9, "keys 0 to 4"), (-6, "keys 0 to 4")])
def test_key_that_there_is_not_is_refused(query, said: str) -> None:
    layer = self_attention(weights(1, 5, 5), cells(2, 2, 4, prefix=1), (8, 8))
    with pytest.raises(UserError, match=said):
        layer.cells(query=query, direction="to")


def test_keys_tell_their_boxes() -> None:
    layer = made_layer(weights(1, 2, 2), Grid((4, 8), None, np.array([NOWHERE, [0, 4, 4, 8]], np.float32)))
    assert layer.key_box(0) is None
    assert layer.key_box(1) == (0, 4, 4, 8)


class Masked(nn.Module):
    """More patches than are read at a time, each of which sees only itself and those before it."""

    def __init__(self) -> None:
        super().__init__()
        self.stem, self.qkv = nn.Conv2d(3, 8, 1), nn.Linear(8, 24)

    def forward(self, x: Tensor) -> Tensor:
        tokens = self.stem(x).flatten(2).transpose(1, 2)
        q, k, v = (part.unflatten(2, (2, 4)).transpose(1, 2) for part in self.qkv(tokens).chunk(3, -1))
        return F.scaled_dot_product_attention(q, k, v, is_causal=True)


@pytest.mark.parametrize("batch", [0, 1])
def test_recorded_layers_are_read_block_by_block(batch: int) -> None:
    torch.manual_seed(4)
    (layer,) = attnscope.record(Masked().eval(), torch.randn(2, 3, 17, 18)).layers
    shown = layer.cells(1, (16, 2), batch, direction="to").values
    np.testing.assert_allclose(shown, layer.weights[batch, 1, :, 16 * 18 + 2].reshape(17, 18).numpy(), atol=1e-7)
    assert (shown[:16] == 0).all()
    assert shown[16, 2] > 0
