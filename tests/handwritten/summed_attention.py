"""Attention written as a product and a sum, with this and that in between, and points that every query samples."""

from collections.abc import Callable
from functools import partial

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from .softmax_attention import plain
from .written import HEADS, D, Handwritten, K, OfHeads, OnHeads, Q, heads, on_heads

_POINTS, _IMAGES = 4, 2
_TO_WEIGHTS = torch.randn(HEADS * _POINTS, D, generator=torch.Generator().manual_seed(5))


def _product(q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    return ((q @ k.mT) / D**0.5).softmax(-1)[..., None] * v[:, :, None]  # (B, h, Q, K, d)


SUMMED: dict[str, OfHeads] = {
    "summed by a function": lambda m, q, k, v: torch.sum(_product(q, k, v), dim=3),
    "summed by einsum": lambda m, q, k, v: torch.einsum("bhqkd->bhqd", _product(q, k, v)),
    "summed as a mean": lambda m, q, k, v: _product(q, k, v).mean(-2, keepdim=True) * K,
    "summed after dropout": lambda m, q, k, v: F.dropout(_product(q, k, v), 0.5, training=False).sum(-2),
    "summed after a module": lambda m, q, k, v: m.dropout(_product(q, k, v)).sum(-2),
    "summed after a cast": lambda m, q, k, v: _product(q, k, v).double().sum(-2).float(),
    "summed after turning": lambda m, q, k, v: _product(q, k, v).transpose(1, 2).contiguous().mT.sum(-1),
    "summed after a question": lambda m, q, k, v: (lambda p: p.sum(p.dim() - 2))(_product(q, k, v)),
}


class Sampling(nn.Module):
    """Deformable attention: Zhu et al., 2020, "Deformable DETR", arXiv 2010.04159, over one level."""

    def __init__(self, apply: Callable[[Tensor, Tensor], Tensor]) -> None:
        """`apply` puts weights (B, Q, h, K) and samples (B * h, d, Q, K) together."""
        super().__init__()
        self.apply_weights = apply
        self.to_offsets, self.to_weights = nn.Linear(D, HEADS * _POINTS * 2), nn.Linear(D, HEADS * _POINTS, bias=False)
        self.to_weights.weight = nn.Parameter(_TO_WEIGHTS.clone())

    def forward(self, queries: Tensor, x: Tensor) -> Tensor:
        """(B, Q, d), (B, h * d, H, W) -> whatever the function gives."""
        weights = self.to_weights(queries).view(_IMAGES, Q, HEADS, _POINTS).softmax(-1)
        places = self.to_offsets(queries).view(_IMAGES, Q, HEADS, _POINTS, 2).tanh().transpose(1, 2).flatten(0, 1)
        values = x.view(_IMAGES * HEADS, D, *x.shape[-2:])
        return self.apply_weights(weights, F.grid_sample(values, places, align_corners=False))


def _folded(weights: Tensor, sampled: Tensor) -> Tensor:
    folded = weights.transpose(1, 2).reshape(_IMAGES * HEADS, 1, Q, _POINTS)
    return (sampled * folded).sum(-1).view(_IMAGES, HEADS * D, Q)


def _of_queries(sampled: Tensor) -> Tensor:
    return sampled.view(_IMAGES, HEADS, D, Q, _POINTS).permute(0, 3, 1, 4, 2)  # (B, Q, h, K, d)


SAMPLED: dict[str, Callable[[Tensor, Tensor], Tensor]] = {
    "samples, heads in the batch": _folded,
    "samples, queries first": lambda w, s: (w[..., None] * _of_queries(s)).sum(-2),
    "samples, heads first": lambda w, s: (w.transpose(1, 2)[..., None] * _of_queries(s).transpose(1, 2)).sum(3),
    "samples, einsum": lambda w, s: torch.einsum("bqhk,bqhkd->bqhd", w, _of_queries(s)),
}


def _sampling_inputs() -> tuple[Tensor, ...]:
    return torch.randn(_IMAGES, Q, D), torch.randn(_IMAGES, HEADS * D, 4, 4)


def _sampling_weights(queries: Tensor, x: Tensor) -> Tensor:
    scores = (queries.double() @ _TO_WEIGHTS.double().T).view(_IMAGES, Q, HEADS, _POINTS)
    return scores.softmax(-1).transpose(1, 2)


def _missed(name: str, function: OfHeads) -> Handwritten:
    return Handwritten(name, partial(OnHeads, function), heads, (), missed=True)


ENTRIES = [
    *on_heads(SUMMED, weights=plain),
    *(
        Handwritten(
            name,
            partial(Sampling, apply),
            _sampling_inputs,
            (("heads", 1),),
            (_IMAGES, HEADS, Q, _POINTS),
            _sampling_weights,
        )
        for name, apply in SAMPLED.items()
    ),
    _missed("summed after a view", lambda m, q, k, v: _product(q, k, v).flatten(0, 1).sum(-2)),
    _missed("einsum, summed", lambda m, q, k, v: torch.einsum("bhqk,bhkd->bhqkd", plain(q, k, v).float(), v).sum(-2)),
    _missed("summed elsewhere", lambda m, q, k, v: _product(q, k, v)),
    _missed("summed by hand", lambda m, q, k, v: sum(_product(q, k, v).unbind(-2), torch.zeros(()))),
]
