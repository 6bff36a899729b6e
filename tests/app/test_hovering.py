"""The row under the pointer is asked while it moves; the newest place wins."""

from types import SimpleNamespace

import numpy as np
import pytest
from attnscope.app.link.pass_records import pass_info
from attnscope.app.session.hovering import Hovering
from attnscope.app.state.state import State
from attnscope.app.state.wishes import Focus, Look

from .stand_in import StandInClient, outcome


@pytest.fixture
def desk(qapp) -> SimpleNamespace:
    state, client = State(Look(live=True)), StandInClient()
    hovering = Hovering(state, client)  # pyright: ignore[reportArgumentType]
    client.answered.connect(hovering.take)
    state.update(activity="idle", outcome=pass_info(outcome()), focus=Focus(layer=2))
    return SimpleNamespace(state=state, client=client, hovering=hovering)


def answer(desk: SimpleNamespace) -> dict:
    number, request = next(iter(desk.client.sent.items()))
    desk.client.answer(number, "map", {"values": np.zeros((2, 2), np.float32)}, extent=[0, 0, 20, 20])
    return request


def test_the_place_under_the_pointer_is_asked_at_once_and_shown(desk):
    desk.hovering.over((3, 4))
    assert answer(desk)["query"] == (3, 4)
    assert desk.state.now.hovered.question.query == (3, 4)


def test_of_many_places_while_an_answer_is_on_its_way_only_the_newest_is_asked(qtbot, desk):
    for column in range(9):
        desk.hovering.over((0, column))
    assert [request["query"] for request in desk.client.sent.values()] == [(0, 0)]
    answer(desk)
    qtbot.waitUntil(lambda: bool(desk.client.sent))
    assert [request["query"] for request in desk.client.sent.values()] == [(0, 8)]


def test_when_the_pointer_leaves_the_late_row_is_not_shown(desk):
    desk.hovering.over((3, 4))
    desk.hovering.over(None)
    answer(desk)
    assert desk.state.now.hovered is None


def test_nothing_is_asked_in_a_layer_without_heads_or_when_it_is_not_wished(desk):
    desk.state.update(focus=Focus(layer=1))
    desk.hovering.over((3, 4))
    desk.state.update(focus=Focus(layer=2), look=Look(live=False))
    desk.hovering.over((3, 5))
    assert not desk.client.sent


def test_another_layer_takes_away_what_was_under_the_pointer(desk):
    desk.hovering.over((3, 4))
    answer(desk)
    desk.state.update(focus=Focus(layer=1))
    assert desk.state.now.hovered is None
