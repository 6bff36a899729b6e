"""Scaled dot-product attention, and several of them side by side.

**Source**: Vaswani et al., 2017, "Attention Is All You Need", arXiv 1706.03762, section 3.2.
"""

import torch
from torch import nn
from torch.nn import functional as F

from ..errors import UserError
from .sizes import told


def _require_sequences(q: torch.Tensor, k: torch.Tensor, v: torch.Tensor, owner: str) -> None:
    given = f"got Q {told(q)}, K {told(k)}, V {told(v)}"
    if min(q.ndim, k.ndim, v.ndim) < 3 or not q.ndim == k.ndim == v.ndim:
        raise UserError(f"{owner} needs Q (B, n_q, d_q), K (B, n_k, d_k) and V (B, n_k, d_v), but {given}.")
    if not q.shape[:-2] == k.shape[:-2] == v.shape[:-2]:
        raise UserError(f"{owner} needs Q, K and V of one batch size, but {given}.")
    if k.shape[-2] != v.shape[-2]:
        raise UserError(
            f"{owner} needs one value per key, but has {k.shape[-2]} keys and {v.shape[-2]} values: {given}."
        )
    if k.shape[-2] == 0:
        raise UserError(f"{owner} needs at least one key, but {given}.")


def _require_mask(mask: torch.Tensor, scores: tuple[int, ...], owner: str) -> None:
    if mask.dtype != torch.bool and not mask.is_floating_point():
        raise UserError(f"{owner} needs a mask of bool (True: may attend) or of float (added), but got {mask.dtype}.")
    padded = (1,) * (len(scores) - mask.ndim) + tuple(mask.shape)
    fits = len(padded) == len(scores) and all(m in (1, s) for m, s in zip(padded, scores, strict=True))
    if not fits:
        wanted = ", ".join(map(str, scores))
        raise UserError(f"{owner} needs a mask that fits its scores ({wanted}), but got {told(mask)}.")


class ScaledDotProductAttention(nn.Module):
    """softmax(Q K^T / sqrt(d_k)) V: every query takes the mean of the values, weighed by how well its keys fit.

    The mask is bool, where True means "may attend", or float, which is added to the scores. A query that may attend
    to nothing gets zeros.

    **Shapes**: Q (B, ..., n_q, d_k), K (B, ..., n_k, d_k), V (B, ..., n_k, d_v) -> (B, ..., n_q, d_v); the dots are
    none or more further dimensions, such as heads; the mask is anything that broadcasts to (B, ..., n_q, n_k).
    **Raises**: UserError for sizes that do not fit each other.
    **Source**: Vaswani et al., 2017, arXiv 1706.03762, section 3.2.1, equation 1.
    """

    def forward(
        self, q: torch.Tensor, k: torch.Tensor, v: torch.Tensor, mask: torch.Tensor | None = None
    ) -> torch.Tensor:
        """The values that every query found."""
        owner = "ScaledDotProductAttention"
        _require_sequences(q, k, v, owner)
        if q.shape[-1] != k.shape[-1]:
            raise UserError(f"{owner} needs queries and keys of one width, but got Q {told(q)} and K {told(k)}.")
        if mask is not None:
            _require_mask(mask, (*q.shape[:-1], k.shape[-2]), owner)
        return F.scaled_dot_product_attention(q, k, v, attn_mask=mask)


class MultiHeadAttention(nn.Module):
    """Several attentions side by side, each on its own projection of Q, K and V, joined and projected again.

    The mask is as in ScaledDotProductAttention and holds for all heads where it has no dimension for them.

    **Shapes**: Q (B, n_q, d_q_in), K (B, n_k, d_k_in), V (B, n_k, d_v_in) -> (B, n_q, d_o); the weights are
    (B, heads, n_q, n_k); the mask is (n_q, n_k), (B, n_q, n_k) or broadcasts to (B, heads, n_q, n_k).
    **Raises**: UserError for sizes below 1 and for inputs that do not fit.
    **Source**: Vaswani et al., 2017, arXiv 1706.03762, section 3.2.2.
    """

    def __init__(
        self,
        d_q_in: int,
        d_k_in: int,
        d_v_in: int,
        heads: int,
        d_k: int,
        d_v: int,
        d_o: int,
        bias: bool = True,
    ) -> None:
        super().__init__()
        sizes = {
            "d_q_in": d_q_in,
            "d_k_in": d_k_in,
            "d_v_in": d_v_in,
            "heads": heads,
            "d_k": d_k,
            "d_v": d_v,
            "d_o": d_o,
        }
        wrong = ", ".join(f"{name} = {size}" for name, size in sizes.items() if size < 1)
        if wrong:
            raise UserError(f"MultiHeadAttention needs sizes of at least 1, but got {wrong}.")
        self.heads = heads
        self.project_q = nn.Linear(d_q_in, heads * d_k, bias)
        self.project_k = nn.Linear(d_k_in, heads * d_k, bias)
        self.project_v = nn.Linear(d_v_in, heads * d_v, bias)
        self.project_out = nn.Linear(heads * d_v, d_o, bias)

    def forward(
        self, q: torch.Tensor, k: torch.Tensor, v: torch.Tensor, mask: torch.Tensor | None = None
    ) -> torch.Tensor:
        """What all heads found together, for every query."""
        self._require_inputs(q, k, v)
        if mask is not None:
            mask = self._mask_for_heads(mask, q, k)
        found = F.scaled_dot_product_attention(
            self._split(self.project_q(q)),  # (B, h, n_q, d_k)
            self._split(self.project_k(k)),  # (B, h, n_k, d_k)
            self._split(self.project_v(v)),  # (B, h, n_k, d_v)
            attn_mask=mask,
        )
        return self.project_out(found.transpose(1, 2).flatten(2))  # (B, n_q, d_o)

    def weights(self, q: torch.Tensor, k: torch.Tensor, mask: torch.Tensor | None = None) -> torch.Tensor:
        """How much every query takes of every value: softmax(Q K^T / sqrt(d_k)), which `forward` does not keep.

        **Shapes**: Q (B, n_q, d_q_in), K (B, n_k, d_k_in) -> (B, heads, n_q, n_k), rows of sum 1 (a query that may
        attend to nothing: 0).
        """
        queries, keys = self._split(self.project_q(q)), self._split(self.project_k(k))
        scores = queries @ keys.transpose(-2, -1) / queries.shape[-1] ** 0.5
        if mask is not None:
            mask = self._mask_for_heads(mask, q, k)
            scores = scores.masked_fill(~mask, -torch.inf) if mask.dtype == torch.bool else scores + mask
        return scores.softmax(dim=-1).masked_fill((scores == -torch.inf).all(dim=-1, keepdim=True), 0)

    def _split(self, x: torch.Tensor) -> torch.Tensor:
        return x.unflatten(2, (self.heads, -1)).transpose(1, 2)  # (B, n, h * d) -> (B, h, n, d)

    def _require_inputs(self, q: torch.Tensor, k: torch.Tensor, v: torch.Tensor) -> None:
        _require_sequences(q, k, v, "MultiHeadAttention")
        if q.ndim != 3:
            raise UserError(f"MultiHeadAttention needs Q (B, n_q, d_q_in) of 3 dimensions, but got {told(q)}.")
        built = tuple(linear.in_features for linear in (self.project_q, self.project_k, self.project_v))
        came = (q.shape[2], k.shape[2], v.shape[2])
        if came != built:
            raise UserError(f"MultiHeadAttention was built for Q, K, V of widths {built}, but got {came}.")

    def _mask_for_heads(self, mask: torch.Tensor, q: torch.Tensor, k: torch.Tensor) -> torch.Tensor:
        if mask.ndim == 3:
            mask = mask.unsqueeze(1)  # (B, n_q, n_k) -> (B, 1, n_q, n_k)
        _require_mask(mask, (q.shape[0], self.heads, q.shape[1], k.shape[1]), "MultiHeadAttention")
        return mask
