"""What the engine says of attention: both directions, heads in one, the wall and how alike heads are."""

import attnscope
import numpy as np
import pytest
import torch
from attnscope.app.engine.layer_answers import answer
from attnscope.models.errors import UserError
from torch import nn

CELL, WIDTH, HEADS = 8, 12, 3
WAYS = {"mean": np.mean, "max": np.max, "min": np.min}


class Patches(nn.Module):
    """A class token and six patches that look at one another."""

    def __init__(self) -> None:
        super().__init__()
        self.enter = nn.Conv2d(3, WIDTH, CELL, CELL)
        self.first = nn.Parameter(torch.randn(1, 1, WIDTH))
        self.attention = nn.MultiheadAttention(WIDTH, HEADS, batch_first=True)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        tokens = torch.cat([self.first, 3 * self.enter(x).flatten(2).transpose(1, 2)], 1)
        return self.attention(tokens, tokens, tokens)[0].mean(1)


class LearnedQueries(nn.Module):
    """Two learned queries that look at six patches."""

    def __init__(self) -> None:
        super().__init__()
        self.enter = nn.Conv2d(3, WIDTH, CELL, CELL)
        self.asking = nn.Parameter(torch.randn(1, 2, WIDTH))
        self.attention = nn.MultiheadAttention(WIDTH, HEADS, batch_first=True)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        tokens = self.enter(x).flatten(2).transpose(1, 2)
        return self.attention(self.asking, tokens, tokens)[0].mean(1)


def recorded(network: type[nn.Module]):
    torch.manual_seed(3)
    torch.set_num_threads(1)
    with torch.no_grad():
        (layer,) = attnscope.record(network().eval(), torch.randn(1, 3, 16, 24)).layers
    return layer


@pytest.fixture(scope="module")
def patches():
    return recorded(Patches)


@pytest.fixture(scope="module")
def weights(patches) -> np.ndarray:
    return patches.weights[0].numpy()


@pytest.mark.parametrize("combine", WAYS)
def test_map_to_a_place_is_what_every_query_gives_its_key(patches, weights, combine) -> None:
    told, arrays = answer(
        patches, "map", {"head": None, "query": [9, 18], "combine": combine, "direction": "to"}
    )  # row 1, column 2 of the patches: token 6
    assert (told["query"], told["box"], told["extent"]) == (6, [8, 16, 16, 24], [0, 0, 16, 24])
    expected = WAYS[combine](weights[:, 1:, 6], axis=0).reshape(2, 3)
    np.testing.assert_allclose(arrays["values"], expected, rtol=1e-5)


@pytest.mark.parametrize("combine", WAYS)
def test_matrix_of_all_heads_is_combined_as_asked(patches, weights, combine) -> None:
    _, arrays = answer(patches, "matrix", {"head": None, "combine": combine})
    np.testing.assert_allclose(arrays["values"], WAYS[combine](weights, axis=0), rtol=1e-5)


def test_map_to_nothing_in_particular_is_to_the_class_token(patches, weights) -> None:
    told, arrays = answer(patches, "map", {"head": 1, "query": None, "direction": "to"})
    assert (told["query"], told["box"]) == (0, None)
    np.testing.assert_allclose(arrays["values"], weights[1, 1:, 0].reshape(2, 3), rtol=1e-5)


@pytest.mark.parametrize("direction", ["from", "to"])
@pytest.mark.parametrize("query", [None, 4, [1, 1]])
def test_wall_is_heads_without_figures(patches, direction, query) -> None:
    fields = {"query": query, "direction": direction}
    (told, arrays), (full, with_figures) = answer(patches, "wall", fields), answer(patches, "heads", fields)
    assert full == told | {name: full[name] for name in ("entropy", "distance")}
    np.testing.assert_array_equal(arrays["values"], with_figures["values"])
    assert arrays["values"].shape == (HEADS, 2, 3)


def test_figures_of_a_key_tell_how_spread_and_how_far_they_are_who_look_at_it(patches, weights) -> None:
    told, _ = answer(patches, "heads", {"query": [9, 18], "direction": "to"})
    column = weights[:, :, 6].astype(np.float64)
    shares = column / column.sum(-1, keepdims=True)
    assert told["entropy"] == pytest.approx(-(shares * np.log(shares)).sum(-1), rel=1e-4)
    away = np.array([np.hypot(8 * (row - 1), 8 * (across - 2)) for row in range(2) for across in range(3)])
    placed = column[:, 1:] / column[:, 1:].sum(-1, keepdims=True)
    assert told["distance"] == pytest.approx((placed * away).sum(-1), rel=1e-4)


def test_heads_are_as_alike_as_their_matrices(patches, weights) -> None:
    told, arrays = answer(patches, "similarity", {})
    flat = weights.reshape(HEADS, -1)
    lengths = np.linalg.norm(flat, axis=1)
    np.testing.assert_allclose(arrays["values"], flat @ flat.T / np.outer(lengths, lengths), rtol=1e-5)
    assert told["entropy"] == pytest.approx(-(weights * np.log(weights)).sum(-1).mean(-1), rel=1e-4)
    assert len(told["distance"]) == HEADS
    assert told["sampled"] is None


def test_who_looks_cannot_be_laid_out_where_queries_are_learned() -> None:
    layer = recorded(LearnedQueries)
    with pytest.raises(UserError, match="queries of this layer have no place"):
        answer(layer, "wall", {"query": [1, 1], "direction": "to"})
    _, arrays = answer(layer, "wall", {"query": 1})
    np.testing.assert_allclose(arrays["values"], layer.weights[0, :, 1].reshape(HEADS, 2, 3).numpy(), rtol=1e-5)


def test_place_beside_every_key_is_refused(patches) -> None:
    with pytest.raises(UserError, match="choose another place"):
        answer(patches, "map", {"query": [500, 3], "direction": "to"})


@pytest.mark.parametrize("kind", ["map", "heads", "wall"])
def test_a_place_picks_no_query_where_none_has_a_place_and_all_are_shown(kind):
    layer = recorded(LearnedQueries)
    told, arrays = answer(layer, kind, {"query": [3, 4]})
    assert (told["query"], told["box"]) == (None, None)
    expected = layer.weights[0].numpy().mean(1).reshape(HEADS, 2, 3)
    np.testing.assert_allclose(arrays["values"], expected if kind != "map" else expected.mean(0), atol=1e-6)
