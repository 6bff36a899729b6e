"""Products with something bounded that are no gates, as detectors and sequences of one token have them."""

from collections.abc import Callable

import attnscope
import pytest
import torch
from torch import Tensor, nn
from torch.nn import functional as F

QUERIES, HEADS, POINTS, WIDTH = 5, 2, 3, 8


class Of(nn.Module):
    """A network that is one function of its input, with a learned map before it."""

    def __init__(self, function: Callable[[Tensor], Tensor]) -> None:
        super().__init__()
        self.map = nn.Linear(WIDTH, WIDTH)
        self.function = function

    def forward(self, x: Tensor) -> Tensor:
        return self.function(self.map(x))


def _quick_gelu(x: Tensor) -> Tensor:
    return x * torch.sigmoid(1.702 * x)


def _offsets_by_boxes(x: Tensor) -> Tensor:
    boxes = x.mean(0, keepdim=True)[..., :4].sigmoid()  # (1, Q, 4)
    offsets = x.repeat(1, 1, HEADS * POINTS)[..., : HEADS * POINTS * 2].view(1, QUERIES, HEADS, POINTS, 2)
    return boxes[:, :, None, None, :2] + offsets * boxes[:, :, None, None, 2:]


def _places_by_sizes(x: Tensor) -> Tensor:
    wanted, present = x.sigmoid()[..., :1], F.relu(x).sigmoid()[..., 1:2]
    return x * (wanted / present)


@pytest.mark.parametrize(
    ("function", "queries"),
    [(_quick_gelu, 1), (_quick_gelu, QUERIES), (_offsets_by_boxes, QUERIES), (_places_by_sizes, 5)],
)
def test_activations_and_sizes_of_boxes_are_no_gates(function: Callable[[Tensor], Tensor], queries: int) -> None:
    trace = attnscope.record(Of(function).eval(), torch.randn(1, queries, WIDTH))
    assert trace.layers == []
    assert trace.missed == []


def test_squeeze_and_excitation_of_videos_has_a_factor_per_channel() -> None:
    gate = Of(lambda x: x * x.mean((2, 3, 4), keepdim=True).sigmoid())
    x = torch.randn(2, 3, 5, 7, WIDTH)
    (layer,) = attnscope.record(gate, x).layers
    assert (layer.kind, layer.shape, layer.error) == ("channel", (2, 3), 0.0)
    torch.testing.assert_close(layer.weights, gate.map(x).mean((2, 3, 4)).sigmoid())
