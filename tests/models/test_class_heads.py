"""The head of a network and its classes are told by names and sizes; it may be left out where all else fits."""

import pytest
import torch
from attnscope.models.checkpoints.class_head import head_classes
from attnscope.models.checkpoints.fitting import MisfitError, put
from torch import nn

from .fitted_networks import Net, cause, fitted


def test_head_of_other_classes_is_left_out_when_asked():
    network, trained = Net(classes=7), Net(classes=4)
    found = fitted(network, trained)
    assert (found.only_head, found.classes) == (True, 4)
    before = network.fc.weight.clone()
    assert "prediction means nothing" in put(network, found, skip_head=True)[0]
    assert torch.equal(network.fc.weight, before)
    assert torch.equal(network.stem.weight, trained.stem.weight)


def test_head_of_other_classes_is_refused_unasked():
    network = Net(classes=7)
    before = {name: tensor.clone() for name, tensor in network.state_dict().items()}
    assert cause(network, Net(classes=4)) == (
        "it has 4 classes where the network has 7: build the network for 4, or go on without its head (--skip-head)."
    )
    assert all(torch.equal(tensor, before[name]) for name, tensor in network.state_dict().items())


def test_skipping_the_head_excuses_nothing_else():
    network = Net()
    found = fitted(network, Net(classes=4, blocks=2))
    with pytest.raises(MisfitError):
        put(network, found, skip_head=True)


def test_head_of_several_layers():
    trained = Net()
    trained.fc = nn.Sequential(nn.Linear(5, 4), nn.ReLU(), nn.Linear(4, 9))
    found = fitted(Net(), trained)
    assert (found.only_head, found.classes) == (True, 9)


def test_head_without_a_name():
    def build(classes: int) -> nn.Module:
        return nn.Sequential(nn.Conv2d(3, 4, 3), nn.ReLU(), nn.Flatten(), nn.Linear(4, classes))

    found = fitted(build(2), build(6))
    assert (found.only_head, found.classes) == (True, 6)


def test_auxiliary_classifiers_are_needed_by_training_only():
    network, trained = Net(), Net()
    network.AuxLogits = nn.Linear(5, 7)
    found = fitted(network, trained)
    assert found.only_head
    assert "only training uses" in found.misfit().cause
    assert "only training uses" in put(network, found, skip_head=True)[0]


@pytest.mark.parametrize(
    ("names", "classes"),
    [
        ({"fc.weight": (10, 8)}, 10),
        ({"module.fc.weight": (10, 8), "module.conv.weight": (8, 3, 3, 3), "module.conv.bias": (8,)}, 10),
        ({"head.weight": (10, 8), "head_dist.weight": (9, 8)}, 10),
        ({"heads.head.weight": (10, 8)}, 10),
        ({"classifier.0.weight": (20, 8), "classifier.3.weight": (10, 20)}, 10),
        ({"classifier.1.weight": (10, 8, 1, 1)}, 10),
        ({"head.fc.weight": (10, 8), "head.norm.weight": (8,)}, 10),
        ({"backbone.norm.weight": (8,), "head.weight": (10, 8)}, 10),
        ({"head.mlp.0.weight": (256, 8)}, None),
        ({}, None),
    ],
)
def test_number_of_classes_from_names(names, classes):
    body = {} if any(name.startswith("module") for name in names) or not names else {
        f"layer.{i}.weight": (8, 8) for i in range(4)
    }  # fmt: skip
    assert head_classes(body | names) == classes
