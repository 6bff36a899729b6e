"""BAM between the stages of a residual network, with the names of its authors' checkpoints.

**Source**: Park, Woo, Lee, Kweon, 2018, "BAM: Bottleneck Attention Module", arXiv 1807.06514.
"""

from collections import OrderedDict

import torch
from torch import nn

from .sizes import require_division, require_maps


class BamChannelBranch(nn.Module):
    """One score per channel, from the channels' means.

    **Shapes**: (B, C, H, W) -> (B, C, 1, 1).
    **Raises**: UserError for channels that `reduction` does not divide.
    **Source**: Park et al., 2018, arXiv 1807.06514, section 3, equation 3; the authors' program normalises the hidden
    layer and not the scores.
    """

    def __init__(self, channels: int, reduction: int = 16) -> None:
        super().__init__()
        hidden = require_division(channels, reduction, "BamChannelBranch")
        self.gate_c = nn.Sequential(
            OrderedDict(
                flatten=nn.Flatten(),
                gate_c_fc_0=nn.Linear(channels, hidden),
                gate_c_bn_1=nn.BatchNorm1d(hidden),
                gate_c_relu_1=nn.ReLU(),
                gate_c_fc_final=nn.Linear(hidden, channels),
            )
        )

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """The score of every channel."""
        return self.gate_c(x.mean(dim=(2, 3)))[:, :, None, None]


class BamSpatialBranch(nn.Module):
    """One score per position, from a wide surrounding: two 3x3 convolutions whose taps lie 4 cells apart.

    **Shapes**: (B, C, H, W) -> (B, 1, H, W).
    **Raises**: UserError for channels that `reduction` does not divide.
    **Source**: Park et al., 2018, arXiv 1807.06514, section 3, equation 4; the authors' program normalises the hidden
    layers and not the scores.
    """

    def __init__(self, channels: int, reduction: int = 16) -> None:
        super().__init__()
        hidden = require_division(channels, reduction, "BamSpatialBranch")
        self.gate_s = nn.Sequential(
            OrderedDict(
                gate_s_conv_reduce0=nn.Conv2d(channels, hidden, kernel_size=1),
                gate_s_bn_reduce0=nn.BatchNorm2d(hidden),
                gate_s_relu_reduce0=nn.ReLU(),
                gate_s_conv_di_0=nn.Conv2d(hidden, hidden, kernel_size=3, padding=4, dilation=4),
                gate_s_bn_di_0=nn.BatchNorm2d(hidden),
                gate_s_relu_di_0=nn.ReLU(),
                gate_s_conv_di_1=nn.Conv2d(hidden, hidden, kernel_size=3, padding=4, dilation=4),
                gate_s_bn_di_1=nn.BatchNorm2d(hidden),
                gate_s_relu_di_1=nn.ReLU(),
                gate_s_conv_final=nn.Conv2d(hidden, 1, kernel_size=1),
            )
        )

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """The score of every position."""
        return self.gate_s(x)


class BamGates(nn.Module):
    """Weighs every element by 1 + sigmoid of its channel's score times its position's score.

    **Shapes**: (B, C, H, W) -> (B, C, H, W); the weights are (B, C, H, W) between 1 and 2.
    **Raises**: UserError for channels that `reduction` does not divide, and for an input of another shape.
    **Source**: Park et al., 2018, arXiv 1807.06514, section 3, equations 1 and 2. The paper adds the two scores; the
    authors' program, which their published checkpoint is from, multiplies them.
    """

    def __init__(self, channels: int, reduction: int = 16) -> None:
        super().__init__()
        self.channels = channels
        self.channel_att = BamChannelBranch(channels, reduction)
        self.spatial_att = BamSpatialBranch(channels, reduction)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """The input with every element times its weight."""
        require_maps(x, self.channels, "BamGates")
        # Spread over the maps first, as in the authors' program: two scores of each element, neither weighs the other.
        channel, spatial = (branch(x).expand_as(x) for branch in (self.channel_att, self.spatial_att))
        return x * (1 + torch.sigmoid(channel * spatial))
