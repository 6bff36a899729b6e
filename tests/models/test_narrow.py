"""What was learned of a network must not outlive a change of it, nor miss another way through it."""

import copy
from collections.abc import Callable

import attnscope
import pytest
import torch
from attnscope.models.networks.squeeze_excitation import SqueezeExcitation
from attnscope.models.recording import record as recording
from torch import Tensor, nn
from torch.nn import functional as F


@pytest.fixture(autouse=True)
def _one_thread() -> None:
    torch.set_num_threads(1)
    torch.manual_seed(11)


def test_a_changed_network_is_seen_anew(small: nn.Module, x: Tensor) -> None:
    """What was learned of a network must not outlive a change of it."""
    for _ in range(2):
        assert len(attnscope.record(small, x).layers) == 3
    small.norm = nn.Sequential(nn.BatchNorm2d(8), SqueezeExcitation(8)).eval()
    for _ in range(2):
        assert attnscope.record(small, x).layers[0].name == "norm.1"
    small.gate = nn.Identity()
    for _ in range(2):
        assert [layer.name for layer in attnscope.record(small, x).layers] == ["norm.1", "attention"]
    for size in (4, 9):
        assert len(attnscope.record(small, torch.randn(1, 3, size, size)).layers) == 2


class Fickle(nn.Module):
    """Takes another way where the input is bright, which nothing but the data tells."""

    def __init__(self) -> None:
        super().__init__()
        self.dark, self.bright = SqueezeExcitation(4), SqueezeExcitation(4)

    def forward(self, x: Tensor) -> Tensor:
        return self.bright(self.bright(x)) if x.mean() > 0 else self.dark(x)


def test_a_pass_that_takes_another_way_is_recorded_too() -> None:
    model, x = Fickle().eval(), torch.rand(1, 4, 3, 5)
    for sign, names in ((-1, ["dark"]), (-1, ["dark"]), (1, ["bright"] * 2), (1, ["bright"] * 2), (-1, ["dark"])):
        trace = attnscope.record(model, sign * x)
        assert [layer.name for layer in trace.layers] == names
        assert torch.equal(trace.output, model(sign * x))
        assert all(layer.error == 0 for layer in trace.layers)


class Keeping(nn.Module):
    """Keeps something of every pass, as networks do that show their own attention."""

    def __init__(self) -> None:
        super().__init__()
        self.gate = SqueezeExcitation(4)
        self.map: Tensor | None = None
        self.sizes: list[int] = []

    def forward(self, x: Tensor) -> Tensor:
        self.map, self.sizes = self.gate(x), [*x.shape]
        return self.map


def test_what_a_network_keeps_of_a_pass_does_not_make_it_another(monkeypatch: pytest.MonkeyPatch) -> None:
    model, x = Keeping().eval(), torch.rand(1, 4, 3, 5)
    model(x)
    attnscope.record(model, x)
    monkeypatch.setattr(recording, "_recorded_fully", None)
    assert [layer.name for layer in attnscope.record(model, x).layers] == ["gate"]


class Ending(nn.Module):
    """Ends with a map of a softmax, of which only what comes after it tells that it is no half of an attention."""

    def __init__(self) -> None:
        super().__init__()
        self.map = nn.Conv2d(4, 1, 1)

    def forward(self, x: Tensor) -> Tensor:
        return x * self.map(x).flatten(1).softmax(1).view(-1, 1, *x.shape[2:])


def test_a_gate_told_by_the_end_of_its_module_is_seen_the_short_way(monkeypatch: pytest.MonkeyPatch) -> None:
    model, x = Ending().eval(), torch.rand(1, 4, 3, 5)
    attnscope.record(model, x)
    monkeypatch.setattr(recording, "_recorded_fully", None)
    assert [layer.kind for layer in attnscope.record(model, x).layers] == ["spatial"]


class Turning(nn.Module):
    """One module in which everything is done by functions, in an order that the tests change from outside."""

    def __init__(self) -> None:
        super().__init__()
        self.way, self.settings = nn.Linear(6, 6), {"way": "first"}
        self.scale = nn.Parameter(torch.rand(1, 6, 1, 1))

    def forward(self, x: Tensor) -> Tensor:
        gate = self.way(x.mean((2, 3))).sigmoid()[..., None, None]
        match self.settings["way"]:
            case "first":
                x = x * gate
                x = x * self.scale
            case "last":
                x = x * self.scale
                x = x * gate
            case "other order":
                x = torch.mul(self.scale, x)
                x = torch.mul(gate, x)
            case "twice":
                x = x * gate
                x = x * self.scale
                x = x * x.mean((2, 3), keepdim=True).sigmoid()
            case "never":
                x = x * self.scale
                x = x * self.scale
            case "attention":
                x = F.scaled_dot_product_attention(x, x, x)
        return x


@pytest.mark.parametrize("way", ["last", "other order", "twice", "never", "attention"])
def test_another_way_that_nothing_tells_beforehand_is_seen_in_the_module_that_owns_a_layer(way: str) -> None:
    model, x = Turning().eval(), torch.randn(1, 6, 4, 5)
    with torch.no_grad():
        for _ in range(2):
            attnscope.record(model, x)
    model.settings["way"] = way
    fresh = Turning().eval()
    fresh.load_state_dict(model.state_dict())
    fresh.settings["way"] = way
    with torch.no_grad():
        expected = attnscope.record(fresh, x)
        for _ in range(3):
            trace = attnscope.record(model, x)
            assert [(layer.place, layer.kind) for layer in trace.layers] == [
                (layer.place, layer.kind) for layer in expected.layers
            ]
            for layer, same in zip(trace.layers, expected.layers, strict=True):
                assert torch.equal(layer.weights, same.weights)
            assert torch.equal(trace.output, expected.output)


class Bare(nn.Module):
    """Gates where nothing was before, if the picture is bright."""

    def __init__(self) -> None:
        super().__init__()
        self.gate, self.after = SqueezeExcitation(4), nn.Sequential(Brightened())

    def forward(self, x: Tensor) -> Tensor:
        return self.after(self.gate(x))


class Brightened(nn.Module):
    def forward(self, x: Tensor) -> Tensor:
        return x * x.mean((2, 3), keepdim=True).sigmoid() if x.sum() > 0 else x


def test_a_gate_in_a_module_that_had_none_is_seen_where_the_values_decide() -> None:
    model, x = Bare().eval(), torch.rand(1, 4, 3, 5)
    for sign, names in ((-1, ["gate"]), (-1, ["gate"]), (1, ["gate", "after.0"]), (-1, ["gate"])):
        assert [layer.name for layer in attnscope.record(model, sign * x).layers] == names


class Remembering(nn.Module):
    """Works something out in the first pass and uses it in all that follow."""

    def __init__(self) -> None:
        super().__init__()
        self.kept, self.way = dict[str, Tensor](), nn.Linear(6, 6)

    def forward(self, x: Tensor) -> Tensor:
        made = self.way(x.mean((2, 3)))
        if "half" not in self.kept:
            self.kept["half"] = torch.full((6,), 2.0).reciprocal()
        gate = (made * self.kept["half"]).sigmoid()
        return x * gate[..., None, None]


def test_a_network_that_kept_something_in_its_first_pass_is_soon_on_the_short_way(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    model, x = Remembering().eval(), torch.randn(1, 6, 4, 5)
    full = list[object]()
    watched = recording._recorded_fully
    monkeypatch.setattr(recording, "_recorded_fully", lambda *args: full.append(args) or watched(*args))
    counts = []
    for _ in range(4):
        assert [layer.error for layer in attnscope.record(model, x).layers] == [0]
        counts.append(len(full))
    assert counts == [1, 2, 2, 2]


def test_what_a_pass_that_went_astray_wrote_into_its_input_is_undone() -> None:
    class Writing(Turning):
        def forward(self, x: Tensor) -> Tensor:
            return super().forward(x.mul_(2))

    model = Writing().eval()
    for way in ("first", "first", "last"):
        model.settings["way"] = way
        x = torch.ones(1, 6, 4, 5)
        with torch.no_grad():
            trace = attnscope.record(model, x)
        assert torch.equal(x, torch.full_like(x, 2))
        assert trace.layers[0].error == 0


@pytest.mark.parametrize(
    "change",
    [
        lambda x: torch.randn(1, 3, 8, 6),
        lambda x: torch.randn(3, 3, 5, 7),
        lambda x: x[:1],
        lambda x: x.transpose(2, 3),
    ],
)
def test_another_input_is_seen_as_if_it_were_the_first(
    change: Callable[[Tensor], Tensor], small: nn.Module, x: Tensor
) -> None:
    for _ in range(2):
        attnscope.record(small, x)
    other = change(x)
    expected = attnscope.record(copy.deepcopy(small), other)
    for _ in range(2):
        trace = attnscope.record(small, other)
        assert [layer.place for layer in trace.layers] == [layer.place for layer in expected.layers]
        for layer, same in zip(trace.layers, expected.layers, strict=True):
            assert torch.equal(layer.weights, same.weights)


def test_a_network_of_another_number_format_is_seen_as_if_it_were_new(small: nn.Module, x: Tensor) -> None:
    for _ in range(2):
        attnscope.record(small, x)
    double = attnscope.record(small.double(), x.double())
    again = attnscope.record(small, x.double())
    for layer, same in zip(again.layers, double.layers, strict=True):
        assert torch.equal(layer.weights, same.weights)
        assert layer.error <= 1e-6
