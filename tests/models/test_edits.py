"""Edits act inside the forward pass, and all that follows follows; checked against networks changed by hand."""

import attnscope
import pytest
import torch
from attnscope.models.errors import UserError
from attnscope.models.networks.attention import MultiHeadAttention
from attnscope.models.networks.squeeze_excitation import SqueezeExcitation
from attnscope.models.weights.edits import Edit
from torch import Tensor, nn

HEADS, WIDTH = 3, 5


class Net(nn.Module):
    """A channel gate, a spatial gate, and heads that end in a linear layer."""

    def __init__(self) -> None:
        super().__init__()
        self.gate = SqueezeExcitation(4)
        self.place = Place()
        self.attention = MultiHeadAttention(4, 4, 4, HEADS, WIDTH, WIDTH, 7)

    def forward(self, x: Tensor) -> Tensor:
        x = self.place(self.gate(x))
        tokens = x.flatten(2).mT
        return self.attention(tokens, tokens, tokens)


class Place(nn.Module):
    def forward(self, x: Tensor) -> Tensor:
        return x * torch.sigmoid(x.mean(1, keepdim=True))


@pytest.fixture
def net() -> Net:
    torch.set_num_threads(1)
    torch.manual_seed(17)
    return Net().eval()


@pytest.fixture
def x() -> Tensor:
    return torch.randn(2, 4, 3, 5)


def test_a_channel_set_to_nothing_leaves_the_gate_as_nothing(net: Net, x: Tensor) -> None:
    seen: list[Tensor] = []
    with net.gate.register_forward_hook(lambda m, args, out: seen.append(out)):
        plain = attnscope.record(net, x)
        for _ in range(2):
            trace = attnscope.record(net, x, edits=[Edit("gate", 2, 0.0)])
    assert (seen[1][:, 2] == 0).all()
    assert torch.equal(seen[1][:, 3], seen[0][:, 3])
    assert torch.equal(trace["gate"].weights[:, 3], plain["gate"].weights[:, 3])
    assert (trace["gate"].weights[:, 2] == 0).all()
    assert [layer.error for layer in trace.layers[:2]] == [0, 0]
    assert not torch.equal(trace.output, plain.output)
    assert torch.equal(attnscope.record(net, x).output, plain.output)


def test_a_position_or_a_region_of_a_spatial_gate_is_set(net: Net, x: Tensor) -> None:
    trace = attnscope.record(net, x, edits=[Edit("place", (1, 4), 2.0), Edit("place", (slice(None), 0), 0.0)])
    weights = trace["place"].weights
    assert (weights[:, 1, 4] == 2).all()
    assert (weights[:, :, 0] == 0).all()
    assert trace["place"].error == 0


def test_a_head_without_weight_equals_its_columns_taken_out(net: Net, x: Tensor) -> None:
    trace = attnscope.record(net, x, edits=[Edit("attention", 1, 0.0)])
    with torch.no_grad():
        net.attention.project_out.weight[:, WIDTH : 2 * WIDTH] = 0
    torch.testing.assert_close(trace.output, net(x))


def test_uniform_heads_take_the_mean_of_all_values(net: Net, x: Tensor) -> None:
    trace = attnscope.record(net, x, edits=[Edit("attention", None, "uniform")])
    tokens = net.place(net.gate(x)).flatten(2).mT
    mean = net.attention.project_v(tokens).mean(1, keepdim=True).expand(-1, 15, -1)
    torch.testing.assert_close(trace.output, net.attention.project_out(mean))
    assert torch.equal(trace["attention"].weights, torch.full((2, HEADS, 15, 15), 1 / 15))


def test_an_edit_of_no_place_is_refused_and_leaves_nothing_behind(net: Net, x: Tensor) -> None:
    for wrong in (Edit("gate", 4), Edit("place", (1, 2, 3)), Edit("attention", 3), Edit("gate", 0, "uniform")):
        with pytest.raises(UserError, match=wrong.layer):
            attnscope.record(net, x, edits=[wrong])
    with pytest.raises(UserError, match="no layer 'gat'"):
        attnscope.record(net, x, edits=[Edit("gat", 0)])
    with pytest.raises(UserError, match="no edit"):
        attnscope.record(net, x, edits=["gate"])  # pyright: ignore[reportArgumentType]
    assert len(attnscope.record(net, x).layers) == 3
