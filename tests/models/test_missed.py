"""What looks like attention and cannot be seen is listed, with what to do about it."""

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


@pytest.mark.filterwarnings("ignore:.torch.jit.script. is:FutureWarning")
def test_scripted_modules_are_listed() -> None:
    gate = torch.jit.script(SqueezeExcitationByHand())
    model = nn.Sequential(nn.Conv2d(3, 4, 1), gate)
    ((name, reason),) = attnscope.record(model, torch.randn(1, 3, 5, 7)).missed
    assert name == "1"
    assert "scripted" in reason


class SqueezeExcitationByHand(nn.Module):
    """What torch can script."""

    def __init__(self) -> None:
        super().__init__()
        self.fc = nn.Linear(4, 4)

    def forward(self, x: Tensor) -> Tensor:
        return x * torch.sigmoid(self.fc(x.mean((2, 3))))[:, :, None, None]


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
