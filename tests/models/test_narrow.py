"""What was learned of a network must not outlive a change of it, nor miss another way through it."""

import attnscope
import pytest
import torch
from attnscope.models import recording
from attnscope.models.squeeze_excitation import SqueezeExcitation
from torch import Tensor, nn


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
