"""The menu opens folders, videos and what was recent, and goes through album and film by its keys."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from attnscope.app.desk.action_list import ActionList
from attnscope.app.desk.picture_menu import PictureMenu
from attnscope.app.pictures.arrivals import Arrivals
from attnscope.app.pictures.recent_pictures import RecentPictures
from attnscope.app.session.session import Session
from attnscope.app.state.state import State
from PIL import Image
from PySide6.QtCore import QSettings
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMainWindow

from ..filming import number_in, write_video
from .stand_in import TOUR, StandInClient


@pytest.fixture
def desk(qtbot, tmp_path: Path) -> SimpleNamespace:
    window, state = QMainWindow(), State()
    qtbot.addWidget(window)
    arrivals = Arrivals(Session(state, StandInClient(), TOUR))
    recent = RecentPictures(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    menu = PictureMenu(window, arrivals, recent, ActionList(window, state).under("Open"))
    entries = [*menu.opening(), *menu.stepping()]
    actions = {entry.text(): entry for entry in entries if isinstance(entry, QAction)}
    yield SimpleNamespace(state=state, actions=actions, arrivals=arrivals)
    arrivals.sources.video._reader.end()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "photos"
    folder.mkdir()
    for number in range(3):
        Image.new("RGB", (4, 4 + number)).save(folder / f"{number}.png")
    return folder


def name(desk) -> str:
    return desk.state.now.picture.name if desk.state.now.picture else ""


def test_a_folder_is_chosen_and_gone_through(qtbot, desk, folder, monkeypatch):
    assert not desk.actions["Next picture"].isEnabled()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    desk.actions["Open folder …"].trigger()
    qtbot.waitUntil(lambda: name(desk) == "0.png")
    desk.actions["Next picture"].trigger()
    desk.actions["Next picture"].trigger()
    qtbot.waitUntil(lambda: name(desk) == "2.png")
    desk.actions["Previous picture"].trigger()
    qtbot.waitUntil(lambda: name(desk) == "1.png")


def test_a_video_is_chosen_and_gone_through(qtbot, desk, tmp_path, monkeypatch):
    assert not desk.actions["Next frame"].isEnabled()
    path = write_video(tmp_path / "clip.mp4", "mpeg4", 5)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    desk.actions["Open video …"].trigger()
    qtbot.waitUntil(lambda: "frame 1" in name(desk))
    desk.actions["Next frame"].trigger()
    qtbot.waitUntil(lambda: "frame 2" in name(desk))
    assert number_in(desk.state.now.picture.pixels) == 1


def test_a_dialog_that_is_given_up_opens_nothing(desk, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    desk.actions["Open folder …"].trigger()
    desk.actions["Open video …"].trigger()
    assert desk.state.now.notice is None


def test_the_camera_has_its_check_mark_only_while_it_runs(desk, monkeypatch):
    monkeypatch.setattr(desk.arrivals.sources.camera, "start", lambda: None)
    desk.actions["Camera"].trigger()
    assert desk.actions["Camera"].isChecked()
    desk.actions["Camera"].trigger()
    assert not desk.actions["Camera"].isChecked()


def test_every_key_is_of_one_entry_alone(desk):
    keys = [key.toString() for action in desk.actions.values() for key in action.shortcuts()]
    assert len(keys) == len(set(keys)) > 5
