"""Feature maps around gates: of several channels at once, for one further pass, and in bounded memory."""

import numpy as np
import pytest
import torch
from attnscope.models.errors import UserError
from attnscope.models.recording.feature_maps import FeatureMaps
from attnscope.models.recording.record import record
from attnscope.models.weights.gate_maps import strongest
from torch import nn


class Gated(nn.Module):
    """A channel gate, a spatial one, and a channel gate again; tells of every pass."""

    def __init__(self) -> None:
        super().__init__()
        self.enter, self.tell = nn.Conv2d(3, 5, 3, padding=1), nn.Conv2d(5, 1, 3, padding=1)
        self.first, self.last = nn.Linear(5, 5), nn.Linear(5, 5)
        self.passes: list[int] = []

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        self.passes.append(1)
        x = self.enter(x)
        x = x * torch.sigmoid(self.first(x.mean((2, 3))))[:, :, None, None]
        x = x * torch.sigmoid(self.tell(x))
        return x * torch.sigmoid(self.last(x.mean((2, 3))))[:, :, None, None]


class ChannelsLast(nn.Module):
    """A spatial gate where the channels are the last dimension."""

    def __init__(self) -> None:
        super().__init__()
        self.enter, self.tell = nn.Conv2d(3, 5, 3, padding=1), nn.Conv2d(5, 1, 3, padding=1)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = self.enter(x)
        gate = torch.sigmoid(self.tell(x))
        return x.permute(0, 2, 3, 1) * gate.permute(0, 2, 3, 1)


def recorded(network: nn.Module, seed: int = 2):
    torch.manual_seed(seed)
    return record(network.eval(), torch.randn(1, 3, 7, 11))


@pytest.fixture
def network() -> Gated:
    torch.manual_seed(1)
    return Gated()


def test_several_channels_are_those_of_the_network_in_the_order_asked_for(network):
    trace = recorded(network)
    torch.manual_seed(2)
    entered = network.enter(torch.randn(1, 3, 7, 11)).detach()[0]
    before, after = trace.layers[0].features_of([4, 1])
    factors = trace.layers[0].weights[0]
    assert before == pytest.approx(entered[[4, 1]].numpy(), abs=1e-6)
    assert after == pytest.approx((entered * factors[:, None, None])[[4, 1]].numpy(), abs=1e-6)


def test_one_further_pass_serves_every_channel_of_every_gate(network):
    trace = recorded(network)
    network.passes.clear()
    for channel in range(5):
        trace.layers[0].features(channel)
        trace.layers[2].features(channel)
    trace.layers[1].energy()
    assert len(network.passes) == 1


@pytest.mark.parametrize(("kind", "index"), [(Gated, 1), (ChannelsLast, 0)])
def test_energy_is_the_root_of_the_mean_square_over_channels(kind, index):
    torch.manual_seed(1)
    network = kind()
    layer = recorded(network).layers[index]
    torch.manual_seed(2)
    entered = network.enter(torch.randn(1, 3, 7, 11)).detach()
    if kind is Gated:
        entered = entered * torch.sigmoid(network.first(entered.mean((2, 3))))[:, :, None, None].detach()
    expected = np.sqrt((entered[0].numpy().astype(np.float64) ** 2).mean(0))
    values, product = layer.energy()
    assert values == pytest.approx(expected, abs=1e-6)
    assert product == pytest.approx(expected * layer.weights[0].numpy(), abs=1e-6)


def test_gates_of_another_kind_have_no_energy_and_no_channels(network):
    trace = recorded(network)
    with pytest.raises(UserError, match="weighs no places"):
        trace.layers[0].energy()
    with pytest.raises(UserError, match="weighs no channels"):
        trace.layers[1].features_of([0])
    with pytest.raises(UserError, match=r"There is no channel 5: .* has channels 0 to 4"):
        trace.layers[0].features_of([0, 5])


def maps(size: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Of so many bytes, both together."""
    return torch.zeros(size // 8), torch.zeros(size // 8)


def test_oldest_maps_make_way():
    held = FeatureMaps(room=1000)
    for index in range(4):
        held.keep({index: maps(400)}, index)
    assert ([index in held for index in range(4)], held.size) == ([False, False, True, True], 800)


def test_what_was_asked_for_is_kept_whatever_it_takes():
    held = FeatureMaps(room=1000)
    held.keep({0: maps(400), 1: maps(400), 2: maps(4000)}, 2)
    assert [index in held for index in range(3)] == [False, False, True]


def test_layers_beyond_the_room_take_a_pass_of_their_own(network, monkeypatch):
    trace = recorded(network)
    monkeypatch.setattr(trace.layers[0]._evidence, "_features", FeatureMaps(room=2 * 4 * 5 * 7 * 11 + 8))
    network.passes.clear()
    first = trace.layers[0].features(3)[1]
    last = trace.layers[2].features(3)[1]
    assert len(network.passes) == 2
    assert trace.layers[0].features(3)[1] == pytest.approx(first)
    assert np.abs(first - last).max() > 0


def test_strongest_channels_come_first_and_branches_count_by_their_mean():
    assert strongest(torch.tensor([0.2, 0.9, 0.1, 0.5]), 3) == [1, 3, 0]
    assert strongest(torch.tensor([[0.0, 0.6, 0.4], [0.9, 0.0, 0.6]]), 12) == [2, 0, 1]
