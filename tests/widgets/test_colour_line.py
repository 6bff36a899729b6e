"""The lying colour bar runs from the smallest to the largest value."""

import pytest
from attnscope.widgets.channels.colour_line import ColourLine

from .acting import pixels, shown


@pytest.fixture
def line(qtbot) -> ColourLine:
    line = shown(qtbot, ColourLine(), 300, 24)
    line.set_colour_map("grey")
    line.set_range(0.0, 0.5)
    return line


def test_it_is_dark_at_the_left_and_bright_at_the_right(line):
    row = pixels(line)[12, :, 0].astype(int)
    bar = row[30:250]
    assert bar[0] < 40 < 180 < bar[-1]
    assert (bar[1:] >= bar[:-1]).all()


def test_both_ends_are_told(line):
    assert line.accessibleDescription() == "Colours run from 0 to 0.5"
    assert line.toolTip() == line.accessibleDescription()


def test_a_value_is_marked_where_its_colour_is(line):
    before = pixels(line).astype(int)
    line.set_value(0.25)
    changed = (abs(pixels(line).astype(int) - before).max(axis=2) > 40).any(axis=0).nonzero()[0]
    assert 130 < changed.mean() < 160
    line.set_value(None)
    assert (pixels(line) == before).all()
