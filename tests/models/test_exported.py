"""Networks that were turned into graphs: the layers keep the names of the modules that they came from."""

from collections.abc import Callable

import attnscope
import pytest
import torch
from attnscope.models.networks.squeeze_excitation import SqueezeExcitation
from torch import Tensor, nn
from torch.nn import functional as F
from torchvision.models import get_model
from torchvision.models.feature_extraction import create_feature_extractor

# Torch's exporter uses what it deprecates itself.
pytestmark = pytest.mark.filterwarnings("ignore::FutureWarning", "ignore::DeprecationWarning")


class Block(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(8, 24)

    def forward(self, x: Tensor) -> Tensor:
        q, k, v = self.qkv(x).chunk(3, -1)
        return F.scaled_dot_product_attention(q, k, v) + (q @ k.mT).softmax(-1) @ v


class Net(nn.Module):
    """A gate that runs twice, and a module that attends twice in one run."""

    def __init__(self) -> None:
        super().__init__()
        self.gate = SqueezeExcitation(8)
        self.blocks = nn.ModuleList([Block()])

    def forward(self, x: Tensor) -> Tensor:
        x = self.gate(self.gate(x))
        return self.blocks[0](x.flatten(2).mT)


@pytest.fixture
def net() -> Net:
    torch.manual_seed(5)
    return Net().eval()


@pytest.fixture
def x() -> Tensor:
    return torch.randn(2, 8, 3, 5)


def exported(net: nn.Module, x: Tensor) -> nn.Module:
    return torch.export.export(net, (x,)).module()


def decomposed(net: nn.Module, x: Tensor) -> nn.Module:
    return torch.export.export(net, (x,)).run_decompositions().module()


class Everything(torch.fx.Tracer):
    def is_leaf_module(self, m: nn.Module, module_qualified_name: str) -> bool:
        return False


def traced(net: nn.Module, x: Tensor) -> nn.Module:
    return torch.fx.GraphModule(net, Everything().trace(net))


@pytest.mark.parametrize("graph", [exported, decomposed])
def test_an_exported_network_has_the_names_that_it_was_written_with(
    graph: Callable[[nn.Module, Tensor], nn.Module], net: Net, x: Tensor
) -> None:
    module = graph(net, x)
    for _ in range(2):
        trace = attnscope.record(module, x)
        assert [layer.place.title for layer in trace.layers] == ["gate", "gate (2)", "blocks.0", "blocks.0 #2"]
        torch.testing.assert_close(trace["gate"].weights, attnscope.record(net, x)["gate"].weights)
        assert max(layer.error for layer in trace.layers) <= 1e-5
        assert trace.missed == []


def test_a_graph_within_a_network_has_the_whole_path(net: Net, x: Tensor) -> None:
    class Outer(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.inner = exported(net, x)

        def forward(self, x: Tensor) -> Tensor:
            return self.inner(x)

    assert attnscope.record(Outer(), x)["inner.blocks.0 #2"].shape == (2, 1, 15, 15)


def test_a_symbolic_trace_has_names(x: Tensor) -> None:
    net = nn.Sequential(nn.Conv2d(8, 8, 1), nn.Sequential(Gate())).eval()
    trace = attnscope.record(traced(net, x), x)
    assert [layer.name for layer in trace.layers] == ["1.0"]


class Gate(nn.Module):
    def forward(self, x: Tensor) -> Tensor:
        return x * torch.sigmoid(x.mean((2, 3), keepdim=True))


def test_a_feature_extractor_of_torchvision_has_names() -> None:
    # Its graph tells of no modules; the network itself does.
    net, x = get_model("swin_t", weights=None).eval(), torch.randn(1, 3, 32, 32)
    graph = create_feature_extractor(net, ["features.5"])
    names = [layer.name for layer in attnscope.record(net, x, only="features").layers]
    with torch.no_grad():
        assert [layer.name for layer in attnscope.record(graph, x).layers] == names[:10]
