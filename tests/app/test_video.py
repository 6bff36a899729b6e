"""A film is gone through frame by frame and played at its own pace, off the window's thread; the newest wish wins."""

from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from attnscope.app.pictures import video as video_module
from attnscope.app.pictures.live_feed import LiveFeed
from attnscope.app.pictures.player import Player
from attnscope.app.pictures.video import Video
from attnscope.app.pictures.video_panel import VideoPanel
from attnscope.app.state.state import State
from attnscope.models.pictures.images import Picture, read_image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSlider, QToolButton, QVBoxLayout, QWidget

from ..filming import number_in, write_pictures, write_video


@pytest.fixture
def desk(qapp) -> SimpleNamespace:
    """A session that shows pictures at once, and an engine that is always idle."""
    state, shown = State(), []

    def show(picture: Picture) -> None:
        shown.append(picture)
        state.update(picture=picture, activity="running")
        state.update(pictured=picture, activity="idle")

    video, said = Video(state, show), []
    feed = LiveFeed(state, show, said.append)
    state.update(activity="idle")
    video.failed.connect(said.append)
    yield SimpleNamespace(state=state, shown=shown, video=video, feed=feed, player=Player(video, feed), said=said)
    feed.stop()
    video._reader.end()


@pytest.fixture(scope="module")
def clip(tmp_path_factory) -> Path:
    return write_video(tmp_path_factory.mktemp("films") / "夏 #1 100%.mp4", "libx264", 40)


def numbers(desk) -> list[int]:
    return [number_in(picture.pixels) for picture in desk.shown]


def opened(qtbot, desk, path: Path) -> None:
    desk.video.open(path)
    qtbot.waitUntil(lambda: bool(desk.shown))


def gone(qtbot, desk, wish) -> None:
    """Wait for the frame that comes of a wish."""
    before = len(desk.shown)
    wish()
    qtbot.waitUntil(lambda: len(desk.shown) > before)


def test_its_first_frame_is_shown_with_its_name(qtbot, desk, clip):
    with qtbot.waitSignal(desk.video.opened) as said:
        desk.video.open(clip)
    qtbot.waitUntil(lambda: bool(desk.shown))
    assert said.args == [clip]
    assert numbers(desk) == [0]
    assert desk.shown[0].name == "夏 #1 100%.mp4 · frame 1"
    assert desk.video.count == 40
    assert desk.video.length == pytest.approx(1.6)


def test_it_steps_and_goes_to_a_frame_or_a_time(qtbot, desk, clip):
    opened(qtbot, desk, clip)
    gone(qtbot, desk, lambda: desk.video.step(1))
    gone(qtbot, desk, lambda: desk.video.go(30))
    gone(qtbot, desk, lambda: desk.video.step(-1))
    gone(qtbot, desk, lambda: desk.video.go_to(0.5))
    gone(qtbot, desk, lambda: desk.video.go(999))
    assert numbers(desk) == [0, 1, 30, 29, 12, 39]


def test_of_twenty_quick_wishes_the_last_is_shown(qtbot, desk, clip):
    opened(qtbot, desk, clip)
    for number in range(1, 21):
        desk.video.go(number)
    qtbot.waitUntil(lambda: numbers(desk)[-1] == 20)
    assert len(desk.shown) < 6


def test_another_picture_takes_its_place(qtbot, desk, clip):
    opened(qtbot, desk, clip)
    desk.state.update(picture=Picture(np.zeros((3, 3, 3), np.uint8), "other"))
    assert (desk.video.path, desk.video.count) == (None, 0)
    desk.video.step(1)
    assert numbers(desk) == [0]


def test_an_animated_picture_brings_its_frames_and_is_not_shown_twice(qtbot, desk, tmp_path):
    path = write_pictures(tmp_path / "a.gif", 5, duration=80)
    desk.state.update(picture=read_image(path))
    qtbot.waitUntil(lambda: desk.video.count == 5)
    assert desk.shown == []
    gone(qtbot, desk, lambda: desk.video.step(1))
    assert numbers(desk) == [1]


def test_what_is_no_film_is_one_sentence_and_nothing_is_open(qtbot, desk, tmp_path):
    path = tmp_path / "broken.mp4"
    path.write_bytes(b"no film")
    desk.video.open(path)
    qtbot.waitUntil(lambda: bool(desk.said))
    assert "broken.mp4 is no video" in desk.said[0]
    assert desk.video.path is None


def test_it_says_that_it_reads_until_the_first_frame_is_there(qtbot, desk, clip):
    said: list[str] = []
    desk.video.waiting.connect(said.append)
    opened(qtbot, desk, clip)
    assert "Reading 夏 #1 100%.mp4" in said[0]
    assert said[-1] == ""


def test_it_plays_at_its_own_pace_leaves_out_what_the_network_has_no_time_for_and_ends(qtbot, desk, clip, monkeypatch):
    clock = SimpleNamespace(now=100.0)
    monkeypatch.setattr(video_module, "time", SimpleNamespace(monotonic=lambda: clock.now))
    opened(qtbot, desk, clip)
    desk.video.framed.connect(lambda _: setattr(clock, "now", clock.now + 0.4), Qt.ConnectionType.DirectConnection)
    desk.player.toggle()
    qtbot.waitUntil(lambda: not desk.player.is_playing)
    assert numbers(desk) == [0, 1, 10, 20, 30, 39]
    assert desk.state.now.live == ""
    assert desk.said == []


def test_at_its_end_it_plays_again_from_the_beginning(qtbot, desk, clip):
    opened(qtbot, desk, clip)
    gone(qtbot, desk, lambda: desk.video.go(39))
    gone(qtbot, desk, desk.player.toggle)
    assert numbers(desk)[2] < 39


def test_a_step_stops_the_playing(qtbot, desk, clip):
    opened(qtbot, desk, clip)
    gone(qtbot, desk, desk.player.toggle)
    desk.player.step(1)
    assert not desk.player.is_playing


def test_pages_cannot_be_played(qtbot, desk, tmp_path):
    desk.state.update(picture=read_image(write_pictures(tmp_path / "a.tif", 3)))
    qtbot.waitUntil(lambda: desk.video.count == 3)
    desk.player.toggle()
    assert not desk.player.is_playing


# ---------------------------------------------------------------------- the panel


def test_the_bar_is_there_while_a_film_is_open_and_goes_through_it(qtbot, desk, clip):
    window = QWidget()
    qtbot.addWidget(window)
    panel = VideoPanel(desk.state, desk.video, desk.player)
    QVBoxLayout(window).addWidget(panel)
    window.show()
    assert not panel.isVisible()
    opened(qtbot, desk, clip)
    assert panel.isVisible()
    slider = panel.findChild(QSlider)
    assert slider.maximum() == 39
    gone(qtbot, desk, lambda: qtbot.keyClick(slider, Qt.Key.Key_Right))
    assert numbers(desk) == [0, 1]
    gone(qtbot, desk, lambda: desk.video.go(7))
    assert slider.value() == 7
    buttons = {button.accessibleName(): button for button in panel.findChildren(QToolButton)}
    gone(qtbot, desk, lambda: qtbot.mouseClick(buttons["Play"], Qt.MouseButton.LeftButton))
    assert buttons["Play"].accessibleName() == "Pause"
    desk.feed.stop()
    assert buttons["Play"].accessibleName() == "Play"
