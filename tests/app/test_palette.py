"""The palette knows every action, every layer and what was loaded of late."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from .stand_in_desk import client_of, open_desk, with_pass


@pytest.fixture
def desk(qapp, tmp_path):
    with open_desk(qapp, tmp_path) as made:
        yield made


def ask(qtbot, desk, text: str) -> QLineEdit:
    """Ctrl+K, and something typed."""
    qtbot.keyClick(desk.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    line = desk.actions.palette.widget.findChild(QLineEdit)
    qtbot.keyClicks(line, text)
    return line


def test_it_knows_every_action(qtbot, desk):
    ask(qtbot, desk, "")
    texts = desk.actions.palette.widget.texts()
    assert {one.text().rstrip(" …") for one in desk.actions.every} <= set(texts)


def test_an_action_is_done(qtbot, desk):
    line = ask(qtbot, desk, "contour")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert desk.state.now.look.contours


def test_every_layer_of_the_pass_is_gone_to(qtbot, desk):
    with_pass(desk)
    line = ask(qtbot, desk, "go attn")
    assert desk.actions.palette.widget.texts()[0] == "Go to attn"
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert desk.state.now.focus.layer == 2


def test_networks_of_late_are_loaded_without_trust(qtbot, desk):
    with_pass(desk)
    desk.actions.palette._settings.save_recent_model("torchvision/swin_t", "")
    line = ask(qtbot, desk, "load swin")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    request = client_of(desk).sent[client_of(desk).asked("load")[-1]]
    assert (request["model"], request["trust"], request["download"]) == ("torchvision/swin_t", False, False)


def test_what_was_chosen_last_stands_first(qtbot, desk):
    qtbot.keyClick(ask(qtbot, desk, "contour"), Qt.Key.Key_Return)
    qtbot.keyClick(ask(qtbot, desk, "theme dark"), Qt.Key.Key_Return)
    ask(qtbot, desk, "")
    assert desk.actions.palette.widget.texts()[:2] == ["Theme: dark", "Contour lines"]


def test_the_same_key_closes_it(qtbot, desk):
    ask(qtbot, desk, "")
    assert desk.actions.palette.widget.isVisible()
    qtbot.keyClick(desk.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert not desk.actions.palette.widget.isVisible()
