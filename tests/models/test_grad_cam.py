"""Grad-CAM against the paper's formula worked out by hand, and that it leaves nothing behind in the network."""

import random
import sys

import numpy as np
import pytest
import torch
from attnscope.models.attribution.grad_cam import grad_cam
from attnscope.models.errors import UserError
from attnscope.models.progress import Cancelled
from torch import nn
from torch.nn import functional as F

from .attributed_networks import CLASSES, Attentive, Convolving, made, passed


def by_formula(features: torch.Tensor, gradient: torch.Tensor) -> np.ndarray:
    """Equations 1 and 2 of the paper: (C, N) features and their gradient -> (N,)."""
    weights = gradient.mean(1)
    return np.maximum((weights[:, None] * features).sum(0).detach().numpy(), 0)


@pytest.mark.parametrize("target", range(len(CLASSES)))
def test_of_a_convolutional_network_it_is_the_last_map_weighed_by_the_heads_own_weights(target):
    network = made(Convolving)
    one = passed(network)
    with torch.no_grad():
        last = F.relu(network.second(F.relu(network.enter(one.image))))[0]  # (11, 6, 8)
    # Behind a mean and a linear head the gradient is the head's row over the number of places, at each of them.
    weights = network.head.weight[target].detach() / 48
    found = grad_cam(one, target)
    expected = np.maximum(torch.einsum("c,chw->hw", weights, last).numpy(), 0)
    assert found.cells.values == pytest.approx(expected, abs=1e-7)
    assert (found.target.index, found.target.label, found.module) == (target, CLASSES[target], "bend (2)")
    assert expected.any() != bool(found.note)


def test_places_of_a_convolutional_map_cover_the_input():
    assert grad_cam(passed(made(Convolving))).cells.extent == (0, 0, 24, 32)


@pytest.mark.parametrize("target", range(len(CLASSES)))
def test_of_a_transformer_it_is_the_normalised_input_of_the_last_block_without_the_class_token(target):
    network = made(Attentive)
    one = passed(network)
    patches = network.enter(one.image).flatten(2).transpose(1, 2)
    tokens = network.blocks[0](torch.cat([network.token, patches], 1))
    seen = network.blocks[1].norm(tokens).detach().requires_grad_()
    score = network.head(network.norm(tokens.detach() + network.blocks[1].attention(seen))[:, 0])[0, target]
    (gradient,) = torch.autograd.grad(score, seen)
    expected = by_formula(seen[0, 1:].T, gradient[0, 1:].T).reshape(3, 4)
    found = grad_cam(one, target)
    assert found.cells.values == pytest.approx(expected, abs=1e-6)
    assert found.cells.extent == (0, 0, 24, 32)
    assert found.module == "input of blocks.1.attention"


def test_without_a_class_it_is_of_the_most_probable_one():
    one = passed(made(Attentive))
    probable = int(torch.softmax(one.trace.output[0], 0).argmax())
    found = grad_cam(one)
    assert found.target.index == probable == one.info.predictions[0].index
    assert np.array_equal(found.cells.values, grad_cam(one, probable).cells.values)


class ChannelsLast(Convolving):
    """The same with the channels as the last dimension, as Swin's stages keep them."""

    def __init__(self) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(11)

    def forward(self, x):
        last = self.norm(self.second(self.bend(self.enter(x))).permute(0, 2, 3, 1))
        return self.head(last.mean((1, 2)))


def test_channels_may_come_last():
    network = made(ChannelsLast)
    one = passed(network)
    with torch.no_grad():
        last = network.norm(network.second(F.relu(network.enter(one.image))).permute(0, 2, 3, 1))[0]
        expected = np.maximum((last @ network.head.weight[2] / 48).numpy(), 0)
    assert grad_cam(one, 2).cells.values == pytest.approx(expected, abs=1e-7)


class Wrapped(Convolving):
    def forward(self, x):
        return {"aux": None, "logits": super().forward(x)}


def test_scores_are_found_in_a_dictionary():
    plain, wrapped = (grad_cam(passed(made(kind)), 1).cells.values for kind in (Convolving, Wrapped))
    assert np.array_equal(plain, wrapped)


class Behind(Convolving):
    """A few blocks of attention behind more convolutions than that."""

    def __init__(self) -> None:
        super().__init__()
        self.third = nn.Conv2d(11, 12, 3, padding=1)
        self.block, self.read = made(Attentive).blocks[0], nn.Linear(12, len(CLASSES))

    def forward(self, x):
        last = self.third(self.bend(self.second(self.bend(self.enter(x)))))
        return self.read(self.block(last.flatten(2).transpose(1, 2))[:, 0])


def test_behind_a_convolutional_trunk_it_is_still_of_the_last_convolution():
    assert grad_cam(passed(made(Behind)), 0).module == "third"


@pytest.mark.parametrize(("precision", "tolerance"), [("bf16", 0.05), ("fp16", 0.01)])
def test_it_is_the_same_in_few_bits_up_to_their_rounding(precision, tolerance):
    exact = grad_cam(passed(made(Attentive)), 2).cells.values
    coarse = grad_cam(passed(made(Attentive), precision=precision), 2).cells.values
    assert exact.any()
    assert coarse == pytest.approx(exact, abs=tolerance * float(exact.max()))


def refusing(kind: type[nn.Module]) -> type[nn.Module]:
    """The same network, which cannot be run where its places would be followed."""

    class Refusing(kind):
        def forward(self, x):
            if torch.is_inference_mode_enabled():
                raise RuntimeError("not under inference_mode")
            return super().forward(x)

    return Refusing


@pytest.mark.parametrize("kind", [Convolving, Attentive, ChannelsLast])
def test_where_places_cannot_be_followed_they_are_told_from_shapes_and_that_is_said(kind):
    followed, guessed = grad_cam(passed(made(kind)), 2), grad_cam(passed(made(refusing(kind))), 2)
    assert guessed.cells.values == pytest.approx(followed.cells.values, abs=1e-7)
    assert guessed.cells.extent == followed.cells.extent
    assert ("guessed places" in guessed.note, "guessed" in followed.note) == (True, False)


class Untrained(Attentive):
    """A head of zeros, as some networks are born with."""

    def __init__(self) -> None:
        super().__init__()
        nn.init.zeros_(self.head.weight)


def test_of_a_head_of_zeros_all_is_zero_and_that_is_said():
    found = grad_cam(passed(made(Untrained)), 1)
    assert found.cells.values.shape == (3, 4)
    assert not found.cells.values.any()
    assert "all of it is 0" in found.note


class Against(Convolving):
    """Features that are never negative, and a head that counts all of them against every class."""

    def __init__(self) -> None:
        super().__init__()
        with torch.no_grad():
            self.head.weight.copy_(-self.head.weight.abs())


def test_where_nothing_speaks_for_the_class_that_is_said():
    found = grad_cam(passed(made(Against)), 0)
    assert not found.cells.values.any()
    assert "all of it is 0" in found.note


def state_of(network: nn.Module) -> list[object]:
    hooks = [len(m._forward_hooks) + len(m._forward_pre_hooks) for m in network.modules()]
    grads = [(p.requires_grad, p.grad) for p in network.parameters()]
    kept = [sorted(vars(m)) for m in network.modules()]
    return [hooks, grads, kept, [m.training for m in network.modules()], torch.is_grad_enabled()]


@pytest.mark.parametrize("kind", [Convolving, Attentive])
def test_the_network_and_the_random_numbers_are_left_as_they_were(kind):
    network = made(kind)
    network.enter.weight.requires_grad_(False)
    before, one = state_of(network), passed(network)
    weights = {name: value.clone() for name, value in network.state_dict().items()}
    state, python = torch.get_rng_state(), random.getstate()
    grad_cam(one)
    assert state_of(network) == before
    assert all(torch.equal(value, weights[name]) for name, value in network.state_dict().items())
    assert torch.equal(torch.get_rng_state(), state)
    assert random.getstate() == python


@pytest.mark.parametrize("modules", range(0, 20, 3))
def test_it_stops_where_it_is_asked_to_and_leaves_no_hook(modules):
    network = made(Attentive)
    before, one = state_of(network), passed(network)
    heard = iter([False] * modules)
    with pytest.raises(Cancelled):
        grad_cam(one, interrupt=lambda: next(heard, True))
    assert state_of(network) == before


class Cut(Convolving):
    def forward(self, x):
        with torch.no_grad():
            return super().forward(x)


class Boxes(Convolving):
    def forward(self, x):
        return self.bend(self.second(self.bend(self.enter(x))))


class Flat(nn.Module):
    """No feature map at all."""

    def __init__(self) -> None:
        super().__init__()
        self.head = nn.Linear(3 * 24 * 32, len(CLASSES))

    def forward(self, x):
        return self.head(x.flatten(1))


@pytest.mark.parametrize(
    ("kind", "words"), [(Cut, "without gradients inside"), (Boxes, "no scores of classes"), (Flat, "feature map")]
)
def test_what_cannot_be_attributed_is_said_in_a_sentence(kind, words):
    network = made(kind)
    with pytest.raises(UserError, match=words) as caught:
        grad_cam(passed(network))
    assert str(caught.value).count(". ") == 0
    assert state_of(network) == state_of(made(kind))


@pytest.mark.parametrize("target", [-1, 5])
def test_class_that_the_network_has_not_is_refused(target):
    with pytest.raises(UserError, match=f"There is no class {target}: this network has classes 0 to 4"):
        grad_cam(passed(made(Convolving)), target)


@pytest.mark.filterwarnings("ignore:`torch.jit")
def test_scripted_network_shows_no_map():
    scripted = torch.jit.trace(made(Convolving), torch.zeros(1, 3, 24, 32))
    with pytest.raises(UserError, match="none that can be seen: choose integrated gradients"):
        grad_cam(passed(scripted))


def test_without_captum_the_sentence_says_how_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "captum.attr", None)
    with pytest.raises(UserError, match="run pip install captum"):
        grad_cam(passed(made(Convolving)))
