"""Every layer of a pass has a place of its own, and can be asked for and edited by it."""

from pathlib import Path

import attnscope
import pytest
import torch
from attnscope.models.errors import UserError
from attnscope.models.records import Place
from torch import Tensor, nn
from torch.nn import functional as F


class Differential(nn.Module):
    """Two fused attentions and a gate in one module; the modules inside run in between."""

    def __init__(self) -> None:
        super().__init__()
        self.between = nn.Linear(4, 4)

    def forward(self, x: Tensor) -> Tensor:
        first = F.scaled_dot_product_attention(x, x, x)
        second = F.scaled_dot_product_attention(self.between(x), x, x)
        return (first - 0.5 * second) * torch.sigmoid(x.mean(1, keepdim=True))


class Net(nn.Module):
    """Runs the same module twice."""

    def __init__(self) -> None:
        super().__init__()
        self.attn = Differential()

    def forward(self, x: Tensor) -> Tensor:
        return self.attn(self.attn(x))


TITLES = ["attn", "attn #2", "attn #3", "attn (2)", "attn (2) #2", "attn (2) #3"]


@pytest.fixture
def net() -> Net:
    torch.manual_seed(3)
    return Net().eval()


@pytest.fixture
def x() -> Tensor:
    return torch.randn(2, 5, 4)


def test_layers_of_one_module_are_numbered_within_each_of_its_runs(net: Net, x: Tensor, tmp_path: Path) -> None:
    for _ in range(2):
        trace = attnscope.record(net, x)
        assert [info.title for info in trace.info()] == TITLES
        assert [(layer.call, layer.ordinal) for layer in trace.layers] == [(c, o) for c in (0, 1) for o in (0, 1, 2)]
    for title, layer in zip(TITLES, trace.layers, strict=True):
        assert trace[title] is layer
    trace.save(tmp_path / "two.attn")
    assert [info.title for info in attnscope.load(tmp_path / "two.attn").info()] == TITLES


@pytest.mark.parametrize(
    ("wanted", "titles"),
    [
        ("attn", TITLES),
        ("attn #1", ["attn", "attn (2)"]),
        ("attn #3", ["attn #3", "attn (2) #3"]),
        ("attn (2)", TITLES[3:]),
        ("attn (2) #2", ["attn (2) #2"]),
    ],
)
def test_an_edit_reaches_the_layers_that_it_names(wanted: str, titles: list[str], net: Net, x: Tensor) -> None:
    trace = attnscope.record(net, x, edits=[attnscope.Edit(wanted, None, 0.0)])
    assert [layer.place.title for layer in trace.layers if not layer.weights.any()] == titles
    assert [layer.place.title for layer in attnscope.record(net, x, only=wanted).layers] == titles


def test_an_edit_of_no_layer_lists_the_titles(net: Net, x: Tensor) -> None:
    with pytest.raises(UserError, match="'attn #3'"):
        attnscope.record(net, x, edits=[attnscope.Edit("attn #4", 0)])


def test_a_layer_outside_of_every_module_has_a_title(x: Tensor) -> None:
    with attnscope.recording(nn.Identity()) as trace:
        F.scaled_dot_product_attention(x, x, x)
        F.scaled_dot_product_attention(x, x, x)
    assert [layer.place for layer in trace.layers] == [Place("", 0, 0), Place("", 0, 1)]
    assert [layer.place.title for layer in trace.layers] == ["(network)", "(network) #2"]
    assert trace["(network) #2"] is trace.layers[1]


def test_a_module_that_calls_itself_comes_back_to_its_first_run() -> None:
    class Again(nn.Module):
        def forward(self, x: Tensor, deeper: bool) -> Tensor:
            return (self(x, False) if deeper else x) * x.mean((2, 3), keepdim=True).sigmoid()

    trace = attnscope.record(Again(), torch.randn(1, 3, 2, 2), True)
    assert [layer.call for layer in trace.layers] == [1, 0]
