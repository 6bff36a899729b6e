"""Weights that others publish for the residual networks of our own."""

from dataclasses import dataclass
from pathlib import Path

import torch


@dataclass(frozen=True, slots=True)
class Published:
    """A file of weights, and where it is to be had."""

    name: str
    """What a user calls these weights."""
    url: str
    sha256: str
    """What the file's SHA-256 begins with, in hexadecimal digits."""
    bytes: int
    """About how many."""
    classes: int = 1000

    @property
    def file(self) -> str:
        """The file's name."""
        return self.url.rpartition("/")[2]


_SENET_PYTORCH = "https://github.com/moskomule/senet.pytorch/releases/download/archive"
_ALL = {
    "se/resnet50": Published(
        "SENET_PYTORCH", f"{_SENET_PYTORCH}/seresnet50-60a8950a85b2b.pkl", "60a8950a85b2b", 112_600_000
    )
}


def published(name: str) -> Published | None:
    """The weights for "se/resnet50"; None for a network whose weights no program can fetch."""
    return _ALL.get(name)


def cached_file(weights: Published) -> Path:
    """Where torch.hub keeps the file, whether it is there or not."""
    return hub_file(weights.url)


def hub_file(url: str) -> Path:
    """Where torch.hub keeps what it fetched from this address, whether it is there or not."""
    return Path(torch.hub.get_dir()) / "checkpoints" / url.rpartition("/")[2]
