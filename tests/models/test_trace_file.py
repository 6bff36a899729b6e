"""A saved trace says the same as the one that was recorded, and a broken file can do nothing but fail."""

import json
from pathlib import Path

import attnscope
import numpy as np
import pytest
import torch
from attnscope.models.errors import UserError
from attnscope.models.networks.squeeze_excitation import SqueezeExcitation
from attnscope.models.weights.trace_reading import load
from safetensors.torch import save_file
from torch import Tensor, nn
from torch.nn import functional as F


class Net(nn.Module):
    """A channel gate, a spatial gate, fused attention with a mask, and attention written out."""

    def __init__(self) -> None:
        super().__init__()
        self.gate = SqueezeExcitation(4)

    def forward(self, x: Tensor) -> Tensor:
        x = self.gate(x)
        x = x * torch.sigmoid(x.mean(1, keepdim=True))
        tokens = x.flatten(2).mT.unflatten(2, (2, 2)).transpose(1, 2)
        mask = torch.ones(15, 15, dtype=torch.bool).tril()
        tokens = F.scaled_dot_product_attention(tokens, tokens, tokens, mask)
        return (tokens @ tokens.mT).softmax(-1) @ tokens


def test_a_saved_trace_says_the_same(tmp_path: Path) -> None:
    torch.set_num_threads(1)
    torch.manual_seed(19)
    trace = attnscope.record(Net().eval(), torch.randn(2, 4, 3, 5))
    trace.save(tmp_path / "cat.attn")
    again = load(tmp_path / "cat.attn")
    assert again.info() == trace.info()
    assert torch.equal(again.output, trace.output)
    for before, after in zip(trace.layers, again.layers, strict=True):
        assert torch.equal(before.weights, after.weights)
        assert before.error == after.error
        if before.grid is not None:
            np.testing.assert_array_equal(before.on_input(batch=1), after.on_input(batch=1))
    torch.testing.assert_close(again.layers[2].row(1, 7, 1), trace.layers[2].row(1, 7, 1))
    with pytest.raises(UserError, match="no feature maps"):
        again["gate"].features(0)


@pytest.mark.parametrize(
    "facts",
    [
        None,
        {},
        {"format": 99, "layers": [], "missed": []},
        {"format": 1, "layers": [{"name": "a"}], "missed": []},
        {"format": 1, "layers": 7, "missed": []},
        {"format": 1, "missed": [], "layers": [{"name": "", "call": 0, "kind": "odd", "note": "", "error": None}]},
    ],
)
def test_what_is_no_trace_is_refused(facts: object, tmp_path: Path) -> None:
    metadata = None if facts is None else {"attnscope": json.dumps(facts)}
    save_file({"0.weights": torch.zeros(2)}, tmp_path / "odd.attn", metadata)
    with pytest.raises(UserError, match=r"odd\.attn"):
        load(tmp_path / "odd.attn")


def test_a_missing_or_truncated_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"none\.attn"):
        load(tmp_path / "none.attn")
    (tmp_path / "short.attn").write_bytes(b"\x10\x00")
    with pytest.raises(UserError, match=r"short\.attn"):
        load(tmp_path / "short.attn")
    with pytest.raises(UserError, match="cannot be written"):
        attnscope.record(Net().eval(), torch.randn(1, 4, 3, 5)).save(tmp_path / "no" / "folder.attn")
