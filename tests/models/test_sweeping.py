"""The sweep finds what a recording leaves out: its reference sees it in another way, and only a review explains it."""

from collections import Counter
from collections.abc import Callable
from functools import partial

import attnscope
import pytest
import torch
from attnscope.models.networks.squeeze_excitation import SqueezeExcitation
from attnscope.models.recording import record as recording
from torch import Tensor, nn
from torch.nn import functional as F

from ..sweep.entries import Entry, image_inputs
from ..sweep.reference import seen_by_reference
from ..sweep.sweeping import Row, row_of


def gated() -> nn.Module:
    return nn.Sequential(nn.Conv2d(3, 32, 3), SqueezeExcitation(32)).eval()


def entry(explained: dict[str, str] | None = None) -> Entry:
    return Entry("timm", "gated", gated, image_inputs(8), explained=explained or {})


@pytest.fixture
def blind(monkeypatch: pytest.MonkeyPatch) -> None:
    """Recording that finds nothing."""
    monkeypatch.setattr(attnscope, "record", partial(attnscope.record, only="nowhere"))


def test_a_network_with_all_its_layers_has_nothing_to_explain() -> None:
    row = row_of(entry())
    assert (row.kinds, row.unexplained, row.gate_error) == ((("channel", 1),), (), 0.0)


@pytest.mark.usefixtures("blind")
def test_a_layer_left_out_is_told() -> None:
    assert "1: 0 recorded, seen by the reference: 1 gate" in row_of(entry()).unexplained


@pytest.mark.usefixtures("blind")
def test_a_reviewed_difference_is_told_with_its_reason() -> None:
    row = row_of(entry({"*": "as an example"}))
    assert row.unexplained == ()
    assert row.explained[0].startswith("`*`: as an example")


def test_a_reason_without_a_difference_is_told() -> None:
    assert row_of(entry({"*": "long gone"})).unexplained == ("`*` is explained and shows no difference",)


def attention(x: Tensor) -> Tensor:
    tokens = x.flatten(2).mT
    return (tokens @ tokens.mT).softmax(-1) @ tokens


@pytest.mark.parametrize(
    ("function", "uses"),
    [
        (attention, {"matrix": 1}),
        (lambda x: F.scaled_dot_product_attention(x, x, x), {"matrix": 1}),
        (lambda x: x * x.mean((2, 3), keepdim=True).sigmoid(), {"gate": 1}),
        (lambda x: x * x.mean((2, 3)).sigmoid()[..., None, None].expand_as(x).clone(), {"elementwise": 1}),
        (lambda x: x * x.sigmoid(), {}),
        (lambda x: (x @ x.mT) @ x, {"product": 1}),
        (lambda x: x * torch.ones(3, 1, 1).sigmoid(), {"gate": 1}),
    ],
    ids=["attention", "fused", "gate", "copied gate", "swish", "linear attention", "of a constant"],
)
def test_the_reference_sees(function: Callable[[Tensor], Tensor], uses: dict[str, int]) -> None:
    seen = seen_by_reference(nn.Identity(), lambda: function(torch.randn(1, 3, 4, 4)))
    assert seen.uses.get("", Counter()) == uses


@pytest.mark.parametrize(
    ("function", "asks"),
    [
        (lambda x: x if x.mean() > 0 else -x, True),
        (lambda x: x * x.shape[1], False),
        (lambda x: x[:, x.argmax().item() % 3], True),
        (lambda x: x[:, x.flatten().long().tolist()[0] % 3], True),
    ],
    ids=["branch", "size", "number", "list"],
)
def test_the_reference_tells_who_looks_at_values(function: Callable[[Tensor], Tensor], asks: bool) -> None:
    assert seen_by_reference(nn.Identity(), lambda: function(torch.randn(1, 3, 4, 4))).asks is asks


class Looking(nn.Module):
    """A gate that is left out where the image is dark."""

    def __init__(self, value: Callable[[Tensor], Tensor | int]) -> None:
        super().__init__()
        self.gate, self.value = SqueezeExcitation(4), value

    def forward(self, x: Tensor) -> Tensor:
        return self.gate(x) if self.value(x) > -9 else x


def test_only_a_network_that_looks_at_values_may_have_no_short_way(monkeypatch: pytest.MonkeyPatch) -> None:
    def row(value: Callable[[Tensor], Tensor | int]) -> Row:
        return row_of(Entry("timm", "looking", lambda: Looking(value).eval(), image_inputs(8, channels=4)))

    looking = row(lambda x: x.mean())
    assert (looking.narrow, looking.unexplained) == (False, ())
    monkeypatch.setattr(recording, "_recorded_narrowly", lambda *args: None)
    assert row(lambda x: x.shape[1]).unexplained == ("the network: no short way in the second pass",)
