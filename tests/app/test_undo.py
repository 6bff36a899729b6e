"""Whatever is changed of the view can be taken back, step by step; stepping along the layers is no change of it."""

import pytest
from attnscope.app.link.pass_records import pass_info
from attnscope.app.state.looking import Looking
from attnscope.app.state.state import State
from attnscope.app.state.undo import LIMIT, Undo
from attnscope.app.state.wishes import Focus

from .stand_in import LAYERS, layer, outcome


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def state(qapp) -> State:
    made = State()
    made.update(outcome=pass_info(outcome([*LAYERS, layer("late", "channel", [1, 9])])))
    return made


@pytest.fixture
def looking(state) -> Looking:
    return Looking(state)


@pytest.fixture
def undo(state, clock) -> Undo:
    return Undo(state, clock)


def test_a_change_of_how_things_are_drawn_is_taken_back_and_done_again(state, looking, undo):
    looking.look(colour_map="viridis")
    undo.undo()
    assert state.now.look.colour_map == "inferno"
    undo.redo()
    assert state.now.look.colour_map == "viridis"


def test_the_text_says_what_is_taken_back(looking, undo):
    looking.look(opacity=0.2)
    looking.look(contours=True)
    assert undo.undo_text == "contour lines"
    undo.undo()
    assert (undo.undo_text, undo.redo_text) == ("opacity", "contour lines")


def test_a_slider_that_is_dragged_is_one_step(state, looking, undo, clock):
    for number in range(20):
        clock.now += 0.05
        looking.look(opacity=number / 40)
    undo.undo()
    assert state.now.look.opacity == 0.75
    assert not undo.can_undo


def test_two_drags_of_the_same_slider_are_two_steps(state, looking, undo, clock):
    looking.look(opacity=0.5)
    clock.now += 5
    looking.look(opacity=0.25)
    undo.undo()
    assert state.now.look.opacity == 0.5
    undo.undo()
    assert state.now.look.opacity == 0.75


def test_switches_are_a_step_each_however_quick(state, looking, undo):
    looking.look(contours=True)
    looking.look(contours=False)
    undo.undo()
    assert state.now.look.contours


def test_what_is_shown_is_taken_back_too(state, looking, undo):
    looking.focus(source="rollout")
    looking.focus(pins=((3, 4),))
    undo.undo()
    assert state.now.focus.pins == ()
    undo.undo()
    assert state.now.focus.source == "weights"


def test_stepping_along_the_layers_is_not_taken_back(state, looking, undo):
    looking.step(1)
    looking.step(1)
    assert not undo.can_undo
    looking.focus(direction="to")
    looking.step(-1)
    undo.undo()
    assert (state.now.focus.layer, state.now.focus.direction) == (1, "from")


def test_a_head_that_is_picked_alone_is_no_step_but_comes_back_with_how_heads_are_combined(state, looking, undo):
    looking.select_layer(2)
    looking.focus(head=1)
    assert not undo.can_undo
    looking.focus(head=None, combine="max")
    undo.undo()
    assert (state.now.focus.head, state.now.focus.combine) == (1, "mean")


def test_a_channel_is_taken_back_in_its_own_layer(state, looking, undo):
    looking.focus(channel=3)
    looking.select_layer(1)
    undo.undo()
    assert (state.now.focus.layer, state.now.focus.channel) == (0, None)
    undo.redo()
    assert (state.now.focus.layer, state.now.focus.channel) == (0, 3)


def test_a_channel_of_a_layer_that_is_gone_is_passed_over(state, looking, undo):
    looking.look(opacity=0.1)
    looking.focus(channel=3)
    state.update(outcome=pass_info(outcome([layer("other", "channel", [1, 5])])), focus=Focus())
    undo.undo()
    assert state.now.focus == Focus()
    assert state.now.look.opacity == 0.75


def test_what_a_new_pass_brings_with_it_is_no_step(state, looking, undo):
    looking.focus(source="rollout")
    state.update(outcome=pass_info(outcome()), focus=Focus(source="rollout", pins=()))
    undo.undo()
    assert state.now.focus.source == "weights"
    assert not undo.can_undo


def test_a_new_change_takes_what_could_be_done_again(looking, undo):
    looking.look(contours=True)
    undo.undo()
    looking.look(smooth=False)
    assert not undo.can_redo


def test_only_so_many_steps_are_kept(state, looking, undo):
    for number in range(LIMIT + 10):
        looking.look(contours=number % 2 == 0)
    for _ in range(LIMIT):
        assert undo.can_undo
        undo.undo()
    assert not undo.can_undo


def test_every_step_has_a_word(looking, undo):
    for change in ({"view": "wall"}, {"second": "photo"}, {"target": 1}, {"discard": 0.5}, {"channels": (1,)}):
        looking.focus(**change)
        assert undo.undo_text
