"""What the engine says of all layers together: fields as the window sends them, answers as the formulas have them."""

import attnscope
import numpy as np
import pytest
import torch
from attnscope.app.engine.whole_answers import WHOLE, answer
from attnscope.models.errors import UserError
from attnscope.models.progress import Cancelled
from torch import nn

CELL, WIDTH, HEADS = 8, 12, 3


class Deep(nn.Module):
    """A gate, and three layers of attention over a class token and six patches."""

    def __init__(self) -> None:
        super().__init__()
        self.enter, self.gate = nn.Conv2d(3, WIDTH, CELL, CELL), nn.Conv2d(WIDTH, 1, 1)
        self.first = nn.Parameter(torch.randn(1, 1, WIDTH))
        self.blocks = nn.ModuleList(nn.MultiheadAttention(WIDTH, HEADS, batch_first=True) for _ in range(3))
        self.head = nn.Linear(WIDTH, 5)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        maps = self.enter(x)
        maps = maps * torch.sigmoid(self.gate(maps))
        tokens = torch.cat([self.first, 3 * maps.flatten(2).transpose(1, 2)], 1)
        for block in self.blocks:
            tokens = tokens + block(tokens, tokens, tokens)[0]
        return self.head(tokens[:, 0])


@pytest.fixture(scope="module")
def trace():
    torch.manual_seed(3)
    torch.set_num_threads(1)
    return attnscope.record(Deep().eval(), torch.randn(1, 3, 16, 24), gradients=2)


@pytest.fixture(scope="module")
def weights(trace) -> list[np.ndarray]:
    assert [layer.kind for layer in trace.layers] == ["spatial", "heads", "heads", "heads"]
    return [layer.weights[0].double().numpy() for layer in trace.layers[1:]]


def rolled(matrices: list[np.ndarray]) -> np.ndarray:
    product = np.eye(7)
    for matrix in matrices:
        mixed = matrix + np.eye(7)
        product = mixed / mixed.sum(1, keepdims=True) @ product
    return product


def test_rollout_goes_up_to_the_layer_that_is_asked_for(trace, weights) -> None:
    told, arrays = answer(trace, "rollout", {"layer": 2, "query": [9, 18], "combine": "max", "discard": 0})
    assert (told["query"], told["box"], told["extent"]) == (6, [8, 16, 16, 24], [0, 0, 16, 24])
    assert (told["first"], told["last"], told["layers"], told["note"]) == ("blocks.0", "blocks.1", 2, "")
    expected = rolled([own.max(0) for own in weights[:2]])[6, 1:].reshape(2, 3)
    np.testing.assert_allclose(arrays["values"], expected, rtol=1e-4)


def test_every_question_gets_its_own_answer_from_what_was_kept(trace, weights) -> None:
    expected = {combine: rolled([getattr(own, combine)(0) for own in weights]) for combine in ("mean", "min", "max")}
    for query in (None, 3):
        for combine, product in expected.items():
            _, arrays = answer(trace, "rollout", {"layer": 3, "query": query, "combine": combine})
            np.testing.assert_allclose(arrays["values"], product[query or 0, 1:].reshape(2, 3), rtol=1e-4)


def test_discarded_share_changes_the_answer(trace) -> None:
    whole, less = (answer(trace, "rollout", {"layer": 3, "discard": share})[1]["values"] for share in (0.0, 0.9))
    assert np.abs(whole - less).max() > 0.01


def test_flow_is_a_share_of_the_whole(trace, weights) -> None:
    told, arrays = answer(trace, "flow", {"layer": 1, "query": 4})
    through = (weights[0].mean(0) + np.eye(7))[4] / 2  # through one layer, all of it
    np.testing.assert_allclose(arrays["values"], through[1:].reshape(2, 3), atol=1e-5)
    assert told["query"] == 4


def test_gradient_rollout_is_of_the_class_of_the_pass(trace, weights) -> None:
    relevance = np.eye(7)
    for own, layer in zip(weights, trace.layers[1:], strict=True):
        change = layer.gradients[0].double().numpy()
        relevance = relevance + np.maximum(own * change, 0).mean(0) @ relevance
    told, arrays = answer(trace, "gradient_rollout", {"layer": 3, "query": None, "target": 2})
    np.testing.assert_allclose(arrays["values"], relevance[0, 1:].reshape(2, 3), rtol=1e-4)
    assert told["query"] == 0


@pytest.mark.parametrize("kind", sorted(WHOLE))
def test_gate_before_all_attention_is_refused(trace, kind: str) -> None:
    with pytest.raises(UserError, match="choose a later one"):
        answer(trace, kind, {"layer": 0})


@pytest.mark.parametrize(
    ("fields", "said"), [({"layer": 4}, "no layer 4"), ({}, "no layer None"), ({"layer": 3, "discard": 1}, "share")]
)
def test_what_there_is_not_is_refused(trace, fields, said: str) -> None:
    with pytest.raises(UserError, match=said):
        answer(trace, "rollout", fields)


def test_other_question_is_refused(trace) -> None:
    with pytest.raises(UserError, match="dance"):
        answer(trace, "dance", {"layer": 3})


@pytest.mark.parametrize("kind", ["rollout", "flow"])
def test_it_can_be_stopped(kind: str) -> None:
    torch.manual_seed(3)
    fresh = attnscope.record(Deep().eval(), torch.randn(1, 3, 16, 24))
    with pytest.raises(Cancelled):
        answer(fresh, kind, {"layer": 3}, lambda: True)


@pytest.mark.parametrize("kind", sorted(WHOLE))
def test_a_network_without_attention_between_places_is_told_apart_from_too_early_a_layer(kind: str) -> None:
    class Gated(nn.Module):
        def forward(self, x: torch.Tensor) -> torch.Tensor:
            return x * x.mean((2, 3), keepdim=True).sigmoid()

    gated = attnscope.record(Gated(), torch.randn(1, 3, 8, 8))
    assert [layer.kind for layer in gated.layers] == ["channel"]
    with pytest.raises(UserError, match="has no attention from one place to another"):
        answer(gated, kind, {"layer": 0})
