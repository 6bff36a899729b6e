"""CBAM and its halves do what their paper writes, and say why where they cannot."""

import numpy as np
import numpy.typing as npt
import pytest
import torch
from attnscope.models.errors import UserError
from attnscope.models.networks.cbam import CBAM, ChannelAttention, SpatialAttention
from torch import nn

B, C, H, W = 3, 14, 5, 11


@pytest.fixture
def maps() -> torch.Tensor:
    return torch.randn(B, C, H, W, generator=torch.Generator().manual_seed(1))


def _sigmoid(x: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    return 1 / (1 + np.exp(-x))


def _channel_gate(block: ChannelAttention, x: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    first, second = (p.detach().numpy()[:, :, 0, 0] for p in block.shared.parameters())
    mean, largest = x.mean(axis=(2, 3)), x.max(axis=(2, 3))
    from_mean, from_largest = (np.maximum(pooled @ first.T, 0) @ second.T for pooled in (mean, largest))
    return _sigmoid(from_mean + from_largest)


def _spatial_scores(block: SpatialAttention, x: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    kernel = block.conv.weight.detach().numpy()[0].astype(np.float64)  # (2, k, k)
    edge = kernel.shape[1] // 2
    seen = np.pad(np.stack([x.mean(axis=1), x.max(axis=1)], axis=1), ((0, 0), (0, 0), (edge, edge), (edge, edge)))
    windows = np.lib.stride_tricks.sliding_window_view(seen, kernel.shape[1:], axis=(2, 3))
    return np.einsum("bchwij,cij->bhw", windows, kernel)


def test_channel_half_gives_the_formula_in_numpy(maps: torch.Tensor) -> None:
    block = ChannelAttention(C, rate=2)
    x = maps.numpy().astype(np.float64)
    wanted = x * _channel_gate(block, x)[:, :, None, None]
    np.testing.assert_allclose(block(maps).detach().numpy(), wanted, rtol=1e-5, atol=1e-6)


@pytest.mark.parametrize("kernel_size", [1, 3, 7])
def test_spatial_half_gives_the_formula_in_numpy(maps: torch.Tensor, kernel_size: int) -> None:
    block = SpatialAttention(kernel_size)
    x = maps.numpy().astype(np.float64)
    wanted = x * _sigmoid(_spatial_scores(block, x))[:, None]
    np.testing.assert_allclose(block(maps).detach().numpy(), wanted, rtol=1e-5, atol=1e-6)
    np.testing.assert_allclose(block.weights(maps).detach().numpy(), wanted[:, :1] / x[:, :1], rtol=1e-4)


def test_normalising_goes_before_the_sigmoid(maps: torch.Tensor) -> None:
    block = SpatialAttention(3, normalise=True).train()
    scores = _spatial_scores(block, maps.numpy().astype(np.float64))
    wanted = _sigmoid((scores - scores.mean()) / np.sqrt(scores.var() + 1e-5))
    np.testing.assert_allclose(block.weights(maps)[:, 0].detach().numpy(), wanted, rtol=1e-4, atol=1e-5)


def test_both_halves_run_one_after_the_other(maps: torch.Tensor) -> None:
    block = CBAM(C, rate=7, kernel_size=7)
    x = maps.numpy().astype(np.float64)
    x = x * _channel_gate(block.channel, x)[:, :, None, None]
    x = x * _sigmoid(_spatial_scores(block.spatial, x))[:, None]
    np.testing.assert_allclose(block(maps).detach().numpy(), x, rtol=1e-5, atol=1e-6)


def test_channel_weights_set_by_hand_add_mean_and_maximum() -> None:
    block = ChannelAttention(1, rate=1)
    for parameter in block.parameters():
        parameter.data.fill_(1.0)
    x = torch.tensor([[[[1.0, 3.0]]]])  # mean 2, largest 3: sigmoid(5)
    torch.testing.assert_close(block(x), x * torch.tensor(5.0).sigmoid())


def test_spatial_weights_set_by_hand_look_at_mean_and_maximum_around() -> None:
    block = SpatialAttention(3)
    block.conv.weight.data.zero_()
    block.conv.weight.data[0, 0, 1, 1] = 1.0  # the mean here
    block.conv.weight.data[0, 1, 1, 2] = 2.0  # twice the maximum to the right
    x = torch.tensor([[[[1.0, 2.0]], [[3.0, -2.0]]]])  # means 2 and 0, maxima 3 and 2
    wanted = torch.tensor([2.0 + 2 * 2.0, 0.0]).sigmoid()
    torch.testing.assert_close(block.weights(x)[0, 0, 0], wanted)


def test_has_no_bias_and_the_sizes_of_the_issue_by_default() -> None:
    assert {name: tuple(p.shape) for name, p in CBAM(20).named_parameters()} == {
        "channel.shared.0.weight": (5, 20, 1, 1),
        "channel.shared.2.weight": (20, 5, 1, 1),
        "spatial.conv.weight": (1, 2, 3, 3),
    }


def test_refuses_a_rate_that_does_not_divide() -> None:
    with pytest.raises(UserError, match="divide 14 channels by 4"):
        ChannelAttention(14)
    with pytest.raises(UserError, match="reduce 3 channels by 4"):
        CBAM(3)


@pytest.mark.parametrize("kernel_size", [0, 2, -3])
def test_refuses_a_kernel_without_a_middle(kernel_size: int) -> None:
    with pytest.raises(UserError, match=f"odd kernel size such as 3 or 7, but got {kernel_size}"):
        SpatialAttention(kernel_size)


@pytest.mark.parametrize(
    ("block", "shape", "words"),
    [
        (ChannelAttention(C, 2), (3, 13, 5, 11), r"ChannelAttention was built for 14 channels, but got 13"),
        (ChannelAttention(C, 2), (3, 14), r"2 dimensions: \(3, 14\)"),
        (SpatialAttention(), (3, 14, 5), r"SpatialAttention needs feature maps \(B, C, H, W\).*\(3, 14, 5\)"),
        (SpatialAttention(), (3, 0, 5, 11), r"at least one position, but got \(3, 0, 5, 11\)"),
        (CBAM(C, 2), (3, 15, 5, 11), r"\(3, 15, 5, 11\) is not \(B, 14, H, W\)"),
    ],
)
def test_refuses_other_shapes_by_their_sizes(block: nn.Module, shape: tuple[int, ...], words: str) -> None:
    with pytest.raises(UserError, match=words):
        block(torch.zeros(shape))
