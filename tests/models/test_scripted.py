"""Scripted and traced modules: seen inside, and left to run as they would."""

import io
from functools import partial

import attnscope
import pytest
import torch
from attnscope.models.errors import UserError
from attnscope.models.watching import rehearsal
from torch import Tensor, nn
from torch.nn import functional as F

pytestmark = pytest.mark.filterwarnings("ignore:.torch.jit:FutureWarning", "ignore:.torch.jit:DeprecationWarning")


class Gate(nn.Module):
    """Draws random numbers and counts, so that a run more or less would show."""

    def __init__(self) -> None:
        super().__init__()
        self.norm = nn.BatchNorm2d(8)
        self.fc = nn.Conv2d(8, 8, 1)

    def forward(self, x: Tensor) -> Tensor:
        x = F.dropout(self.norm(x), 0.5, self.training)
        return x * torch.sigmoid(self.fc(x.mean((2, 3), keepdim=True)))


class Factors(nn.Module):
    """Makes weights that are applied outside of it."""

    def forward(self, x: Tensor) -> Tensor:
        return x.mean((2, 3), keepdim=True).sigmoid()


class Attention(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(8, 24)

    def forward(self, x: Tensor) -> Tensor:
        q, k, v = self.qkv(x).chunk(3, -1)
        x = F.scaled_dot_product_attention(q, k, v)
        return (x @ x.transpose(-2, -1)).softmax(-1) @ x


class Net(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.stem = nn.Conv2d(3, 8, 1)
        self.gate: nn.Module = Gate()
        self.factors: nn.Module = Factors()
        self.attention: nn.Module = Attention()

    def forward(self, x: Tensor) -> Tensor:
        x = self.gate(self.stem(x))
        return self.attention((x * self.factors(x)).flatten(2).transpose(1, 2))


@pytest.fixture
def x() -> Tensor:
    return torch.randn(2, 3, 4, 6)


@pytest.fixture
def net() -> Net:
    torch.manual_seed(7)
    return Net().eval()


def with_scripted_parts(net: Net) -> Net:
    for name in ("gate", "factors", "attention"):
        setattr(net, name, torch.jit.script(getattr(net, name)))
    return net


def test_scripted_parts_show_their_layers(net: Net, x: Tensor) -> None:
    expected = attnscope.record(net, x)
    for _ in range(2):
        trace = attnscope.record(with_scripted_parts(net), x)
        assert [layer.place.title for layer in trace.layers] == ["gate", "(network)", "attention", "attention #2"]
        assert ["scripted" in layer.note for layer in trace.layers] == [True, False, True, True]
        for layer, other in zip(trace.layers, expected.layers, strict=True):
            torch.testing.assert_close(layer.weights, other.weights)
            assert layer.error <= 1e-5
        assert trace["attention"].info().places == (4, 6)
        assert trace.missed == []


def test_a_traced_network_shows_its_layers_however_it_is_kept(net: Net, x: Tensor) -> None:
    traced, file = torch.jit.trace(net, x), io.BytesIO()
    torch.jit.save(traced, file)
    file.seek(0)
    expected = attnscope.record(net, x)
    for graph in (traced, torch.jit.freeze(traced), torch.jit.load(file)):
        trace = attnscope.record(graph, x)
        assert [layer.kind for layer in trace.layers] == ["channel", "channel", "heads", "heads"]
        for layer, other in zip(trace.layers, expected.layers, strict=True):
            torch.testing.assert_close(layer.weights, other.weights)
        torch.testing.assert_close(trace.output, expected.output)


def test_scripted_parts_run_as_they_would(net: Net, x: Tensor) -> None:
    model = with_scripted_parts(net).train()
    before = {name: value.clone() for name, value in model.state_dict().items()}
    torch.manual_seed(1)
    plain = model(x)
    plain.sum().backward()
    drawn, state = torch.get_rng_state(), {name: value.clone() for name, value in model.state_dict().items()}
    gradient = model.stem.weight.grad
    model.load_state_dict(before)
    model.zero_grad()
    torch.manual_seed(1)
    trace = attnscope.record(model, x)
    assert torch.equal(torch.get_rng_state(), drawn)
    assert [layer.error <= 1e-5 for layer in trace.layers] == [True] * 4
    trace.output.sum().backward()
    assert torch.equal(trace.output, plain)
    assert all(torch.equal(value, state[name]) for name, value in model.state_dict().items())
    assert gradient is not None
    assert model.stem.weight.grad is not None
    torch.testing.assert_close(model.stem.weight.grad, gradient)  # scripted code is optimised from run to run
    assert not any(isinstance(vars(module).get("forward"), partial) for module in model.modules())


def test_a_layer_of_a_scripted_part_cannot_be_edited(net: Net, x: Tensor) -> None:
    with pytest.raises(UserError, match="before it is scripted"):
        attnscope.record(with_scripted_parts(net), x, edits=[attnscope.Edit("gate", 0)])
    assert not any(isinstance(vars(module).get("forward"), partial) for module in net.modules())


@pytest.mark.filterwarnings("ignore::torch.jit.TracerWarning")
def test_what_was_traced_into_torchs_fast_path_is_listed() -> None:
    class Own(nn.MultiheadAttention):
        def forward(self, x: Tensor) -> Tensor:  # pyright: ignore[reportIncompatibleMethodOverride]
            return super().forward(x, x, x)[0]

    x = torch.randn(2, 5, 8)
    with torch.no_grad():
        trace = attnscope.record(torch.jit.trace(Own(8, 2, batch_first=True).eval(), x), x)
    assert trace.layers == []
    ((_, reason),) = trace.missed
    assert "set_fastpath_enabled(False) before" in reason


def test_a_scripted_part_that_fails_when_watched_is_listed(x: Tensor, monkeypatch: pytest.MonkeyPatch) -> None:
    model = nn.Sequential(torch.jit.script(Factors()))

    class Refused(rehearsal._Operations):
        def __torch_dispatch__(self, *_: object) -> None:
            raise RuntimeError("not here")

    monkeypatch.setattr(rehearsal, "_Operations", Refused)
    trace = attnscope.record(model, x)
    assert torch.equal(trace.output, model(x))
    ((name, reason),) = trace.missed
    assert name == "0"
    assert "before it is scripted" in reason
