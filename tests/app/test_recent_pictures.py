"""What was opened last is remembered, the newest first, and can be opened again from a menu."""

from pathlib import Path

import numpy as np
import pytest
from attnscope.app.pictures.album import Album
from attnscope.app.pictures.recent_pictures import KEPT, RecentPictures, recent_menu
from attnscope.app.pictures.video import Video
from attnscope.app.state.resources import first_sample
from attnscope.app.state.state import State
from attnscope.models.pictures.images import Picture
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget


@pytest.fixture
def store(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def recent(store) -> RecentPictures:
    return RecentPictures(store)


def test_the_newest_is_first_each_once_and_not_too_many(recent, store, tmp_path):
    paths = [tmp_path / f"夏 {number} #1%.png" for number in range(KEPT + 3)]
    for path in (*paths, paths[5]):
        recent.note(path)
    store.sync()
    again = RecentPictures(QSettings(store.fileName(), QSettings.Format.IniFormat))
    assert again.paths() == (paths[5], *(path for path in reversed(paths) if path != paths[5]))[:KEPT]


@pytest.mark.parametrize("text", ["{", "7", "[1, null]"])
def test_a_damaged_list_is_an_empty_one(recent, store, text):
    store.setValue("recent_pictures", text)
    assert recent.paths() == ()


def test_the_samples_of_the_program_are_not_remembered(recent):
    recent.note(first_sample())
    assert recent.paths() == ()


def test_a_picture_is_noted_once_it_was_read_and_of_an_album_its_folder_alone(qapp, recent, tmp_path):
    state = State()
    album, video = Album(state, lambda path: None), Video(state, lambda picture: None)
    recent.follow(state, album, video)

    def come(name: str | None) -> None:
        path = tmp_path / name if name else None
        state.update(picture=Picture(np.zeros((2, 2, 3), np.uint8), "a", path=path))

    come("alone.png")
    come(None)
    state.update(album=(tmp_path / "photos" / "1.png",))
    come("photos/1.png")
    album.opened.emit(tmp_path / "photos")
    video.opened.emit(tmp_path / "clip.mp4")
    assert [path.name for path in recent.paths()] == ["clip.mp4", "photos", "alone.png"]


def test_the_menu_opens_them_and_leaves_out_those_that_are_gone(qtbot, recent, tmp_path):
    there = tmp_path / "cats & dogs.png"
    there.touch()
    window, opened = QWidget(), []
    qtbot.addWidget(window)
    menu = recent_menu(window, recent, opened.append)
    recent.note(there)
    recent.note(tmp_path / "gone.png")
    menu.aboutToShow.emit()
    entries = {action.text(): action for action in menu.actions()}
    assert not entries["gone.png"].isEnabled()
    entries["cats && dogs.png"].trigger()
    assert opened == [there]
    entries["Clear this list"].trigger()
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions() if action.text()] == ["Clear this list"]
