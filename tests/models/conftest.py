"""A small network with gates, attention, dropout and a buffer, for the tests of recording."""

import pytest
import torch
from attnscope.models.networks.squeeze_excitation import SqueezeExcitation
from torch import Tensor, nn
from torch.nn import functional as F


class Small(nn.Module):
    """A convolution, a gate that is used twice, attention with dropout, and a buffer that counts."""

    def __init__(self) -> None:
        super().__init__()
        self.stem = nn.Conv2d(3, 8, 3, padding=1)
        self.norm: nn.Module = nn.BatchNorm2d(8)
        self.gate: nn.Module = SqueezeExcitation(8)
        self.attention = nn.MultiheadAttention(8, 2, dropout=0.25, batch_first=True)
        self.raises: type[BaseException] | None = None
        self.last: Tensor
        self.register_buffer("last", torch.zeros(()))

    def forward(self, x: Tensor) -> Tensor:
        x = self.gate(self.gate(self.norm(self.stem(x))))
        tokens = F.dropout(x, 0.2, self.training).flatten(2).transpose(1, 2)
        if self.raises is not None:
            raise self.raises("in the middle")
        self.last.copy_(tokens.detach().mean())
        return self.attention(tokens, tokens, tokens, need_weights=False)[0]


@pytest.fixture
def small() -> Small:
    return Small().eval()


@pytest.fixture
def x() -> Tensor:
    return torch.randn(2, 3, 5, 7)
