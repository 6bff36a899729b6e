"""Attention by torch's own functions and modules, in all forms of their arguments."""

import math
from collections.abc import Callable
from functools import partial
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F
from torch.nn.attention.flex_attention import create_block_mask, flex_attention

from .softmax_attention import masked, plain
from .written import HEADS, D, Handwritten, K, OfHeads, Q, on_heads

_WIDTH = HEADS * 2
_MASK = torch.zeros(Q, K).masked_fill(torch.ones(Q, K).triu(2).bool(), -math.inf)
_NOTHING = torch.ones(Q, K, dtype=torch.bool).tril(1) & (torch.arange(Q) != 2)[:, None]


def _fused(**given: Any) -> OfHeads:
    return lambda m, q, k, v: F.scaled_dot_product_attention(q, k, v, **given)


def with_nothing(q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    """The formula, where the third query may attend to nothing and gets zeros."""
    return torch.nan_to_num(masked(q, k, v).masked_fill(~_NOTHING, 0))


def causal(q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    """The formula, where a query sees keys up to its own number."""
    scores = q.double() @ k.double().mT / math.sqrt(D)
    return scores.masked_fill(torch.ones(Q, K).triu(1).bool(), -math.inf).softmax(-1)


def _soft(q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    return (q.double() @ k.double().mT * 0.3).softmax(-1)


class Multi(nn.Module):
    """nn.MultiheadAttention with its arguments."""

    def __init__(self, made: dict[str, Any], called: dict[str, Any]) -> None:
        super().__init__()
        self.attention = nn.MultiheadAttention(_WIDTH, HEADS, **made)
        self.called = called

    def forward(self, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
        """(B, Q, width), (B, K, width), (B, K, width) -> (B, Q, width)."""
        return self.attention(q, k, v, **self.called)[0]


def _multi(key: int = _WIDTH, value: int = _WIDTH, batch: tuple[int, ...] = (2,)) -> tuple[Tensor, ...]:
    return torch.randn(*batch, Q, _WIDTH), torch.randn(*batch, K, key), torch.randn(*batch, K, value)


_PADDING = torch.tensor([[False] * 6 + [True], [False] * 4 + [True] * 3])
_FORMS: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "with weights": ({}, {}),
    "without weights": ({}, {"need_weights": False}),
    "weights of every head": ({}, {"average_attn_weights": False}),
    "no bias": ({"bias": False}, {"need_weights": False}),
    "a float mask": ({}, {"attn_mask": _MASK}),
    "a bool mask": ({}, {"attn_mask": _MASK < 0, "need_weights": False}),
    "padding": ({}, {"key_padding_mask": _PADDING}),
    "padding and a mask": ({}, {"key_padding_mask": _PADDING, "attn_mask": _MASK < 0, "need_weights": False}),
    "a mask for every head": ({}, {"attn_mask": (_MASK < 0).expand(2 * HEADS, Q, K), "need_weights": False}),
}
_LONGER: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "a key more": ({"add_bias_kv": True}, {}),
    "a zero more": ({"add_zero_attn": True}, {"need_weights": False}),
}
_WIDE = {"kdim": 5, "vdim": 9}


def _entry(
    name: str, made: dict[str, Any], called: dict[str, Any], inputs: Callable[[], tuple[Tensor, ...]], keys: int = K
) -> Handwritten:
    build = partial(Multi, {"batch_first": True, **made}, called)
    return Handwritten(f"multi-head, {name}", build, inputs, (("heads", 1),), (2, HEADS, Q, keys))


class Layers(nn.Module):
    """An encoder, and a decoder that looks at what it gives."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = nn.TransformerEncoder(nn.TransformerEncoderLayer(_WIDTH, 2, 8, batch_first=True), 2)
        self.decoder = nn.TransformerDecoder(nn.TransformerDecoderLayer(_WIDTH, 2, 8, batch_first=True), 1)

    def forward(self, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
        """(B, Q, width), (B, K, width), unused -> (B, Q, width)."""
        causal = nn.Transformer.generate_square_subsequent_mask(Q)
        return self.decoder(q, self.encoder(k), tgt_mask=causal)


def _flexible(q: Tensor, k: Tensor, v: Tensor, **given: Any) -> Tensor:
    return flex_attention(q, k, v, **given)


def _near(score: Tensor, b: Tensor, h: Tensor, q: Tensor, k: Tensor) -> Tensor:
    return score - 0.3 * (h + 1) * (q - k).abs()


def near(q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    """The formula with a bias that grows with the distance, at another pace in every head."""
    scores = q.double() @ k.double().mT / math.sqrt(D)
    distance = (torch.arange(Q)[:, None] - torch.arange(K)).abs()
    return (scores - 0.3 * torch.arange(1, HEADS + 1)[:, None, None] * distance).softmax(-1)


def _blocked(q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    return _flexible(q, k, v, block_mask=create_block_mask(lambda b, h, q, k: q >= k, None, None, Q, K, device="cpu"))


ENTRIES = [
    *on_heads({"fused, no more": _fused()}, weights=plain),
    *on_heads({"fused, bool mask": _fused(attn_mask=_MASK == 0)}, weights=masked),
    *on_heads({"fused, float mask": _fused(attn_mask=_MASK)}, weights=masked),
    *on_heads({"fused, nothing allowed": _fused(attn_mask=_NOTHING)}, weights=with_nothing),
    *on_heads({"fused, causal": _fused(is_causal=True)}, weights=causal),
    *on_heads({"fused, scale": _fused(scale=0.3)}, weights=_soft),
    *on_heads(
        {"fused, three dimensions": lambda m, q, k, v: F.scaled_dot_product_attention(q[:, 0], k[:, 0], v[:, 0])},
        shape=(2, 1, Q, K),
    ),
    *on_heads(
        {
            "fused, five dimensions": lambda m, q, k, v: F.scaled_dot_product_attention(
                *(x[:, None].repeat(1, 4, 1, 1, 1) for x in (q, k, v))
            )
        },
        shape=(2, 4, HEADS, Q, K),
    ),
    *on_heads(
        {"fused, groups": lambda m, q, k, v: F.scaled_dot_product_attention(q, k[:, :1], v[:, :1], enable_gqa=True)}
    ),
    *on_heads({"flexible": lambda m, q, k, v: _flexible(q, k, v)}, weights=plain),
    *on_heads({"flexible, scale": lambda m, q, k, v: _flexible(q, k, v, scale=0.3)}, weights=_soft),
    *on_heads({"flexible, scores changed": lambda m, q, k, v: _flexible(q, k, v, score_mod=_near)}, weights=near),
    *on_heads({"flexible, blocks": lambda m, q, k, v: _blocked(q, k, v)}, weights=causal),
    *on_heads(
        {"flexible, groups": lambda m, q, k, v: _flexible(q, k[:, :1], v[:, :1], enable_gqa=True, score_mod=_near)}
    ),
    *(_entry(name, made, called, _multi) for name, (made, called) in _FORMS.items()),
    *(_entry(name, made, called, _multi, K + 1) for name, (made, called) in _LONGER.items()),
    _entry("other widths", _WIDE, {"need_weights": False}, partial(_multi, 5, 9)),
    Handwritten(
        "multi-head, sequence first",
        partial(Multi, {}, {}),
        lambda: tuple(x.transpose(0, 1).contiguous() for x in _multi()),
        (("heads", 1),),
        (2, HEADS, Q, K),
    ),
    Handwritten(
        "multi-head, one sequence", partial(Multi, {}, {}), partial(_multi, batch=()), (("heads", 1),), (1, HEADS, Q, K)
    ),
    Handwritten("encoder and decoder", Layers, _multi, (("heads", 4),), (2, 2, K, K)),
]
