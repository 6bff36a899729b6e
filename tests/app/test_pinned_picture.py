"""A pinned picture keeps a pass of its own, whatever comes and goes beside it."""

from types import SimpleNamespace

import numpy as np
import pytest
from attnscope.app.session.session import Session
from attnscope.app.state.state import State
from attnscope.models.pictures.images import Picture

from .stand_in import MODEL, TOUR, StandInClient, outcome

FIRST = Picture(np.zeros((20, 20, 3), np.uint8), "first.png")
SECOND = Picture(np.full((20, 20, 3), 9, np.uint8), "second.png")


@pytest.fixture
def desk(qapp) -> SimpleNamespace:
    state, client = State(), StandInClient()
    session = Session(state, client, TOUR)  # pyright: ignore[reportArgumentType]
    session.start()
    session.show_picture(FIRST)
    client.load_and_record()
    return SimpleNamespace(state=state, client=client, session=session)


def beside(desk: SimpleNamespace) -> list[int]:
    return [number for number in desk.client.asked("record") if desk.client.sent[number].get("beside")]


def test_the_current_picture_is_pinned_recorded_once_more_and_stays_when_another_comes(desk):
    desk.session.pinned.pin()
    assert desk.state.now.focus.second == "beside"
    desk.client.answer(beside(desk)[0], "recorded", **{"pass": outcome()})
    desk.session.show_picture(SECOND)
    assert desk.state.now.picture is SECOND
    assert desk.state.now.beside.picture is FIRST
    assert desk.state.now.beside.outcome is not None


def test_its_maps_are_asked_with_the_same_wishes_and_marked_as_its_own(desk):
    desk.session.pinned.pin()
    desk.client.answer(beside(desk)[0], "recorded", **{"pass": outcome()})
    desk.state.update(focus=desk.state.now.focus.__class__(layer=2, query=(3, 4), second="beside"))
    asked = []
    while open_ones := {n: r for n, r in desk.client.sent.items() if r["kind"] != "devices"}:
        number, request = min(open_ones.items())
        asked.append(request)
        desk.client.answer(number, request["kind"], {"values": np.zeros((2, 2), np.float32)}, error=0.0)
    about = [request for request in asked if request["kind"] == "map" and request.get("of") == "beside"]
    assert [(request["layer"], request["query"]) for request in about] == [(2, (3, 4))]


def test_another_network_records_both_pictures_again(desk):
    desk.session.pinned.pin()
    desk.client.answer(beside(desk)[0], "recorded", **{"pass": outcome()})
    desk.session.networks.change(device="cpu")
    desk.client.answer_newest("load", "loaded", model=MODEL)
    assert len(beside(desk)) == 1
    assert len(desk.client.asked("record")) == 2
    assert desk.state.now.beside.outcome is None


def test_whoever_asks_for_the_comparison_first_pins_the_current_picture(desk):
    desk.state.update(focus=desk.state.now.focus.__class__(second="difference"))
    assert desk.state.now.beside.picture is FIRST
    assert desk.state.now.focus.second == "difference"


def test_unpinned_the_pane_goes_away_and_the_engine_lets_go(desk):
    desk.session.pinned.pin()
    desk.session.pinned.unpin()
    assert desk.state.now.beside is None
    assert desk.state.now.focus.second == ""
    assert desk.client.asked("forget_beside")


def test_a_pass_that_failed_is_said_and_the_current_picture_stays(desk):
    desk.session.pinned.pin()
    desk.client.answer(beside(desk)[0], "failed", message="No memory is left.")
    assert desk.state.now.notice.text == "No memory is left."
    assert desk.state.now.picture is FIRST
    assert desk.state.now.beside.outcome is None
