"""The title of a pane: its heading, and two buttons that mouse and keyboard press."""

import numpy as np
from attnscope.widgets.controls.dock_title import DockTitle
from attnscope.widgets.controls.text_line import TextLine
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from .acting import pixels, shown


def test_a_pane_without_a_heading_is_named_by_its_title(qtbot):
    title = shown(qtbot, DockTitle("Pictures"), 300, 26)
    assert isinstance(title.heading, TextLine)
    assert title.heading.whole == "PICTURES"


def test_a_heading_that_is_given_away_stands_in_it(qtbot):
    heading = TextLine("title", "ATTENTION LAYERS · 9")
    title = shown(qtbot, DockTitle("Layers", heading), 300, 26)
    assert heading.parent() is title
    assert heading.isVisible()


def test_both_buttons_say_their_wish_by_mouse_and_keyboard(qtbot):
    title = shown(qtbot, DockTitle("Layers"), 300, 26)
    floats, closes = title.buttons()
    with qtbot.waitSignal(title.float_requested):
        qtbot.mouseClick(floats, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(title.close_requested):
        qtbot.keyClick(closes, Qt.Key.Key_Return)
    with qtbot.waitSignal(title.close_requested):
        qtbot.keyClick(closes, Qt.Key.Key_Space)


def test_each_button_names_its_pane(qtbot):
    title = shown(qtbot, DockTitle("Layers"), 300, 26)
    for button in title.buttons():
        assert "Layers" in button.accessibleName()
        assert button.toolTip()


def test_the_focus_is_seen(qtbot):
    title = shown(qtbot, DockTitle("Layers"), 300, 26)
    button = title.buttons()[1]
    quiet = pixels(button)
    button.setFocus()
    assert np.abs(pixels(button).astype(int) - quiet).max() > 60


def test_a_press_beside_the_buttons_is_left_to_the_dock(qtbot):
    class Dock(QWidget):
        pressed = 0

        def mousePressEvent(self, event):  # noqa: N802
            Dock.pressed += 1

    dock = Dock()
    title = DockTitle("Layers")
    title.setParent(dock)
    shown(qtbot, dock, 300, 26)
    qtbot.mouseClick(title.heading, Qt.MouseButton.LeftButton)
    assert Dock.pressed == 1
