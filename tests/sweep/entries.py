"""What an entry of the catalogue is: a network, its input, and what a review of it found."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import torch
from torch import Tensor, nn

Source = Literal[
    "torchvision", "timm", "timm attn_layer", "timm layers", "transformers", "torchvision detection", "hand-written"
]
Inputs = tuple[tuple[Any, ...], dict[str, Any]]
"""Positional and named arguments of a network."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One network of the sweep. `source` and `name` together say which."""

    source: Source
    name: str
    build: Callable[[], nn.Module]
    """Makes the network: with random weights, in evaluation mode. It is called after the generators were seeded."""
    inputs: Callable[[], Inputs]
    """Makes what it is called with."""
    note: str = ""
    """What is to be known of this way to build it, such as a smaller depth."""
    explained: Mapping[str, str] = field(default_factory=dict)
    """Differences to the reference that were reviewed: a pattern of module paths (as of a shell) -> the reason."""
    skipped: str = ""
    """Why it is not run; empty for those that are."""
    expected: Mapping[str, int] | None = None
    """How many layers of each kind there are, counted by hand from its configuration; None: nobody has."""
    own: Callable[[nn.Module, tuple[Any, ...], dict[str, Any]], list[Tensor]] | None = None
    """Gives the matrices of attention that the library itself returns for this network and input, where it does."""
    by_reference: bool = True
    """Whether it is held against the reference too, which does not see what is written out by hand."""


def image_inputs(*size: int, batch: int = 1, channels: int = 3) -> Callable[[], Inputs]:
    """One image of a size: rows and columns, or the one number that both are."""
    rows, columns = size if len(size) == 2 else (size[0], size[0])
    return lambda: ((torch.randn(batch, channels, rows, columns),), {})
