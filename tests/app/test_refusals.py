"""What the engine refuses is said while it is waited for, and taken back once the user looks elsewhere."""

from types import SimpleNamespace

import numpy as np
import pytest
from attnscope.app.link.pass_records import pass_info
from attnscope.app.session.asking import Asking
from attnscope.app.state.state import State
from attnscope.app.state.wishes import Focus

from .stand_in import StandInClient, outcome

WEIGHTS, ROLLOUT = Focus(layer=2), Focus(layer=2, source="rollout")


@pytest.fixture
def desk(qapp) -> SimpleNamespace:
    state, client = State(), StandInClient()
    asking = Asking(state, client)  # pyright: ignore[reportArgumentType]
    client.answered.connect(asking.take)
    state.update(activity="idle", outcome=pass_info(outcome()), focus=WEIGHTS)
    return SimpleNamespace(state=state, client=client, asking=asking)


def answer_all(desk: SimpleNamespace, rollout: str = "failed") -> list[str]:
    """Answer everything, rollout with a refusal; returns the kinds in the order they were sent."""
    kinds = []
    while desk.client.sent:
        number, request = min(desk.client.sent.items())
        kinds.append(request["kind"])
        if request["kind"] == "rollout":
            desk.client.answer(number, rollout, message="There is nothing to follow.")
        else:
            desk.client.answer(number, request["kind"], {"values": np.zeros((2, 2), np.float32)}, error=0.0)
    return kinds


def test_what_is_refused_is_told_with_its_reason(desk):
    desk.state.update(focus=ROLLOUT)
    answer_all(desk)
    assert desk.state.now.refused == {"source": "There is nothing to follow."}
    assert desk.state.now.notice.text == "There is nothing to follow."


def test_a_refusal_is_taken_back_once_the_user_looks_at_something_else_and_said_again_when_he_returns(desk):
    desk.state.update(focus=ROLLOUT)
    answer_all(desk)
    desk.state.update(focus=WEIGHTS)
    assert (desk.state.now.notice, desk.state.now.refused) == (None, {})
    desk.state.update(focus=ROLLOUT)
    assert desk.state.now.notice.text == "There is nothing to follow."
    assert "rollout" not in answer_all(desk)


def test_a_refusal_that_was_closed_is_not_said_anew_with_every_other_answer(desk):
    desk.state.update(focus=ROLLOUT)
    answer_all(desk)
    desk.state.update(notice=None)
    desk.state.update(look=desk.state.now.look.__class__(scale="all"))
    answer_all(desk)
    assert desk.state.now.notice is None


def test_what_the_user_stopped_is_not_asked_again_until_he_has_looked_elsewhere(desk):
    desk.state.update(focus=ROLLOUT)
    answer_all(desk, "cancelled")
    assert desk.state.now.refused == {"source": ""}
    assert desk.state.now.notice is None
    desk.state.update(focus=WEIGHTS)
    answer_all(desk)
    desk.state.update(focus=ROLLOUT)
    assert "rollout" in answer_all(desk)


def test_a_new_pass_may_be_asked_everything(desk):
    desk.state.update(focus=ROLLOUT)
    answer_all(desk)
    desk.asking.forget()
    desk.state.update(outcome=pass_info(outcome()))
    assert "rollout" in answer_all(desk, "rollout")
    assert desk.state.now.notice is None


def test_answers_that_come_do_not_say_that_refusals_have_changed(desk):
    answer_all(desk)
    told: list[frozenset[str]] = []
    desk.state.changed.connect(told.append)
    desk.state.update(focus=Focus(layer=2, query=(3, 3)))
    answer_all(desk)
    assert any("answers" in names for names in told)
    assert not any("refused" in names for names in told)
