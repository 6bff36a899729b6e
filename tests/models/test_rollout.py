"""Rollout against the papers' formulas in plain numpy, and against networks' own softmax."""

import attnscope
import numpy as np
import pytest
import torch
from attnscope.models.analysis import mixing
from attnscope.models.analysis import rollout as rolling
from attnscope.models.analysis.rollout import gradient_rollout, rollout
from attnscope.models.errors import UserError
from attnscope.models.progress import Cancelled
from timm.models.swin_transformer import SwinTransformer
from timm.models.vision_transformer import VisionTransformer
from torch import Tensor, nn

from .hand_made_layers import NOWHERE, cells, self_attention, softmax

SIZE = (8, 8)
WAYS = {"mean": np.mean, "max": np.max, "min": np.min}


@pytest.fixture(autouse=True)
def _one_thread() -> None:
    torch.set_num_threads(1)
    torch.manual_seed(7)


def weights(*shape: int) -> np.ndarray:
    return softmax(np.random.default_rng(5).normal(size=shape) * 2)


def residual(matrix: np.ndarray) -> np.ndarray:
    mixed = matrix + np.eye(len(matrix))
    return mixed / mixed.sum(1, keepdims=True)


def product(matrices) -> np.ndarray:
    """Of the papers: the newest layer's matrix from the left."""
    rolled = np.eye(len(matrices[0]))
    for matrix in matrices:
        rolled = matrix @ rolled
    return rolled


def layers_of(given: np.ndarray, prefix: int = 0, gradients: np.ndarray | None = None):
    boxes = cells(2, 2, 4, prefix)
    changes = [None] * len(given) if gradients is None else gradients
    return [self_attention(own, boxes, SIZE, gradients=change) for own, change in zip(given, changes, strict=True)]


def test_two_tokens_by_hand() -> None:
    first, second = np.array([[[1.0, 0.0], [0.5, 0.5]]]), np.array([[[0.0, 1.0], [1.0, 0.0]]])
    layers = [self_attention(own, cells(1, 2, 4), (4, 8)) for own in (first, second)]
    # With the residual: [[1, 0], [1/4, 3/4]], then [[1/2, 1/2], [1/2, 1/2]].
    np.testing.assert_allclose(rollout(layers).row(0), [0.625, 0.375])
    np.testing.assert_allclose(rollout(layers[:1]).row(1), [0.25, 0.75])


@pytest.mark.parametrize("combine", WAYS)
def test_every_row_is_that_of_the_product(combine) -> None:
    given = weights(3, 2, 5, 5)
    expected = product([residual(WAYS[combine](own, axis=0)) for own in given])
    found = rollout(layers_of(given, prefix=1), combine)
    for query in range(5):
        np.testing.assert_allclose(found.row(query), expected[query], rtol=1e-5)
    np.testing.assert_array_equal(found.row(None), found.row(0))
    np.testing.assert_allclose(found.cells((5, 1)).values, expected[3, 1:].reshape(2, 2), rtol=1e-5)


def test_without_a_class_token_it_is_the_mean_over_queries() -> None:
    given = weights(3, 2, 4, 4)
    expected = product([residual(own.mean(0)) for own in given]).mean(0)
    np.testing.assert_allclose(rollout(layers_of(given)).row(), expected, rtol=1e-5)


@pytest.mark.parametrize("prefix", [0, 1])
def test_weakest_share_of_each_layer_is_left_out_but_for_the_class_token(prefix: int) -> None:
    given = weights(3, 2, 4 + prefix, 4 + prefix)
    matrices = []
    for own in given:
        matrix = own.mean(0)
        weak = matrix < np.sort(matrix, axis=None)[int(0.6 * matrix.size)]
        weak[:, :prefix] = False
        matrices.append(residual(np.where(weak, 0, matrix)))
    found = rollout(layers_of(given, prefix), discard=0.6)
    np.testing.assert_allclose(found.row(2), product(matrices)[2], rtol=1e-5, atol=1e-8)
    assert not np.allclose(found.row(2), rollout(layers_of(given, prefix)).row(2), atol=1e-3)


def test_windows_are_put_where_their_tokens_are() -> None:
    boxes = cells(2, 4, 4)[[0, 1, 4, 5, 2, 3, 6, 7]]
    halves, everything = weights(2, 3, 4, 4), weights(3, 8, 8)
    layers = [self_attention(halves, boxes, (8, 16)), self_attention(everything, cells(2, 4, 4), (8, 16))]
    matrix = np.zeros((8, 8))
    for window, tokens in enumerate(([0, 1, 4, 5], [2, 3, 6, 7])):
        matrix[np.ix_(tokens, tokens)] = halves[window].mean(0)
    expected = product([residual(matrix), residual(everything.mean(0))])
    np.testing.assert_allclose(rollout(layers).row(3), expected[3], rtol=1e-5)


def test_what_looks_at_padding_counts_for_nothing() -> None:
    boxes = np.array([*cells(1, 3, 4), NOWHERE], np.float32)
    given = weights(2, 1, 2, 2)  # windows of tokens 0, 1 and of token 2 with padding
    matrix = np.zeros((3, 3))
    matrix[:2, :2], matrix[2, 2] = given[0, 0], given[1, 0, 0, 0]
    found = rollout([self_attention(given, boxes, (4, 12))])
    np.testing.assert_allclose([found.row(query) for query in range(3)], residual(matrix), rtol=1e-6)


def test_gradient_rollout_adds_what_speaks_for_the_class() -> None:
    given, gradients = weights(3, 2, 5, 5), np.random.default_rng(8).normal(size=(3, 2, 5, 5))
    relevance = np.eye(5)
    for own, change in zip(given, gradients, strict=True):
        relevance = relevance + np.maximum(own * change, 0).mean(0) @ relevance
    found = gradient_rollout(layers_of(given, 1, gradients))
    for query in range(5):
        np.testing.assert_allclose(found.row(query), relevance[query], rtol=1e-4)


def test_gradient_rollout_needs_gradients() -> None:
    with pytest.raises(UserError, match="not asked for"):
        gradient_rollout(layers_of(weights(1, 2, 4, 4))).row()


def test_reading_in_blocks_and_keeping_nothing_changes_no_number(monkeypatch: pytest.MonkeyPatch) -> None:
    given = weights(3, 2, 5, 5)
    expected = rollout(layers_of(given, 1)).row()
    monkeypatch.setattr(mixing, "_AT_ONCE", 2 * 2 * 5)
    monkeypatch.setattr(rolling, "_KEPT", 0)
    found = rollout(layers_of(given, 1))
    np.testing.assert_allclose(found.row(), expected, rtol=1e-6)
    np.testing.assert_allclose(found.row(), expected, rtol=1e-6)


def test_too_many_tokens_are_refused_before_memory_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rolling, "_MOST", 4 * 16 - 1)
    with pytest.raises(UserError, match="4 tokens takes 64 bytes"):
        rollout(layers_of(weights(1, 2, 4, 4)))


def test_it_can_be_stopped_between_layers() -> None:
    answers = iter([False, True])
    with pytest.raises(Cancelled):
        rollout(layers_of(weights(3, 2, 4, 4))).row(None, lambda: next(answers))


def small_transformer() -> VisionTransformer:
    return VisionTransformer(img_size=16, patch_size=4, embed_dim=12, depth=3, num_heads=3, num_classes=5).eval()


class Explicit(nn.Module):
    """The same attention as timm's, written out, which keeps its weights."""

    def __init__(self, own) -> None:
        super().__init__()
        self.qkv, self.proj, self.heads = own.qkv, own.proj, own.num_heads
        self.weights = torch.zeros(0)

    def forward(self, x: Tensor, **_: object) -> Tensor:
        q, k, v = self.qkv(x).unflatten(2, (3, self.heads, -1)).permute(2, 0, 3, 1, 4)
        self.weights = (q @ k.mT / q.shape[-1] ** 0.5).softmax(-1)
        return self.proj((self.weights @ v).transpose(1, 2).flatten(2))


def explicit_pass(model: VisionTransformer, x: Tensor) -> tuple[Tensor, list[Tensor]]:
    """What the network says, and the weights of its layers, without any of ours."""
    for block in model.blocks:
        block.attn = Explicit(block.attn)
    said = model(x)
    return said, [block.attn.weights for block in model.blocks]


def test_transformer_with_fused_attention() -> None:
    model, x = small_transformer(), torch.randn(1, 3, 16, 16)
    trace = attnscope.record(model, x)
    with torch.no_grad():
        _, kept = explicit_pass(model, x)
    expected = product([residual(own[0].mean(0).double().numpy()) for own in kept])
    np.testing.assert_allclose(rollout(trace.layers).cells().values, expected[0, 1:].reshape(4, 4), rtol=1e-4)
    early = product([residual(own[0].amax(0).double().numpy()) for own in kept[:2]])
    found = rollout(trace.layers[:2], "max").cells((9, 14))  # row 2, column 3 of the patches
    np.testing.assert_allclose(found.values, early[1 + 11, 1:].reshape(4, 4), rtol=1e-4)


def test_transformer_with_gradients() -> None:
    model, x = small_transformer(), torch.randn(1, 3, 16, 16)
    trace = attnscope.record(model, x, gradients=2)
    said, kept = explicit_pass(model, x)
    changes = torch.autograd.grad(said[0, 2], kept)
    relevance = np.eye(17)
    for own, change in zip(kept, changes, strict=True):
        relevance = relevance + (own * change)[0].clamp(min=0).mean(0).detach().double().numpy() @ relevance
    np.testing.assert_allclose(gradient_rollout(trace.layers).row(), relevance[0], rtol=1e-3, atol=1e-7)


def test_shifted_windows_are_followed_within_a_stage() -> None:
    model = SwinTransformer(
        img_size=32, patch_size=4, embed_dim=8, depths=(2, 2), num_heads=(2, 2), window_size=4, num_classes=3
    ).eval()
    layers = attnscope.record(model, torch.randn(1, 3, 32, 32)).layers
    found = rollout(layers[:2])
    assert found.chain.note == ""
    far = found.cells((1, 1)).values
    # The first windows are 16 pixels wide. The second, shifted by 8, take in a corner of the next or come around.
    first = residual_of(layers[0], 8)
    second = residual_of(layers[1], 8)
    np.testing.assert_allclose(far, (second[0] @ first).reshape(8, 8), atol=1e-6)
    merged = rollout(layers)
    assert [layer.name for layer in merged.chain.layers] == ["layers.1.blocks.0.attn", "layers.1.blocks.1.attn"]
    assert "layers.1.blocks.0.attn" in merged.chain.note


def residual_of(layer, side: int) -> np.ndarray:
    """What `on_input` shows of every cell, put together row by row."""
    places = [(4 * row + 1, 4 * column + 1) for row in range(side) for column in range(side)]
    rows = [np.nan_to_num(layer.on_input(None, place)[1::4, 1::4]).ravel() for place in places]
    return residual(np.stack(rows).astype(np.float64))
