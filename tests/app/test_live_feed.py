"""A live source: the newest frame whenever the network has time for one, counted, until something ends it."""

from types import SimpleNamespace

import numpy as np
import pytest
from attnscope.app.pictures import live_feed
from attnscope.app.pictures.camera import Camera, camera_offer, pixels_of
from attnscope.app.pictures.live_feed import LiveFeed
from attnscope.app.pictures.live_source import LiveSource
from attnscope.app.session.session import Session
from attnscope.app.state.state import State
from attnscope.models.pictures.images import Picture
from PySide6.QtGui import QColor, QImage

from .stand_in import TOUR, StandInClient, outcome


class Source(LiveSource):
    """A camera that has a new frame at any moment: its brightness is the frame's number."""

    def __init__(self) -> None:
        super().__init__("camera")
        self.asked, self.running, self.newest = 0, False, 0

    def start(self) -> None:
        self.running = True

    def stop(self) -> None:
        self.running = False

    def ask(self) -> None:
        self.asked += 1

    def tick(self) -> None:
        """One frame more; it is sent only where one was asked for."""
        self.newest += 1
        if self.asked:
            self.asked = 0
            self.framed.emit(Picture(np.full((20, 20, 3), self.newest, np.uint8), "camera"))


@pytest.fixture
def desk(qapp) -> SimpleNamespace:
    """The real session, an engine that answers when told, and a loaded network."""
    state, client, said = State(), StandInClient(), []
    session = Session(state, client, TOUR)
    feed = LiveFeed(state, session.show_frame, said.append)
    session.start()
    session.show_picture(Picture(np.zeros((20, 20, 3), np.uint8), "still"))
    client.load_and_record()
    return SimpleNamespace(
        state=state, client=client, session=session, feed=feed, source=Source(), said=said, looking=None
    )


def answer_all(desk) -> None:
    """The engine answers every question that is open, and those that follow."""
    while questions := [n for n, request in desk.client.sent.items() if request["kind"] not in ("record", "devices")]:
        for number in questions:
            kind = desk.client.sent[number]["kind"]
            values = {"values": np.zeros((1, 5), np.float32)}
            desk.client.answer(number, "answer", values, error=0.0, low=0.0, high=1.0, question=kind)


def recorded(desk) -> None:
    desk.client.answer_newest("record", "recorded", **{"pass": outcome()})


def sent(desk) -> list[int]:
    """The brightness of every frame that waits for its pass."""
    return [int(desk.client.sent[n]["arrays"]["image"][0, 0, 0]) for n in desk.client.asked("record")]


def test_frames_between_two_passes_are_left_out_and_the_newest_goes_first(desk):
    answer_all(desk)
    desk.feed.start(desk.source)
    for _ in range(5):
        desk.source.tick()
    assert sent(desk) == [1]
    recorded(desk)
    for _ in range(3):
        desk.source.tick()
    answer_all(desk)
    desk.source.tick()
    assert sent(desk)[-1] == 9
    recorded(desk)
    assert desk.state.now.picture.pixels[0, 0, 0] == 9


def test_the_next_frame_waits_until_the_map_of_the_one_before_is_there(desk):
    answer_all(desk)
    desk.feed.start(desk.source)
    desk.source.tick()
    recorded(desk)
    assert desk.source.asked == 0
    answer_all(desk)
    assert desk.source.asked == 1


def test_an_answer_that_never_comes_does_not_stop_it(desk, qtbot):
    answer_all(desk)
    desk.feed._patience.setInterval(1)
    desk.feed.start(desk.source)
    desk.source.tick()
    recorded(desk)
    qtbot.waitUntil(lambda: desk.source.asked == 1)


def test_it_says_what_it_is_and_how_many_frames_a_second_are_shown(desk, monkeypatch):
    clock = SimpleNamespace(now=7.0)
    monkeypatch.setattr(live_feed, "time", SimpleNamespace(monotonic=lambda: clock.now))
    answer_all(desk)
    desk.feed.start(desk.source)
    assert desk.state.now.live == "camera"
    for _ in range(4):
        desk.source.tick()
        clock.now += 0.05
        recorded(desk)
        answer_all(desk)
    assert desk.state.now.live == "camera · 20 frames/s"
    for _ in range(4):
        desk.source.tick()
        clock.now += 0.8
        recorded(desk)
        answer_all(desk)
    assert desk.state.now.live == "camera · 1.2 frames/s"


def test_what_the_user_looks_at_is_kept(desk):
    answer_all(desk)
    desk.state.update(focus=desk.state.now.focus.__class__(layer=2, head=1, query=(3, 4)))
    answer_all(desk)
    desk.feed.start(desk.source)
    desk.source.tick()
    recorded(desk)
    focus = desk.state.now.focus
    assert (focus.layer, focus.head, focus.query) == (2, 1, (3, 4))


def test_stopping_lets_go_of_the_source_and_stays_at_the_frame(desk):
    answer_all(desk)
    desk.feed.start(desk.source)
    desk.source.tick()
    recorded(desk)
    desk.feed.stop()
    assert not desk.source.running
    assert (desk.state.now.live, desk.state.now.picture.name) == ("", "camera")


def test_another_picture_ends_it(desk):
    answer_all(desk)
    desk.feed.start(desk.source)
    desk.source.tick()
    desk.session.show_picture(Picture(np.zeros((9, 9, 3), np.uint8), "dropped"))
    assert not desk.source.running
    assert desk.feed.source is None


@pytest.mark.parametrize("reply", ["failed", "cancelled"])
def test_a_pass_that_fails_or_is_stopped_by_the_user_ends_it(desk, reply):
    answer_all(desk)
    desk.feed.start(desk.source)
    desk.source.tick()
    desk.client.answer_newest("record", reply, message="It did not work.")
    assert not desk.source.running


def test_an_engine_that_dies_ends_it(desk):
    answer_all(desk)
    desk.feed.start(desk.source)
    desk.client.failed.emit("The engine was killed.")
    assert not desk.source.running


def test_what_the_source_says_ends_it_and_is_said(desk):
    answer_all(desk)
    desk.feed.start(desk.source)
    desk.source.said.emit("It was unplugged.")
    assert desk.said == ["It was unplugged."]
    assert not desk.source.running


def test_a_second_source_takes_the_place_of_the_first(desk):
    answer_all(desk)
    desk.feed.start(desk.source)
    other = Source()
    desk.feed.start(other)
    assert (desk.source.running, other.running) == (False, True)


# ---------------------------------------------------------------------- the camera


def test_where_there_is_no_camera_that_is_said(desk, monkeypatch):
    monkeypatch.setattr("attnscope.app.pictures.camera.camera_offer", lambda: "There is no camera: plug one in.")
    camera = Camera()
    desk.feed.start(camera)
    assert desk.said == ["There is no camera: plug one in."]
    assert desk.feed.source is None
    assert desk.state.now.live == ""


def test_without_qt_s_multimedia_parts_it_says_how_to_get_them(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "PySide6.QtMultimedia", None)
    assert "pip install" in (camera_offer() or "")


def test_a_frame_becomes_pixels_only_when_it_was_asked_for(qtbot):
    image = QImage(7, 3, QImage.Format.Format_RGB32)
    image.fill(QColor(10, 20, 30))
    turned: list[int] = []
    frame = SimpleNamespace(isValid=lambda: True, toImage=lambda: (turned.append(1), image)[1])
    camera, got = Camera(), []
    camera.framed.connect(got.append)
    camera._on_frame(frame)
    assert turned == []
    camera.ask()
    for _ in range(3):
        camera._on_frame(frame)
    assert len(turned) == len(got) == 1
    assert got[0].pixels.shape == (3, 7, 3)
    assert got[0].pixels[2, 6].tolist() == [10, 20, 30]


def test_pixels_are_red_green_blue_whatever_the_width(qapp):
    image = QImage(3, 2, QImage.Format.Format_ARGB32)
    image.fill(QColor(200, 100, 50))
    pixels = pixels_of(image)
    assert pixels.flags.c_contiguous
    assert (pixels == [200, 100, 50]).all()


def test_a_frame_comes_on_screen_with_its_pass_so_that_nothing_flickers(desk):
    answer_all(desk)
    before = desk.state.now.picture
    desk.feed.start(desk.source)
    desk.source.tick()
    assert desk.state.now.picture is before is desk.state.now.pictured
    recorded(desk)
    assert desk.state.now.picture is desk.state.now.pictured is not before
