"""The squeeze and excitation block does what its paper writes, and says why where it cannot."""

import numpy as np
import pytest
import torch
from attnscope.models.errors import UserError
from attnscope.models.networks.squeeze_excitation import SqueezeExcitation
from torchvision.ops import SqueezeExcitation as TorchvisionSqueezeExcitation

B, C, H, W, HIDDEN = 3, 14, 5, 11, 7


@pytest.fixture
def maps() -> torch.Tensor:
    return torch.randn(B, C, H, W, generator=torch.Generator().manual_seed(1))


def test_gives_the_formula_in_numpy(maps: torch.Tensor) -> None:
    block = SqueezeExcitation(C, reduction=2)
    reduce, expand = (w.detach().numpy()[:, :, 0, 0] for w in (block.reduce.weight, block.expand.weight))
    x = maps.numpy().astype(np.float64)
    hidden = np.maximum(np.einsum("hc,bc->bh", reduce, x.mean(axis=(2, 3))), 0)
    gate = 1 / (1 + np.exp(-np.einsum("ch,bh->bc", expand, hidden)))
    np.testing.assert_allclose(block(maps).detach().numpy(), x * gate[:, :, None, None], rtol=1e-5, atol=1e-6)


def test_gives_the_same_as_torchvision(maps: torch.Tensor) -> None:
    ours, theirs = SqueezeExcitation(C, reduction=2), TorchvisionSqueezeExcitation(C, HIDDEN)
    theirs.fc1.weight.data, theirs.fc2.weight.data = ours.reduce.weight.data, ours.expand.weight.data
    for bias in (theirs.fc1.bias, theirs.fc2.bias):
        assert bias is not None
        bias.data.zero_()
    torch.testing.assert_close(ours(maps), theirs(maps))


def test_weights_set_by_hand_give_the_gate_worked_out_by_hand() -> None:
    block = SqueezeExcitation(2, reduction=2)
    block.reduce.weight.data[:] = torch.tensor([1.0, -1.0])[None, :, None, None]
    block.expand.weight.data[:] = torch.tensor([1.0, 0.0])[:, None, None, None]
    x = torch.tensor([[[[1.0, 3.0]], [[0.0, 1.0]]]])  # means 2 and 0.5: hidden 1.5, gates sigmoid(1.5) and 1/2
    gate = 1 / (1 + np.exp(-1.5))
    torch.testing.assert_close(block(x), torch.tensor([[[[gate, 3 * gate]], [[0.0, 0.5]]]], dtype=torch.float32))


def test_has_no_bias_and_reduces_by_four_by_default() -> None:
    block = SqueezeExcitation(20)
    assert {name: tuple(p.shape) for name, p in block.named_parameters()} == {
        "reduce.weight": (5, 20, 1, 1),
        "expand.weight": (20, 5, 1, 1),
    }


@pytest.mark.parametrize(
    ("channels", "reduction", "words"),
    [
        (14, 4, "divide 14 channels by 4"),
        (3, 4, "reduce 3 channels by 4"),
        (0, 4, "got 0 and 4"),
        (4, 0, "got 4 and 0"),
    ],
)
def test_refuses_a_reduction_that_does_not_divide(channels: int, reduction: int, words: str) -> None:
    with pytest.raises(UserError, match=words):
        SqueezeExcitation(channels, reduction)


@pytest.mark.parametrize(
    ("shape", "words"),
    [
        ((3, 13, 5, 11), r"built for 14 channels, but got 13: \(3, 13, 5, 11\)"),
        ((3, 14, 5), r"got 3 dimensions: \(3, 14, 5\)"),
        ((3, 14, 0, 11), r"at least one position, but got \(3, 14, 0, 11\)"),
    ],
)
def test_refuses_other_shapes_by_their_sizes(shape: tuple[int, ...], words: str) -> None:
    with pytest.raises(UserError, match=words):
        SqueezeExcitation(C, reduction=2)(torch.zeros(shape))
