"""Where channels share a pixel the strongest or the mean is shown; weights can be sorted and counted."""

import numpy as np
import pytest
from attnscope.widgets.channels.heat_rows import STEPS, Strip, StripRow, fewer

SEVEN = np.array([[0.1, 0.9, 0.2, 0.3, 0.4, 0.5, 0.7]], dtype=np.float32)


def test_the_strongest_of_those_that_share_a_pixel():
    assert fewer(SEVEN, 3, "max").tolist() == pytest.approx(np.array([[0.9, 0.3, 0.7]]))


def test_the_mean_of_those_that_share_a_pixel():
    assert fewer(SEVEN, 3, "mean").ravel() == pytest.approx([0.5, 0.25, (0.4 + 0.5 + 0.7) / 3])


def test_where_there_is_room_nothing_is_changed():
    assert fewer(SEVEN, 7, "mean") is SEVEN


def test_what_is_missing_takes_no_part():
    holes = np.array([[np.nan, 0.4, np.nan, np.nan]], dtype=np.float32)
    assert fewer(holes, 2, "mean").ravel() == pytest.approx([0.4, np.nan], nan_ok=True)
    assert fewer(holes, 2, "max").ravel() == pytest.approx([0.4, np.nan], nan_ok=True)


def test_sorted_channels_are_found_where_they_stand_and_back():
    strip = Strip((StripRow("gate", SEVEN),), "sorted")
    assert [strip.channel(0, place) for place in range(3)] == [1, 6, 5]
    assert strip.place(0, 5) == 2
    assert Strip((StripRow("gate", SEVEN),)).channel(0, 3) == 3


def test_branches_are_sorted_together_by_their_mean():
    two = np.array([[0.0, 0.6, 0.2], [1.0, 0.3, 0.1]], dtype=np.float32)
    assert StripRow("gate", two).strongest_first.tolist() == [0, 1, 2]


def test_shares_by_size_are_those_of_numpy():
    shares = Strip((StripRow("gate", SEVEN),), "histogram").shares(0)
    expected = np.histogram(SEVEN[0], bins=STEPS, range=(0, 1))[0] / 7
    assert shares[0] == pytest.approx(expected)
    assert shares.sum() == pytest.approx(1)


def test_a_row_is_as_wide_as_its_channels_or_as_the_screen():
    strip = Strip((StripRow("gate", SEVEN), StripRow("two", np.ones((2, 40), np.float32))))
    assert (strip.image(0, 100).width(), strip.image(0, 100).height()) == (7, 1)
    assert (strip.image(1, 10).width(), strip.image(1, 10).height()) == (10, 2)
