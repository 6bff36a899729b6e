"""Attention between channels is kind "other": it has no place on the image. Attention between tokens never is."""

from collections.abc import Callable

import attnscope
import numpy as np
import pytest
import torch
from attnscope.models.errors import UserError
from torch import Tensor, nn
from torch.nn import functional as F

WIDTH, HEADS, PART = 6, 2, 3


class Attending(nn.Module):
    """Tokens or maps of a convolution, and one attention over them."""

    def __init__(self, attend: Callable[[Tensor], Tensor]) -> None:
        super().__init__()
        self.stem = nn.Conv2d(3, 3 * WIDTH, 4, stride=4)
        self.attend = attend

    def forward(self, x: Tensor) -> Tensor:
        return self.attend(self.stem(x).unflatten(1, (3, HEADS, PART)).transpose(0, 1))


def of_convolutions(qkv: Tensor) -> Tensor:
    q, k, v = qkv.flatten(4)  # (B, h, d, N), as in Restormer
    q, k = F.normalize(q, dim=-1), F.normalize(k, dim=-1)
    return (q @ k.mT).softmax(-1) @ v


def of_tokens(qkv: Tensor) -> Tensor:
    q, k, v = qkv.flatten(4).mT.contiguous()  # (B, h, N, d), as in XCiT and DaViT
    return ((q.mT * 0.5) @ k).softmax(-1) @ v.mT


def fused(qkv: Tensor) -> Tensor:
    q, k, v = qkv.flatten(4)
    return F.scaled_dot_product_attention(q, k, v)


def by_einsum(qkv: Tensor) -> Tensor:
    q, k, v = qkv.flatten(4)
    return torch.einsum("bhcd,bhdn->bhcn", torch.einsum("bhcn,bhdn->bhcd", q, k).softmax(-1), v)


@pytest.fixture(autouse=True)
def _one_thread() -> None:
    torch.set_num_threads(1)
    torch.manual_seed(29)


@pytest.mark.parametrize("attend", [of_convolutions, of_tokens, fused, by_einsum])
@pytest.mark.parametrize("batch", [1, 2])
def test_channels_that_attend_to_channels(attend: Callable[[Tensor], Tensor], batch: int) -> None:
    model, x = Attending(attend).eval(), torch.randn(batch, 3, 8, 12)
    for trace in (attnscope.record(model, x), attnscope.record(model, x)):
        (layer,) = trace.layers
        assert (layer.kind, layer.shape, layer.grid) == ("other", (batch, HEADS, PART, PART), None)
        assert layer.info().kind == "other"
        np.testing.assert_allclose(layer.weights.sum(-1), 1, atol=1e-6)
        torch.testing.assert_close(layer.row(1, 2, batch - 1), layer.weights[batch - 1, 1, 2])
        assert layer.error <= 1e-5
        with pytest.raises(UserError, match="no place"):
            layer.on_input()


def tokens_of(qkv: Tensor) -> Tensor:
    q, k, v = qkv.flatten(4).mT
    return (q @ k.mT).softmax(-1) @ v


def with_as_many_tokens_as_channels(qkv: Tensor) -> Tensor:
    q, k, v = qkv.flatten(4).mT[..., :PART, :]
    return F.scaled_dot_product_attention(q, k, v)


def of_one_token(qkv: Tensor) -> Tensor:
    q, k, v = qkv.flatten(4).mT[..., :1, :]
    return F.scaled_dot_product_attention(q, k, v)


def shuffled_beyond_recognition(qkv: Tensor) -> Tensor:
    q, k, v = torch.fft.fft(qkv.flatten(4).mT, dim=-2).real  # every token is made of all places
    return (q @ k.mT).softmax(-1) @ v


@pytest.mark.parametrize(
    "attend", [tokens_of, with_as_many_tokens_as_channels, of_one_token, shuffled_beyond_recognition]
)
def test_tokens_that_attend_to_tokens_are_heads(attend: Callable[[Tensor], Tensor]) -> None:
    (layer,) = attnscope.record(Attending(attend).eval(), torch.randn(1, 3, 8, 12)).layers
    assert layer.kind == "heads"


def test_the_kind_is_kept_in_a_file(tmp_path) -> None:
    trace = attnscope.record(Attending(of_convolutions).eval(), torch.randn(1, 3, 8, 12))
    trace.save(tmp_path / "channels.attn")
    (layer,) = attnscope.load(tmp_path / "channels.attn").layers
    assert (layer.kind, layer.shape) == ("other", (1, HEADS, PART, PART))
    torch.testing.assert_close(layer.row(1, 2), trace.layers[0].weights[0, 1, 2])
