"""The newest wish is asked first, few questions are open at a time, and nothing is asked twice."""

from types import SimpleNamespace

import numpy as np
import pytest
from attnscope.app.link.pass_records import pass_info
from attnscope.app.link.protocol import Message
from attnscope.app.session.asking import Asking
from attnscope.app.state.state import State
from attnscope.app.state.wishes import Focus

from .stand_in import StandInClient, outcome


@pytest.fixture
def desk(qapp) -> SimpleNamespace:
    state, client = State(), StandInClient()
    asking = Asking(state, client)  # pyright: ignore[reportArgumentType]
    client.answered.connect(asking.take)
    state.update(activity="idle", outcome=pass_info(outcome()))
    return SimpleNamespace(state=state, client=client, asking=asking)


def answer_all(client: StandInClient) -> list[dict]:
    """Answer until nothing is open; returns the requests in the order they were sent."""
    asked = []
    while client.sent:
        number, request = min(client.sent.items())
        asked.append(request)
        client.answer(number, request["kind"], {"values": np.zeros((2, 2), np.float32)}, error=0.0)
    return asked


def test_only_two_questions_are_open_at_a_time(desk):
    assert len(desk.client.sent) == 2


def test_what_is_on_screen_is_asked_first(desk):
    assert [request["kind"] for request in desk.client.sent.values()] == ["bars", "preview"]


def test_every_slot_is_answered_and_nothing_is_asked_twice(desk):
    asked = answer_all(desk.client)
    keys = [(r["kind"], r.get("layer"), str(r.get("head")), str(r.get("query"))) for r in asked]
    assert len(keys) == len(set(keys))
    assert {"bars", "preview:0", "preview:1", "preview:2", "error:0", "error:2", "ahead:1:map"} <= set(
        desk.state.now.answers
    )


def test_a_wish_that_was_overtaken_is_never_asked(desk):
    for layer in (1, 2, 1, 2):
        desk.state.update(focus=Focus(layer=layer))
    desk.state.update(focus=Focus(layer=2, query=(3, 4)))
    asked = answer_all(desk.client)
    maps = [r for r in asked if r["kind"] == "map" and r["layer"] == 2]
    assert [r["query"] for r in maps] == [(3, 4)]


def test_a_step_to_what_was_asked_ahead_shows_it_at_once(desk):
    answer_all(desk.client)
    desk.state.update(focus=Focus(layer=1))
    assert "map" in desk.state.now.answers


def test_a_refused_question_is_not_asked_for_ever(desk):
    number = desk.client.asked("bars")[0]
    desk.client.answer(number, "failed", message="no")
    assert not any(r["kind"] == "bars" for r in answer_all(desk.client))


def test_why_something_cannot_be_shown_is_said_but_not_of_what_was_only_asked_ahead(desk):
    while not any(request.get("layer") == 1 and request["kind"] == "map" for request in desk.client.sent.values()):
        number, request = min(desk.client.sent.items())
        desk.client.answer(number, request["kind"], {"values": np.zeros((2, 2), np.float32)}, error=0.0)
    desk.client.answer(desk.client.asked("map")[0], "failed", message="ahead")
    assert desk.state.now.notice is None
    answer_all(desk.client)
    desk.state.update(focus=Focus(layer=2, query=(19, 19)))
    desk.client.answer(desk.client.asked("map")[0], "failed", message="No query lies there.")
    assert desk.state.now.notice.text == "No query lies there."


def test_a_new_pass_forgets_what_was_answered(desk):
    answer_all(desk.client)
    desk.asking.forget()
    desk.state.update(outcome=pass_info(outcome()))
    assert desk.state.now.answers == {}
    assert desk.client.sent


def test_nothing_is_asked_while_a_pass_runs(desk):
    answer_all(desk.client)
    desk.state.update(activity="running")
    desk.state.update(focus=Focus(layer=2, query=(1, 1)))
    assert not desk.client.sent


def test_proofs_wait_until_the_user_stays_at_one_thing(desk, qtbot):
    desk.state.update(focus=Focus(layer=2))
    assert "error" not in {request["kind"] for request in answer_all(desk.client)}
    qtbot.waitUntil(lambda: bool(desk.client.asked("error")))


def test_a_new_picture_does_not_wait_for_an_attribution_of_the_old_one(desk):
    answer_all(desk.client)
    desk.state.update(focus=Focus(second="gradients"))
    (slow,) = desk.client.asked("gradients")
    desk.state.update(activity="running")
    assert desk.client.cancelled == [slow]
    desk.client.answer(slow, "cancelled")
    desk.state.update(activity="idle", outcome=pass_info(outcome()))
    assert desk.client.asked("gradients")


def test_when_the_engine_is_lost_nothing_is_said_to_be_worked_out(desk):
    answer_all(desk.client)
    desk.state.update(focus=Focus(second="gradients"))
    told = Message({"kind": "progress", "id": desk.client.asked("gradients")[0], "text": "…", "done": 1, "total": 20})
    desk.client.answered.emit(told)
    assert desk.state.now.working == ("…", 1, 20)
    desk.asking.forget()
    assert desk.state.now.working == ("", 0, 0)
