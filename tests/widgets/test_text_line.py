"""A line is never wider than its room, and nothing of it is lost."""

import pytest
from attnscope.widgets.controls.text_line import TextLine

LONG = "a title that is far too long for the room that it has"


@pytest.fixture
def line(qtbot) -> TextLine:
    line = TextLine("title", LONG)
    qtbot.addWidget(line)
    line.show()
    return line


def test_what_does_not_fit_ends_in_an_ellipsis_and_is_in_the_tool_tip(line):
    line.resize(120, 20)
    assert line.text().endswith("…")
    assert line.fontMetrics().horizontalAdvance(line.text()) <= 120
    assert line.toolTip() == LONG
    assert line.whole == LONG


def test_with_more_room_the_whole_text_is_back_without_a_tool_tip(line):
    line.resize(120, 20)
    line.resize(1000, 20)
    assert line.text() == LONG
    assert line.toolTip() == ""


def test_text_with_markup_is_shown_as_it_is(line):
    line.resize(1000, 20)
    line.show_text("<b>layer</b>")
    assert line.text() == "<b>layer</b>"
    assert line.textFormat().name == "PlainText"
