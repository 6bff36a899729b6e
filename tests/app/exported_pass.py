"""A pass of a small network, as an export takes it; the network is the test's own, and its weights are known."""

import argparse
from pathlib import Path

from attnscope.app.arguments import parse
from attnscope.app.export.local_engine import LocalEngine
from attnscope.models.training.scenes import render_scene
from PIL import Image

NETWORK = '''
import torch
from torch import nn


class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.qkv = nn.Linear(8, 24)

    def forward(self, x):
        q, k, v = self.qkv(x).unflatten(-1, (3, 2, 4)).permute(2, 0, 3, 1, 4)
        return x + nn.functional.scaled_dot_product_attention(q, 3 * k, v).transpose(1, 2).flatten(2)


class Network(nn.Module):
    """A channel gate, a spatial gate, and two layers of two heads over a class token and 3 x 5 patches."""

    def __init__(self):
        super().__init__()
        torch.manual_seed(3)
        self.stem, self.gate, self.place = nn.Conv2d(3, 8, 4, 4), nn.Linear(8, 8), nn.Conv2d(8, 1, 1)
        self.token = nn.Parameter(torch.randn(1, 1, 8))
        self.first, self.second, self.head = Block(), Block(), nn.Linear(8, 3)

    def forward(self, x):
        x = self.stem(x)
        x = x * self.gate(x.mean((2, 3))).sigmoid()[:, :, None, None]
        x = x * self.place(x).sigmoid()
        x = torch.cat([self.token, x.flatten(2).transpose(1, 2)], 1)
        return self.head(self.second(self.first(x))[:, 0])
'''
SIZE = (12, 20)
"""Rows and columns of the network's input."""


def words(folder: Path) -> list[str]:
    """What the command line needs: a picture, and the network with its size."""
    code, picture = folder / "net.py", folder / "scène 7.png"
    code.write_text(NETWORK)
    Image.fromarray(render_scene(7, 0.3, 120).image[:72]).save(picture)
    network = [f"--model={code}:Network", "--size=12x20", "--fit=stretch", "--mean=0", "--std=1", "--device=cpu"]
    return [str(picture), *network]


def engine(folder: Path) -> LocalEngine:
    """The recorded pass."""
    arguments: argparse.Namespace = parse(["export", *words(folder), "-o", str(folder)])[0]
    made = LocalEngine.load(arguments)
    made.record(Path(arguments.image))
    return made
