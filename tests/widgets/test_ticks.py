"""Axes have round numbers, and numbers are short."""

import pytest
from attnscope.widgets.look.ticks import round_ticks, step_written, written


@pytest.mark.parametrize(
    ("low", "high", "at_most", "ticks"),
    [
        (0, 1, 3, [0, 0.5, 1]),
        (0, 1, 6, [0, 0.2, 0.4, 0.6, 0.8, 1]),
        (0, 95, 6, [0, 20, 40, 60, 80]),
        (-2.6, 2.7, 4, [-2, 0, 2]),
        (0, 0.083, 6, [0, 0.02, 0.04, 0.06, 0.08]),
        (3, 3, 5, [3]),
        (float("nan"), 1, 5, []),
    ],
)
def test_ticks_are_round_and_few(low, high, at_most, ticks):
    assert round_ticks(low, high, at_most) == pytest.approx(ticks)


@pytest.mark.parametrize("high", [1e-9, 0.37, 1.0, 7.3, 1e6])
@pytest.mark.parametrize("at_most", [2, 3, 5, 9])
def test_there_are_never_more_than_asked_for_and_all_lie_within(high, at_most):
    ticks = round_ticks(0, high, at_most)
    assert 1 <= len(ticks) <= at_most
    assert all(0 <= tick <= high * (1 + 1e-6) for tick in ticks)


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.08312, "0.0831"), (1.0, "1"), (-0.25, "−0.25"), (1.2e-7, "1.2e-7"), (float("nan"), "–"), (145, "145")],
)
def test_numbers_are_short(value, text):
    assert written(value) == text


def test_all_numbers_of_an_axis_have_the_same_decimals():
    assert [step_written(tick, 0.05) for tick in (-0.05, 0.0, 0.1)] == ["−0.05", "0.00", "0.10"]
    assert step_written(-0.0, 0.5) == "0.0"
