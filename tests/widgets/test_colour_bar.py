"""The colour bar has the highest value on top and marks the one under the pointer."""

import numpy as np
import pytest
from attnscope.widgets.colour_bar import WIDTH, ColourBar
from attnscope.widgets.colours import table
from attnscope.widgets.theme import DARK, caption_font
from PySide6.QtGui import QFontMetrics

from .acting import close, pixels, shown


@pytest.fixture
def bar(qtbot) -> ColourBar:
    bar = shown(qtbot, ColourBar(), 80, 300)
    bar.set_range(0, 0.083)
    return bar


def test_the_lowest_colour_is_below_and_the_highest_above(bar):
    bar.set_colour_map("viridis")
    column = pixels(bar)[:, 80 - WIDTH // 2]
    half = QFontMetrics(caption_font(bar.font())).height() // 2
    assert close(column[half + 2], table("viridis")[-1], by=4)
    assert close(column[-half - 3], table("viridis")[0], by=4)
    assert close(column[150], table("viridis")[128], by=12)


@pytest.mark.parametrize("share", [0.0, 0.25, 1.0])
def test_the_mark_points_at_the_value(bar, share):
    without = pixels(bar)
    bar.set_value(0.083 * share)
    moved = np.abs(pixels(bar).astype(int) - without).max(axis=2) > 40
    half = QFontMetrics(caption_font(bar.font())).height() / 2
    wanted = 300 - half - share * (300 - 2 * half)
    assert np.nonzero(moved.any(axis=1))[0].mean() == pytest.approx(wanted, abs=2)


def test_no_value_has_no_mark(bar):
    without = pixels(bar)
    bar.set_value(0.05)
    bar.set_value(None)
    assert np.array_equal(pixels(bar), without)
    bar.set_value(float("nan"))
    assert np.array_equal(pixels(bar), without)


def test_both_ends_are_written(bar):
    ink = np.abs(pixels(bar)[:, :58].astype(int) - DARK.window.getRgb()[:3]).max(axis=2) > 60
    line = bar.fontMetrics().height()
    assert ink[: 2 * line].any()
    assert ink[-2 * line :].any()
    assert bar.accessibleDescription() == "From 0 to 0.083"


@pytest.mark.parametrize(("low", "high"), [(0, 0), (1, 1), (-3, 5), (0, 1e-8), (float("nan"), float("nan"))])
def test_any_range_can_be_painted(bar, low, high):
    bar.set_range(low, high)
    bar.set_value(0.5)
    assert pixels(bar).any()
