"""How a hand-written network is described: what builds it, what goes in, and what must be found in it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import torch
from torch import Tensor, nn

B, C, H, W = 3, 8, 5, 7
"""Images, channels, rows and columns of the maps."""
HEADS, Q, K, D = 3, 5, 7, 6
"""Heads, queries, keys and the width of one head."""

Found = tuple[tuple[str, int], ...]
"""(kind, number of layers), by kind."""


@dataclass(frozen=True, slots=True)
class Handwritten:
    """A small network, and what must be found in it."""

    name: str
    build: Callable[[], nn.Module]
    inputs: Callable[[], tuple[Tensor, ...]]
    expected: Found
    shape: tuple[int, ...] | None = None
    """Of the first layer's weights, where it says something."""
    weights: Callable[..., Tensor] | None = None
    """The first layer's weights by their formula, from the same inputs."""
    missed: bool = False
    """Whether it must be named among what was missed."""


class OnMaps(nn.Module):
    """A network that is one function of feature maps, with layers at hand."""

    def __init__(self, function: Callable[["OnMaps", Tensor], Tensor]) -> None:
        super().__init__()
        self.function = function
        self.fc, self.fc2 = nn.Linear(C, C), nn.Linear(C, C)
        self.branches = nn.Linear(C, 3 * C)
        self.to_map = nn.Conv2d(C, 1, 3, padding=1)
        self.to_number = nn.Linear(C, 1)
        self.pooled_to_map = nn.Conv2d(2, 1, 3, padding=1)
        self.one, self.other = nn.Conv2d(C, C, 1), nn.Conv2d(C, C, 1)
        self.wide = nn.Conv2d(C, 2 * C, 1)
        self.around, self.apart = nn.Conv2d(C, C, 3, padding=1), nn.Conv2d(C, C, 3, padding=1, groups=C)
        self.joined = nn.Conv2d(2 * C, C, 3, padding=1)
        self.along = nn.Conv1d(1, 1, 3, padding=1)
        self.scale = nn.Parameter(torch.randn(1, C, 1, 1))
        self.mean: Tensor
        self.register_buffer("mean", torch.randn(C))

    def forward(self, x: Tensor) -> Tensor:
        """(B, C, H, W) -> whatever the function gives."""
        return self.function(self, x)


class OnHeads(nn.Module):
    """A network that is one function of queries, keys and values."""

    def __init__(self, function: Callable[["OnHeads", Tensor, Tensor, Tensor], Tensor]) -> None:
        super().__init__()
        self.function = function
        self.talk = nn.Conv2d(HEADS, HEADS, 1)
        self.position = nn.Parameter(torch.randn(HEADS, Q, K))
        self.temperature = nn.Parameter(torch.rand(HEADS, 1, 1))
        self.softmax, self.dropout = nn.Softmax(dim=2), nn.Dropout(0.1)

    def forward(self, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
        """(B, h, Q, d), (B, h, K, d), (B, h, K, d) -> whatever the function gives."""
        return self.function(self, q + 0, k + 0, v + 0)


OfMaps = Callable[[OnMaps, Tensor], Tensor]
OfHeads = Callable[[OnHeads, Tensor, Tensor, Tensor], Tensor]


def maps() -> tuple[Tensor]:
    """One batch of feature maps."""
    return (torch.randn(B, C, H, W),)


def heads() -> tuple[Tensor, Tensor, Tensor]:
    """Queries, keys and values, B = 2."""
    return torch.randn(2, HEADS, Q, D), torch.randn(2, HEADS, K, D), torch.randn(2, HEADS, K, D)


def on_maps(written: dict[str, OfMaps], expected: Found, shape: tuple[int, ...] | None = None) -> list[Handwritten]:
    """Entries for functions of maps that are all expected to show the same."""
    return [Handwritten(n, partial(OnMaps, function), maps, expected, shape) for n, function in written.items()]


def on_heads(
    written: dict[str, OfHeads],
    expected: Found = (("heads", 1),),
    shape: tuple[int, ...] | None = (2, HEADS, Q, K),
    weights: Callable[..., Tensor] | None = None,
) -> list[Handwritten]:
    """Entries for functions of queries, keys and values that are all expected to show the same."""
    return [
        Handwritten(name, partial(OnHeads, function), heads, expected, shape, weights)
        for name, function in written.items()
    ]
