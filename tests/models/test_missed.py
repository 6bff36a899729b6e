"""What looks like attention and cannot be seen is listed, with what to do about it."""

from concurrent.futures import ThreadPoolExecutor

import attnscope
import pytest
import torch
from torch import Tensor, nn
from torch.nn import functional as F


class Attention(nn.Module):
    """Named like what it does not do."""

    def __init__(self, inside: nn.Module) -> None:
        super().__init__()
        self.inside = inside

    def forward(self, x: Tensor) -> Tensor:
        return self.inside(x)


def test_what_looks_like_attention_and_was_not_seen_is_listed() -> None:
    model = nn.Sequential(nn.Identity(), Attention(nn.Linear(3, 3)))
    for _ in range(2):
        trace = attnscope.record(model, torch.randn(2, 3))
        assert trace.layers == []
        ((name, reason),) = trace.missed
        assert name == "1"
        assert "not seen" in reason


def test_names_alone_raise_no_alarm_where_nothing_could_be_weighed() -> None:
    class Block(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.attn = nn.Identity()
            self.post_attn = Norm(3)
            self.gate = SpatialGatingUnit()

        def forward(self, x: Tensor) -> Tensor:
            return self.gate(self.post_attn(self.attn(x)))

    class Norm(nn.BatchNorm2d):
        def __init__(self, channels: int) -> None:
            super().__init__(channels)
            self.act = nn.ReLU()

    class SpatialGatingUnit(nn.Module):
        def forward(self, x: Tensor) -> Tensor:
            return x[:, :1] * x[:, 1:]

    assert attnscope.record(Block(), torch.randn(2, 3, 5, 7)).missed == []


def test_attention_that_slept_is_told_from_attention_that_was_not_seen() -> None:
    class Fork(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.tower = nn.Sequential(Attention(nn.Linear(3, 3)), Attention(nn.Linear(3, 3)))
            self.attn = nn.Sequential(nn.Linear(3, 3))

        def forward(self, x: Tensor, deep: bool) -> Tensor:
            return self.tower(x) if deep else self.attn(x)

    model = Fork()
    for deep, expected in ((False, {"tower": "did not run", "attn": "not seen"}), (True, {"attn": "did not run"})):
        missed = dict(attnscope.record(model, torch.randn(2, 3), deep).missed)
        assert all(words in missed[name] for name, words in expected.items())
        assert ("tower.0" in missed) is ("tower.1" in missed) is deep
    with attnscope.recording(model) as trace:
        model.attn(torch.randn(2, 3))
    assert [name for name, _ in trace.missed] == ["attn"]  # nobody asked for the rest


def test_a_gate_of_the_network_itself_does_not_hide_what_was_not_seen_deep_inside() -> None:
    class Outer(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.near = Attention(nn.Linear(3, 3))
            self.blocks = nn.ModuleList([nn.Sequential(Attention(nn.Linear(3, 3)))])

        def forward(self, x: Tensor) -> Tensor:
            return self.blocks[0](x) * torch.sigmoid(self.near(x.mean(1, keepdim=True)))

    trace = attnscope.record(Outer(), torch.randn(2, 5, 3))
    assert [layer.name for layer in trace.layers] == [""]
    assert [name for name, _ in trace.missed] == ["blocks.0.0"]  # near made the weights that are applied around it


def test_what_ran_in_another_thread_is_listed(small: nn.Module, x: Tensor) -> None:
    class Elsewhere(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.inner = small

        def forward(self, x: Tensor) -> Tensor:
            with ThreadPoolExecutor(1) as pool:
                return pool.submit(self.inner, x).result()

    for _ in range(2):
        ((name, reason),) = attnscope.record(Elsewhere(), x).missed
        assert name == "inner"
        assert "another thread" in reason


@pytest.mark.parametrize("form", ["three", "packed", "stacked", "keys and values", "named"])
def test_operations_that_swallow_attention_are_listed(form: str) -> None:
    shapes = {
        "three": [(2, 5, 7)] * 3,
        "packed": [(2, 5, 3, 2, 7)],
        "stacked": [(3, 2, 5, 2, 7)],
        "keys and values": [(2, 5, 2, 7), (2, 5, 2, 2, 7)],
        "named": [(2, 5, 21)],
    }
    name = "flash_attn" if form == "named" else "swallow"

    @torch.library.custom_op(f"attnscope_tests_{form.replace(' ', '_')}::{name}", mutates_args=())
    def swallow(operands: list[Tensor]) -> Tensor:
        return operands[0] + 1

    class Opaque(nn.Module):
        def forward(self, operands: list[Tensor]) -> Tensor:
            return swallow(operands)

    missed = attnscope.record(nn.Sequential(Opaque()), [torch.randn(shape) for shape in shapes[form]]).missed
    ((path, reason),) = missed
    assert path == "0"
    assert f"::{name}" in reason
    assert "switch it to eager or sdpa" in reason


def test_an_operation_on_a_picture_is_no_attention() -> None:
    @torch.library.custom_op("attnscope_tests::blur", mutates_args=())
    def blur(picture: Tensor, weight: Tensor) -> Tensor:
        return picture * weight

    class Blur(nn.Module):
        def forward(self, x: Tensor) -> Tensor:
            return blur(x, torch.ones(7))

    assert attnscope.record(Blur(), torch.randn(2, 3, 5, 7)).missed == []


class Swallow(torch.autograd.Function):
    """Attention that brings its own backward pass."""

    @staticmethod
    def forward(ctx: object, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
        return (q @ k.mT).softmax(-1) @ v

    @staticmethod
    def backward(ctx: object, *grads: Tensor) -> tuple[Tensor, ...]:
        return grads * 3


def test_a_function_with_its_own_backward_pass_is_seen_inside() -> None:
    class Custom(nn.Module):
        def forward(self, x: Tensor) -> Tensor:
            return Swallow.apply(x, x + 1, x + 2)

    for _ in range(2):
        trace = attnscope.record(Custom(), torch.randn(1, 5, 7, requires_grad=True))
        assert [layer.kind for layer in trace.layers] == ["heads"]
        assert trace.layers[0].error <= 1e-5


def test_an_opaque_operation_is_listed() -> None:
    @torch.library.custom_op("attnscope_tests::swallow", mutates_args=())
    def swallow(q: Tensor, k: Tensor, v: Tensor) -> Tensor:
        return F.scaled_dot_product_attention(q, k, v)

    class Opaque(nn.Module):
        def forward(self, x: Tensor) -> Tensor:
            return swallow(x, x + 1, x + 2)

    ((name, reason),) = attnscope.record(nn.Sequential(Opaque()), torch.randn(1, 5, 7)).missed
    assert name == "0"
    assert "attnscope_tests::swallow" in reason
