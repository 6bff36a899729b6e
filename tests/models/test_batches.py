"""Images, windows and heads are kept apart however a network folds them, and edits find their head in all of them."""

import attnscope
import numpy as np
import pytest
import torch
from attnscope.models.tags.folding import Folding
from torch import Tensor, nn
from torch.nn import functional as F

WINDOWS, HEADS, TOKENS, WIDTH = 6, 2, 4, 5
ORDERS = ["bwh", "bhw", "wbh", "hbw", "whb", "hwb"]


class Folded(nn.Module):
    """Attention in windows of 2 x 2 patches, 2 x 3 of them, folded into a batch in any order."""

    def __init__(self, order: str, dimensions: int, fused: bool) -> None:
        super().__init__()
        self.stem = nn.Conv2d(3, 3 * HEADS * WIDTH, 2, stride=2)
        self.order, self.dimensions, self.fused = order, dimensions, fused

    def apart(self, x: Tensor) -> Tensor:
        """(3, B, windows, h, N, d) of queries, keys and values."""
        x = self.stem(x).unflatten(1, (3, HEADS, WIDTH))
        x = x.unflatten(4, (2, 2)).unflatten(6, (3, 2))  # (B, 3, h, d, 2, 2, 3, 2)
        return x.permute(1, 0, 4, 6, 2, 5, 7, 3).flatten(5, 6).flatten(2, 3)

    def forward(self, x: Tensor) -> Tensor:
        places = [1 + "bwh".index(axis) for axis in self.order]
        q, k, v = self.apart(x).permute(0, *places, 4, 5).flatten(1, 4 - self.dimensions)
        if self.fused:
            return F.scaled_dot_product_attention(q, k, v, scale=1.0)
        return (q @ k.mT).softmax(-1) @ v


def expected(model: Folded, x: Tensor) -> np.ndarray:
    """(B, windows, h, N, N) by the formula."""
    with torch.no_grad():
        q, k, _ = model.apart(x).numpy()
    scores = np.exp(q @ k.swapaxes(-1, -2))
    return scores / scores.sum(-1, keepdims=True)


@pytest.fixture(autouse=True)
def _one_thread() -> None:
    torch.set_num_threads(1)
    torch.manual_seed(23)


@pytest.mark.parametrize("batch", [1, 2, 3])
@pytest.mark.parametrize("dimensions", [1, 2, 3])
@pytest.mark.parametrize("order", ORDERS)
def test_every_matrix_belongs_to_its_image_window_and_head(order: str, dimensions: int, batch: int) -> None:
    model = Folded(order, dimensions, fused=dimensions == 2).eval()
    x = torch.randn(batch, 3, 8, 12)
    for trace in (attnscope.record(model, x), attnscope.record(model, x)):
        (layer,) = trace.layers
        assert layer.shape == (batch, WINDOWS, HEADS, TOKENS, TOKENS)
        matrices = expected(model, x)
        np.testing.assert_allclose(layer.weights.numpy(), matrices, atol=1e-6)
        np.testing.assert_allclose(layer.row(1, 9, batch - 1), matrices[batch - 1, 2, 1, 1], atol=1e-6)
        assert layer.error <= 1e-5
        painted = layer.on_input(0, 9, batch=batch - 1)
        np.testing.assert_allclose(painted[:4:2, 8::2], matrices[batch - 1, 2, 0, 1].reshape(2, 2), atol=1e-6)
        assert np.isnan(painted[:, :8]).all()


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("batch", [1, 2])
def test_an_edit_of_a_head_hits_it_in_every_image_and_window(order: str, batch: int) -> None:
    model = Folded(order, 1, fused=True).eval()
    x = torch.randn(batch, 3, 8, 12)
    with torch.no_grad():
        v = model.apart(x)[2]
    trace = attnscope.record(model, x, edits=[attnscope.Edit("(network)", 1, 0.0)])
    weights = torch.from_numpy(expected(model, x))
    weights[:, :, 1] = 0
    result = (weights @ v).permute(*("bwh".index(axis) for axis in order), 3, 4).flatten(0, 2)
    torch.testing.assert_close(trace.output, result, atol=1e-5, rtol=0)
    torch.testing.assert_close(trace.layers[0].weights, weights, atol=1e-6, rtol=0)
    assert trace.layers[0].error <= 1e-5


def test_queries_without_a_place_leave_it_to_the_keys() -> None:
    class Pooled(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.query = nn.Parameter(torch.randn(HEADS, 1, 7, WIDTH))
            self.stem = nn.Conv2d(3, HEADS * WIDTH, 4, stride=4)

        def keys(self, x: Tensor) -> Tensor:
            return self.stem(x).unflatten(1, (HEADS, WIDTH)).flatten(3).permute(1, 0, 3, 2)

        def forward(self, x: Tensor) -> Tensor:
            keys = self.keys(x)  # (h, B, K, d): all heads first
            queries = self.query.expand(-1, len(x), -1, -1).flatten(0, 1)
            return torch.bmm(torch.bmm(queries, keys.flatten(0, 1).mT).softmax(-1), keys.flatten(0, 1))

    model, x = Pooled().eval(), torch.randn(3, 3, 8, 12)
    (layer,) = attnscope.record(model, x).layers
    with torch.no_grad():
        scores = np.exp((model.query @ model.keys(x).mT).numpy()).swapaxes(0, 1)
    assert layer.shape == (3, HEADS, 7, 6)
    np.testing.assert_allclose(layer.weights.numpy(), scores / scores.sum(-1, keepdims=True), atol=1e-6)


def test_groups_of_heads_that_share_keys_are_told_from_windows() -> None:
    class Grouped(nn.Module):
        def forward(self, x: Tensor) -> Tensor:
            cells = F.avg_pool2d(x, 2).unflatten(2, (2, 2)).permute(0, 2, 1, 3, 4).flatten(3)  # (B, windows, C, N)
            queries = cells.mT[:, None].expand(-1, 4, -1, -1, -1)  # (B, h, windows, N, C)
            keys = cells.mT[:, None]
            return (queries @ keys.mT).softmax(-1) @ keys

    (layer,) = attnscope.record(Grouped(), torch.randn(2, 3, 8, 12)).layers
    assert layer.shape == (2, 2, 4, 12, 12)


def test_what_the_sizes_tell_takes_no_further_pass() -> None:
    class Plain(nn.Module):
        passes = 0

        def forward(self, x: Tensor) -> Tensor:
            self.passes += 1
            tokens = x.flatten(2).mT[:, None].expand(-1, 3, -1, -1)
            return F.scaled_dot_product_attention(tokens, tokens[:, :, :5], tokens[:, :, :5])

    model = Plain()
    (layer,) = attnscope.record(model, torch.randn(2, 4, 3, 5)).layers
    assert (layer.kind, layer.shape, len(layer.weights)) == ("heads", (2, 3, 15, 5), 2)
    assert model.passes == 1


def test_what_nothing_tells_is_noted() -> None:
    class Latent(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.latents = nn.Parameter(torch.randn(6, 5, 4))

        def forward(self, x: Tensor) -> Tensor:
            latents = self.latents * x.mean()
            return F.scaled_dot_product_attention(latents, latents, latents)

    (layer,) = attnscope.record(Latent(), torch.randn(2, 3, 8, 8)).layers
    assert layer.shape == (2, 3, 5, 5)
    assert "told from their number alone" in layer.note


def test_folding_and_unfolding_are_each_other_s_way_back() -> None:
    matrices = torch.arange(2 * 3 * 5 * 7 * 11).reshape(2, 3, 5, 7, 11)
    for order in ORDERS:
        folding = Folding(2, 3, 5, order)
        folded = folding.fold(matrices, (30,))
        assert torch.equal(folding.unfold(folded), matrices)
    assert torch.equal(Folding(2, 3, 5, "hwb").fold(matrices, (5, 3, 2))[4, 1, 0], matrices[0, 1, 4])
