"""Squeeze and excitation: one factor per channel, told from the mean of every channel."""

import torch
from torch import nn

from .sizes import require_division, require_maps


class SqueezeExcitation(nn.Module):
    """Weighs the channels of a feature map by what is in the whole picture.

    **Shapes**: (B, C, H, W) -> (B, C, H, W); the weights are (B, C, 1, 1) between 0 and 1.
    **Raises**: UserError for channels that `reduction` does not divide, and for an input of another shape.
    **Source**: Hu, Shen, Albanie, Sun, Wu, 2018, arXiv 1709.01507, section 3.
    """

    def __init__(self, channels: int, reduction: int = 4) -> None:
        super().__init__()
        hidden = require_division(channels, reduction, "SqueezeExcitation")
        self.channels = channels
        self.reduce = nn.Conv2d(channels, hidden, 1, bias=False)
        self.expand = nn.Conv2d(hidden, channels, 1, bias=False)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """The input with every channel times its weight."""
        require_maps(x, self.channels, "SqueezeExcitation")
        squeezed = x.mean(dim=(2, 3), keepdim=True)  # (B, C, 1, 1)
        excited = self.expand(torch.relu(self.reduce(squeezed)))
        return x * torch.sigmoid(excited)
