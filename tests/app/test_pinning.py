"""Picked places are pinned and let go of."""

from attnscope.app.state.looking import Looking
from attnscope.app.state.questions import questions
from attnscope.app.state.state import State
from attnscope.app.state.wishes import Focus

from .heads_answers import layer, outcome


def test_a_picked_place_is_pinned_once_and_the_second_time_let_go_of():
    state = State()
    looking = Looking(state)
    for place in ((1, 2), (3, 4)):
        looking.pick(place)
        looking.pin()
    assert state.now.focus.pins == ((1, 2), (3, 4))
    looking.pick((1, 2))
    looking.pin()
    assert state.now.focus.pins == ((3, 4),)


def test_what_is_no_place_cannot_be_pinned():
    state = State()
    looking = Looking(state)
    for query in (None, 7):
        looking.pick(query)
        looking.pin()
    assert state.now.focus.pins == ()


def test_one_or_all_are_let_go_of():
    state = State()
    state.update(focus=Focus(pins=((1, 1), (2, 2), (3, 3))))
    Looking(state).unpin(1)
    assert state.now.focus.pins == ((1, 1), (3, 3))
    Looking(state).unpin_all()
    assert state.now.focus.pins == ()


def test_a_pinned_place_is_asked_about():
    state = State()
    looking = Looking(state)
    looking.pick((9, 11))
    looking.pin()
    looking.pick(None)
    assert questions(outcome(layer("attn", 2)), state.now.focus, state.now.look)["pin:0"].query == (9, 11)
