"""What the engine says of a layer, against figures worked out from the layer's own weights."""

import numpy as np
import pytest
import torch
from attnscope.app.engine.layer_answers import answer
from attnscope.models.errors import UserError
from attnscope.models.recording.record import record
from torch import nn

SIDE, CELL, WIDTH, HEADS = 24, 8, 12, 3


class Patches(nn.Module):
    """Nine patches that look at one another, without a class token."""

    def __init__(self) -> None:
        super().__init__()
        self.enter = nn.Conv2d(3, WIDTH, CELL, CELL)
        self.attention = nn.MultiheadAttention(WIDTH, HEADS, batch_first=True)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        tokens = self.enter(x).flatten(2).transpose(1, 2)
        return self.attention(tokens, tokens, tokens)[0].mean(1)


class Strips(nn.Module):
    """A gate for every row of every channel."""

    def __init__(self) -> None:
        super().__init__()
        self.enter, self.strip = nn.Conv2d(3, 5, 3), nn.Conv2d(5, 5, 1)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        found = self.enter(x)
        return (found * torch.sigmoid(self.strip(found.mean(3, keepdim=True)))).mean((2, 3))


class Elementwise(nn.Module):
    """A gate for every value (BAM's form): made from the value by a convolution over its neighbours."""

    def __init__(self) -> None:
        super().__init__()
        self.enter, self.look = nn.Conv2d(3, 20, 3), nn.Conv2d(20, 20, 3, padding=1)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        found = self.enter(x)
        return (found * torch.sigmoid(self.look(found))).mean((2, 3))


def recorded(network: nn.Module):
    torch.manual_seed(3)
    with torch.no_grad():
        return record(network.eval(), torch.randn(1, 3, SIDE, SIDE)).layers


@pytest.fixture(scope="module")
def patches():
    torch.manual_seed(3)
    (layer,) = recorded(Patches())
    return layer


def test_figures_of_all_queries_are_their_means(patches):
    told, arrays = answer(patches, "heads", {"query": None})
    weights = patches.weights[0].double().numpy()
    assert weights.shape == (HEADS, 9, 9)
    assert told["query"] is None
    assert told["entropy"] == pytest.approx(-(weights * np.log(weights)).sum(-1).mean(-1), abs=1e-5)
    places = np.array([(CELL * (row + 0.5), CELL * (column + 0.5)) for row in range(3) for column in range(3)])
    away = np.linalg.norm(places[:, None] - places[None], axis=-1)
    assert told["distance"] == pytest.approx((weights * away).sum(-1).mean(-1), abs=1e-4)
    assert arrays["values"] == pytest.approx(weights.mean(1).reshape(HEADS, 3, 3), abs=1e-5)


def test_query_at_a_pixel_is_the_cell_that_holds_it(patches):
    told, arrays = answer(patches, "map", {"head": None, "query": [20, 9]})
    assert told["query"] == 7
    assert told["box"] == [16, 8, 24, 16]
    assert told["extent"] == [0, 0, SIDE, SIDE]
    assert arrays["values"].ravel() == pytest.approx(patches.weights[0, :, 7].mean(0).numpy(), abs=1e-6)


def test_place_outside_of_every_query_is_refused(patches):
    with pytest.raises(UserError, match="click another place"):
        answer(patches, "map", {"query": [500, 3]})


def test_row_without_a_head_is_the_mean(patches):
    told, arrays = answer(patches, "row", {"head": None, "query": 4})
    assert (told["head"], told["query"], told["batch"]) == (None, 4, 0)
    assert arrays["values"] == pytest.approx(patches.weights[0, :, 4].mean(0).numpy(), abs=1e-6)


def test_row_of_no_query_is_refused(patches):
    with pytest.raises(UserError, match="one query"):
        answer(patches, "row", {"head": 0, "query": None})


def test_matrix_of_one_head(patches):
    told, arrays = answer(patches, "matrix", {"head": 2})
    assert (told["queries"], told["keys"]) == (9, 9)
    assert arrays["values"] == pytest.approx(patches.weights[0, 2].numpy(), abs=1e-6)


@pytest.mark.parametrize("kind", ["preview", "tables"])
def test_what_has_no_place_is_shown_plainly(kind):
    (layer,) = recorded(Strips())
    assert layer.kind == "other"
    _, arrays = answer(layer, kind, {})
    assert arrays["values"] == pytest.approx(layer.weights.numpy().reshape(5, SIDE - 2), abs=1e-6)


def test_of_many_tables_the_mean_comes_first():
    (layer,) = recorded(Elementwise())
    assert layer.kind == "other"
    told, arrays = answer(layer, "tables", {})
    weights = layer.weights[0].numpy()
    assert told["count"] == len(weights) == 20
    assert arrays["values"].shape == (16, *weights.shape[1:])
    assert arrays["values"][0] == pytest.approx(weights.mean(0), abs=1e-6)
    assert arrays["values"][1:] == pytest.approx(weights[:15], abs=1e-6)


def test_unknown_question_is_refused(patches):
    with pytest.raises(UserError, match="dance"):
        answer(patches, "dance", {})
