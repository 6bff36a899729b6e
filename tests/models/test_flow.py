"""Attention flow against networkx on the papers' graph, and against cuts worked out by hand."""

import networkx as nx
import numpy as np
import pytest
from attnscope.models.analysis import flow
from attnscope.models.analysis.flow import flow_cells, token_flows
from attnscope.models.analysis.rollout import rollout
from attnscope.models.errors import UserError
from attnscope.models.progress import Cancelled

from .hand_made_layers import cells, self_attention, softmax

SIZE = (8, 8)


def weights(*shape: int) -> np.ndarray:
    return softmax(np.random.default_rng(9).normal(size=shape) * 3)


def through(given: np.ndarray, prefix: int = 0, discard: float = 0.0):
    return rollout([self_attention(own, cells(2, 2, 4, prefix), SIZE) for own in given], discard=discard)


def matrices(given: np.ndarray) -> list[np.ndarray]:
    return [(own.mean(0) + np.eye(own.shape[-1])) / 2 for own in given]


def by_networkx(pipes: list[np.ndarray], start: np.ndarray) -> list[float]:
    graph = nx.DiGraph()
    for level, pipe in enumerate(pipes):
        for (above, below), width in np.ndenumerate(pipe):
            graph.add_edge((level + 1, above), (level, below), capacity=float(width))
    for token, share in enumerate(start):
        graph.add_edge("source", (len(pipes), token), capacity=float(share))
    return [nx.maximum_flow_value(graph, "source", (0, token)) for token in range(len(start))]


def test_one_layer_lets_through_what_the_query_looks_at() -> None:
    given = weights(1, 2, 4, 4)
    np.testing.assert_allclose(token_flows(through(given), 2), matrices(given)[0][2], atol=1e-5)


def test_through_two_layers_every_token_between_passes_the_smaller_width() -> None:
    given = weights(2, 2, 4, 4)
    first, second = matrices(given)
    expected = [sum(min(second[1, between], first[between, token]) for between in range(4)) for token in range(4)]
    np.testing.assert_allclose(token_flows(through(given), 1), expected, atol=1e-5)


@pytest.mark.parametrize("strongest", [1, 32])
@pytest.mark.parametrize("query", [0, 3, None])
def test_it_is_the_largest_flow_whatever_edges_are_tried_first(
    query, strongest: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(flow, "_STRONGEST", strongest)
    given = weights(4, 2, 4, 4)
    start = np.full(4, 0.25) if query is None else np.eye(4)[query]
    np.testing.assert_allclose(token_flows(through(given), query), by_networkx(matrices(given), start), atol=1e-5)


def test_a_narrow_place_between_layers_holds_it_back() -> None:
    stay, narrow = np.eye(4)[None], np.array([[[0.9, 0.1, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]]])
    # With the residual, a twentieth of token 0 goes to token 1 in the middle, and nowhere else does anything.
    flows = token_flows(through(np.stack([stay, narrow, stay])), 0)
    np.testing.assert_allclose(flows, [0.95, 0.05, 0, 0], atol=1e-5)


def test_class_token_is_where_it_starts_and_is_not_shown() -> None:
    given = weights(3, 2, 5, 5)
    expected = np.array(by_networkx(matrices(given), np.eye(5)[0]))
    shown = flow_cells(through(given, prefix=1))
    np.testing.assert_allclose(shown.values, (expected / expected.sum())[1:].reshape(2, 2), atol=1e-5)
    assert shown.extent == (0, 0, 8, 8)


def test_what_is_discarded_lets_nothing_through() -> None:
    given = weights(1, 1, 4, 4)
    left = through(given, discard=0.75)
    gone = left.matrix(0)[1] == 0
    assert gone.any()
    assert (token_flows(left, 1)[gone] == 0).all()


def test_it_can_be_stopped_between_tokens() -> None:
    followed = through(weights(2, 1, 4, 4))
    followed.row()
    with pytest.raises(Cancelled):
        token_flows(followed, 0, lambda: True)


def test_too_many_tokens_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flow, "_MOST", 3)
    with pytest.raises(UserError, match="4 tokens takes too long"):
        flow_cells(through(weights(1, 1, 4, 4)))
