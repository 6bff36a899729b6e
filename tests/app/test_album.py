"""An album opens folders off the window's thread and is gone through; the newest wish wins, broken ones included."""

from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from attnscope.app.pictures.album import Album
from attnscope.app.pictures.album_panel import AlbumPanel
from attnscope.app.state.state import State
from attnscope.models.pictures.images import Picture
from attnscope.widgets.pictures.thumbnail_model import THUMBNAIL
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QListView, QToolButton


@pytest.fixture
def desk(qapp) -> SimpleNamespace:
    state, shown = State(), []
    return SimpleNamespace(state=state, shown=shown, album=Album(state, shown.append))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "summer 夏 #1 100%"
    folder.mkdir()
    for number in (10, 9, 8, 1):
        Image.new("RGB", (40, 30), (200, 20, 20)).save(folder / f"img{number}.png")
    return folder


def names(paths) -> list[str]:
    return [path.name for path in paths]


def opened(qtbot, desk, *paths: Path) -> None:
    with qtbot.waitSignal(desk.album._listed):
        desk.album.open(paths)


def come(desk, path: Path) -> None:
    """The picture that was asked for has been read."""
    desk.state.update(picture=Picture(np.zeros((3, 3, 3), np.uint8), path.name, path=path))


def test_a_folder_is_opened_in_natural_order_and_its_first_picture_shown(qtbot, desk, folder):
    with qtbot.waitSignal(desk.album.opened) as said:
        desk.album.open([folder])
    assert names(desk.state.now.album) == ["img1.png", "img8.png", "img9.png", "img10.png"]
    assert names(desk.shown) == ["img1.png"]
    assert said.args == [folder]


def test_files_that_come_together_are_an_album_of_their_own(qtbot, desk, folder):
    opened(qtbot, desk, folder / "img10.png", folder / "img9.png", folder / "img10.png")
    assert names(desk.state.now.album) == ["img9.png", "img10.png"]


def test_steps_stop_at_either_end(qtbot, desk, folder):
    opened(qtbot, desk, folder)
    for by in (-1, 1, 1, 1, 1, -1):
        desk.album.step(by)
    assert names(desk.shown) == ["img1.png", "img8.png", "img9.png", "img10.png", "img9.png"]


def test_quick_steps_go_on_from_the_wish_and_not_from_what_has_been_read(qtbot, desk, folder):
    opened(qtbot, desk, folder)
    desk.album.step(1)
    desk.album.step(1)
    come(desk, desk.shown[0])
    assert desk.album.at == 0
    desk.album.step(1)
    assert names(desk.shown)[-1] == "img8.png"


def test_a_broken_picture_does_not_hold_up_the_next(qtbot, desk, folder):
    opened(qtbot, desk, folder)
    come(desk, desk.shown[0])
    desk.album.step(1)  # and it never comes
    desk.album.step(1)
    assert names(desk.shown)[-1] == "img9.png"


def test_a_pasted_picture_rings_none_and_the_next_is_the_one_after_where_it_was_left(qtbot, desk, folder):
    opened(qtbot, desk, folder)
    desk.album.go(2)
    desk.state.update(picture=Picture(np.zeros((3, 3, 3), np.uint8), "pasted"))
    assert desk.album.at is None
    desk.album.step(1)
    assert names(desk.shown)[-1] == "img10.png"


def test_one_picture_alone_ends_the_album_unless_it_is_one_of_it(qtbot, desk, folder, tmp_path):
    opened(qtbot, desk, folder)
    desk.album.open_alone(folder / "img9.png")
    assert (desk.album.at, len(desk.state.now.album)) == (2, 4)
    desk.album.open_alone(tmp_path / "other.png")
    assert desk.state.now.album == ()
    assert desk.shown[-1] == tmp_path / "other.png"


def test_an_album_that_others_have_set_is_gone_through_too(desk, folder):
    paths = tuple(sorted(folder.iterdir()))
    desk.state.update(album=paths)
    come(desk, paths[1])
    desk.album.step(1)
    assert desk.shown == [paths[2]]


def test_a_folder_without_pictures_is_one_sentence_and_changes_nothing(qtbot, desk, folder, tmp_path):
    opened(qtbot, desk, folder)
    (tmp_path / "empty").mkdir()
    with qtbot.waitSignal(desk.album.failed) as said:
        desk.album.open([tmp_path / "empty"])
    assert "no picture in empty" in said.args[0]
    assert len(desk.state.now.album) == 4


def test_an_empty_folder_beside_a_full_one_is_passed_over(qtbot, desk, folder, tmp_path):
    (tmp_path / "empty").mkdir()
    opened(qtbot, desk, tmp_path / "empty", folder)
    assert len(desk.state.now.album) == 4


def test_of_two_folders_the_one_that_was_wished_last_is_opened(qtbot, desk, folder, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    Image.new("RGB", (3, 3)).save(other / "only.png")
    desk.album.open([folder])
    with qtbot.waitSignal(desk.album.opened):
        desk.album.open([other])
    assert names(desk.state.now.album) == ["only.png"]
    assert names(desk.shown) == ["only.png"]


def test_what_is_looked_through_for_long_is_said_and_taken_back(qtbot, desk, folder):
    desk.album._patience.setInterval(0)
    said: list[str] = []
    desk.album.waiting.connect(said.append)
    desk.album._came = (folder,)
    desk.album._patience.start()
    qtbot.waitUntil(lambda: bool(said))
    assert folder.name in said[0]
    desk.album.stop()
    assert said[-1] == ""


def test_ten_thousand_pictures_are_listed(qtbot, desk, tmp_path):
    for number in range(10_000):
        (tmp_path / f"{number}.jpg").touch()
    opened(qtbot, desk, tmp_path)
    assert len(desk.state.now.album) == 10_000
    assert desk.state.now.album[9_999].name == "9999.jpg"


# ---------------------------------------------------------------------- the panel


@pytest.fixture
def panel(qtbot, desk) -> AlbumPanel:
    panel = AlbumPanel(desk.state, desk.album)
    qtbot.addWidget(panel)
    panel.resize(700, 170)
    with qtbot.waitExposed(panel):
        panel.show()
    yield panel
    panel._thumbnails.stop()


def thumbnail(panel: AlbumPanel, row: int):
    return panel.findChild(QListView).model().index(row, 0).data(THUMBNAIL)


def test_the_strip_shows_small_copies_of_the_pictures(qtbot, desk, folder, panel):
    opened(qtbot, desk, folder)
    qtbot.waitUntil(lambda: all(thumbnail(panel, row).pixmap for row in range(4)))
    colour = thumbnail(panel, 3).pixmap.toImage().pixelColor(5, 5)
    assert (colour.red(), colour.green(), colour.blue()) == (200, 20, 20)
    assert thumbnail(panel, 3).size == (40, 30)


def test_what_cannot_be_read_has_its_sentence(qtbot, desk, folder, panel):
    (folder / "img8.png").write_bytes(b"no picture")
    (folder / "img9.png").unlink()
    (folder / "img9.png").touch()
    opened(qtbot, desk, folder)
    qtbot.waitUntil(lambda: bool(thumbnail(panel, 1).trouble and thumbnail(panel, 2).trouble))
    assert "no image" in thumbnail(panel, 1).trouble
    assert "empty" in thumbnail(panel, 2).trouble


def test_a_click_and_the_buttons_go_to_a_picture_and_the_heading_counts(qtbot, desk, folder, panel):
    opened(qtbot, desk, folder)
    QApplication.processEvents()
    view = panel.findChild(QListView)
    place = view.visualRect(view.model().index(2, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert names(desk.shown)[-1] == "img9.png"
    buttons = {button.accessibleName(): button for button in panel.findChildren(QToolButton)}
    qtbot.mouseClick(buttons["Next picture"], Qt.MouseButton.LeftButton)
    assert names(desk.shown)[-1] == "img10.png"
    assert not buttons["Next picture"].isEnabled()
    assert any("4 / 4" in label.text() for label in panel.findChildren(QLabel))


def test_without_an_album_it_says_how_to_get_one(panel):
    assert any("Drop a folder" in label.text() for label in panel.findChildren(QLabel) if label.isVisible())
    assert not panel.strip.isVisible()
