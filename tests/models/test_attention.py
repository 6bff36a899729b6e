"""Scaled dot-product and multi-head attention do what their paper writes, and say why where they cannot."""

import numpy as np
import numpy.typing as npt
import pytest
import torch
from attnscope.models.errors import UserError
from attnscope.models.networks.attention import MultiHeadAttention, ScaledDotProductAttention
from torch import nn
from torch.nn import functional as F

B, N_Q, N_K, D_K, D_V = 2, 5, 7, 11, 13
D_Q_IN, D_K_IN, D_V_IN, HEADS, D_O = 17, 19, 23, 3, 29


def _random(*shape: int) -> torch.Tensor:
    return torch.randn(shape, generator=torch.Generator().manual_seed(sum(shape)))


def _softmax(scores: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def _attend(
    q: npt.NDArray[np.float64], k: npt.NDArray[np.float64], v: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    return _softmax(np.einsum("...qd,...kd->...qk", q, k) / np.sqrt(q.shape[-1])) @ v


@pytest.fixture
def qkv() -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    return _random(B, N_Q, D_K), _random(B, N_K, D_K), _random(B, N_K, D_V)


@pytest.fixture
def inputs() -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    return _random(B, N_Q, D_Q_IN), _random(B, N_K, D_K_IN), _random(B, N_K, D_V_IN)


@pytest.fixture
def heads() -> MultiHeadAttention:
    torch.manual_seed(1)
    return MultiHeadAttention(D_Q_IN, D_K_IN, D_V_IN, HEADS, D_K, D_V, D_O)


class TestScaledDotProduct:
    def test_gives_the_formula_in_numpy(self, qkv: tuple[torch.Tensor, ...]) -> None:
        q, k, v = qkv
        wanted = _attend(*(x.numpy().astype(np.float64) for x in (q, k, v)))
        got = ScaledDotProductAttention()(q, k, v)
        assert got.shape == (B, N_Q, D_V)
        np.testing.assert_allclose(got.numpy(), wanted, rtol=1e-5, atol=1e-6)

    def test_gives_the_same_as_torch_with_either_mask(self, qkv: tuple[torch.Tensor, ...]) -> None:
        q, k, v = qkv
        for mask in (None, _random(N_Q, N_K) > -0.5, _random(B, N_Q, N_K)):
            wanted = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
            torch.testing.assert_close(ScaledDotProductAttention()(q, k, v, mask), wanted)

    def test_true_in_a_mask_means_may_attend(self, qkv: tuple[torch.Tensor, ...]) -> None:
        q, k, v = qkv
        only_third = torch.zeros(N_Q, N_K, dtype=torch.bool)
        only_third[:, 2] = True
        got = ScaledDotProductAttention()(q, k, v, only_third)
        torch.testing.assert_close(got, v[:, 2:3].expand(-1, N_Q, -1))

    def test_a_float_mask_is_added_to_the_scores(self) -> None:
        q, k, v = torch.zeros(1, 1, 3), torch.zeros(1, 2, 3), torch.tensor([[[1.0], [4.0]]])
        got = ScaledDotProductAttention()(q, k, v, torch.tensor([[0.0, np.log(2)]], dtype=torch.float32))
        torch.testing.assert_close(got, torch.tensor([[[3.0]]]))  # weights 1/3 and 2/3

    def test_a_query_that_may_attend_to_nothing_gets_zeros(self, qkv: tuple[torch.Tensor, ...]) -> None:
        q, k, v = qkv
        mask = torch.ones(N_Q, N_K, dtype=torch.bool)
        mask[3] = False
        added = torch.zeros(N_Q, N_K).masked_fill(~mask, -torch.inf)
        for either in (mask, added):
            got = ScaledDotProductAttention()(q, k, v, either)
            assert torch.equal(got[:, 3], torch.zeros(B, D_V))
            assert bool(got[:, :3].abs().sum() > 0)

    def test_more_dimensions_in_front_are_more_attentions(self) -> None:
        q, k, v = _random(B, HEADS, N_Q, D_K), _random(B, HEADS, N_K, D_K), _random(B, HEADS, N_K, D_V)
        got = ScaledDotProductAttention()(q, k, v)
        torch.testing.assert_close(got[:, 1], ScaledDotProductAttention()(q[:, 1], k[:, 1], v[:, 1]))

    @pytest.mark.parametrize(
        ("q", "k", "v", "words"),
        [
            ((2, 5, 11), (2, 7, 13), (2, 7, 13), r"one width, but got Q \(2, 5, 11\) and K \(2, 7, 13\)"),
            ((2, 5, 11), (2, 7, 11), (2, 3, 13), "7 keys and 3 values"),
            ((2, 5, 11), (3, 7, 11), (3, 7, 13), r"one batch size, but got Q \(2, 5, 11\), K \(3, 7, 11\)"),
            ((5, 11), (7, 11), (7, 13), r"got Q \(5, 11\), K \(7, 11\), V \(7, 13\)"),
            ((2, 5, 11), (2, 0, 11), (2, 0, 13), "at least one key"),
        ],
    )
    def test_refuses_sizes_that_do_not_fit(
        self, q: tuple[int, ...], k: tuple[int, ...], v: tuple[int, ...], words: str
    ) -> None:
        with pytest.raises(UserError, match=words):
            ScaledDotProductAttention()(torch.zeros(q), torch.zeros(k), torch.zeros(v))

    @pytest.mark.parametrize(
        ("mask", "words"),
        [
            (torch.zeros(N_K, N_Q), r"fits its scores \(2, 5, 7\), but got \(7, 5\)"),
            (torch.zeros(1, B, N_Q, N_K), r"got \(1, 2, 5, 7\)"),
            (torch.zeros(N_Q, N_K, dtype=torch.int64), "got torch.int64"),
        ],
    )
    def test_refuses_masks_that_do_not_fit(self, qkv: tuple[torch.Tensor, ...], mask: torch.Tensor, words: str) -> None:
        with pytest.raises(UserError, match=words):
            ScaledDotProductAttention()(*qkv, mask)


class TestMultiHead:
    def test_gives_the_formula_in_numpy(
        self, heads: MultiHeadAttention, inputs: tuple[torch.Tensor, torch.Tensor, torch.Tensor]
    ) -> None:
        def project(linear: nn.Linear, x: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
            return x @ linear.weight.detach().numpy().T + linear.bias.detach().numpy()

        q, k, v = (x.numpy().astype(np.float64) for x in inputs)
        q, k, v = project(heads.project_q, q), project(heads.project_k, k), project(heads.project_v, v)
        found = [
            _attend(q[..., h * D_K : (h + 1) * D_K], k[..., h * D_K : (h + 1) * D_K], v[..., h * D_V : (h + 1) * D_V])
            for h in range(HEADS)
        ]
        wanted = project(heads.project_out, np.concatenate(found, axis=-1))
        got = heads(*inputs)
        assert got.shape == (B, N_Q, D_O)
        np.testing.assert_allclose(got.detach().numpy(), wanted, rtol=1e-4, atol=1e-5)

    @pytest.mark.parametrize("masked", [False, True])
    def test_gives_the_same_as_torch(self, masked: bool) -> None:
        width, n_heads = 21, 3
        theirs = nn.MultiheadAttention(width, n_heads, kdim=D_K_IN, vdim=D_V_IN, batch_first=True)
        ours = MultiHeadAttention(width, D_K_IN, D_V_IN, n_heads, width // n_heads, width // n_heads, width)
        projections = (ours.project_q, ours.project_k, ours.project_v)
        weights = (theirs.q_proj_weight, theirs.k_proj_weight, theirs.v_proj_weight)
        for number, (linear, weight) in enumerate(zip(projections, weights, strict=True)):
            linear.weight.data = weight.data
            linear.bias.data = theirs.in_proj_bias.data[number * width : (number + 1) * width]
        ours.project_out.load_state_dict(theirs.out_proj.state_dict())
        q, k, v = _random(B, N_Q, width), _random(B, N_K, D_K_IN), _random(B, N_K, D_V_IN)
        allowed = _random(N_Q, N_K) > -0.5 if masked else None
        wanted, weights = theirs(
            q, k, v, attn_mask=None if allowed is None else ~allowed, average_attn_weights=False
        )  # torch's module, unlike its function, says True for "may not"
        torch.testing.assert_close(ours(q, k, v, allowed), wanted)
        torch.testing.assert_close(ours.weights(q, k, allowed), weights)

    def test_a_mask_may_differ_by_item_or_by_head(
        self, heads: MultiHeadAttention, inputs: tuple[torch.Tensor, torch.Tensor, torch.Tensor]
    ) -> None:
        mask = _random(B, N_Q, N_K) > -0.5
        by_head = mask[:, None].expand(-1, HEADS, -1, -1)
        torch.testing.assert_close(heads(*inputs, mask), heads(*inputs, by_head))
        torch.testing.assert_close(heads(*inputs, mask)[1], heads(*inputs, mask[1])[1])

    def test_a_query_that_may_attend_to_nothing_gets_only_the_bias(
        self, heads: MultiHeadAttention, inputs: tuple[torch.Tensor, torch.Tensor, torch.Tensor]
    ) -> None:
        nothing = torch.zeros(N_Q, N_K, dtype=torch.bool)
        torch.testing.assert_close(heads(*inputs, nothing), heads.project_out.bias.expand(B, N_Q, D_O))
        assert torch.equal(heads.weights(*inputs[:2], nothing), torch.zeros(B, HEADS, N_Q, N_K))

    def test_learns_without_biases_where_asked(self) -> None:
        names = [name for name, _ in MultiHeadAttention(2, 3, 5, 1, 7, 11, 13, bias=False).named_parameters()]
        assert names == ["project_q.weight", "project_k.weight", "project_v.weight", "project_out.weight"]

    def test_refuses_sizes_below_one(self) -> None:
        with pytest.raises(UserError, match="got heads = 0, d_o = -1"):
            MultiHeadAttention(2, 3, 5, 0, 7, 11, -1)

    @pytest.mark.parametrize(
        ("q", "k", "v", "words"),
        [
            ((2, 5, 16), (2, 7, 19), (2, 7, 23), r"widths \(17, 19, 23\), but got \(16, 19, 23\)"),
            ((2, 5, 17), (2, 7, 19), (2, 6, 23), "7 keys and 6 values"),
            ((2, 5, 17), (1, 7, 19), (1, 7, 23), "one batch size"),
            ((2, 3, 5, 17), (2, 3, 7, 19), (2, 3, 7, 23), r"3 dimensions, but got \(2, 3, 5, 17\)"),
        ],
    )
    def test_refuses_inputs_that_do_not_fit(
        self,
        heads: MultiHeadAttention,
        q: tuple[int, ...],
        k: tuple[int, ...],
        v: tuple[int, ...],
        words: str,
    ) -> None:
        with pytest.raises(UserError, match=words):
            heads(torch.zeros(q), torch.zeros(k), torch.zeros(v))

    def test_refuses_masks_that_do_not_fit(
        self, heads: MultiHeadAttention, inputs: tuple[torch.Tensor, torch.Tensor, torch.Tensor]
    ) -> None:
        with pytest.raises(UserError, match=r"fits its scores \(2, 3, 5, 7\), but got \(7, 5\)"):
            heads(*inputs, torch.zeros(N_K, N_Q))
