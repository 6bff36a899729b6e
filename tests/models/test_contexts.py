"""Recording in every context that networks run in: exact, and without a trace of itself."""

import copy
import importlib
import pickle
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import attnscope
import numpy as np
import pytest
import torch
from attnscope.models.errors import UserError
from attnscope.models.networks.squeeze_excitation import SqueezeExcitation
from torch import Tensor, nn
from torch.nn import functional as F
from torch.nn.modules import module as torch_module
from torch.overrides import TorchFunctionMode, _get_current_function_mode_stack

NAMES = ["gate", "gate (2)", "fused", "explicit", "mha"]


class Attention(nn.Module):
    """Two heads, fused or written out."""

    def __init__(self, fused: bool) -> None:
        super().__init__()
        self.qkv = nn.Linear(8, 24)
        self.fused = fused

    def forward(self, x: Tensor) -> Tensor:
        q, k, v = (part.unflatten(2, (2, 4)).transpose(1, 2) for part in self.qkv(x).chunk(3, -1))
        if self.fused:
            return F.scaled_dot_product_attention(q, k, v).transpose(1, 2).flatten(2)
        weights = F.dropout((q @ k.mT / 2).softmax(-1), 0.1, self.training)
        return (weights @ v).transpose(1, 2).flatten(2)


class Net(nn.Module):
    """Every way to attend, a module that runs twice, batch statistics and dropout."""

    def __init__(self) -> None:
        super().__init__()
        self.stem = nn.Conv2d(3, 8, 3, padding=1)
        self.norm = nn.BatchNorm2d(8)
        self.gate = SqueezeExcitation(8)
        self.fused, self.explicit = Attention(True), Attention(False)
        self.mha = nn.MultiheadAttention(8, 2, batch_first=True)
        self.head = nn.Linear(8, 5)

    def forward(self, x: Tensor) -> Tensor:
        tokens = self.gate(self.gate(self.norm(self.stem(x)))).flatten(2).mT
        tokens = tokens + self.fused(tokens)
        tokens = tokens + self.explicit(tokens)
        return self.head((tokens + self.mha(tokens, tokens, tokens, need_weights=False)[0]).mean(1))


@pytest.fixture
def net() -> Net:
    torch.manual_seed(23)
    return Net().eval()


@pytest.fixture
def x() -> Tensor:
    return torch.randn(2, 3, 4, 5)


def titles(trace: attnscope.Trace) -> list[str]:
    return [layer.place.title for layer in trace.layers]


def weights_by_hand(net: Net, x: Tensor) -> Tensor:
    """Of the fused attention, from a hook on its projection."""
    seen: list[Tensor] = []
    with torch.no_grad(), net.fused.qkv.register_forward_hook(lambda m, args, out: seen.append(out)):
        net(x)
    q, k, _ = (part.unflatten(2, (2, 4)).transpose(1, 2).double().numpy() for part in seen[0].detach().chunk(3, -1))
    scores = np.exp(q @ k.swapaxes(-1, -2) / 2)
    return torch.from_numpy(scores / scores.sum(-1, keepdims=True)).float()


@pytest.mark.parametrize("dtype", [torch.bfloat16, torch.float16])
@pytest.mark.parametrize("auto", [False, True])
def test_low_precision_weights_are_worked_out_in_float32(dtype: torch.dtype, auto: bool, net: Net, x: Tensor) -> None:
    model, image = (net, x) if auto else (net.to(dtype), x.to(dtype))
    with torch.autocast("cpu", dtype, enabled=auto):
        plain = model(image)
        for _ in range(2):
            trace = attnscope.record(model, image)
            assert torch.equal(trace.output, plain)
            by_hand = weights_by_hand(model, image)
    assert trace["fused"].weights.dtype == torch.float32
    torch.testing.assert_close(trace["fused"].weights, by_hand, rtol=0, atol=1e-6)
    rounding = torch.finfo(dtype).eps
    assert trace["gate"].error == 0
    assert max(layer.error for layer in trace.layers) <= 2 * rounding
    assert trace["fused"].tolerance == 4 * rounding
    assert str(dtype).removeprefix("torch.") in trace["fused"].note


def test_eight_bits_are_unpacked() -> None:
    class Quantized(nn.Module):
        def forward(self, x: Tensor) -> Tensor:
            return torch.ops.quantized.mul(x, torch.sigmoid(x.mean((2, 3), keepdim=True)), 0.02, 60)

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        x = torch.quantize_per_tensor(torch.randn(1, 3, 4, 5), 0.02, 120, torch.quint8)
        for _ in range(2):
            layer = attnscope.record(Quantized(), x)[""]
            expected = torch.sigmoid(x.mean((2, 3), keepdim=True)).dequantize().flatten(1)
            torch.testing.assert_close(layer.weights, expected)
            assert layer.error <= 0.02  # one step of the result
            assert "quint8" in layer.note
        edited = attnscope.record(Quantized(), x, edits=[attnscope.Edit("", 1, 0.0)])
    assert not edited.output.dequantize()[:, 1].any()


def test_a_network_that_broke_down_is_proved_too(net: Net, x: Tensor) -> None:
    x[0, 0, 0, 0] = torch.nan
    trace = attnscope.record(net, x)
    assert trace["gate"].weights[0].isnan().all()
    assert np.isnan(trace["gate"].error)


@pytest.mark.parametrize("change", ["train", "train by hand", "load", "cast", "exchange"])
def test_a_proof_is_refused_once_any_parameter_changed(change: str, net: Net, x: Tensor) -> None:
    trace = attnscope.record(net, x)
    if change == "train":
        with torch.no_grad():
            net.head.bias.add_(1)
    elif change == "train by hand":
        net.head.bias.data.add_(1)  # of which torch takes no note
    elif change == "load":
        net.load_state_dict({name: tensor + 0.01 for name, tensor in net.state_dict().items()})
    elif change == "cast":
        net.double()
    else:
        net.head.bias = nn.Parameter(torch.zeros(5))
    with pytest.raises(UserError, match=r"changed since|run once more"):
        _ = trace["gate"].error
    assert trace["gate"].weights.shape == (2, 8)


def test_a_network_with_the_same_parameters_loaded_again_is_proved(net: Net, x: Tensor) -> None:
    trace = attnscope.record(net, x)
    net.load_state_dict(copy.deepcopy(net.state_dict()))
    assert trace["gate"].error == 0


def test_a_proof_is_refused_once_the_output_was_written_over(net: Net, x: Tensor) -> None:
    with torch.no_grad():
        trace = attnscope.record(net, x)
        trace.output.zero_()
    with pytest.raises(UserError, match="written over since"):
        _ = trace["gate"].error


def test_a_pass_that_cannot_be_repeated_says_so(x: Tensor) -> None:
    class Once(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.given = iter([1.0, 2.0])

        def forward(self, x: Tensor) -> Tensor:
            factor = next(self.given, None)
            if factor is None:
                raise RuntimeError("nothing is left")
            return x * torch.sigmoid(x.mean((2, 3), keepdim=True))

    model = Once()
    attnscope.record(model, x)
    trace = attnscope.record(model, x)
    with pytest.raises(UserError, match="nothing is left"):
        _ = trace.layers[0].error


def test_training_goes_as_without_recording(x: Tensor) -> None:
    def trained(around: Callable[[nn.Module], AbstractContextManager[object]]) -> dict[str, Tensor]:
        torch.manual_seed(3)
        net = Net().train()
        optimizer = torch.optim.AdamW(net.parameters(), 0.01)
        for _ in range(3):
            with around(net):
                optimizer.zero_grad()
                net(x).square().sum().backward()
                optimizer.step()
        return net.state_dict()

    plain, recorded = trained(lambda net: torch.enable_grad()), trained(attnscope.recording)
    assert all(torch.equal(value, recorded[name]) for name, value in plain.items())


def test_proofs_between_forward_and_backward_spoil_no_gradient(net: Net, x: Tensor) -> None:
    net.train()
    torch.manual_seed(2)
    net(x).sum().backward()
    expected = [parameter.grad for parameter in net.parameters()]
    net.zero_grad()
    torch.manual_seed(2)
    trace = attnscope.record(net, x)
    assert max(layer.error for layer in trace.layers) <= 1e-5
    trace.info()
    trace.output.sum().backward()
    for parameter, gradient in zip(net.parameters(), expected, strict=True):
        assert parameter.grad is not None
        assert gradient is not None
        assert torch.equal(parameter.grad, gradient)


def test_a_network_that_draws_from_numpy_is_repeated_and_left_alone(x: Tensor) -> None:
    class Noisy(nn.Module):
        def forward(self, x: Tensor) -> Tensor:
            return x * torch.sigmoid(x.mean((2, 3), keepdim=True) + float(np.random.rand()))

    np.random.seed(5)
    drawn = np.random.rand(2)[1]
    np.random.seed(5)
    trace = attnscope.record(Noisy(), x)
    assert trace.layers[0].error == 0
    assert np.random.rand() == drawn


@pytest.mark.parametrize("reentrant", [False, True])
@pytest.mark.filterwarnings("ignore:None of the inputs")
def test_checkpointed_parts_are_recorded_once(reentrant: bool, net: Net, x: Tensor) -> None:
    class Checkpointed(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.net = net

        def forward(self, x: Tensor) -> Tensor:
            return torch.utils.checkpoint.checkpoint(self.net, x, use_reentrant=reentrant)

    x.requires_grad_()
    (expected,) = torch.autograd.grad(net(x).sum(), x)
    model = Checkpointed()
    with attnscope.recording(model) as trace:
        model(x).sum().backward()
    assert titles(trace) == [f"net.{name}" for name in NAMES]
    assert x.grad is not None
    torch.testing.assert_close(x.grad, expected)
    assert max(layer.error for layer in trace.layers) <= 1e-5


def test_functional_calls_are_recorded(net: Net, x: Tensor) -> None:
    parameters = dict(net.named_parameters())

    def loss(parameters: dict[str, Tensor]) -> Tensor:
        return torch.func.functional_call(net, parameters, (x,)).sum()

    with attnscope.recording(net) as trace:
        expected = torch.autograd.grad(loss(parameters), parameters["stem.weight"])
    assert titles(trace) == NAMES
    assert max(layer.error for layer in trace.layers) <= 1e-5
    plain = trace["explicit"].weights
    with attnscope.recording(net) as trace:
        gradients = torch.func.grad(loss)(parameters)
    assert titles(trace) == NAMES
    torch.testing.assert_close(trace["explicit"].weights, plain)
    torch.testing.assert_close(gradients["stem.weight"], expected[0])


def one_by_one(net: Net, x: Tensor) -> Tensor:
    return torch.vmap(lambda image: net(image[None])[0])(x)


@pytest.mark.filterwarnings("ignore:There is a performance drop")
def test_images_that_vmap_hides_are_told_apart(net: Net, x: Tensor) -> None:
    class Mapping(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.net = net

        def forward(self, x: Tensor) -> Tensor:
            return one_by_one(self.net, x)

    plain, model = attnscope.record(net, x), Mapping().eval()
    with attnscope.recording(net) as outside:
        one_by_one(net, x)
    with pytest.raises(UserError, match="vmap"):
        _ = outside["gate"].error
    for _ in range(2):
        inside = attnscope.record(model, x)
        torch.testing.assert_close(inside.output, plain.output)
        assert max(layer.error for layer in inside.layers) <= 1e-5
        for layer, one, other in zip(plain.layers, inside.layers, outside.layers, strict=True):
            torch.testing.assert_close(one.weights, layer.weights)
            torch.testing.assert_close(other.weights, layer.weights)
    with pytest.raises(UserError, match="whole batch"):
        attnscope.record(model, x, edits=[attnscope.Edit("net.gate", 0)])


@pytest.mark.filterwarnings("ignore:There is a performance drop")
def test_gradients_of_every_image_by_itself_are_recorded(net: Net, x: Tensor) -> None:
    def loss(parameters: dict[str, Tensor], image: Tensor) -> Tensor:
        return torch.func.functional_call(net, parameters, (image[None],)).sum()

    each, parameters = torch.func.vmap(torch.func.grad(loss), in_dims=(None, 0)), dict(net.named_parameters())
    expected = each(parameters, x)
    with attnscope.recording(net) as trace:
        found = each(parameters, x)
    assert all(torch.equal(value, found[name]) for name, value in expected.items())
    torch.testing.assert_close(trace["mha"].weights, attnscope.record(net, x)["mha"].weights)


def test_what_vmap_keeps_from_being_read_is_listed() -> None:
    def attend(tokens: Tensor) -> Tensor:
        return torch.einsum("qk,kd->qd", (tokens @ tokens.mT).softmax(-1), tokens)

    class Mapping(nn.Module):
        def forward(self, x: Tensor) -> Tensor:
            return torch.vmap(attend)(x)

    ((_, reason),) = attnscope.record(Mapping(), torch.randn(3, 5, 4)).missed
    assert "whole batch" in reason


class Logging(Tensor):
    """A tensor of the user's own class."""


def test_tensors_of_the_users_own_class_stay_so(net: Net, x: Tensor) -> None:
    for _ in range(2):
        trace = attnscope.record(net, x.as_subclass(Logging))
        assert titles(trace) == NAMES
        assert type(trace.output) is Logging
        assert torch.equal(trace.output, net(x.as_subclass(Logging)))


class Counting(TorchFunctionMode):
    """A mode of the user's own."""

    def __init__(self) -> None:
        super().__init__()
        self.linears = 0

    def __torch_function__(self, func: object, types: object, args: tuple = (), kwargs: dict | None = None) -> object:
        self.linears += func is F.linear
        return func(*args, **(kwargs or {}))  # pyright: ignore[reportCallIssue]


def test_the_users_own_mode_sees_the_same_operations(net: Net, x: Tensor) -> None:
    net.mha = nn.Identity()  # type: ignore[assignment]
    net.mha.forward = lambda q, k, v, need_weights: (q,)  # type: ignore[method-assign]
    with Counting() as plain:
        net(x)
    for _ in range(2):
        with Counting() as around:
            trace = attnscope.record(net, x)
        assert around.linears == plain.linears
        assert titles(trace) == NAMES[:4]
    with attnscope.recording(net) as trace, Counting() as inside:
        net(x)
    assert inside.linears == plain.linears
    assert titles(trace) == NAMES[:4]


def test_the_users_own_hooks_run_as_they_would(net: Net, x: Tensor) -> None:
    ran: list[str] = []

    def double(module: nn.Module, args: tuple[Tensor], output: Tensor) -> Tensor:
        ran.append("after")
        return output * 2

    net.fused.register_forward_hook(double)
    net.gate.register_forward_pre_hook(lambda module, args: ran.append("before"))
    plain = net(x)
    for _ in range(2):
        ran.clear()
        assert torch.equal(attnscope.record(net, x).output, plain)
        assert ran == ["before", "before", "after"]


def test_a_recorded_network_is_copied_and_pickled_without_anything_of_ours(net: Net, x: Tensor) -> None:
    before = pickle.dumps(net)
    for _ in range(2):
        attnscope.record(net, x)
    assert pickle.dumps(net) == before
    assert titles(attnscope.record(copy.deepcopy(net), x)) == NAMES


def test_a_generator_that_is_closed_in_the_middle_leaves_nothing(net: Net, x: Tensor) -> None:
    def steps() -> Iterator[attnscope.Trace]:
        with attnscope.recording(net) as trace:
            net(x)
            yield trace
            net(x)

    running = steps()
    trace = next(running)
    running.close()
    assert titles(trace) == NAMES
    assert not _get_current_function_mode_stack()
    assert not torch_module._global_forward_hooks
    assert not torch_module._global_forward_pre_hooks
    assert trace["gate"].error == 0


def test_shapes_alone_can_be_recorded(net: Net, x: Tensor) -> None:
    trace = attnscope.record(net.to("meta"), x.to("meta"))
    assert trace["fused"].shape == (2, 2, 20, 20)
    with pytest.raises(UserError):
        _ = trace["fused"].error


def test_threads_that_record_the_same_network_do_not_disturb_each_other(net: Net, x: Tensor) -> None:
    found: list[object] = []

    def record() -> None:
        for number in range(8):
            trace = attnscope.record(net, x)
            found.append((titles(trace) == NAMES, number % 4 or max(layer.error for layer in trace.layers) <= 1e-5))

    importlib.import_module("torch._dynamo")
    stance = torch._dynamo.eval_frame._stance.stance
    before, interval = vars(net.gate).keys(), sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        threads = [threading.Thread(target=record) for _ in range(3)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        sys.setswitchinterval(interval)
    assert len(found) == 24
    assert torch._dynamo.eval_frame._stance.stance == stance
    assert all(names and proved for names, proved in found)  # type: ignore[misc]
    assert vars(net.gate).keys() == before
    assert not any("forward" in vars(module) for module in net.modules())
    assert not torch_module._global_forward_hooks


def test_buffers_made_under_inference_mode_are_left_alone_too(x: Tensor) -> None:
    class Counted(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.register_buffer("runs", torch.zeros(()))
            self.runs: Tensor

        def forward(self, x: Tensor) -> Tensor:
            self.runs += 1
            return x * torch.sigmoid(x.mean((2, 3), keepdim=True))

    with torch.inference_mode():
        model = Counted()
        trace = attnscope.record(model, x)
        assert trace.layers[0].error == 0
        assert model.runs == 1
