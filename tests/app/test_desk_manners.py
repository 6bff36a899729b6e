"""The window as somebody finds it who uses no mouse, or does not see it."""

from collections.abc import Iterator

import numpy as np
import pytest
from attnscope.app.state.state import Notice
from attnscope.widgets.channels.heat_strip import HeatStrip
from attnscope.widgets.heads.heads_wall import HeadsWall
from attnscope.widgets.look.theme import DARK, LIGHT, apply_theme
from attnscope.widgets.stage.stage import Stage
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QSlider,
    QWidget,
)

from ..widgets.acting import pixels
from .stand_in_desk import open_desk, with_pass

INNER = ("qt_", "ScrollLeftButton", "ScrollRightButton")
"""Parts that Qt makes within its own widgets."""


@pytest.fixture
def desk(qapp, tmp_path):
    with open_desk(qapp, tmp_path) as made:
        with_pass(made)
        yield made


def reachable(window: QWidget) -> list[QWidget]:
    """Whatever can have the focus, but what Qt makes for itself within a control, and lists that drop down."""
    able = [one for one in window.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    named = [one for one in able if not one.objectName().startswith(INNER) and not one.focusProxy()]
    return [one for one in named if one.isVisibleTo(window)]


def every_state(desk) -> Iterator[str]:
    """The window on a layer of each kind, in each view, with both panes and with pictures to go through."""
    desk.window.docks.show("pictures")
    desk.looking.focus(second="photo", pins=((1, 2),))
    for layer in range(3):
        desk.looking.select_layer(layer)
        for view in ("picture", "wall", "channels"):
            desk.looking.focus(view=view, source="gradient_rollout")
            yield f"layer {layer}, {view}"


def text_of(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""


def named(widget: QWidget) -> str:
    return f"{type(widget).__name__} in {type(widget.parent()).__name__}"


def test_whatever_can_have_the_focus_has_a_name_for_a_screen_reader(desk):
    for state in every_state(desk):
        nameless = {named(one) for one in reachable(desk.window) if not (one.accessibleName() or text_of(one))}
        assert (state, nameless) == (state, set())


def test_whatever_has_no_text_of_its_own_has_a_tooltip(desk):
    def told(widget: QWidget) -> bool:
        placeholder = widget.placeholderText() if isinstance(widget, QLineEdit) else ""
        return bool(widget.toolTip() or text_of(widget) or placeholder)

    controls = (QAbstractButton, QComboBox, QSlider, QLineEdit)
    for state in every_state(desk):
        untold = {named(one) for one in reachable(desk.window) if isinstance(one, controls) and not told(one)}
        assert (state, untold) == (state, set())


def test_tab_goes_through_every_pane_and_comes_round(qtbot, desk):
    desk.window.activateWindow()
    desk.window.layers.setFocus()
    first, seen = QApplication.focusWidget(), []
    for _ in range(300):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
        if seen[-1] is first:
            break
    assert seen[-1] is first
    assert len(set(seen)) == len(seen)
    for pane, dock in desk.window.docks.panes():
        if dock.isVisible():
            assert any(dock.isAncestorOf(one) for one in seen), pane.name
    assert any(desk.window.stage.isAncestorOf(one) for one in seen)
    assert any(desk.window.top.isAncestorOf(one) for one in seen)


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
def test_the_focus_is_seen_on_every_button_of_the_top_bar(qapp, desk, theme):
    apply_theme(qapp, theme)
    for button in desk.window.top.findChildren(QAbstractButton):
        if not button.isVisible():
            continue
        desk.window.layers.setFocus()
        quiet = pixels(button)
        button.setFocus()
        assert np.abs(pixels(button).astype(int) - quiet).max() > 40, button.text()
    apply_theme(qapp, DARK)


@pytest.mark.parametrize("size", [(1024, 700), (1440, 900), (3840, 2160)])
def test_the_window_fits_and_nothing_lies_over_another(desk, size):
    desk.window.resize(*size)
    QApplication.processEvents()
    assert (desk.window.width(), desk.window.height()) == size
    places = [dock.geometry() for _, dock in desk.window.docks.panes() if dock.isVisible()]
    places.append(desk.window.centralWidget().geometry())
    for one, place in enumerate(places):
        assert place.width() > 100
        assert place.height() > 60
        for other in places[one + 1 :]:
            assert not place.intersects(other)


def test_a_message_pushes_the_panes_down_and_lies_over_none(desk):
    before = desk.window.centralWidget().geometry().top()
    desk.session.say(Notice("Something long that has to be said. " * 12, "warning"))
    QApplication.processEvents()
    messages = desk.window.messages
    assert messages.isVisible()
    assert messages.mapTo(desk.window, messages.rect().bottomLeft()).y() < desk.window.centralWidget().geometry().top()
    assert desk.window.centralWidget().geometry().top() > before
    assert messages.width() == desk.window.width()


def test_escape_still_dismisses_a_message(qtbot, desk):
    desk.session.say(Notice("Something.", "warning"))
    qtbot.keyClick(desk.window, Qt.Key.Key_Escape)
    assert desk.state.now.notice is None


def test_panes_are_remembered_from_one_start_to_the_next(qapp, tmp_path):
    with open_desk(qapp, tmp_path) as first:
        first.window.docks.toggle("prediction").trigger()
    with open_desk(qapp, tmp_path) as again:
        shown = {pane.name: dock.isVisible() for pane, dock in again.window.docks.panes()}
        assert not shown["prediction"]
        assert shown["layers"]


@pytest.mark.parametrize(("view", "kind"), [("picture", Stage), ("wall", HeadsWall), ("channels", HeatStrip)])
def test_the_key_for_the_next_pane_reaches_what_fills_the_middle(qtbot, desk, view, kind):
    desk.window.activateWindow()
    desk.looking.focus(view=view)
    desk.window.layers.setFocus()
    reached = []
    for _ in range(6):
        qtbot.keyClick(desk.window, Qt.Key.Key_F6)
        reached.append(type(QApplication.focusWidget()))
    assert kind in reached
