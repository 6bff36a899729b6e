"""CBAM: one factor per channel, then one factor per position.

**Source**: Woo, Park, Lee, Kweon, 2018, "CBAM: Convolutional Block Attention Module", arXiv 1807.06521.
"""

import torch
from torch import nn

from ..errors import UserError
from .sizes import require_division, require_maps


class ChannelAttention(nn.Module):
    """Weighs the channels by their mean and their largest value, which share one small network.

    **Shapes**: (B, C, H, W) -> (B, C, H, W); the weights are (B, C, 1, 1) between 0 and 1.
    **Raises**: UserError for channels that `rate` does not divide, and for an input of another shape.
    **Source**: Woo et al., 2018, arXiv 1807.06521, section 3, equation 2.
    """

    def __init__(self, channels: int, rate: int = 4) -> None:
        super().__init__()
        hidden = require_division(channels, rate, "ChannelAttention")
        self.channels = channels
        self.shared = nn.Sequential(
            nn.Conv2d(channels, hidden, 1, bias=False),
            nn.ReLU(),
            nn.Conv2d(hidden, channels, 1, bias=False),
        )

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """The input with every channel times its weight."""
        require_maps(x, self.channels, "ChannelAttention")
        mean = x.mean(dim=(2, 3), keepdim=True)  # (B, C, 1, 1)
        largest = x.amax(dim=(2, 3), keepdim=True)  # (B, C, 1, 1)
        return x * torch.sigmoid(self.shared(mean) + self.shared(largest))


class SpatialAttention(nn.Module):
    """Weighs the positions by the mean and the largest value over the channels there.

    `normalise` puts a batch normalisation before the sigmoid, as the authors' program does: it keeps the weights
    from all drifting to one value, since what passes on is told apart from the rest of the batch.

    **Shapes**: (B, C, H, W) -> (B, C, H, W); the weights are (B, 1, H, W) between 0 and 1.
    **Raises**: UserError for a kernel of even size (its output would not fit the input), and for an input of another
    shape.
    **Source**: Woo et al., 2018, arXiv 1807.06521, section 3, equation 3; the paper's kernel is 7x7.
    """

    def __init__(self, kernel_size: int = 3, normalise: bool = False) -> None:
        super().__init__()
        if kernel_size < 1 or kernel_size % 2 == 0:
            raise UserError(f"SpatialAttention needs an odd kernel size such as 3 or 7, but got {kernel_size}.")
        self.conv = nn.Conv2d(2, 1, kernel_size, padding=kernel_size // 2, bias=False)
        self.norm = nn.BatchNorm2d(1) if normalise else nn.Identity()

    def weights(self, x: torch.Tensor) -> torch.Tensor:
        """The weight of every position: (B, C, H, W) -> (B, 1, H, W)."""
        require_maps(x, None, "SpatialAttention")
        seen = torch.cat([x.mean(dim=1, keepdim=True), x.amax(dim=1, keepdim=True)], dim=1)  # (B, 2, H, W)
        return torch.sigmoid(self.norm(self.conv(seen)))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """The input with every position times its weight."""
        return x * self.weights(x)


class CBAM(nn.Module):
    """Channel attention, then spatial attention on what it gives.

    **Shapes**: (B, C, H, W) -> (B, C, H, W).
    **Raises**: UserError as its two halves do.
    **Source**: Woo et al., 2018, arXiv 1807.06521, section 3, equation 1.
    """

    def __init__(self, channels: int, rate: int = 4, kernel_size: int = 3, normalise: bool = False) -> None:
        super().__init__()
        self.channel = ChannelAttention(channels, rate)
        self.spatial = SpatialAttention(kernel_size, normalise)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """The input with every channel and then every position times its weight."""
        return self.spatial(self.channel(x))
