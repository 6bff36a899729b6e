"""Weights are copied into a network as it is: its own tensors, its own precision, all of them or none."""

import io

import pytest
import torch
from attnscope.models.checkpoints.checkpoint import read_checkpoint
from attnscope.models.checkpoints.fitting import fit, put
from attnscope.models.errors import UserError
from attnscope.models.zoo.random_weights import noticing_weights
from torch import nn

from .fitted_networks import Net, assert_same, fitted, loaded, saved


@pytest.mark.parametrize("precision", [torch.float16, torch.bfloat16, torch.float64])
def test_network_keeps_its_precision(precision):
    trained, network = Net(), Net()
    loaded(network, {name: t.to(precision) if t.is_floating_point() else t for name, t in trained.state_dict().items()})
    assert {parameter.dtype for parameter in network.parameters()} == {torch.float32}
    assert torch.equal(network.fc.weight, trained.fc.weight.to(precision).float())


def test_parameters_stay_the_same_objects():
    network = Net()
    before = [id(parameter) for parameter in network.parameters()]
    loaded(network, Net())
    assert [id(parameter) for parameter in network.parameters()] == before


def test_weights_in_the_file_are_copied(tmp_path):
    network = Net()
    read = saved(Net().state_dict(), tmp_path / "w.pth")
    put(network, fit(network, read))
    assert network.fc.weight.untyped_storage().data_ptr() != read.tensors["fc.weight"].untyped_storage().data_ptr()


def test_loading_is_noticed():
    network = Net()
    with noticing_weights() as seen:
        loaded(network, Net())
    assert network in seen


def test_lazy_parameters_take_their_size():
    def build(first: type[nn.Module], *sizes: int) -> nn.Sequential:
        return nn.Sequential(first(*sizes, 4), nn.Linear(4, 2))

    trained, network = build(nn.Linear, 3), build(nn.LazyLinear)
    loaded(network, trained)
    assert network[0].weight.shape == (4, 3)
    assert_same(network, trained)


class Tied(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.first, self.second = nn.Linear(3, 3, bias=False), nn.Linear(3, 3, bias=False)
        self.second.weight = self.first.weight


@pytest.mark.parametrize("name", ["first.weight", "second.weight"])
def test_tied_weights_are_needed_once(name):
    network = Tied()
    loaded(network, {name: torch.full((3, 3), 2.0)})
    assert network.second.weight is network.first.weight
    assert network.first.weight.unique().tolist() == [2]


def test_number_that_was_a_list_of_one():
    network = Net()
    network.scale = nn.Parameter(torch.tensor(1.0))
    loaded(network, Net().state_dict() | {"scale": torch.tensor([3.0])})
    assert network.scale.item() == 3


class Refusing(Net):
    def _load_from_state_dict(self, state: dict[str, torch.Tensor], *rest: object) -> None:
        self.stem.weight.data.zero_()
        raise ValueError("not today")


def test_network_is_unchanged_when_its_own_code_refuses():
    network = Refusing()
    before = {name: tensor.clone() for name, tensor in network.state_dict().items()}
    with pytest.raises(UserError, match="not today"):
        loaded(network, Net())
    assert all(torch.equal(tensor, before[name]) for name, tensor in network.state_dict().items())


class Remembering(Net):
    def get_extra_state(self) -> dict[str, int]:
        return {"steps": 5}

    def set_extra_state(self, state: dict[str, int]) -> None:
        assert state == {"steps": 5}


def test_state_that_is_no_tensor_is_left_alone():
    network, trained = Remembering(), Net()
    loaded(network, trained)
    assert all(torch.equal(own, given) for own, given in zip(network.parameters(), trained.parameters(), strict=True))


@pytest.mark.filterwarnings("ignore:.*is deprecated.*:FutureWarning")
def test_scripted_network():
    trained, network = Net(), torch.jit.script(nn.Sequential(nn.Linear(3, 3)))
    assert not fitted(network, trained).complete
    loaded(network, {"0.weight": torch.ones(3, 3), "0.bias": torch.ones(3)})
    assert network.state_dict()["0.bias"].tolist() == [1, 1, 1]


def test_file_in_memory_order_of_another_network_does_not_matter(tmp_path):
    trained, network = Net(), Net()
    stream = io.BytesIO()
    torch.save(dict(sorted(trained.state_dict().items(), reverse=True)), stream)
    (tmp_path / "w.pth").write_bytes(stream.getvalue())
    put(network, fit(network, read_checkpoint(tmp_path / "w.pth")))
    assert_same(network, trained)
