"""Softmax attention is found in every way that it is written, with exact weights, whole or row by row."""

import math
from collections.abc import Callable

import attnscope
import numpy as np
import pytest
import torch
from attnscope.models.errors import UserError
from attnscope.models.networks.attention import MultiHeadAttention, ScaledDotProductAttention
from torch import Tensor, nn
from torch.nn import functional as F

B, Q, K, D, HEADS = 2, 5, 7, 6, 3


class Attending(nn.Module):
    """A network that is one function of queries, keys and values."""

    def __init__(self, function: Callable[[Tensor, Tensor, Tensor], Tensor]) -> None:
        super().__init__()
        self.function = function
        self.softmax = nn.Softmax(dim=2)
        self.talk = nn.Conv2d(HEADS, HEADS, 1)

    def forward(self, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
        return self.function(q + 0, k + 0, v + 0)


def softmax(scores: np.ndarray) -> np.ndarray:
    e = np.exp(scores - scores.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)


def by_exponentials(q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    e = torch.exp(q @ k.mT)
    return (e / e.sum(-1, keepdim=True)) @ v


def keys_first(q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    return v.mT @ (k @ q.mT).softmax(-2)


def einsums(q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    return torch.einsum("b h q k, b h k d -> b q h d", torch.einsum("bhqd,bhkd->bhqk", q, k).softmax(-1), v)


def with_dots(q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    return torch.einsum("...qk,...kd->...qd", (q @ k.mT).softmax(-1), v)


def folded(q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    q, k, v = (x.flatten(0, 1) for x in (q, k, v))
    return torch.bmm(nn.Softmax(dim=2)(torch.bmm(q, k.transpose(1, 2))), v)


def added(q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    scores = torch.baddbmm(torch.zeros(1), q.flatten(0, 1), k.flatten(0, 1).mT)
    return F.softmax(scores, dim=-1) @ v.flatten(0, 1)


WRITTEN: dict[str, Callable[[Tensor, Tensor, Tensor], Tensor]] = {
    "fused": lambda q, k, v: F.scaled_dot_product_attention(q, k, v, scale=1.0),
    "matmul": lambda q, k, v: torch.softmax(q @ k.mT, -1) @ v,
    "exponentials": by_exponentials,
    "keys first": keys_first,
    "einsum": einsums,
    "einsum with dots": with_dots,
    "heads in the batch": folded,
    "baddbmm": added,
    "soft cap removed": lambda q, k, v: ((q @ k.mT) * 2 / 2).softmax(-1) @ v,
    "dropout in eval": lambda q, k, v: F.dropout((q @ k.mT).softmax(-1), 0.1, training=False) @ v,
}


@pytest.fixture
def qkv() -> tuple[Tensor, Tensor, Tensor]:
    torch.set_num_threads(1)
    torch.manual_seed(5)
    return torch.randn(B, HEADS, Q, D), torch.randn(B, HEADS, K, D), torch.randn(B, HEADS, K, D + 2)


@pytest.mark.parametrize("written", WRITTEN.values(), ids=WRITTEN.keys())
def test_weights_equal_the_formula_however_attention_is_written(
    written: Callable[[Tensor, Tensor, Tensor], Tensor], qkv: tuple[Tensor, Tensor, Tensor]
) -> None:
    q, k, v = qkv
    model = Attending(written)
    plain = model(q, k, v)
    expected = softmax(q.numpy() @ k.numpy().swapaxes(-1, -2))
    for trace in (attnscope.record(model, q, k, v), attnscope.record(model, q, k, v)):
        (layer,) = trace.layers
        assert (layer.kind, layer.shape) == ("heads", (B, HEADS, Q, K))
        np.testing.assert_allclose(layer.weights.numpy(), expected, atol=1e-6)
        assert layer.error <= 1e-5
        assert torch.equal(trace.output, plain)


@pytest.mark.parametrize("mask", ["bool", "float", "causal", "none allowed"])
def test_masks_are_in_the_weights(mask: str, qkv: tuple[Tensor, Tensor, Tensor]) -> None:
    q, k, v = qkv
    allowed = torch.rand(B, 1, Q, K) > 0.4
    allowed[..., 0] = True
    if mask == "none allowed":
        allowed[:, :, 2] = False
    given: dict[str, object] = {"attn_mask": allowed}
    if mask == "float":
        given = {"attn_mask": torch.zeros(B, 1, Q, K).masked_fill(~allowed, -math.inf)}
    if mask == "causal":
        given, allowed = {"is_causal": True}, torch.ones(Q, K, dtype=torch.bool).tril().expand(B, 1, Q, K)
    (layer,) = attnscope.record(
        Attending(lambda q, k, v: F.scaled_dot_product_attention(q, k, v, **given)), q, k, v
    ).layers
    scores = np.where(allowed.numpy(), q.numpy() @ k.numpy().swapaxes(-1, -2) / math.sqrt(D), -1e30)
    expected = softmax(scores) * allowed.numpy()
    np.testing.assert_allclose(layer.weights.numpy(), expected, atol=1e-6)
    assert layer.error <= 1e-5


def test_queries_in_groups_share_their_keys(qkv: tuple[Tensor, Tensor, Tensor]) -> None:
    q = torch.randn(B, 6, Q, D)
    k, v = torch.randn(B, 2, K, D), torch.randn(B, 2, K, D)
    model = Attending(lambda q, k, v: F.scaled_dot_product_attention(q, k, v, enable_gqa=True))
    (layer,) = attnscope.record(model, q, k, v).layers
    expected = softmax(q.numpy() @ k.numpy().repeat(3, axis=1).swapaxes(-1, -2) / math.sqrt(D))
    np.testing.assert_allclose(layer.weights.numpy(), expected, atol=1e-6)
    np.testing.assert_allclose(layer.row(4, 1, batch=1).numpy(), expected[1, 4, 1], atol=1e-6)
    assert layer.error <= 1e-5


def test_a_row_is_the_row_of_the_matrix(qkv: tuple[Tensor, Tensor, Tensor]) -> None:
    for written in ("fused", "matmul"):
        (layer,) = attnscope.record(Attending(WRITTEN[written]), *qkv).layers
        torch.testing.assert_close(layer.row(2, 3, batch=1), layer.weights[1, 2, 3])
        torch.testing.assert_close(torch.as_tensor(layer.matrix(1, batch=1)), layer.weights[1, 1])
        torch.testing.assert_close(torch.as_tensor(layer.matrix()), layer.weights[0].mean(0))


def test_a_large_matrix_comes_as_means_of_blocks(qkv: tuple[Tensor, Tensor, Tensor]) -> None:
    q, k, v = torch.randn(1, 1, 8, D), torch.randn(1, 1, 6, D), torch.randn(1, 1, 6, D)
    (layer,) = attnscope.record(Attending(WRITTEN["fused"]), q, k, v).layers
    blocks = layer.weights[0, 0].numpy().reshape(2, 4, 2, 3).mean(axis=(1, 3))
    np.testing.assert_allclose(layer.matrix(0, at_most=2), blocks, atol=1e-6)


def test_no_such_query_or_head_is_said(qkv: tuple[Tensor, Tensor, Tensor]) -> None:
    (layer,) = attnscope.record(Attending(WRITTEN["fused"]), *qkv).layers
    with pytest.raises(UserError, match="queries 0 to 4"):
        layer.row(0, Q)
    with pytest.raises(UserError, match="heads 0 to 2"):
        layer.row(HEADS, 0)


@pytest.mark.parametrize("need_weights", [True, False])
@pytest.mark.parametrize("batch_first", [True, False])
def test_torch_multi_head_attention_agrees_with_its_own_weights(need_weights: bool, batch_first: bool) -> None:
    torch.manual_seed(1)
    attention = nn.MultiheadAttention(12, HEADS, batch_first=batch_first, kdim=10, vdim=8).eval()
    shapes = ((Q, 12), (K, 10), (K, 8))
    q, k, v = (torch.randn(B, n, d) if batch_first else torch.randn(n, B, d) for n, d in shapes)
    plain, expected = attention(q, k, v, need_weights=True, average_attn_weights=False)

    class Around(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.inner = attention

        def forward(self, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
            return self.inner(q, k, v, need_weights=need_weights)[0]

    model = Around()
    for trace in (attnscope.record(model, q, k, v), attnscope.record(model, q, k, v)):
        (layer,) = trace.layers
        assert layer.name == "inner"
        torch.testing.assert_close(layer.weights, expected, atol=1e-6, rtol=0)
        torch.testing.assert_close(trace.output, plain, atol=1e-5, rtol=0)
        assert layer.error <= 1e-5


@pytest.mark.filterwarnings("ignore:enable_nested_tensor")
def test_an_encoder_that_would_take_the_fast_path_is_seen() -> None:
    torch.manual_seed(1)
    layer = nn.TransformerEncoderLayer(12, HEADS, 17, batch_first=True, dropout=0.0)
    model = nn.TransformerEncoder(layer, 2).eval()
    x = torch.randn(B, Q, 12)
    with torch.no_grad():
        plain = model(x)
        traces = [attnscope.record(model, x), attnscope.record(model, x)]
    for trace in traces:
        assert [layer.name for layer in trace.layers] == ["layers.0.self_attn", "layers.1.self_attn"]
        torch.testing.assert_close(trace.output, plain, atol=1e-5, rtol=0)
    assert torch.backends.mha.get_fastpath_enabled()


def test_our_multi_head_attention_with_other_keys_than_queries() -> None:
    torch.manual_seed(2)
    model = MultiHeadAttention(10, 11, 13, HEADS, 4, 6, 9).eval()
    q, k, v = torch.randn(B, Q, 10), torch.randn(B, K, 11), torch.randn(B, K, 13)
    trace = attnscope.record(model, q, k, v)
    (layer,) = trace.layers
    heads = [model.project_q(q), model.project_k(k)]
    split = [x.detach().unflatten(2, (HEADS, 4)).transpose(1, 2).numpy() for x in heads]
    expected = softmax(split[0] @ split[1].swapaxes(-1, -2) / 2)
    np.testing.assert_allclose(layer.weights.numpy(), expected, atol=1e-6)
    assert layer.grid is None
    with pytest.raises(UserError, match="no place"):
        layer.on_input()


def test_attention_without_a_head_dimension_has_one_head() -> None:
    q, k, v = torch.randn(B, Q, D), torch.randn(B, K, D), torch.randn(B, K, D)
    (layer,) = attnscope.record(ScaledDotProductAttention(), q, k, v).layers
    assert layer.shape == (B, 1, Q, K)
    assert layer.error <= 1e-5


def test_talking_heads_and_sigmoid_attention_keep_what_was_applied(qkv: tuple[Tensor, Tensor, Tensor]) -> None:
    talk = nn.Conv2d(HEADS, HEADS, 1)
    mixed = Attending(lambda q, k, v: talk((q @ k.mT).softmax(-1)) @ v)
    (layer,) = attnscope.record(mixed, *qkv).layers
    assert layer.error <= 1e-5
    assert not torch.allclose(layer.weights.sum(-1), torch.ones(()))
    (layer,) = attnscope.record(Attending(lambda q, k, v: torch.sigmoid(q @ k.mT) @ v), *qkv).layers
    assert (layer.kind, layer.source) == ("heads", "sigmoid")


def test_linear_attention_is_listed_as_other(qkv: tuple[Tensor, Tensor, Tensor]) -> None:
    model = Attending(lambda q, k, v: q.relu() @ (k.relu().mT @ v))
    (layer,) = attnscope.record(model, *qkv).layers
    assert (layer.kind, layer.error) == ("other", 0.0)


def test_operands_that_the_network_overwrites_are_found_again(qkv: tuple[Tensor, Tensor, Tensor]) -> None:
    def overwriting(q: Tensor, k: Tensor, v: Tensor) -> Tensor:
        found = F.scaled_dot_product_attention(q, k, v)
        q.zero_()
        return found

    kept = attnscope.record(Attending(lambda q, k, v: F.scaled_dot_product_attention(q, k, v)), *qkv)
    overwritten = attnscope.record(Attending(overwriting), *qkv)
    torch.testing.assert_close(overwritten.layers[0].weights, kept.layers[0].weights)
    torch.testing.assert_close(overwritten.layers[0].row(1, 2), kept.layers[0].row(1, 2))
    assert overwritten.layers[0].error <= 1e-5


def test_weights_of_bfloat16_networks_are_worked_out_in_float32(qkv: tuple[Tensor, Tensor, Tensor]) -> None:
    halves = [x.bfloat16() for x in qkv]
    (layer,) = attnscope.record(Attending(WRITTEN["fused"]), *halves).layers
    expected = softmax(halves[0].float().numpy() @ halves[1].float().numpy().swapaxes(-1, -2))
    np.testing.assert_allclose(layer.weights.numpy(), expected, atol=1e-6)


def test_learned_values_that_queries_look_up_are_attention(qkv: tuple[Tensor, Tensor, Tensor]) -> None:
    class Memory(nn.Module):
        """As the first layer of a detector's decoder: only the places of the queries depend on the image."""

        def __init__(self) -> None:
            super().__init__()
            self.content = nn.Parameter(torch.randn(K, 4))

        def forward(self, q: Tensor, k: Tensor) -> Tensor:
            return torch.matmul(F.softmax(q @ k.mT, -1), self.content * 2)

    q, k, _ = qkv
    memory = Memory()
    for _ in range(2):
        (layer,) = attnscope.record(memory, q, k).layers
        torch.testing.assert_close(layer.weights, F.softmax(q @ k.mT, -1))
