"""Networks of somebody's own, for pictures of the window: many gates, many heads, and a kind that is neither."""

import torch
from torch import Tensor, nn

BLOCKS = ((3, 32), (8, 64), (36, 96), (3, 128))
"""As many gates as SENet-154 has (Hu et al., 2018, arXiv 1709.01507), on fewer channels."""


class Gate(nn.Module):
    """Squeeze and excitation."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.down, self.up = nn.Linear(channels, channels // 4), nn.Linear(channels // 4, channels)

    def forward(self, x: Tensor) -> Tensor:
        """(B, C, H, W) -> the same, each channel times its factor."""
        told = torch.sigmoid(3 * self.up(torch.relu(self.down(x.mean((2, 3))))))
        return x * told[:, :, None, None]


class Block(nn.Module):
    """A convolution and its gate."""

    def __init__(self, before: int, after: int, stride: int) -> None:
        super().__init__()
        self.conv = nn.Conv2d(before, after, 3, stride, 1)
        self.norm, self.se_module = nn.GroupNorm(4, after), Gate(after)

    def forward(self, x: Tensor) -> Tensor:
        """(B, C, H, W) -> (B, C', H', W')."""
        return self.se_module(torch.relu(self.norm(self.conv(x))))


class Gated(nn.Module):
    """Four stages of gated blocks, and a coordinate gate at the end."""

    def __init__(self) -> None:
        super().__init__()
        before = 3
        for number, (count, width) in enumerate(BLOCKS, 1):
            blocks = [Block(before if not at else width, width, 2 if not at else 1) for at in range(count)]
            self.add_module(f"layer{number}", nn.Sequential(*blocks))
            before = width
        self.rows, self.columns = nn.Conv1d(before, before, 1), nn.Conv1d(before, before, 1)
        self.head = nn.Linear(before, 10)

    def forward(self, x: Tensor) -> Tensor:
        """(B, 3, H, W) -> (B, 10)."""
        for number in range(1, len(BLOCKS) + 1):
            x = self.get_submodule(f"layer{number}")(x)
        x = x * torch.sigmoid(self.rows(x.mean(3)))[..., None] * torch.sigmoid(self.columns(x.mean(2)))[:, :, None]
        return self.head(x.mean((2, 3)))


class Tokens(nn.Module):
    """Twelve layers of twelve heads over patches and a class token, each of which knows where it lies."""

    def __init__(self, width: int = 96, heads: int = 12, depth: int = 12) -> None:
        super().__init__()
        self.patches, self.token = nn.Conv2d(3, width, 16, 16), nn.Parameter(torch.randn(1, 1, width))
        layers = [nn.TransformerEncoderLayer(width, heads, 2 * width, 0.0, batch_first=True) for _ in range(depth)]
        self.layers, self.head = nn.ModuleList(layers), nn.Linear(width, 10)
        for layer in layers:
            # Sharp enough to be seen.
            nn.init.normal_(layer.self_attn.in_proj_weight, std=0.16)

    def forward(self, x: Tensor) -> Tensor:
        """(B, 3, H, W) -> (B, 10)."""
        patches = self.patches(x)
        x = (patches + places(*patches.shape[1:]).to(patches)).flatten(2).transpose(1, 2)
        x = torch.cat([self.token.expand(len(x), -1, -1), x], dim=1)
        for layer in self.layers:
            x = layer(x)
        return self.head(x[:, 0])


def places(width: int, rows: int, columns: int) -> Tensor:
    """(C, H, W): slow waves down and across, so that neighbours are alike."""
    y, x = torch.meshgrid(torch.linspace(0, 3, rows), torch.linspace(0, 3, columns), indexing="ij")
    steps = torch.linspace(0.3, 1.6, width // 4)[:, None, None]
    return torch.cat([torch.sin(steps * y), torch.cos(steps * y), torch.sin(steps * x), torch.cos(steps * x)])


def gated() -> Gated:
    """A network with 50 channel gates."""
    torch.manual_seed(5)
    return Gated()


def tokens() -> Tokens:
    """A network with 144 heads."""
    torch.manual_seed(5)
    return Tokens()
