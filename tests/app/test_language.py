"""Another language is chosen while the window is open: it is said anew, and nothing is lost."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from attnscope.app.assembly import Desk
from attnscope.app.language import spoken
from attnscope.app.wishes import Focus
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from .stand_in_desk import a_picture, client_of, open_desk, with_pass


@pytest.fixture
def desk(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with open_desk(qapp, tmp_path) as desk:
        desk.language.choose("en")
        yield desk
        for translator in qapp.findChildren(QTranslator):
            qapp.removeTranslator(translator)


def choose(qtbot: QtBot, desk: Desk, text: str) -> None:
    """As a user does: by the entry of the menu."""
    before = desk.window
    next(action for action in desk.actions.every if text in action.text()).trigger()
    qtbot.waitUntil(lambda: desk.window is not before)
    QCoreApplication.processEvents()
    gc.collect()


def menus(desk: Desk) -> list[str]:
    return [action.text() for action in desk.actions.every]


def test_the_window_speaks_the_chosen_language_at_once(desk: Desk, qtbot: QtBot) -> None:
    choose(qtbot, desk, "简体中文")
    assert "放大" in menus(desk)
    choose(qtbot, desk, "English")
    assert "Zoom in" in menus(desk)


def test_the_picture_the_pass_and_the_focus_stay(desk: Desk, qtbot: QtBot) -> None:
    with_pass(desk, picture := a_picture())
    desk.looking.select_layer(1)
    focus, requests = desk.state.now.focus, len(client_of(desk).sent)
    choose(qtbot, desk, "简体中文")
    assert desk.state.now.picture is picture
    assert desk.state.now.focus == focus != Focus()
    assert desk.window.layers._list.current() == 1
    assert [one for one in client_of(desk).sent[requests:] if one["kind"] in ("load", "record")] == []
