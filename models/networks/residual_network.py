"""The residual networks of the SE, CBAM and BAM papers, layer for layer and name for name as their checkpoints are.

**Source**: He, Zhang, Ren, Sun, 2016, "Deep Residual Learning for Image Recognition", arXiv 1512.03385; the gates'
sources stand in their own files.
"""

from typing import Literal, get_args

import torch
from torch import nn

from ..errors import UserError
from .bam_gates import BamGates
from .cbam_gates import CbamGates
from .se_layer import SELayer
from .sizes import require_maps

Gates = Literal["cbam", "bam", "se"]
"""cbam: channels, then positions, in every block. bam: both at once, between stages. se: channels, in every block."""

Stem = Literal["imagenet", "cifar"]
"""How the network begins. imagenet: a quarter of the size at once. cifar: at full size, for images of 32 pixels."""

_BLOCKS = {18: (2, 2, 2, 2), 34: (3, 4, 6, 3), 50: (3, 4, 6, 3), 101: (3, 4, 23, 3)}
"""Blocks in each of the four stages."""


def _conv(inputs: int, outputs: int, kernel: int, stride: int = 1) -> nn.Conv2d:
    return nn.Conv2d(inputs, outputs, kernel, stride, padding=kernel // 2, bias=False)


def _shortcut(inputs: int, outputs: int, stride: int) -> nn.Sequential | None:
    if stride == 1 and inputs == outputs:
        return None
    return nn.Sequential(_conv(inputs, outputs, 1, stride), nn.BatchNorm2d(outputs))


class _ResidualBlock(nn.Module):
    """What both kinds of blocks do with what their convolutions give: weigh it, then add the input."""

    def _end(self, inputs: int, outputs: int, stride: int, gates: Gates) -> None:
        self.relu = nn.ReLU(inplace=True)
        # In the order in which the published programs list them.
        self.se = SELayer(outputs) if gates == "se" else None
        self.downsample = _shortcut(inputs, outputs, stride)
        self.cbam = CbamGates(outputs) if gates == "cbam" else None

    def convolved(self, x: torch.Tensor) -> torch.Tensor:
        """The input after the block's convolutions."""
        raise NotImplementedError

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """The input plus what the gates let through."""
        out = self.convolved(x)
        for gate in (self.cbam, self.se):
            out = out if gate is None else gate(out)
        return self.relu(out + (x if self.downsample is None else self.downsample(x)))


class BasicBlock(_ResidualBlock):
    """Two 3x3 convolutions beside a shortcut.

    **Shapes**: (B, inputs, H, W) -> (B, planes, H / stride, W / stride), rounded up.
    **Source**: He et al., 2016, arXiv 1512.03385, figure 5, left.
    """

    expansion = 1

    def __init__(self, inputs: int, planes: int, stride: int, gates: Gates) -> None:
        super().__init__()
        self.conv1 = _conv(inputs, planes, 3, stride)
        self.bn1 = nn.BatchNorm2d(planes)
        self.conv2 = _conv(planes, planes, 3)
        self.bn2 = nn.BatchNorm2d(planes)
        self._end(inputs, planes, stride, gates)

    def convolved(self, x: torch.Tensor) -> torch.Tensor:
        """The input after the block's convolutions."""
        return self.bn2(self.conv2(self.relu(self.bn1(self.conv1(x)))))


class Bottleneck(_ResidualBlock):
    """A 3x3 convolution between two that narrow and widen again, beside a shortcut; the 3x3 one has the stride.

    **Shapes**: (B, inputs, H, W) -> (B, 4 * planes, H / stride, W / stride), rounded up.
    **Source**: He et al., 2016, arXiv 1512.03385, figure 5, right.
    """

    expansion = 4

    def __init__(self, inputs: int, planes: int, stride: int, gates: Gates) -> None:
        super().__init__()
        self.conv1 = _conv(inputs, planes, 1)
        self.bn1 = nn.BatchNorm2d(planes)
        self.conv2 = _conv(planes, planes, 3, stride)
        self.bn2 = nn.BatchNorm2d(planes)
        self.conv3 = _conv(planes, planes * self.expansion, 1)
        self.bn3 = nn.BatchNorm2d(planes * self.expansion)
        self._end(inputs, planes * self.expansion, stride, gates)

    def convolved(self, x: torch.Tensor) -> torch.Tensor:
        """The input after the block's convolutions."""
        out = self.relu(self.bn1(self.conv1(x)))
        return self.bn3(self.conv3(self.relu(self.bn2(self.conv2(out)))))


class ResidualNetwork(nn.Module):
    """Names what is in an image; `gated_resnet` builds it.

    `input_size` is what the published weights were trained at; any other size works.

    **Shapes**: (B, 3, H, W) of any size -> (B, num_classes) logits.
    **Raises**: UserError for an input that is no batch of images with three channels.
    """

    def __init__(self, gates: Gates, depth: int, num_classes: int, stem: Stem) -> None:
        super().__init__()
        block = BasicBlock if depth < 50 else Bottleneck
        small = stem == "cifar"
        self.input_size = 32 if small else 224
        self.conv1 = _conv(3, 64, 3) if small else _conv(3, 64, 7, stride=2)
        self.bn1 = nn.BatchNorm2d(64)
        self.relu = nn.ReLU(inplace=True)
        self.maxpool = nn.Identity() if small else nn.MaxPool2d(3, stride=2, padding=1)
        between = [BamGates(planes * block.expansion) if gates == "bam" else None for planes in (64, 128, 256)]
        self.bam1, self.bam2, self.bam3 = between
        counts = _BLOCKS[depth]
        width = block.expansion
        self.layer1 = _stage(block, 64, 64, counts[0], 1, gates)
        self.layer2 = _stage(block, 64 * width, 128, counts[1], 2, gates)
        self.layer3 = _stage(block, 128 * width, 256, counts[2], 2, gates)
        self.layer4 = _stage(block, 256 * width, 512, counts[3], 2, gates)
        self.fc = nn.Linear(512 * width, num_classes)
        self.apply(_start)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Logits per class."""
        require_maps(x, 3, "The residual network")
        x = self.maxpool(self.relu(self.bn1(self.conv1(x))))
        stages = (self.layer1, self.bam1, self.layer2, self.bam2, self.layer3, self.bam3, self.layer4)
        for stage in stages:
            x = x if stage is None else stage(x)
        return self.fc(x.mean(dim=(2, 3)))


def _stage(
    block: type[BasicBlock] | type[Bottleneck], inputs: int, planes: int, count: int, stride: int, gates: Gates
) -> nn.Sequential:
    first = block(inputs, planes, stride, gates)
    return nn.Sequential(first, *(block(planes * block.expansion, planes, 1, gates) for _ in range(count - 1)))


def _start(module: nn.Module) -> None:
    """The weights before training, as the authors of CBAM and BAM begin; the rest is as its own constructor left it."""
    if isinstance(module, nn.Conv2d):
        nn.init.kaiming_normal_(module.weight, mode="fan_out", nonlinearity="relu")
    if isinstance(module, nn.Conv2d | nn.Linear) and module.bias is not None:
        nn.init.zeros_(module.bias)


def gated_resnet(gates: Gates, depth: int, num_classes: int = 1000, stem: Stem = "imagenet") -> nn.Module:
    """A residual network with the gates of a paper, and with random weights.

    Its parameters are named as in the authors' checkpoints of CBAM and BAM, and as in the common PyTorch checkpoints
    of SE, so that these load as they are.

    **Raises**: UserError for gates, a depth or a stem that there is not, and for less than one class.
    """
    if gates not in get_args(Gates):
        raise UserError(f"There are no residual networks with {gates!r} gates: choose {', '.join(get_args(Gates))}.")
    if depth not in _BLOCKS:
        raise UserError(f"There is no {gates}/resnet{depth}: choose a depth of {', '.join(map(str, _BLOCKS))}.")
    if stem not in get_args(Stem):
        raise UserError(f"A residual network has no stem {stem!r}: choose {' or '.join(get_args(Stem))}.")
    if num_classes < 1:
        raise UserError(f"A network needs at least 1 class to name, but got {num_classes}: give another number.")
    return ResidualNetwork(gates, depth, num_classes, stem)
