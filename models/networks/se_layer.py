"""The squeeze and excitation layer of a residual network, with the names of the common PyTorch checkpoints.

**Source**: Hu, Shen, Albanie, Sun, Wu, 2018, "Squeeze-and-Excitation Networks", arXiv 1709.01507.
"""

import torch
from torch import nn

from .sizes import require_division, require_maps


class SELayer(nn.Module):
    """Weighs the channels by what two linear layers without biases make of their means.

    **Shapes**: (B, C, H, W) -> (B, C, H, W); the weights are (B, C, 1, 1) between 0 and 1.
    **Raises**: UserError for channels that `reduction` does not divide, and for an input of another shape.
    **Source**: Hu et al., 2018, arXiv 1709.01507, section 3, equations 2 to 4.
    """

    def __init__(self, channels: int, reduction: int = 16) -> None:
        super().__init__()
        hidden = require_division(channels, reduction, "SELayer")
        self.channels = channels
        self.fc = nn.Sequential(
            nn.Linear(channels, hidden, bias=False), nn.ReLU(), nn.Linear(hidden, channels, bias=False), nn.Sigmoid()
        )

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """The input with every channel times its weight."""
        require_maps(x, self.channels, "SELayer")
        return x * self.fc(x.mean(dim=(2, 3)))[:, :, None, None]
