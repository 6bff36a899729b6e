"""Recording a pass: what the trace says, and that the network is left exactly as it was found."""

import random
import threading
from collections.abc import Callable

import attnscope
import numpy as np
import pytest
import torch
from attnscope.models.errors import UserError
from attnscope.models.networks.squeeze_excitation import SqueezeExcitation
from attnscope.models.networks.tour import TourNetwork
from attnscope.models.progress import Cancelled
from attnscope.models.recording.record import record_interruptibly
from torch import Tensor, nn
from torch.nn.modules import module as torch_module
from torch.overrides import _get_current_function_mode_stack

TOUR = [
    ("stages.0.gate", "channel"),
    ("stages.1.gate", "channel"),
    ("stages.2.cbam.channel", "channel"),
    ("stages.2.cbam.spatial", "spatial"),
    ("stages.3.cbam.channel", "channel"),
    ("stages.3.cbam.spatial", "spatial"),
    ("encoder.0.attention", "heads"),
    ("encoder.1.attention", "heads"),
    ("encoder.2.attention", "heads"),
]


@pytest.fixture(autouse=True)
def _one_thread() -> None:
    torch.set_num_threads(1)
    torch.manual_seed(11)


@pytest.fixture
def tour() -> TourNetwork:
    return TourNetwork().eval()


def everything_of(model: nn.Module) -> list[object]:
    held: list[object] = [len(_get_current_function_mode_stack()), torch.backends.mha.get_fastpath_enabled()]
    held += [len(torch_module._global_forward_hooks), len(torch_module._global_forward_pre_hooks)]
    for module in model.modules():
        held += [len(module._forward_hooks), len(module._forward_pre_hooks), sorted(vars(module)), module.training]
    for tensor in (*model.parameters(), *model.buffers()):
        held.append(dict(vars(tensor)))
    return held


def states() -> tuple[object, bytes]:
    return random.getstate(), torch.get_rng_state().numpy().tobytes()


def test_the_tour_network_shows_its_nine_layers_in_the_order_they_run(tour: TourNetwork) -> None:
    x = torch.randn(1, 3, 96, 96)
    plain = tour(x)
    for trace in (attnscope.record(tour, x), attnscope.record(tour, x)):
        assert [(layer.name, layer.kind) for layer in trace.layers] == TOUR
        assert torch.equal(trace.output, plain)
        assert trace.missed == []
        assert max(layer.error for layer in trace.layers if layer.kind == "heads") <= 1e-5
        assert all(layer.error == 0 for layer in trace.layers if layer.kind != "heads")


def test_what_the_window_is_told_of_the_tour(tour: TourNetwork) -> None:
    info = attnscope.record(tour, torch.randn(1, 3, 96, 96)).info()
    assert [layer.places for layer in info] == [None] * 3 + [(24, 24), None, (12, 12)] + [(12, 12)] * 3
    attention = info[-1]
    assert (attention.heads, attention.queries, attention.keys, attention.prefix) == (4, 145, 145, 1)
    assert not any(layer.guessed for layer in info)


@pytest.mark.parametrize("training", [False, True])
@pytest.mark.parametrize("mode", [torch.enable_grad, torch.no_grad, torch.inference_mode])
def test_recording_changes_nothing(
    mode: Callable[[], torch.no_grad], training: bool, small: nn.Module, x: Tensor
) -> None:
    small.train(training)
    before = everything_of(small)
    kept = {name: value.clone() for name, value in small.state_dict().items()}
    with mode():
        torch.manual_seed(7)
        plain = small(x)
        after_plain, plain_state = states(), {name: value.clone() for name, value in small.state_dict().items()}
        for _ in range(2):
            small.load_state_dict(kept)
            torch.manual_seed(7)
            trace = attnscope.record(small, x)
            torch.testing.assert_close(trace.output, plain, atol=1e-5, rtol=0)
            assert states()[1] == after_plain[1]
            assert all(torch.equal(value, plain_state[name]) for name, value in small.state_dict().items())
            assert [layer.call for layer in trace.layers if layer.name == "gate"] == [0, 1]
            assert everything_of(small) == before
            assert vars(x) == vars(trace.output) == {}


def test_asking_for_errors_features_and_places_changes_nothing(small: nn.Module, x: Tensor) -> None:
    small.train()
    trace = attnscope.record(small, x)
    before = everything_of(small), states(), {name: value.clone() for name, value in small.state_dict().items()}
    assert [layer.error for layer in trace.layers[:2]] == [0, 0]
    trace.info()
    trace["gate"].features(3)
    assert everything_of(small) == before[0]
    assert states() == before[1]
    assert all(torch.equal(value, before[2][name]) for name, value in small.state_dict().items())


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt])
def test_a_network_that_fails_is_left_clean(error: type[BaseException], small: nn.Module, x: Tensor) -> None:
    before = everything_of(small)
    for planned in (False, True):
        small.raises = error
        with pytest.raises(error):
            attnscope.record(small, x)
        assert everything_of(small) == before
        assert vars(x) == {}
        small.raises = None
        assert len(attnscope.record(small, x).layers) == 3, planned
    small.raises = error
    with pytest.raises(error), attnscope.recording(small):
        small(x)
    assert everything_of(small) == before


def test_a_pass_can_be_called_off_between_two_modules(small: nn.Module, x: Tensor) -> None:
    before = everything_of(small)
    for _ in range(2):
        asked = iter([False, False, True])
        with pytest.raises(Cancelled):
            record_interruptibly(lambda asked=asked: next(asked), small, x)
        assert everything_of(small) == before
        attnscope.record(small, x)


def test_gradients_flow_through_the_output_and_not_into_the_trace(small: nn.Module, x: Tensor) -> None:
    trace = attnscope.record(small, x)
    trace.output.sum().backward()
    assert small.stem.weight.grad is not None
    assert not any(layer.weights.requires_grad for layer in trace.layers)


def test_code_around_the_network_can_be_recorded(small: nn.Module, x: Tensor) -> None:
    with attnscope.recording(small) as trace:
        first = small(x)
        small(x + 1)
    assert torch.equal(first, small(x))
    assert [(layer.name, layer.call) for layer in trace.layers] == [
        ("gate", 0),
        ("gate", 1),
        ("attention", 0),
        ("gate", 2),
        ("gate", 3),
        ("attention", 1),
    ]
    assert max(layer.error for layer in trace.layers) <= 1e-5


def test_a_part_of_a_network_has_weights_but_no_error(small: nn.Module, x: Tensor) -> None:
    with attnscope.recording(small) as trace:
        small.gate(torch.randn(1, 8, 5, 7))
    assert trace["gate"].shape == (1, 8)
    with pytest.raises(UserError, match="not called"):
        _ = trace["gate"].error


def test_only_chosen_layers_are_recorded(tour: TourNetwork) -> None:
    x = torch.randn(1, 3, 96, 96)
    for only, count in (("encoder", 3), (["stages.2.cbam", "encoder.1.attention"], 3), ("stages.2.cb", 0)):
        trace = attnscope.record(tour, x, only=only)
        assert len(trace.layers) == count
        assert all(layer.error <= 1e-5 for layer in trace.layers)
    assert attnscope.record(tour, x, only="encoder").layers[0].info().places == (12, 12)


def test_a_wrong_name_lists_near_ones(small: nn.Module, x: Tensor) -> None:
    trace = attnscope.record(small, x)
    assert trace["attention"].kind == "heads"
    with pytest.raises(KeyError, match="'attention'"):
        trace["atention"]


def test_features_are_those_before_and_after_the_gate(small: nn.Module, x: Tensor) -> None:
    seen: list[tuple[Tensor, Tensor]] = []
    with torch.no_grad(), small.gate.register_forward_hook(lambda m, args, out: seen.append((args[0], out))):
        small(x)
    trace = attnscope.record(small, x)
    before, after = trace.layers[1].features(4, batch=1)
    np.testing.assert_array_equal(before, seen[1][0][1, 4].numpy())
    np.testing.assert_array_equal(after, seen[1][1][1, 4].numpy())
    with pytest.raises(UserError, match="channels 0 to 7"):
        trace.layers[1].features(8)
    with pytest.raises(UserError, match="no channels"):
        trace.layers[2].features(0)


def test_a_network_that_changed_since_is_not_compared(small: nn.Module, x: Tensor) -> None:
    trace, later = attnscope.record(small, x), attnscope.record(small, x)
    with torch.no_grad():
        small.stem.weight.mul_(1.01)
    with pytest.raises(UserError, match="changed"):
        _ = trace.layers[0].error
    small.train()
    with pytest.raises(UserError, match="evaluation"):
        _ = later.layers[0].error


def test_an_input_that_the_user_overwrites_is_kept(small: nn.Module, x: Tensor) -> None:
    trace = attnscope.record(small, x)
    x.zero_()
    assert trace.layers[0].error == 0


def test_a_wrapped_network_has_its_own_names(small: nn.Module, x: Tensor) -> None:
    wrapped = nn.DataParallel(small)
    assert [layer.name for layer in attnscope.record(wrapped, x).layers] == ["gate", "gate", "attention"]


def test_compiled_modules_keep_their_names_and_stay_compiled(x: Tensor) -> None:
    model = nn.Sequential(nn.Conv2d(3, 4, 1), SqueezeExcitation(4)).eval()
    plain = model(x)
    compiled = torch.compile(model, backend="eager")
    model[1] = torch.compile(model[1], backend="eager")
    for network in (model, compiled):
        for _ in range(2):
            trace = attnscope.record(network, x)
            assert [layer.name for layer in trace.layers] == ["1"]
            assert torch.equal(trace.output, plain)


def test_recomputing_activations_applies_no_weights_twice() -> None:
    class Checkpointed(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.gate = SqueezeExcitation(4)

        def forward(self, x: Tensor) -> Tensor:
            return torch.utils.checkpoint.checkpoint(self.gate, x, use_reentrant=False)

    model, x = Checkpointed(), torch.randn(1, 4, 3, 5, requires_grad=True)
    with attnscope.recording(model) as trace:
        model(x).sum().backward()
    assert [layer.name for layer in trace.layers] == ["gate"]
    assert x.grad is not None


def test_one_recording_at_a_time_in_a_thread(small: nn.Module, x: Tensor) -> None:
    with attnscope.recording(small), pytest.raises(UserError, match="already runs"):
        attnscope.record(small, x)
    assert len(attnscope.record(small, x).layers) == 3


def test_another_thread_is_not_recorded(small: nn.Module, x: Tensor) -> None:
    with attnscope.recording(small) as trace:
        other = threading.Thread(target=small, args=(x,))
        other.start()
        other.join()
    assert trace.layers == []
