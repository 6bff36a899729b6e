"""CBAM as its authors trained it in residual networks: biases, batch normalisation, and the names of their checkpoints.

**Source**: Woo, Park, Lee, Kweon, 2018, "CBAM: Convolutional Block Attention Module", arXiv 1807.06521.
"""

from collections import OrderedDict

import torch
from torch import nn

from .sizes import require_division, require_maps


class ChannelGate(nn.Module):
    """Weighs the channels by their mean and their largest value, which share two linear layers.

    **Shapes**: (B, C, H, W) -> (B, C, H, W); the weights are (B, C, 1, 1) between 0 and 1.
    **Raises**: UserError for channels that `reduction` does not divide, and for an input of another shape.
    **Source**: Woo et al., 2018, arXiv 1807.06521, section 3.1, equation 2.
    """

    def __init__(self, channels: int, reduction: int = 16) -> None:
        super().__init__()
        hidden = require_division(channels, reduction, "ChannelGate")
        self.channels = channels
        # The first layer learns nothing; it is there because it counts in the names of the others.
        self.mlp = nn.Sequential(nn.Flatten(), nn.Linear(channels, hidden), nn.ReLU(), nn.Linear(hidden, channels))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """The input with every channel times its weight."""
        require_maps(x, self.channels, "ChannelGate")
        mean, largest = x.mean(dim=(2, 3)), x.amax(dim=(2, 3))  # (B, C) each
        return x * torch.sigmoid(self.mlp(mean) + self.mlp(largest))[:, :, None, None]


class SpatialGate(nn.Module):
    """Weighs the positions by the largest value and the mean over the channels there, in this order.

    **Shapes**: (B, C, H, W) -> (B, C, H, W); the weights are (B, 1, H, W) between 0 and 1.
    **Raises**: UserError for an input of another shape.
    **Source**: Woo et al., 2018, arXiv 1807.06521, section 3.2, equation 3, with the authors' batch normalisation.
    """

    def __init__(self) -> None:
        super().__init__()
        conv = nn.Conv2d(2, 1, kernel_size=7, padding=3, bias=False)
        norm = nn.BatchNorm2d(1, momentum=0.01)
        # As its authors begin: every position weighs 1/2 until something is learnt. So a network trained from here
        # starts where theirs did, and a random one shows an even map and not one that looks as if it meant something.
        nn.init.zeros_(norm.weight)
        self.spatial = nn.Sequential(OrderedDict(conv=conv, bn=norm))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """The input with every position times its weight."""
        require_maps(x, None, "SpatialGate")
        seen = torch.cat([x.amax(dim=1, keepdim=True), x.mean(dim=1, keepdim=True)], dim=1)  # (B, 2, H, W)
        return x * torch.sigmoid(self.spatial(seen))


class CbamGates(nn.Module):
    """The channel gate, then the spatial gate on what it gives.

    **Shapes**: (B, C, H, W) -> (B, C, H, W).
    **Raises**: UserError as its two halves do.
    **Source**: Woo et al., 2018, arXiv 1807.06521, section 3, equation 1.
    """

    def __init__(self, channels: int, reduction: int = 16) -> None:
        super().__init__()
        self.ChannelGate = ChannelGate(channels, reduction)
        self.SpatialGate = SpatialGate()

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """The input with every channel and then every position times its weight."""
        return self.SpatialGate(self.ChannelGate(x))
