"""The options of an export: each says what the window's own wish says, and a mistake is one sentence."""

import argparse

import pytest
from attnscope.app.export.export_arguments import (
    add_focus_arguments,
    add_look_arguments,
    focus_of,
    look_of,
    target_number,
    wish_words,
)
from attnscope.app.link.pass_records import pass_info
from attnscope.app.state.wishes import Focus, Look
from attnscope.models.errors import UserError

from . import stand_in

OUTCOME = pass_info(stand_in.outcome([layer | {"ordinal": 0} for layer in stand_in.LAYERS]))
LABELS = ("star", "ring", "great ring", "half moon")


def parsed(*words: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    add_look_arguments(parser)
    add_focus_arguments(parser)
    return parser.parse_args(words)


@pytest.mark.parametrize(
    ("look", "focus"),
    [
        (Look(), Focus()),
        (
            Look(0.4, "viridis", 0.5, False, "held", (-0.25, 0.5), 2.0, 0.6, True, True, bars="sorted"),
            Focus(head=2, combine="max", query=(3, 19), direction="to", source="gradcam", target=3, discard=0.9),
        ),
        (Look(scale="all", bars="histogram"), Focus(query=4, source="rollout", combine="min")),
    ],
)
def test_what_the_window_wishes_is_what_the_command_understands(look, focus):
    told = parsed(*wish_words(look, focus))
    assert look_of(told) == look
    assert focus_of(told, LABELS, OUTCOME) == focus


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("--colours=rainbow",), "inferno"),
        (("--gamma=9",), "0.2 to 5"),
        (("--keep=0",), "0.05 to 1"),
        (("--scale=held",), "--held LOW,HIGH"),
        (("--scale=held", "--held=2,1"), "smaller"),
        (("--scale=held", "--held=a,b"), "0,0.05"),
        (("--opacity=nan",), "0 to 1"),
    ],
)
def test_a_look_that_cannot_be_drawn_is_a_sentence(words, part):
    with pytest.raises(UserError) as said:
        look_of(parsed(*words))
    assert part in str(said.value)
    assert "\n" not in str(said.value)


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("--head=4",), "1 to 3"),
        (("--head=0",), "1 to 3"),
        (("--query=20,3",), "20 rows"),
        (("--query=a",), "ROW,COLUMN"),
        (("--target=cat",), "cat"),
        (("--target=9",), "0 to 3"),
        (("--discard=1",), "0.99"),
    ],
)
def test_something_to_look_at_that_is_not_there_is_a_sentence(words, part):
    with pytest.raises(UserError) as said:
        focus_of(parsed(*words), LABELS, OUTCOME)
    assert part in str(said.value)


def test_a_class_is_found_by_number_name_or_part_of_it():
    assert target_number("2", LABELS) == 2
    assert target_number("Ring", LABELS) == 1
    assert target_number("moon", LABELS) == 3
    assert target_number(None, LABELS) is None
    with pytest.raises(UserError, match=r"Several.*1 ring, 2 great ring"):
        target_number("rin", LABELS)
