"""Small networks whose attributions can be worked out by hand, and passes of them."""

import numpy as np
import torch
from attnscope.models.pictures.preprocess import Preprocess
from attnscope.models.recording.passes import Pass, record_picture
from attnscope.models.zoo.loaded import Loaded
from torch import Tensor, nn
from torch.nn import functional as F

CLASSES = ("ant", "bee", "cat", "dog", "elk")
ROWS, COLUMNS = 24, 32


class Convolving(nn.Module):
    """Two convolutions, a ReLU that writes over its input, the mean over the places, and a linear head."""

    def __init__(self) -> None:
        super().__init__()
        self.enter = nn.Conv2d(3, 7, 4, 4)
        self.second = nn.Conv2d(7, 11, 3, padding=1)
        self.bend = nn.ReLU(inplace=True)
        self.head = nn.Linear(11, len(CLASSES))

    def forward(self, x: Tensor) -> Tensor:
        return self.head(self.bend(self.second(self.bend(self.enter(x)))).mean((2, 3)))


class Block(nn.Module):
    """One attention over normalised tokens, and what it adds."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.norm, self.qkv, self.out = nn.LayerNorm(width), nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.attention = Attending(self)

    def forward(self, tokens: Tensor) -> Tensor:
        return tokens + self.attention(self.norm(tokens))


class Attending(nn.Module):
    """The attention of a block, with the block's own weights."""

    def __init__(self, block: Block) -> None:
        super().__init__()
        self._block = [block]

    def forward(self, tokens: Tensor) -> Tensor:
        block = self._block[0]
        q, k, v = block.qkv(tokens).unflatten(2, (3, block.heads, -1)).permute(2, 0, 3, 1, 4)
        mixed = F.scaled_dot_product_attention(q, k, v)
        return block.out(mixed.transpose(1, 2).flatten(2))


class Attentive(nn.Module):
    """Patches and a class token, two blocks of attention, and a head that reads the class token alone."""

    def __init__(self) -> None:
        super().__init__()
        self.enter = nn.Conv2d(3, 12, 8, 8)
        self.token = nn.Parameter(torch.randn(1, 1, 12))
        self.blocks = nn.Sequential(Block(12, 3), Block(12, 3))
        self.norm, self.head = nn.LayerNorm(12), nn.Linear(12, len(CLASSES))

    def forward(self, x: Tensor) -> Tensor:
        tokens = torch.cat([self.token, self.enter(x).flatten(2).transpose(1, 2)], 1)
        return self.head(self.norm(self.blocks(tokens))[:, 0])


def loaded(network: nn.Module, labels: tuple[str, ...] = CLASSES, **known: object) -> Loaded:
    """The network as the program holds it."""
    return Loaded(network.eval(), Preprocess((ROWS, COLUMNS), fit="stretch"), labels, "small", **known)


def passed(network: nn.Module, seed: int = 5, **known: object) -> Pass:
    """A recorded pass of it over a picture of noise."""
    pixels = np.random.default_rng(seed).integers(0, 256, (ROWS, COLUMNS, 3), dtype=np.uint8)
    return record_picture(loaded(network, **known), pixels)


def made(kind: type[nn.Module], seed: int = 3) -> nn.Module:
    """A network of this kind, always the same."""
    torch.manual_seed(seed)
    return kind().eval()
