"""What recording keeps in memory: no more than the budget, said beforehand, and let go of with the trace."""

import copy
import gc
import warnings
from collections.abc import Iterator
from pathlib import Path
from weakref import ref

import attnscope
import psutil
import pytest
import torch
from attnscope.models.errors import RecordingWarning, UserError
from attnscope.models.networks.squeeze_excitation import SqueezeExcitation
from attnscope.models.recording.ledger import Footprint
from attnscope.models.weights import budget
from torch import Tensor, nn
from torch.nn import functional as F

B, C, HEADS, PATCH = 2, 12, 3, 4
CPU = torch.device("cpu")


@pytest.fixture(autouse=True)
def _one_thread() -> None:
    torch.set_num_threads(1)
    torch.manual_seed(3)


class Block(nn.Module):
    def __init__(self, explicit: bool) -> None:
        super().__init__()
        self.qkv, self.explicit = nn.Linear(C, 3 * C), explicit

    def forward(self, x: Tensor) -> Tensor:
        q, k, v = self.qkv(x).unflatten(-1, (3, HEADS, -1)).permute(2, 0, 3, 1, 4)
        found = (q @ k.mT).softmax(-1) @ v if self.explicit else F.scaled_dot_product_attention(q, k, v)
        return found.transpose(1, 2).flatten(2)


class Net(nn.Module):
    """A gate, and two layers of attention over patches."""

    def __init__(self, explicit: bool = False) -> None:
        super().__init__()
        self.stem, self.gate = nn.Conv2d(3, C, PATCH, PATCH), SqueezeExcitation(C, 3)
        self.blocks = nn.Sequential(Block(explicit), Block(explicit))

    def forward(self, x: Tensor) -> Tensor:
        return self.blocks(self.gate(self.stem(x)).flatten(2).mT)


def buffer_bytes(tokens: int, images: int = B) -> int:
    """Queries, keys and values of one layer, which lie in one buffer."""
    return images * tokens * 3 * C * 4


@pytest.fixture
def net() -> Net:
    return Net().eval()


@pytest.fixture
def x() -> Tensor:
    return torch.randn(B, 3, 8, 12)  # 6 tokens


@pytest.fixture
def no_collection() -> Iterator[None]:
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("no_collection")
def test_a_dropped_trace_is_gone_at_once(net: Net, x: Tensor) -> None:
    for gradients in (None, lambda output: output.sum()):
        for _ in range(2):
            trace = attnscope.record(net, x, gradients=gradients)
            seen = ref(trace), ref(trace.layers[1].kept)
            del trace
            assert [one() for one in seen] == [None, None]


def test_what_is_beyond_the_budget_is_not_kept_but_can_be_looked_at(net: Net, x: Tensor) -> None:
    whole = attnscope.record(net, x)
    for allowed, noted in ((0, [1, 2]), (buffer_bytes(6), [2]), (2 * buffer_bytes(6), [])):
        trace = attnscope.record(copy.deepcopy(net), x, budget=allowed)
        assert [i for i, layer in enumerate(trace.layers) if "not kept" in layer.note] == noted
        assert [i for i, layer in enumerate(trace.layers[1:], 1) if not layer.kept.held()] == noted
        for layer, same in zip(trace.layers, whole.layers, strict=True):
            assert torch.equal(layer.weights, same.weights)
            assert layer.error <= 1e-5
        assert torch.equal(trace.layers[2].row(1, 4, batch=1), whole.layers[2].row(1, 4, batch=1))


def test_matrices_of_the_network_count_as_they_are(x: Tensor) -> None:
    matrix = B * HEADS * 6 * 6 * 4
    for allowed, kept in ((matrix - 1, 0), (matrix, 1), (2 * matrix, 2)):
        trace = attnscope.record(Net(explicit=True).eval(), x, budget=allowed)
        assert sum("not kept" not in layer.note for layer in trace.layers[1:]) == kept


def test_edited_weights_that_were_not_kept_come_back_edited(net: Net, x: Tensor) -> None:
    edits = [attnscope.Edit("blocks.0", 1, "uniform")]
    trace = attnscope.record(net, x, edits=edits, budget=0)
    assert torch.equal(trace["blocks.0"].weights[:, 1], torch.full((B, 6, 6), 1 / 6))


def test_a_file_of_a_trace_that_was_not_kept_holds_queries_and_keys(net: Net, x: Tensor, tmp_path: Path) -> None:
    trace = attnscope.record(net, x, budget=0)
    trace.save(tmp_path / "a.attn")
    layer = attnscope.load(tmp_path / "a.attn")["blocks.1"]
    assert torch.equal(layer.weights, attnscope.record(net, x)["blocks.1"].weights)
    assert len(layer.kept.held()) == 2


def test_all_weights_of_a_large_layer_are_refused_and_a_row_is_not() -> None:
    net, x = Net().eval(), torch.randn(1, 3, 50 * PATCH, 50 * PATCH)  # 2500 tokens: 72 MiB a layer, 24 a head
    layer = attnscope.record(net, x, budget=10**7)["blocks.1"]
    with pytest.raises(UserError, match=r"need 71\.5 MiB, but the budget is 9\.54 MiB: ask for row"):
        _ = layer.weights
    assert layer.row(2, 77).shape == (2500,)
    assert layer.matrix(1, at_most=10).shape == (10, 10)
    np_mean = sum(layer.matrix(head, at_most=10) for head in range(HEADS)) / HEADS
    torch.testing.assert_close(torch.from_numpy(layer.matrix(at_most=10)), torch.as_tensor(np_mean))


class Packed(nn.Module):
    def forward(self, packed: Tensor) -> Tensor:
        return F.scaled_dot_product_attention(*(packed * 2).unbind())


def test_large_buffers_are_not_kept_for_the_values_in_them() -> None:
    for width, buffers in ((8, 3), (256, 2)):  # queries, keys and values; or queries and keys alone
        packed = torch.randn(3, 2, 800, width)
        held = attnscope.record(Packed(), packed).layers[0].kept.held()
        bytes_held = {tensor.untyped_storage().data_ptr(): tensor.untyped_storage().nbytes() for tensor, _ in held}
        assert sum(bytes_held.values()) == packed[0].nbytes * buffers


def test_a_footprint_grows_with_images_tokens_and_their_square() -> None:
    known = Footprint(images=2, values=100, linear=1000, square=10)
    assert known.expected(images=2, values=100) == 1010
    assert known.expected(images=3, values=400) == 1.5 * (4 * 1000 + 16 * 10)


class Telling(Net):
    """Notes whether a warning had come when it was called."""

    def __init__(self, warned: list[warnings.WarningMessage]) -> None:
        super().__init__()
        self.warned, self.before = warned, [0]

    def forward(self, x: Tensor) -> Tensor:
        self.before.append(len(self.warned))
        return super().forward(x)


def test_a_pass_that_will_not_fit_is_told_of_beforehand() -> None:
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        net, allowed = Telling(warned).eval(), 3 * buffer_bytes(4, images=1)
        for images, side, told in ((1, 8, 0), (1, 16, 1), (1, 8, 0), (4, 8, 1), (1, 8, 0)):
            trace = attnscope.record(net, torch.randn(images, 3, side, side), budget=allowed)
            assert len(trace.notes) == net.before[-1] - net.before[-2] == told
    assert all(warning.category is RecordingWarning for warning in warned)
    assert "the budget is 1.69 KiB" in str(warned[0].message)


def test_a_closed_trace_holds_nothing_large_and_says_so(net: Net, x: Tensor) -> None:
    output = net(x)
    with attnscope.record(net, x, gradients=lambda output: output.sum()) as trace:
        layer, gate = trace["blocks.0"], trace["gate"]
        weights, error, row = gate.weights, layer.error, layer.row(0, 0)
        query = ref(layer.kept.held()[0][0])
    assert (gate.shape, layer.shape) == ((B, C), (B, HEADS, 6, 6))
    assert torch.equal(gate.weights, weights)
    assert torch.equal(trace.output, output)
    assert layer.error == error
    assert row.shape == (6,)
    assert query() is None
    for ask in (lambda: layer.weights, lambda: layer.row(0, 0), lambda: layer.gradients, lambda: gate.features(0)):
        with pytest.raises(UserError, match="closed"):
            ask()
    trace.close()


def test_free_memory_is_what_the_system_says_or_the_container_leaves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(budget, "_GROUP", tmp_path)
    near = psutil.virtual_memory().available
    assert abs(budget.free_bytes(CPU) - near) < 2**30
    (tmp_path / "memory.current").write_text("1000\n")
    (tmp_path / "memory.max").write_text("max\n")
    assert abs(budget.free_bytes(CPU) - near) < 2**30
    (tmp_path / "memory.max").write_text("5000\n")
    assert budget.free_bytes(CPU) == 4000
    assert budget.Budget().on(CPU) == 2000
    assert budget.Budget(7).on(CPU) == 7


def test_a_closed_trace_lets_go_of_the_network(x: Tensor) -> None:
    net = Net().eval()
    trace, gone = attnscope.record(net, x), ref(net)
    trace.close()
    del net
    gc.collect()
    assert gone() is None
    assert trace["gate"].weights.shape == (B, C)
