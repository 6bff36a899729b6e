"""The factors of gates are exact, in training and under autocast too."""

import attnscope
import pytest
import torch
from torch import Tensor

from ..handwritten.channel_gates import factors
from ..handwritten.no_attention import WRITTEN as NONE
from ..handwritten.written import OfMaps, OnMaps, maps


@pytest.fixture
def x() -> Tensor:
    torch.set_num_threads(1)
    torch.manual_seed(3)
    return maps()[0]


@pytest.mark.parametrize("written", NONE.values(), ids=NONE.keys())
def test_what_is_no_gate_is_not_taken_for_one_in_training(written: OfMaps, x: Tensor) -> None:
    assert attnscope.record(OnMaps(written), x).layers == []


def test_the_factors_are_those_of_the_formula(x: Tensor) -> None:
    model = OnMaps(lambda m, x: x * factors(m, x)).eval()
    pooled = x.numpy().mean(axis=(2, 3))
    z = pooled @ model.fc.weight.detach().numpy().T + model.fc.bias.detach().numpy()
    expected = 1 / (1 + torch.tensor(-z).exp())
    torch.testing.assert_close(attnscope.record(model, x).layers[0].weights, expected)


def test_a_gate_under_autocast_keeps_the_factors_that_were_applied(x: Tensor) -> None:
    model = OnMaps(lambda m, x: m.one(x) * factors(m, x)).eval()
    with torch.autocast("cpu", torch.bfloat16):
        (layer,) = attnscope.record(model, x).layers
    assert layer.weights.dtype == torch.float32
    assert layer.error == 0.0
