"""A message says how serious it is, offers what can be done, and goes away when it is told to."""

import numpy as np
import pytest
from attnscope.widgets.controls.message_bar import MessageBar
from attnscope.widgets.look.level_icon import LevelIcon
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from .acting import pixels, shown

ACTIONS = ("Load without head", "Same size", "Details")


class Window(QWidget):
    """A window with a message bar over something that can have the focus."""

    def __init__(self):
        super().__init__()
        self.bar, self.below = MessageBar(), QPlainTextEdit()
        column = QVBoxLayout(self)
        column.addWidget(self.bar)
        column.addWidget(self.below, 1)


@pytest.fixture
def window(qtbot) -> Window:
    window = shown(qtbot, Window(), 420, 300)
    window.below.setFocus()
    return window


def button(bar: MessageBar, text: str) -> QPushButton:
    return next(one for one in bar.findChildren(QPushButton) if one.text() == text)


def test_it_is_hidden_until_there_is_something_to_say(window):
    assert not window.bar.isVisible()
    window.bar.show_message("The file is no image.", "error")
    assert window.bar.isVisible()
    assert window.bar.text() == "The file is no image."
    window.bar.show_message("")
    assert not window.bar.isVisible()


def test_escape_dismisses_it_wherever_the_focus_is(window, qtbot):
    window.bar.show_message("Something")
    with qtbot.waitSignal(window.bar.dismissed):
        qtbot.keyClick(window.below, Qt.Key.Key_Escape)
    assert not window.bar.isVisible()


def test_its_close_button_dismisses_it(window, qtbot):
    window.bar.show_message("Something")
    with qtbot.waitSignal(window.bar.dismissed):
        qtbot.mouseClick(button(window.bar, "✕"), Qt.MouseButton.LeftButton)
    assert not window.bar.isVisible()


def test_the_action_is_offered_and_asked_for(window, qtbot):
    window.bar.show_message("The engine died.", "error", ["Start it again"])
    with qtbot.waitSignal(window.bar.action_requested) as requested:
        qtbot.mouseClick(button(window.bar, "Start it again"), Qt.MouseButton.LeftButton)
    assert requested.args == ["Start it again"]
    assert window.bar.isVisible()


@pytest.mark.parametrize("name", ACTIONS)
def test_each_of_several_actions_is_asked_for_by_its_name(window, qtbot, name):
    window.bar.show_message("It does not fit.", "error", ACTIONS)
    with qtbot.waitSignal(window.bar.action_requested) as requested:
        qtbot.mouseClick(button(window.bar, name), Qt.MouseButton.LeftButton)
    assert requested.args == [name]


@pytest.mark.parametrize("width", [360, 640, 1024])
def test_three_actions_and_a_long_sentence_are_whole_at_every_width(qtbot, width):
    window = shown(qtbot, Window(), width, 400)
    window.bar.show_message("A long sentence that names the cause and the cure. " * 4, "error", ACTIONS)
    qtbot.waitUntil(lambda: window.bar.height() > 40)
    whole = [*window.bar.findChildren(QPushButton), window.bar.findChild(QLabel)]
    qtbot.waitUntil(lambda: all(one.visibleRegion().boundingRect() == one.rect() for one in whole))
    text = window.bar.findChild(QLabel)
    assert text.height() >= text.heightForWidth(text.width())
    assert text.width() > width / 2


def test_buttons_stand_beside_the_text_and_below_it_where_they_would_crowd_it(qtbot):
    window = shown(qtbot, Window(), 640, 400)
    for actions, below in (ACTIONS[:1], False), (ACTIONS, True), (ACTIONS[:1], False):
        window.bar.show_message("A sentence.", "error", actions)
        text, first = window.bar.findChild(QLabel), button(window.bar, ACTIONS[0])
        qtbot.waitUntil(lambda text=text, first=first, below=below: is_below(first, text) == below)


def is_below(first: QWidget, second: QWidget) -> bool:
    return first.mapToGlobal(first.rect().topLeft()).y() > second.mapToGlobal(second.rect().bottomLeft()).y()


def test_tab_goes_through_the_actions_to_the_close_button(window, qtbot):
    window.bar.show_message("It does not fit.", "error", ACTIONS)
    button(window.bar, ACTIONS[0]).setFocus()
    for text in (*ACTIONS[1:], "✕"):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        assert window.focusWidget().text() == text


def test_without_an_action_there_is_no_button_for_one(window):
    window.bar.show_message("Something", "info", ["Do it"])
    window.bar.show_message("Something else")
    assert [one.text() for one in window.bar.findChildren(QPushButton) if one.isVisible()] == ["✕"]


def test_showing_and_clearing_announce_nothing(window, qtbot):
    with qtbot.assertNotEmitted(window.bar.dismissed), qtbot.assertNotEmitted(window.bar.action_requested):
        window.bar.show_message("Something", "warning", ["Do it"])
        window.bar.clear()


def test_a_long_message_is_wrapped_and_whole(window, qtbot):
    window.bar.show_message("Short.")
    qtbot.waitUntil(lambda: window.bar.height() > 10)
    short = window.bar.height()
    window.bar.show_message("A long sentence that names the cause and the cure. " * 6, "warning", ["Choose another"])
    qtbot.waitUntil(lambda: window.bar.height() > 2 * short)
    assert window.width() == 420


def test_levels_are_told_apart_by_shape_and_by_word(qtbot):
    shapes = []
    for level in ("info", "warning", "error"):
        icon = shown(qtbot, LevelIcon(), 20, 20)
        icon.set_level(level)
        seen = pixels(icon).astype(int)
        shapes.append(np.abs(seen - seen[0, 0]).max(axis=2) > 60)
    assert all((one != other).sum() > 30 for one, other in zip(shapes, shapes[1:] + shapes[:1], strict=True))


def test_a_message_is_told_to_screen_readers(window):
    window.bar.show_message("The weights are random.", "warning")
    assert (window.bar.accessibleName(), window.bar.accessibleDescription()) == ("Warning", "The weights are random.")
