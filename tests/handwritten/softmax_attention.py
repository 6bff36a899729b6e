"""Softmax attention, query by key, in every way that people write it; the weights by their formula."""

import math

import torch
from torch import Tensor
from torch.nn import functional as F

from .written import HEADS, D, K, OfHeads, OnHeads, Q, on_heads


def _scores(q: Tensor, k: Tensor) -> Tensor:
    return q @ k.transpose(-2, -1) / math.sqrt(D)


def plain(q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    """softmax(q k^T / sqrt(d)), in float64.

    **Source**: Vaswani et al., 2017, arXiv 1706.03762, section 3.2.1, equation 1.
    """
    return _scores(q.double(), k.double()).softmax(-1)


def _by_exponentials(m: OnHeads, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    e = torch.exp(_scores(q, k))
    return (e / e.sum(-1, keepdim=True)) @ v


def _by_safe_exponentials(m: OnHeads, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    scores = _scores(q, k)
    e = torch.exp(scores - scores.max(-1, keepdim=True).values)
    return torch.matmul(e / e.sum(dim=-1, keepdim=True), v)


def _divided_later(m: OnHeads, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    e = _scores(q, k).exp()
    return torch.div(e, torch.sum(e, -1).unsqueeze(-1)) @ v


def _by_logsumexp(m: OnHeads, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    scores = _scores(q, k)
    return (scores - scores.logsumexp(-1, keepdim=True)).exp() @ v


def _einsums(m: OnHeads, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    shares = torch.einsum("bhqd,bhkd->bhqk", q, k).div(math.sqrt(D)).softmax(-1)
    return torch.einsum("b h q k, b h k d -> b q h d", shares, v)


def _einsum_of_other_letters(m: OnHeads, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    q, k, v = (x.permute(2, 0, 1, 3) for x in (q, k, v))
    shares = F.softmax(torch.einsum("ibnd,jbnd->bnij", q, k) / math.sqrt(D), dim=3)
    return torch.einsum("bnij,jbnd->ibnd", shares, v)


def _einsum_values_first(m: OnHeads, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    return torch.einsum("bhkd,bhqk->bhqd", v, _scores(q, k).softmax(-1))


def _folded(m: OnHeads, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    q, k, v = (x.flatten(0, 1) for x in (q, k, v))
    return torch.bmm(m.softmax(torch.bmm(q, k.transpose(1, 2)) * D**-0.5), v)


def _added(m: OnHeads, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    scores = torch.baddbmm(torch.zeros(1), q.flatten(0, 1), k.flatten(0, 1).mT, alpha=D**-0.5)
    return F.softmax(scores, dim=-1) @ v.flatten(0, 1)


def _added_to(m: OnHeads, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    shares = _scores(q, k).softmax(-1).flatten(0, 1)
    return torch.baddbmm(q.flatten(0, 1), shares, v.flatten(0, 1), beta=2.0, alpha=0.5)


def _into_others(m: OnHeads, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    scores, out = q.new_empty(2, HEADS, Q, K), q.new_empty(2, HEADS, Q, D)
    torch.matmul(q, k.mT, out=scores)
    torch.matmul((scores / math.sqrt(D)).softmax(-1), v, out=out)
    return out + 1


def _multiplied_and_summed(m: OnHeads, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    return (_scores(q, k).softmax(-1)[..., None] * v[:, :, None]).sum(-2)


def _summed_with_queries_last(m: OnHeads, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    shares = _scores(q, k).softmax(-1).transpose(-2, -1).unsqueeze(-1)
    return torch.sum(v.unsqueeze(3) * shares, dim=2)


def _query_by_query(m: OnHeads, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    return torch.cat([_scores(part, k).softmax(-1) @ v for part in q.split(2, 2)], 2)


def _of_lists(m: OnHeads, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    shares = torch.stack([_scores(q[:, h], k[:, h]).softmax(-1) for h in range(HEADS)], 1)
    return torch.tensordot(shares[0, 0], v[0, 0], dims=([1], [0]))


SAME: dict[str, OfHeads] = {
    "attention, fused": lambda m, q, k, v: F.scaled_dot_product_attention(q, k, v),
    "attention, matmul": lambda m, q, k, v: torch.softmax(_scores(q, k), -1) @ v,
    "attention, method": lambda m, q, k, v: _scores(q, k).softmax(dim=-1).matmul(v),
    "attention, exponentials": _by_exponentials,
    "attention, safe exponentials": _by_safe_exponentials,
    "attention, exponentials divided": _divided_later,
    "attention, logsumexp": _by_logsumexp,
    "attention, log_softmax": lambda m, q, k, v: F.log_softmax(_scores(q, k), -1).exp() @ v,
    "attention, einsum": _einsums,
    "attention, einsum of other letters": _einsum_of_other_letters,
    "attention, einsum with values first": _einsum_values_first,
    "attention, einsum with dots": lambda m, q, k, v: torch.einsum("...qk,...kd->...qd", plain(q, k, v).float(), v),
    "attention, keys first": lambda m, q, k, v: v.mT @ _scores(q, k).mT.softmax(-2),
    "attention, heads in the batch": _folded,
    "attention, baddbmm for scores": _added,
    "attention, baddbmm onto queries": _added_to,
    "attention, into other tensors": _into_others,
    "attention, multiplied and summed": _multiplied_and_summed,
    "attention, summed with queries last": _summed_with_queries_last,
    "attention, dropout in eval": lambda m, q, k, v: F.dropout(_scores(q, k).softmax(-1), 0.1, False) @ v,
    "attention, nan_to_num": lambda m, q, k, v: torch.nan_to_num(F.softmax(_scores(q, k), -1), 0.0) @ v,
    "attention, cast": lambda m, q, k, v: _scores(q.double(), k.double()).softmax(-1).to(v.dtype) @ v,
}

_MAY = torch.ones(Q, K, dtype=torch.bool).tril(1)


def masked(q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    """The formula, where a query sees one key more than its own number."""
    return _scores(q.double(), k.double()).masked_fill(~_MAY, -math.inf).softmax(-1)


def _filled(m: OnHeads, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    scores = _scores(q, k)
    scores.masked_fill_(~_MAY, -torch.inf)
    return scores.softmax(-1) @ v


MASKED: dict[str, OfHeads] = {
    "mask, fused": lambda m, q, k, v: F.scaled_dot_product_attention(q, k, v, attn_mask=_MAY),
    "mask, added": lambda m, q, k, v: (_scores(q, k) + torch.zeros(Q, K).masked_fill(~_MAY, -1e9)).softmax(-1) @ v,
    "mask, filled": lambda m, q, k, v: _scores(q, k).masked_fill(~_MAY, -torch.inf).softmax(-1) @ v,
    "mask, filled in place": _filled,
    "mask, where": lambda m, q, k, v: torch.where(_MAY, _scores(q, k), torch.tensor(-1e9)).softmax(-1) @ v,
    "mask, multiplied": lambda m, q, k, v: F.normalize(_scores(q, k).exp() * _MAY, p=1, dim=-1) @ v,
    "mask, renormalised": lambda m, q, k, v: (
        (lambda a: a / a.sum(-1, keepdim=True))(_scores(q, k).softmax(-1) * _MAY) @ v
    ),
}


def _capped(m: OnHeads, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    return (torch.tanh(_scores(q, k) / 5) * 5).softmax(-1) @ v


def _by_cosine(m: OnHeads, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    # Liu et al., 2022, "Swin Transformer V2", arXiv 2111.09883.
    scores = F.normalize(q, dim=-1) @ F.normalize(k, dim=-1).mT
    return ((scores * m.temperature.clamp(max=4.6).exp()) + m.position).softmax(-1) @ v


def _talking(m: OnHeads, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    # Shazeer et al., 2020, "Talking-Heads Attention", arXiv 2003.02436.
    return m.talk(m.talk(_scores(q, k)).softmax(-1)) @ v


def _differential(m: OnHeads, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    # Ye et al., 2024, "Differential Transformer", arXiv 2410.05258.
    first, second = (_scores(a, b).softmax(-1) for a, b in zip(q.chunk(2, -1), k.chunk(2, -1), strict=True))
    return (first - m.temperature * second) @ v


def _slots(m: OnHeads, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    # Locatello et al., 2020, "Slot Attention", arXiv 2006.15055: softmax over the queries.
    shares = _scores(q, k).softmax(-2) + 1e-8
    return (shares / shares.sum(-1, keepdim=True)) @ v


def _by_sigmoid(m: OnHeads, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    # Ramapuram et al., 2024, "Sigmoid Self-Attention", arXiv 2409.04431.
    return torch.sigmoid(_scores(q, k) - math.log(K)) @ v


def _relative(m: OnHeads, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    # Shaw et al., 2018, arXiv 1803.02155: places enter by a product with the queries.
    return (_scores(q, k) + torch.einsum("bhqd,hqk->bhqk", q, m.position)).softmax(-1) @ v


VARIANTS: dict[str, OfHeads] = {
    "soft cap": _capped,
    "cosine attention": _by_cosine,
    "relative position bias": lambda m, q, k, v: (_scores(q, k) + m.position).softmax(-1) @ v,
    "relative position by query": _relative,
    "talking heads": _talking,
    "differential attention": _differential,
    "slot attention": _slots,
    "sigmoid attention": _by_sigmoid,
    "softmax with one more": lambda m, q, k, v: (lambda e: e / (1 + e.sum(-1, keepdim=True)))(_scores(q, k).exp()) @ v,
    "values from linear": lambda m, q, k, v: torch.stack(
        [F.linear(a, b.t()) for a, b in zip(_scores(q, k).softmax(-1)[0], v[0], strict=True)]
    ),
}


def _grouped(m: OnHeads, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    return _scores(q, k[:, :1].repeat_interleave(HEADS, 1)).softmax(-1) @ v[:, :1].expand(-1, HEADS, -1, -1)


ENTRIES = [
    *on_heads(SAME, weights=plain),
    *on_heads(MASKED, weights=masked),
    *on_heads({name: VARIANTS[name] for name in list(VARIANTS)[:-1]}),
    *on_heads({"attention, by linear": VARIANTS["values from linear"]}, (("heads", HEADS),), (1, 1, Q, K)),
    *on_heads({"grouped queries": _grouped}),
    *on_heads({"chunks of queries": _query_by_query}, (("heads", 3),), (2, HEADS, 2, K)),
    *on_heads({"tensordot of one head": _of_lists}, shape=None),
]
