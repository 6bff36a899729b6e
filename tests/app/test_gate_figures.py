"""The figures of weights are those of numpy; near 0 and near 1 are counted."""

import math

import numpy as np
import pytest
from attnscope.app.panels.gate_figures import figures_text, gate_figures

FIVE = np.array([[0.0, 0.05, 0.5], [0.97, 1.0, np.nan]])


def test_figures_are_those_of_numpy_without_what_is_missing():
    told = gate_figures(FIVE)
    assert (told.count, told.near_0, told.near_1) == (5, 2, 2)
    assert told.mean == pytest.approx((0.05 + 0.5 + 0.97 + 1) / 5)
    assert told.spread == pytest.approx(math.sqrt(sum((x - told.mean) ** 2 for x in (0, 0.05, 0.5, 0.97, 1)) / 5))
    assert (told.smallest, told.largest) == (0, 1)


def test_they_stand_in_a_line():
    assert figures_text(np.array([0.25, 0.75])) == (
        "mean 0.5 · spread 0.25 · smallest 0.25 · largest 0.75 · near 0: 0 · near 1: 0 of 2"
    )
    assert "near" not in figures_text(np.array([3.0]), gates=False)


def test_no_weights_are_said_to_be_none():
    assert figures_text(np.array([np.nan])) == "no weights"
