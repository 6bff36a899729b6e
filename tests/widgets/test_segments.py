"""One of a few, by mouse and by keyboard."""

import pytest
from attnscope.widgets.controls.segments import Segments
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

CHOICES = (("a", "first", "the first"), ("b", "second", "the second"), ("c", "third", "the third"))


@pytest.fixture
def segments(qtbot) -> Segments:
    segments = Segments("Letter", CHOICES)
    qtbot.addWidget(segments)
    segments.show()
    segments.set_chosen("a")
    return segments


def button(segments: Segments, text: str) -> QPushButton:
    return next(one for one in segments.findChildren(QPushButton) if one.text() == text)


def test_a_click_chooses_and_says_so_once(qtbot, segments):
    heard = []
    segments.chosen.connect(heard.append)
    qtbot.mouseClick(button(segments, "second"), Qt.MouseButton.LeftButton)
    assert heard == ["b"]
    assert segments.chosen_key() == "b"


def test_what_the_program_chooses_is_not_announced(segments):
    heard = []
    segments.chosen.connect(heard.append)
    segments.set_chosen("c")
    assert (heard, segments.chosen_key()) == ([], "c")


def test_the_arrow_keys_go_round_past_what_cannot_be_chosen(qtbot, segments):
    segments.set_enabled("b", False, "not here")
    qtbot.keyClick(button(segments, "first"), Qt.Key.Key_Right)
    assert segments.chosen_key() == "c"
    qtbot.keyClick(button(segments, "third"), Qt.Key.Key_Right)
    assert segments.chosen_key() == "a"
    assert button(segments, "second").toolTip() == "not here"


def test_tab_reaches_the_chosen_one_alone(segments):
    segments.set_chosen("b")
    policies = {text: button(segments, text).focusPolicy() for text in ("first", "second", "third")}
    assert policies["second"] == Qt.FocusPolicy.TabFocus
    assert policies["first"] == policies["third"] == Qt.FocusPolicy.NoFocus


def test_a_screen_reader_hears_the_choice_and_what_it_is_of(segments):
    assert button(segments, "second").accessibleName() == "Letter: second"
