"""What a source of networks is asked for, and what it gives."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from torch import nn

from ..pictures.preprocess import Preprocess
from ..progress import Progress, quietly


@dataclass(frozen=True, slots=True)
class Order:
    """One network of a source."""

    name: str
    """What its source knows it by: "vit_b_16", "vit_small_patch16_224.augreg_in1k", "ORG/NAME", or a folder's path."""
    arguments: Mapping[str, Any] = field(default_factory=dict)
    """Out of the MODEL's "?key=value"."""
    weights: str | None = None
    """The name of weights of this source, "random", or None: its own choice where that is here, else random ones."""
    random: bool = False
    """Build without weights: a checkpoint will be put into it, or the user asked for random ones."""
    classes: int | None = None
    """Build with this many classes, as a checkpoint's head has; None for the network's own number."""
    size: tuple[int, int] | None = None
    """The input size (rows, columns) that the user asked for, where a network is built for one."""
    download: bool = False
    """Whether weights that are not on this machine may be fetched."""
    progress: Progress = quietly
    trust: bool = False
    """Whether code that comes with the weights may run."""
    family: str = ""
    """The source: "cbam", "torchvision", ..."""


@dataclass(frozen=True, slots=True, eq=False)
class Built:
    """A network on the CPU, and all that its source knows of it."""

    network: nn.Module
    preprocess: Preprocess
    labels: tuple[str, ...]
    title: str
    random_weights: bool
    notes: tuple[str, ...] = ()
    """What has to be said of how it was loaded."""
    weights: str = ""
    """Name of the weights, or of their file."""
    random_head: bool = False
