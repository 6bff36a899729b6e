"""The panel of layers: what was found, what was missed, and how to find one."""

from types import SimpleNamespace

import pytest
from attnscope.app.panels.layers_panel import LayersPanel
from attnscope.app.state.looking import Looking
from attnscope.app.state.state import State
from attnscope.app.state.wishes import Look
from attnscope.widgets.layers.layer_model import PREVIEW
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListView, QPushButton

from .made_up import GATE, HEADS, PLACE, add, answer, passed

MISSED = (("flex", "hides its weights"), ("other", "hides its weights"))


@pytest.fixture
def desk(qtbot) -> SimpleNamespace:
    state = State(Look(colour_map="viridis", gamma=0.5))
    looking = Looking(state)
    panel = LayersPanel(state, looking)
    qtbot.addWidget(panel)
    panel.resize(300, 500)
    with qtbot.waitExposed(panel):
        panel.show()
    state.update(outcome=passed(GATE, PLACE, HEADS, missed=MISSED))
    return SimpleNamespace(state=state, looking=looking, panel=panel, view=panel.findChild(QListView))


def missed(desk: SimpleNamespace) -> QPushButton:
    return next(one for one in desk.panel.findChildren(QPushButton) if "not recorded" in one.text())


def test_what_was_missed_is_in_sight_and_leads_to_its_rows(desk, qtbot):
    assert missed(desk).text() == "⚠ 2 not recorded"
    assert missed(desk).toolTip() == "⚠ Not recorded: flex, other: hides its weights"
    qtbot.mouseClick(missed(desk), Qt.MouseButton.LeftButton)
    assert desk.view.currentIndex().data() == "Not recorded"
    assert desk.state.now.focus.layer == 0


def test_where_nothing_was_missed_nothing_is_said(desk):
    desk.state.update(outcome=passed(GATE))
    assert not missed(desk).isVisible()


def test_a_layer_that_is_chosen_is_looked_at(desk, qtbot):
    qtbot.keyClick(desk.view, Qt.Key.Key_Down)
    assert desk.state.now.focus.layer == 1


def test_the_search_takes_the_keyboard(desk, qtbot):
    desk.panel.focus_search()
    line = desk.panel.findChild(QLineEdit)
    qtbot.waitUntil(line.hasFocus)
    qtbot.keyClicks(line, "attn")
    assert [desk.view.model().index(row, 0).data() for row in range(2)] == ["attn", None]


def test_small_pictures_have_the_remembered_colours_from_the_start(desk):
    add(desk.state, preview__1=answer("preview", 1, {"values": [[0.0, 1.0]]}))
    assert desk.view.model().index(1, 0).data(PREVIEW).colour_map == "viridis^0.5"
