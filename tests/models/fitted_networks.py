"""A small network for the tests of fitting, and what they do with it."""

import pathlib

import pytest
import torch
from attnscope.models.checkpoints.checkpoint import Checkpoint, read_checkpoint
from attnscope.models.checkpoints.fitting import Fit, MisfitError, fit, put
from torch import nn


class Block(nn.Module):
    def __init__(self, width: int, gated: bool = False) -> None:
        super().__init__()
        self.conv = nn.Conv2d(width, width, 3, padding=1)
        self.norm = nn.BatchNorm2d(width)
        if gated:
            self.gate = nn.Conv2d(width, width, 1)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x + self.norm(self.conv(x))


class Net(nn.Module):
    def __init__(
        self, classes: int = 7, width: int = 5, blocks: int = 3, channels: int = 3, gated: bool = False
    ) -> None:
        super().__init__()
        self.stem = nn.Conv2d(channels, width, 3)
        self.blocks = nn.ModuleList([Block(width, gated) for _ in range(blocks)])
        self.fc = nn.Linear(width, classes)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = self.stem(x)
        for block in self.blocks:
            x = block(x)
        return self.fc(x.mean((2, 3)))


class Whole(nn.Module):
    """A network in a network, as training scripts wrap it."""

    def __init__(self, **parts: nn.Module) -> None:
        super().__init__()
        for name, part in parts.items():
            setattr(self, name, part)


def checkpoint(tensors: dict[str, torch.Tensor]) -> Checkpoint:
    return Checkpoint(pathlib.Path("w.pth"), tensors)


def fitted(network: nn.Module, of: nn.Module | dict[str, torch.Tensor]) -> Fit:
    return fit(network, checkpoint(of if isinstance(of, dict) else of.state_dict()))


def loaded(network: nn.Module, of: nn.Module | dict[str, torch.Tensor]) -> tuple[str, ...]:
    return put(network, fitted(network, of))


def cause(network: nn.Module, of: nn.Module | dict[str, torch.Tensor]) -> str:
    with pytest.raises(MisfitError) as caught:
        loaded(network, of)
    sentence, misfit = str(caught.value), caught.value.misfit
    assert sentence == f"w.pth does not fit this network: {misfit.cause}"
    assert "\n" not in sentence
    assert 0 < len(misfit.rows) <= 8
    return misfit.cause


def assert_same(network: nn.Module, other: nn.Module) -> None:
    mine, theirs = network.state_dict(), other.state_dict()
    assert mine.keys() == theirs.keys()
    assert all(torch.equal(mine[name], theirs[name]) for name in mine)


def saved(found: object, path: pathlib.Path) -> Checkpoint:
    torch.save(found, path)
    return read_checkpoint(path)
