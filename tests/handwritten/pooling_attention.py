"""Attention with one query or none: pooling by weights, global context, and its relatives; and kernels in its place."""

import torch
from torch import Tensor
from torch.nn import functional as F

from .written import HEADS, B, C, D, H, OfHeads, OfMaps, OnHeads, OnMaps, W, on_heads, on_maps

N = H * W


def _tokens(x: Tensor) -> Tensor:
    return x.flatten(2).transpose(1, 2)


def _summed(m: OnMaps, x: Tensor) -> Tensor:
    tokens = _tokens(x)
    return (tokens * m.to_number(tokens).softmax(1)).sum(1)


def _by_matmul(m: OnMaps, x: Tensor) -> Tensor:
    # Ilse et al., 2018, "Attention-based deep multiple instance learning", arXiv 1802.04712.
    tokens = _tokens(x)
    shares = m.to_number(torch.tanh(m.fc(tokens))).transpose(1, 2).softmax(-1)
    return (shares @ tokens).squeeze(1)


def _by_weighing(m: OnMaps, x: Tensor) -> Tensor:
    tokens = _tokens(x)
    return torch.einsum("bn,bnc->bc", m.to_number(tokens)[..., 0].softmax(1), tokens)


def _learned_query(m: OnMaps, x: Tensor) -> Tensor:
    tokens = _tokens(x)
    return (m.scale.view(1, 1, C) @ m.fc(tokens).transpose(1, 2)).softmax(-1) @ tokens


def _global_context(m: OnMaps, x: Tensor) -> Tensor:
    # Cao et al., 2019, "GCNet", arXiv 1904.11492.
    shares = m.to_map(x).view(-1, 1, N).softmax(2).unsqueeze(-1)
    context = torch.matmul(x.view(-1, 1, C, N), shares)
    return x + m.one(context.view(-1, C, 1, 1))


def _separable(m: OnMaps, x: Tensor) -> Tensor:
    # Mehta and Rastegari, 2022, "MobileViTv2", arXiv 2206.02680: (B, d, pixels of a patch, patches).
    patches = x[..., :6].reshape(-1, C, 5, 6)
    shares = F.softmax(m.to_map(patches), dim=-1)
    context = (m.one(patches) * shares).sum(dim=-1, keepdim=True)
    return F.relu(m.other(patches)) * context.expand_as(patches)


def _additive(m: OnMaps, x: Tensor) -> Tensor:
    # Shaker et al., 2023, "SwiftFormer", arXiv 2303.15446: the weights are normalised, not by softmax.
    tokens = _tokens(x)
    query, key = F.normalize(m.fc(tokens), dim=-1), F.normalize(m.fc2(tokens), dim=-1)
    shares = F.normalize(query @ m.scale.view(C, 1) * C**-0.5, dim=1)
    return m.fc(torch.sum(shares * query, dim=1, keepdim=True) * key) + query


def _non_local(m: OnMaps, x: Tensor) -> Tensor:
    # Wang et al., 2018, "Non-local Neural Networks", arXiv 1711.07971.
    scores = _tokens(m.one(x)) @ m.other(x).flatten(2)
    return x + (scores.softmax(-1) @ _tokens(x)).transpose(1, 2).view(x.shape)


def _non_local_product(m: OnMaps, x: Tensor) -> Tensor:
    scores = _tokens(m.one(x)) @ m.other(x).flatten(2)
    return x + ((scores / N) @ _tokens(x)).transpose(1, 2).view(x.shape)


def _double(m: OnMaps, x: Tensor) -> Tensor:
    # Chen et al., 2018, "A2-Nets: Double Attention Networks", arXiv 1810.11579.
    gathered = m.one(x).flatten(2) @ m.other(x).flatten(2).softmax(-1).transpose(1, 2)
    return (gathered @ m.one(x).flatten(2).softmax(1)).view(x.shape)


def _bilinear(m: OnMaps, x: Tensor) -> Tensor:
    # Chi et al., 2020, "Non-Local Neural Networks With Grouped Bilinear Attentional Transforms", CVPR.
    rows, columns = F.adaptive_max_pool2d(m.one(x), (H, 1)), F.adaptive_max_pool2d(m.one(x), (1, W))
    rows, columns = torch.sigmoid(rows + rows.mT), torch.sigmoid(columns + columns.mT)
    x = m.other(x)
    return (rows / rows.sum(3, keepdim=True)) @ x @ (columns / columns.sum(2, keepdim=True))


def _outlook(m: OnMaps, x: Tensor) -> Tensor:
    # Yuan et al., 2021, "VOLO", arXiv 2106.13112: weights of the neighbours from the place itself.
    neighbours = F.unfold(x, 3, padding=1).view(-1, C, 9, N).permute(0, 3, 2, 1)
    shares = m.wide(x).flatten(2)[:, :9].transpose(1, 2).softmax(-1)
    return shares.unsqueeze(2) @ neighbours


def _involution(m: OnMaps, x: Tensor) -> Tensor:
    # Wang et al., 2019, "CARAFE", arXiv 1905.02188: a softmax over the neighbours, multiplied and summed.
    neighbours = F.unfold(x, 3, padding=1).view(-1, C, 9, H, W)
    return (neighbours * m.wide(x)[:, None, :9].softmax(2)).sum(2)


def _focal(m: OnMaps, x: Tensor) -> Tensor:
    # Yang et al., 2022, "Focal Modulation Networks", arXiv 2203.11926: the gates are not bounded.
    query, context, gates = m.wide(x).split([C // 2, C, C // 2], 1)
    everything = torch.zeros(())
    for level in range(2):
        context = F.gelu(m.apart(context))
        everything = everything + context * gates[:, level : level + 1]
    context = F.gelu(context.mean((2, 3), keepdim=True))
    return m.one(everything + context * gates[:, 2:3])[:, : C // 2] * query


def _linear(m: OnHeads, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    # Katharopoulos et al., 2020, "Transformers are RNNs", arXiv 2006.16236.
    q, k = F.elu(q) + 1, F.elu(k) + 1
    return (q @ (k.mT @ v)) / (q @ k.sum(-2, keepdim=True).mT)


def _performer(m: OnHeads, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    # Choromanski et al., 2021, "Rethinking Attention with Performers", arXiv 2009.14794.
    features = torch.eye(D)
    q, k = (torch.exp(x @ features - x.pow(2).sum(-1, keepdim=True) / 2) for x in (q, k))
    return (q @ (k.mT @ v)) / (q @ k.sum(-2, keepdim=True).mT)


def _efficient(m: OnHeads, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    # Shen et al., 2021, "Efficient Attention", arXiv 1812.01243: a gathering and a spreading softmax.
    return q.softmax(-1) @ (k.softmax(-2).mT @ v)


class _Sparse(torch.autograd.Function):
    """A function with a gradient of its own, as sparsemax and entmax are."""

    @staticmethod
    def forward(ctx: object, scores: Tensor) -> Tensor:
        """Martins and Astudillo, 2016, "From Softmax to Sparsemax", arXiv 1602.02068, algorithm 1."""
        ordered = scores.sort(-1, descending=True).values
        sums = ordered.cumsum(-1) - 1
        counts = (torch.arange(1, scores.shape[-1] + 1) * ordered > sums).sum(-1, keepdim=True)
        return (scores - sums.gather(-1, counts - 1) / counts).clamp(min=0)


def _sparse(m: OnHeads, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    shares = _Sparse.apply(q @ k.mT)
    assert isinstance(shares, Tensor)
    return shares @ v


KERNELS: dict[str, OfHeads] = {
    "linear attention": _linear,
    "performer": _performer,
    "sparsemax": _sparse,
    "softplus attention": lambda m, q, k, v: F.softplus(q @ k.mT) @ v,
    "relu attention": lambda m, q, k, v: (q @ k.mT).relu().pow(2) / k.shape[-2] @ v,
    "relu linear attention": lambda m, q, k, v: torch.einsum(
        "bhqd,bhde->bhqe", q.relu(), torch.einsum("bhkd,bhke->bhde", k.relu(), v)
    ),
}
POOLING: dict[str, OfMaps] = {
    "attention pooling, summed": _summed,
    "attention pooling, matmul": _by_matmul,
    "attention pooling, einsum": _by_weighing,
    "attention pooling, learned query": _learned_query,
    "additive attention": _additive,
}

ENTRIES = [
    *on_maps(POOLING, (("heads", 1),), (B, 1, 1, N)),
    *on_maps({"global context": _global_context}, (("heads", 1),), (B, 1, 1, N)),
    *on_maps({"separable attention": _separable}, (("heads", 1),), (B, 5, 1, 6)),
    *on_maps({"non-local": _non_local}, (("heads", 1),), (B, 1, N, N)),
    *on_maps({"non-local, dot product": _non_local_product}, (("other", 1),), (B, 1, N, N)),
    *on_maps({"double attention": _double}, (("heads", 2),), (B, 1, C, N)),
    *on_maps({"bilinear transform": _bilinear}, (("other", 2),), (B, C, H, H)),
    *on_maps({"outlook": _outlook}, (("heads", 1),)),
    *on_maps({"weighed neighbours": _involution}, (("heads", 1),)),
    *on_maps({"focal modulation": _focal}, (("spatial", 3),), (B, H, W)),
    *on_heads(KERNELS, (("other", 1),), None),
    *on_heads({"efficient attention": _efficient}, (("heads", 2),), (2, HEADS, D, 7)),
]
