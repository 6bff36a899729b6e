"""Places that cannot be known, or not for certain, are said to be none or guessed; finding them takes little memory."""

from typing import Any

import attnscope
import numpy as np
import pytest
import torch
from attnscope.models.errors import UserError
from torch import Tensor, nn
from torch.nn import functional as F
from torch.utils._python_dispatch import TorchDispatchMode


@pytest.fixture(autouse=True)
def _one_thread() -> None:
    torch.set_num_threads(1)
    torch.manual_seed(5)


def attended(queries: Tensor, keys: Tensor) -> Tensor:
    return (queries @ keys.mT).softmax(-1) @ keys


class Decoder(nn.Module):
    """Learned queries that look at the image, in one of two ways, and then at each other."""

    def __init__(self, samples: bool) -> None:
        super().__init__()
        self.queries = nn.Parameter(torch.randn(1, 1, 5, 6))
        self.stem = nn.Conv2d(3, 6, 2, 2)
        self.at = nn.Linear(6, 2)
        self.samples = samples

    def forward(self, x: Tensor) -> Tensor:
        x, queries = self.stem(x), self.queries.expand(len(x), -1, -1, -1)
        if self.samples:
            seen = F.grid_sample(x, self.at(queries), align_corners=False).permute(0, 2, 3, 1)
        else:
            seen = attended(queries, x.flatten(2).mT[:, None])
        queries = queries + seen
        return attended(queries, queries)


@pytest.mark.parametrize("samples", [False, True], ids=["attention", "samples"])
def test_learned_queries_have_no_place_after_they_looked_at_the_image(samples: bool) -> None:
    last = attnscope.record(Decoder(samples).eval(), torch.randn(1, 3, 8, 12)).layers[-1]
    assert last.shape == (1, 1, 5, 5)
    assert last.grid is None


class Sampling(nn.Module):
    """Tokens that look at spots of the image which they choose, and then at each other."""

    def __init__(self) -> None:
        super().__init__()
        self.stem = nn.Conv2d(3, 6, 2, 2)
        self.at = nn.Linear(6, 2)

    def forward(self, x: Tensor) -> Tensor:
        x = self.stem(x)
        seen = F.grid_sample(x, self.at(x.permute(0, 2, 3, 1)), align_corners=False)
        tokens = seen.flatten(2).mT[:, None]
        return attended(tokens, tokens)


def test_tokens_that_sample_the_image_stay_where_they_are() -> None:
    (layer,) = attnscope.record(Sampling().eval(), torch.randn(1, 3, 4, 6)).layers
    assert layer.grid is not None
    expected = [(y, x, y + 2, x + 2) for y in (0, 2) for x in (0, 2, 4)]
    np.testing.assert_array_equal(layer.grid.keys, expected)
    np.testing.assert_array_equal(layer.grid.queries, expected)
    assert not layer.grid.guessed


class Shifting(nn.Module):
    """A branch that looks to one side, added to what it came from, before or after it."""

    def __init__(self, first: bool) -> None:
        super().__init__()
        self.aside = nn.Conv2d(3, 3, 2)
        self.first = first

    def forward(self, x: Tensor) -> Tensor:
        aside = self.aside(F.pad(x, (1, 0, 1, 0)))
        x = aside + x if self.first else x + aside
        return x * torch.sigmoid(x.mean(1, keepdim=True))


@pytest.mark.parametrize("first", [True, False])
def test_a_sum_lies_where_the_one_lies_that_came_before(first: bool) -> None:
    (layer,) = attnscope.record(Shifting(first).eval(), torch.randn(1, 3, 4, 6)).layers
    assert layer.cells().extent == (0, 0, 4, 6)


class Displaced(nn.Module):
    """Tokens that look at the tokens of a map moved by some rows."""

    def __init__(self, rows: int, coarse: int = 1) -> None:
        super().__init__()
        self.rows, self.coarse = rows, coarse

    def forward(self, x: Tensor) -> Tensor:
        keys = F.avg_pool2d(x.roll(self.rows, 2), self.coarse).flatten(2).mT[:, None]
        queries = x[..., : x.shape[2] // self.coarse, : x.shape[3] // self.coarse].flatten(2).mT[:, None]
        return F.scaled_dot_product_attention(queries, keys, keys)


@pytest.mark.parametrize(("model", "doubtful"), [(Displaced(0), False), (Displaced(1), True), (Displaced(0, 2), False)])
def test_as_many_tokens_of_one_size_must_lie_in_the_same_places(model: nn.Module, doubtful: bool) -> None:
    (layer,) = attnscope.record(model, torch.randn(1, 3, 4, 6)).layers
    assert layer.grid is not None
    assert layer.grid.guessed is doubtful


def test_cells_without_anything_of_the_input_are_doubtful() -> None:
    class Beside(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.stem = nn.Conv2d(3, 3, 2, 2, padding=3)

        def forward(self, x: Tensor) -> Tensor:
            x = self.stem(x)
            return x * torch.sigmoid(x.mean(1, keepdim=True))

    (layer,) = attnscope.record(Beside().eval(), torch.randn(1, 3, 8, 8)).layers
    assert layer.grid is not None
    assert layer.grid.guessed


class Counting(TorchDispatchMode):
    """Counts the results of at least so many bytes that are no views."""

    def __init__(self, least: int) -> None:
        super().__init__()
        self.least, self.count = least, 0

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        given = func(*args, **(kwargs or {}))
        made = given if isinstance(given, (tuple, list)) else [given]
        before = {arg.untyped_storage().data_ptr() for arg in args if isinstance(arg, Tensor)}
        self.count += sum(
            one.untyped_storage().nbytes() >= self.least and one.untyped_storage().data_ptr() not in before
            for one in made
            if isinstance(one, Tensor)
        )
        return given


def test_looking_for_places_makes_no_matrix_but_those_of_the_network() -> None:
    class Attending(nn.Module):
        def forward(self, x: Tensor) -> Tensor:
            tokens = x.flatten(2).mT[:, None].expand(-1, 2, -1, -1)
            return ((tokens @ tokens.mT) * 0.5).softmax(-1) @ tokens

    x, model = torch.randn(1, 3, 16, 24), Attending()
    matrix = 2 * 384 * 384  # of bool, the smallest there could be
    with torch.inference_mode(), Counting(matrix) as plain:
        model(x)
    (layer,) = attnscope.record(model, x).layers
    with Counting(matrix) as placing:
        assert layer.grid is not None
    assert plain.count == placing.count == 3


def test_heads_that_each_look_at_pixels_of_their_own_have_no_place():
    class Separable(nn.Module):
        """Mehta and Rastegari, 2022, "Separable Self-attention for Mobile Vision Transformers", arXiv 2206.02680."""

        def __init__(self) -> None:
            super().__init__()
            self.score, self.value = nn.Conv2d(3, 1, 1), nn.Conv2d(3, 5, 1)

        def forward(self, x: Tensor) -> Tensor:
            patches = x.reshape(len(x), 3, 4, 2, 6, 2).permute(0, 1, 3, 5, 2, 4).reshape(len(x), 3, 4, 24)
            weights = self.score(patches).softmax(-1)
            return (self.value(patches) * weights).sum(-1, keepdim=True)

    trace = attnscope.record(Separable().eval(), torch.randn(1, 3, 8, 12))
    (layer,) = trace.layers
    assert layer.shape == (1, 4, 1, 24)
    assert layer.grid is None or layer.grid.keys is None
    with pytest.raises(UserError, match="no place"):
        layer.on_input()
