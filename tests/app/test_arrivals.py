"""Whatever comes goes to whom it concerns: pictures, folders, films, addresses, weights, code, labels, sessions."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from attnscope.app.pictures.arrivals import Arrivals
from attnscope.app.pictures.drops import Dropped
from attnscope.app.session.session import Session
from attnscope.app.state.state import State
from PIL import Image

from ..filming import number_in, write_video
from .stand_in import TOUR, StandInClient


@pytest.fixture
def desk(qapp) -> SimpleNamespace:
    state, client = State(), StandInClient()
    session = Session(state, client, TOUR)
    session.start()
    arrivals = Arrivals(session)
    yield SimpleNamespace(state=state, client=client, session=session, arrivals=arrivals, sources=arrivals.sources)
    arrivals.sources.video._reader.end()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in (10, 2):
        Image.new("RGB", (4, number)).save(tmp_path / f"{number}.png")
    return tmp_path


def picture_of(qtbot, desk, name: str) -> None:
    qtbot.waitUntil(lambda: desk.state.now.picture is not None and desk.state.now.picture.name == name)


def test_one_picture_comes_alone(qtbot, desk, folder):
    desk.arrivals.take([folder / "10.png"])
    picture_of(qtbot, desk, "10.png")
    assert desk.state.now.album == ()
    assert desk.state.now.picture.path == folder / "10.png"


def test_a_folder_and_many_files_become_an_album(qtbot, desk, folder):
    for paths in ([folder], [folder / "10.png", folder / "2.png"]):
        desk.arrivals.take(paths)
        picture_of(qtbot, desk, "2.png")
        assert [path.name for path in desk.state.now.album] == ["2.png", "10.png"]
        assert desk.sources.album.at == 0
        desk.state.update(album=(), picture=None)


def test_a_film_is_opened_as_one(qtbot, desk, folder):
    desk.arrivals.take([write_video(folder / "clip.mp4", "mpeg4", 5)])
    qtbot.waitUntil(lambda: desk.state.now.picture is not None)
    assert number_in(desk.state.now.picture.pixels) == 0
    assert desk.sources.video.count == 5


def test_a_film_that_is_wished_after_a_picture_is_shown_after_it(qtbot, desk, folder):
    film = write_video(folder / "clip.mp4", "mpeg4", 5)
    desk.arrivals.take([folder / "10.png"])
    desk.arrivals.take([film])
    picture_of(qtbot, desk, "clip.mp4 · frame 1")
    assert desk.sources.video.count == 5


def test_a_picture_that_is_wished_after_a_film_or_while_the_camera_runs_takes_their_place(
    qtbot, desk, folder, monkeypatch
):
    film = write_video(folder / "clip.mp4", "mpeg4", 5)
    monkeypatch.setattr(desk.sources.camera, "start", lambda: None)
    for begin in (lambda: desk.arrivals.take([film]), desk.sources.toggle_camera):
        begin()
        desk.arrivals.take([folder / "10.png"])
        assert (desk.sources.video.path, desk.sources.feed.source) == (None, None)
        picture_of(qtbot, desk, "10.png")
        desk.state.update(picture=None)


def test_the_picture_to_begin_with_is_shown_only_where_nothing_else_is(qtbot, desk, folder):
    desk.arrivals.take([folder / "10.png"], otherwise=folder / "2.png")
    picture_of(qtbot, desk, "10.png")
    assert desk.state.now.album == ()
    desk.arrivals.take([], otherwise=folder / "2.png")
    picture_of(qtbot, desk, "2.png")


def test_pasted_bytes_are_a_picture(qtbot, desk, folder):
    desk.arrivals.receive(Dropped((folder / "2.png").read_bytes(), "pasted picture"))
    picture_of(qtbot, desk, "pasted picture")
    assert desk.state.now.picture.path is None


def test_an_address_is_asked_about_with_a_button_and_nothing_is_fetched(desk):
    desk.arrivals.receive(Dropped((), address="https://example.org/a.png"))
    notice = desk.state.now.notice
    assert "example.org" in notice.text
    assert [deed for deed, _ in notice.deeds] == ["fetch"]
    assert not desk.sources.web.is_fetching


def test_what_was_fetched_is_shown(qtbot, desk, folder):
    desk.sources.web.progressed.emit(10, 100)
    assert desk.state.now.notice is not None
    desk.sources.web.fetched.emit((folder / "2.png").read_bytes(), "猫.png")
    picture_of(qtbot, desk, "猫.png")
    assert desk.state.now.notice is None


def test_weights_code_and_labels_go_to_the_network_beside_the_pictures(qtbot, desk, folder):
    desk.arrivals.take([folder, Path("/w.pth"), Path("/names.txt")])
    assert desk.client.asked("checkpoint")
    desk.arrivals.take([Path("/net.py"), Path("/w.pth")])
    assert desk.arrivals.code_weights == "/w.pth"
    picture_of(qtbot, desk, "2.png")


def test_a_saved_session_is_handed_on_alone(qtbot, desk, folder):
    with qtbot.waitSignal(desk.arrivals.session_arrived) as said:
        desk.arrivals.take([Path("/lecture.attnsession"), folder / "2.png"])
    assert said.args == [Path("/lecture.attnsession")]
    assert desk.state.now.picture is None


def test_what_cannot_be_opened_is_said(qtbot, desk, folder):
    (folder / "empty").mkdir()
    desk.arrivals.take([folder / "empty"])
    qtbot.waitUntil(lambda: desk.state.now.notice is not None and desk.state.now.notice.level == "error")
    assert "no picture in empty" in desk.state.now.notice.text


def test_the_word_about_a_slow_folder_does_not_take_away_what_was_said_since(desk):
    desk.sources.album.waiting.emit("Looking for pictures …")
    desk.sources.album.failed.emit("There is no picture in it.")
    desk.sources.album.waiting.emit("")
    assert desk.state.now.notice.text == "There is no picture in it."


def test_the_camera_is_switched_on_and_off(desk, monkeypatch):
    camera = desk.sources.camera
    monkeypatch.setattr(camera, "start", lambda: None)
    desk.sources.toggle_camera()
    assert desk.state.now.live == "camera"
    desk.sources.toggle_camera()
    assert desk.state.now.live == ""
    assert desk.sources.feed.source is None
