"""The gates of the published residual networks do what their papers write, with the names of the checkpoints."""

import numpy as np
import pytest
import torch
from attnscope.models.errors import UserError
from attnscope.models.networks.bam_gates import BamGates
from attnscope.models.networks.cbam_gates import CbamGates, ChannelGate, SpatialGate
from attnscope.models.networks.se_layer import SELayer
from torch import nn

from .published_formulas import (
    as_numpy,
    bam_weights,
    cbam_channel_weights,
    cbam_spatial_weights,
    randomised,
    se_weights,
)

B, C, H, W, REDUCTION = 3, 14, 5, 11, 2


@pytest.fixture
def maps() -> torch.Tensor:
    return torch.randn(B, C, H, W, generator=torch.Generator().manual_seed(2))


def _agrees(gate: nn.Module, maps: torch.Tensor, wanted: np.ndarray) -> None:
    np.testing.assert_allclose(gate(maps).detach().numpy(), wanted, rtol=1e-4, atol=1e-5)


def test_se_layer_gives_the_formula_in_numpy(maps: torch.Tensor) -> None:
    gate, x = randomised(SELayer(C, REDUCTION)), maps.double().numpy()
    _agrees(gate, maps, x * se_weights(x, as_numpy(gate))[:, :, None, None])


def test_channel_gate_gives_the_formula_in_numpy(maps: torch.Tensor) -> None:
    gate, x = randomised(ChannelGate(C, REDUCTION)), maps.double().numpy()
    _agrees(gate, maps, x * cbam_channel_weights(x, as_numpy(gate))[:, :, None, None])


def test_spatial_gate_gives_the_formula_in_numpy(maps: torch.Tensor) -> None:
    gate, x = randomised(SpatialGate()), maps.double().numpy()
    _agrees(gate, maps, x * cbam_spatial_weights(x, as_numpy(gate))[:, None])


def test_cbam_weighs_channels_first_and_positions_of_the_result(maps: torch.Tensor) -> None:
    gate, x = randomised(CbamGates(C, REDUCTION)), maps.double().numpy()
    x = x * cbam_channel_weights(x, as_numpy(gate, "ChannelGate."))[:, :, None, None]
    _agrees(gate, maps, x * cbam_spatial_weights(x, as_numpy(gate, "SpatialGate."))[:, None])


def test_bam_gives_the_formula_in_numpy(maps: torch.Tensor) -> None:
    gate, x = randomised(BamGates(C, REDUCTION)), maps.double().numpy()
    _agrees(gate, maps, x * bam_weights(x, as_numpy(gate)))


def test_spatial_gate_looks_at_the_maximum_first_and_then_at_the_mean() -> None:
    gate = randomised(SpatialGate())
    gate.load_state_dict(
        {
            "spatial.conv.weight": torch.zeros(1, 2, 7, 7),
            "spatial.bn.weight": torch.ones(1),
            "spatial.bn.bias": torch.zeros(1),
            "spatial.bn.running_mean": torch.zeros(1),
            "spatial.bn.running_var": torch.ones(1) - 1e-5,
        }
    )
    gate.state_dict()["spatial.conv.weight"][0, :, 3, 3] = torch.tensor([1.0, 10.0])
    x = torch.tensor([[[[4.0]], [[-3.0]]]])  # maximum 4, mean 1/2: sigmoid(4 + 5)
    torch.testing.assert_close(gate(x), x * torch.tensor(9.0).sigmoid())


def test_spatial_gate_normalises_with_the_momentum_of_the_authors() -> None:
    gate = SpatialGate().train()
    gate.state_dict()["spatial.conv.weight"][:] = 0
    gate.state_dict()["spatial.conv.weight"][0, 0, 3, 3] = 1.0
    gate(torch.tensor([[[[2.0, 6.0]]]]))  # the scores' mean is 4, and a hundredth of it is taken over
    torch.testing.assert_close(gate.state_dict()["spatial.bn.running_mean"], torch.tensor([0.04]))


def test_spatial_gate_begins_even_and_learns_from_the_first_step(maps: torch.Tensor) -> None:
    gate = SpatialGate().train()
    torch.testing.assert_close(gate(maps), maps / 2, rtol=0, atol=0)
    optimiser = torch.optim.SGD(gate.parameters(), lr=0.1)
    gate(maps)[:, :, :, :3].sum().backward()
    optimiser.step()
    assert float((gate(maps) / maps).detach().std()) > 1e-3


def test_bam_looks_eight_cells_far_and_no_further() -> None:
    gate = randomised(BamGates(4, 2))
    for name, value in gate.named_parameters():
        value.data.abs_() if "conv" in name and name.endswith("weight") else value.data.fill_(0.5)
    x = torch.ones(1, 4, 1, 21)
    poked = x.clone()
    poked[0, :, 0, 10] = 3.0
    changed = (gate.get_submodule("spatial_att")(poked) != gate.get_submodule("spatial_att")(x))[0, 0, 0]
    assert changed.nonzero().flatten().tolist() == [2, 6, 10, 14, 18]  # two convolutions, taps 4 cells apart


@pytest.mark.parametrize("gate", [SELayer, CbamGates, BamGates])
def test_refuses_a_reduction_that_does_not_divide(gate: type[nn.Module]) -> None:
    with pytest.raises(UserError, match="cannot divide 20 channels by 16"):
        gate(20)


@pytest.mark.parametrize("gate", [SELayer(C, 2), CbamGates(C, 2), BamGates(C, 2)])
def test_refuses_other_channels_by_their_number(gate: nn.Module) -> None:
    with pytest.raises(UserError, match=r"built for 14 channels, but got 13: \(3, 13, 5, 11\)"):
        gate(torch.zeros(3, 13, 5, 11))
