"""Integrated gradients: completeness, the formula for networks where it can be solved, and how it stops."""

import numpy as np
import pytest
import torch
from attnscope.models.attribution.integrated_gradients import integrated_gradients
from attnscope.models.errors import UserError
from attnscope.models.progress import Cancelled
from torch import nn

from .attributed_networks import CLASSES, Attentive, Convolving, made, passed


@pytest.mark.parametrize("kind", [Convolving, Attentive])
def test_pixels_add_up_to_the_change_of_the_score(kind):
    network = made(kind)
    one = passed(network)
    with torch.no_grad():
        changes = (network(one.image) - network(torch.zeros_like(one.image)))[0]
    target = int(changes.abs().argmax())
    found = integrated_gradients(one, target)
    assert found.change == pytest.approx(float(changes[target]), abs=1e-5)
    assert found.values.sum() == pytest.approx(float(changes[target]), rel=0.02)
    assert (found.values.shape, found.note) == ((24, 32), "")


class Linear(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.head = nn.Linear(3 * 24 * 32, len(CLASSES))

    def forward(self, x):
        return self.head(x.flatten(1))


def test_of_a_linear_network_each_pixel_is_its_weight_times_itself():
    network = made(Linear)
    one = passed(network)
    parts = network.head.weight[3].detach().reshape(3, 24, 32) * one.image[0]
    assert integrated_gradients(one, 3).values == pytest.approx(parts.sum(0).numpy(), abs=1e-5)


class Squares(Linear):
    def forward(self, x):
        return super().forward(x**2)


def test_of_a_square_it_is_the_whole_square_where_the_gradient_alone_would_be_twice_that():
    network = made(Squares)
    one = passed(network)
    parts = network.head.weight[1].detach().reshape(3, 24, 32) * one.image[0] ** 2
    assert integrated_gradients(one, 1).values == pytest.approx(parts.sum(0).numpy(), abs=1e-5)


def test_without_a_class_it_is_of_the_most_probable_one():
    one = passed(made(Attentive))
    found = integrated_gradients(one)
    assert found.target.index == int(one.trace.output[0].argmax())
    assert found.target.label == CLASSES[found.target.index]


class Steep(nn.Module):
    """A score that jumps from 0 to 1 between two of the steps to the image."""

    def __init__(self) -> None:
        super().__init__()
        self.at = nn.Parameter(torch.tensor(0.0))

    def forward(self, x):
        return torch.sigmoid(1000 * (x.abs().mean() - self.at)) * torch.ones(1, 5)


def test_steps_that_miss_a_jump_are_owned_up_to():
    one = passed(network := made(Steep))
    with torch.no_grad():
        network.at.copy_(one.image.abs().mean() / 2)  # the rule has no step at its very middle
    found = integrated_gradients(one, 0)
    assert found.change == pytest.approx(1, abs=1e-3)
    assert found.values.sum() < 0.9
    assert "in 20 steps, and the score changes by 1" in found.note


def test_it_tells_how_far_it_is_and_stops_between_two_steps():
    told = []

    def progress(text, done=0, total=0):
        told.append((done, total))
        if done == 7:
            raise Cancelled

    network = made(Convolving)
    with pytest.raises(Cancelled):
        integrated_gradients(passed(network), progress=progress)
    assert told == [(0, 20), *((step, 20) for step in range(8))]
    assert not any(module._forward_hooks or module._forward_pre_hooks for module in network.modules())
    assert all(parameter.grad is None for parameter in network.parameters())


@pytest.mark.filterwarnings("ignore:`torch.jit")
def test_scripted_network_has_them_too():
    plain = made(Convolving)
    scripted = torch.jit.trace(plain, torch.zeros(1, 3, 24, 32))
    found = [integrated_gradients(passed(network), 4).values for network in (plain, scripted)]
    assert found[1] == pytest.approx(found[0], abs=1e-6)


class Detached(Convolving):
    """Its weights have gradients, its input has none."""

    def forward(self, x):
        return super().forward(x.detach())


def test_network_that_cuts_its_input_off_is_told_of():
    with pytest.raises(UserError, match="so no class can be attributed to its input: take that away"):
        integrated_gradients(passed(made(Detached)))


class Halved(nn.Module):
    """The scores of a network that computes in 16 bits, whose gradients for a pixel are smaller than these can hold."""

    def __init__(self) -> None:
        super().__init__()
        self.head = nn.Linear(3 * 24 * 32, len(CLASSES))
        with torch.no_grad():
            self.head.weight.copy_(torch.full_like(self.head.weight, 2**-23))
        self.half()

    def forward(self, x):
        return self.head(x.flatten(1))


def test_small_gradients_are_not_rounded_away_in_16_bits():
    one = passed(made(Halved))
    exact = one.image[0].float().sum(0).numpy() * 2.0**-23
    assert integrated_gradients(one, 0).values == pytest.approx(exact, rel=0.02, abs=2e-9)


def test_class_that_the_network_has_not_is_refused():
    with pytest.raises(UserError, match="There is no class 9"):
        integrated_gradients(passed(made(Convolving)), 9)


def test_values_of_both_signs_are_kept():
    values = integrated_gradients(passed(made(Attentive)), 0).values
    assert values.min() < 0 < values.max()
    assert values.dtype == np.float32
