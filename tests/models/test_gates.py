"""Gates are found by what they do, however they are written, and nothing else is taken for one."""

from collections.abc import Callable

import attnscope
import pytest
import torch
from torch import Tensor, nn
from torch.nn import functional as F

B, C, H, W = 2, 7, 5, 11


class Written(nn.Module):
    """A network that is one function of the user's, with layers at hand."""

    def __init__(self, function: Callable[["Written", Tensor], Tensor]) -> None:
        super().__init__()
        self.function = function
        self.fc = nn.Linear(C, C)
        self.branches = nn.Linear(C, 3 * C)
        self.to_map = nn.Conv2d(C, 1, 3, padding=1)
        self.to_number = nn.Linear(C, 1)
        self.one, self.other = nn.Conv2d(C, C, 1), nn.Conv2d(C, C, 1)
        self.wide = nn.Conv2d(C, 2 * C, 1)
        self.along = nn.Conv1d(1, 1, 3, padding=1)
        self.scale = nn.Parameter(torch.randn(1, C, 1, 1))
        self.register_buffer("mean", torch.randn(C))

    def forward(self, x: Tensor) -> Tensor:
        return self.function(self, x)


def logits(m: Written, x: Tensor) -> Tensor:
    return m.fc(x.mean((2, 3)))


def factors(m: Written, x: Tensor) -> Tensor:
    return torch.sigmoid(logits(m, x))[:, :, None, None]


def in_place(m: Written, x: Tensor) -> Tensor:
    y = x + 1
    y *= factors(m, y)
    return y


def channels_last(m: Written, x: Tensor) -> Tensor:
    return (x.permute(0, 2, 3, 1) * factors(m, x).permute(0, 2, 3, 1)).permute(0, 3, 1, 2)


def positions_last(m: Written, x: Tensor) -> Tensor:
    rows = x.permute(0, 2, 3, 1)
    return rows * torch.sigmoid(m.to_number(rows))


def selective(m: Written, x: Tensor) -> Tensor:
    shares = m.branches(x.mean((2, 3))).view(-1, 3, C).softmax(1)
    return (torch.stack([x, x + 1, x + 2], 1) * shares[..., None, None]).sum(1)


def one_cell(m: Written, x: Tensor) -> Tensor:
    cell = x.mean((2, 3), keepdim=True)
    return cell * torch.sigmoid(m.one(F.adaptive_avg_pool2d(cell, 1)))


def over_tokens(m: Written, x: Tensor) -> Tensor:
    tokens = x.flatten(2).transpose(1, 2)
    return tokens * torch.sigmoid(m.fc(tokens.mean(1, keepdim=True)))


def copied_into_zeros(m: Written, x: Tensor) -> Tensor:
    batch = x.new_zeros(x.shape)
    for image, place in zip(x, batch, strict=True):
        place.copy_(image)
    return batch * factors(m, batch)


def set_by_index(m: Written, x: Tensor) -> Tensor:
    batch = torch.zeros_like(x)
    batch[:, :, 1:] = x[:, :, 1:]
    return batch * factors(m, batch)


CHANNEL: dict[str, Callable[[Written, Tensor], Tensor]] = {
    "broadcast": lambda m, x: x * factors(m, x),
    "gate first": lambda m, x: factors(m, x) * x,
    "view": lambda m, x: x * torch.sigmoid(logits(m, x)).view(-1, C, 1, 1),
    "expand_as": lambda m, x: x * factors(m, x).expand_as(x),
    "repeat": lambda m, x: x * factors(m, x).repeat(1, 1, H, W),
    "in place": in_place,
    "mul_": lambda m, x: (x + 0).mul_(factors(m, x)),
    "einsum": lambda m, x: torch.einsum("bchw,bc->bchw", x, torch.sigmoid(logits(m, x))),
    "written out": lambda m, x: x * (1 / (1 + torch.exp(-logits(m, x))))[:, :, None, None],
    "reciprocal": lambda m, x: x * torch.reciprocal(1 + (-logits(m, x)).exp())[:, :, None, None],
    "hard": lambda m, x: x * (F.relu6(logits(m, x) + 3) / 6)[:, :, None, None],
    "one plus tanh": lambda m, x: x * (1 + torch.tanh(logits(m, x)))[:, :, None, None],
    "residual": lambda m, x: x + x * factors(m, x),
    "channels last": channels_last,
    "efficient": lambda m, x: x * torch.sigmoid(m.along(x.mean((2, 3))[:, None])[:, 0])[:, :, None, None],
    "one cell": one_cell,
    "input copied into zeros": copied_into_zeros,
    "input set by index": set_by_index,
    "tokens": over_tokens,
}
OTHER_KINDS: dict[str, tuple[Callable[[Written, Tensor], Tensor], str, tuple[int, ...]]] = {
    "spatial": (lambda m, x: x * torch.sigmoid(m.to_map(x)), "spatial", (B, H, W)),
    "spatial, channels last": (positions_last, "spatial", (B, H, W)),
    "spatial, repeated": (lambda m, x: x * torch.sigmoid(m.to_map(x)).repeat(1, C, 1, 1), "spatial", (B, H, W)),
    "branches": (selective, "channel", (B, 3, C)),
    "strips": (lambda m, x: x * torch.sigmoid(m.one(x.mean(3, keepdim=True))), "other", (B, C, H)),
    "both at once": (
        lambda m, x: x * (1 + torch.sigmoid(logits(m, x)[:, :, None, None] + m.to_map(x))),
        "other",
        (B, C, H, W),
    ),
}
NONE: dict[str, Callable[[Written, Tensor], Tensor]] = {
    "silu": lambda m, x: F.silu(m.one(x)),
    "silu written out": lambda m, x: x * torch.sigmoid(x),
    "quick gelu": lambda m, x: x * torch.sigmoid(1.702 * x),
    "hard swish written out": lambda m, x: x * F.relu6(x + 3) / 6,
    "gelu by tanh": lambda m, x: 0.5 * x * (1 + torch.tanh(0.797 * (x + 0.0447 * x**3))),
    "mish": lambda m, x: x * torch.tanh(F.softplus(x)),
    "glu": lambda m, x: (lambda a, b: a * torch.sigmoid(b))(*m.wide(x).chunk(2, 1)),
    "glu of two projections": lambda m, x: m.one(x) * torch.sigmoid(m.other(x)),
    "swiglu": lambda m, x: F.silu(m.one(x)) * m.other(x),
    "layer scale": lambda m, x: x * m.scale,
    "sigmoid of a parameter": lambda m, x: x * torch.sigmoid(m.scale),
    "softmax of a parameter": lambda m, x: x * m.scale.softmax(1),
    "stochastic depth": lambda m, x: x * x.new_empty(B, 1, 1, 1).bernoulli_(0.8).div_(0.8),
    "dropout": lambda m, x: F.dropout(x, 0.5, training=True),
    "batch norm by hand": lambda m, x: (x - m.mean[:, None, None]) * torch.sigmoid(m.mean)[:, None, None],
    "response normalisation": lambda m, x: x * (x.norm(dim=(2, 3), keepdim=True) / (x.mean() + 1e-6)),
    "rms norm": lambda m, x: x * torch.rsqrt(x.pow(2).mean(1, keepdim=True) + 1e-6) * m.scale,
    "unit length": lambda m, x: x * (1 / x.norm(dim=1, keepdim=True).clamp(min=1e-6)),
    "scores of a detector": lambda m, x: torch.sigmoid(m.to_map(x)) * torch.sigmoid(m.one(x)),
    "clamped boxes": lambda m, x: x.flatten(0, 2) * x.flatten(0, 2)[:, :1].clamp(0, 5),
    "class probabilities": lambda m, x: m.one(x).softmax(1),
}


@pytest.fixture
def x() -> Tensor:
    torch.set_num_threads(1)
    torch.manual_seed(3)
    return torch.randn(B, C, H, W)


@pytest.mark.parametrize("written", CHANNEL.values(), ids=CHANNEL.keys())
def test_a_channel_gate_is_found_however_it_is_written(written: Callable[[Written, Tensor], Tensor], x: Tensor) -> None:
    model = Written(written).eval()
    expected = model(x)
    for trace in (attnscope.record(model, x), attnscope.record(model, x)):  # in full, then the short way
        (layer,) = trace.layers
        assert (layer.kind, layer.shape, layer.error) == ("channel", (B, C), 0.0)
        assert torch.equal(trace.output, expected)


@pytest.mark.parametrize(("written", "kind", "shape"), OTHER_KINDS.values(), ids=OTHER_KINDS.keys())
def test_the_kind_follows_from_what_is_broadcast(
    written: Callable[[Written, Tensor], Tensor], kind: str, shape: tuple[int, ...], x: Tensor
) -> None:
    (layer,) = attnscope.record(Written(written).eval(), x).layers
    assert (layer.kind, layer.shape, tuple(layer.weights.shape), layer.error) == (kind, shape, shape, 0.0)


@pytest.mark.parametrize("written", NONE.values(), ids=NONE.keys())
def test_what_is_no_gate_is_not_taken_for_one(written: Callable[[Written, Tensor], Tensor], x: Tensor) -> None:
    assert attnscope.record(Written(written), x).layers == []


def test_the_factors_are_those_of_the_formula(x: Tensor) -> None:
    model = Written(lambda m, x: x * factors(m, x)).eval()
    pooled = x.numpy().mean(axis=(2, 3))
    z = pooled @ model.fc.weight.detach().numpy().T + model.fc.bias.detach().numpy()
    expected = 1 / (1 + torch.tensor(-z).exp())
    torch.testing.assert_close(attnscope.record(model, x).layers[0].weights, expected)


def test_a_gate_under_autocast_keeps_the_factors_that_were_applied(x: Tensor) -> None:
    model = Written(lambda m, x: m.one(x) * factors(m, x)).eval()
    with torch.autocast("cpu", torch.bfloat16):
        (layer,) = attnscope.record(model, x).layers
    assert layer.weights.dtype == torch.float32
    assert layer.error == 0.0
