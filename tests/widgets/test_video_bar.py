"""The bar of a film plays, steps and goes to a frame or a time, by mouse and keyboard."""

import pytest
from attnscope.widgets.pictures.frame_text import frame_text, time_text, typed_place
from attnscope.widgets.pictures.play_button import PlayButton
from attnscope.widgets.pictures.video_bar import VideoBar
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QSlider

from .acting import pixels, shown


@pytest.fixture
def bar(qtbot) -> VideoBar:
    bar = shown(qtbot, VideoBar(), 700, 40)
    bar.set_film(250, 10.0)
    bar.set_frame(99, 3.96)
    return bar


def button(bar: VideoBar, name: str) -> PlayButton:
    return next(one for one in bar.findChildren(PlayButton) if one.accessibleName() == name)


def type_place(bar: VideoBar, qtbot, text: str) -> None:
    field = bar.findChild(QLineEdit)
    field.clear()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_it_says_which_frame_of_how_many_and_when(bar):
    said = bar.findChild(QSlider).accessibleDescription()
    assert "frame 100 / 250" in said
    assert "0:03.96 / 0:10.00" in said


@pytest.mark.parametrize(("name", "by"), [("Previous frame", -1), ("Next frame", 1)])
def test_its_buttons_step(bar, qtbot, name, by):
    with qtbot.waitSignal(bar.step_requested) as asked:
        qtbot.mouseClick(button(bar, name), Qt.MouseButton.LeftButton)
    assert asked.args == [by]


def test_at_the_ends_there_is_nothing_to_step_to(bar):
    bar.set_frame(0, 0.0)
    assert not button(bar, "Previous frame").isEnabled()
    bar.set_frame(249, 9.96)
    assert not button(bar, "Next frame").isEnabled()


def test_its_slider_goes_by_single_frames_with_the_arrow_keys(bar, qtbot):
    with qtbot.waitSignal(bar.frame_requested) as asked:
        qtbot.keyClick(bar.findChild(QSlider), Qt.Key.Key_Right)
    assert asked.args == [100]


def test_play_becomes_pause_in_word_and_sign(bar, qtbot):
    before = pixels(button(bar, "Play"))
    with qtbot.waitSignal(bar.play_requested) as asked:
        qtbot.mouseClick(button(bar, "Play"), Qt.MouseButton.LeftButton)
    assert asked.args == [True]
    bar.set_playing(True)
    assert not (pixels(button(bar, "Pause")) == before).all()
    with qtbot.waitSignal(bar.play_requested) as asked:
        qtbot.mouseClick(button(bar, "Pause"), Qt.MouseButton.LeftButton)
    assert asked.args == [False]


def test_a_typed_number_is_a_frame_and_anything_with_a_point_or_colon_a_time(bar, qtbot):
    with qtbot.waitSignal(bar.frame_requested) as asked:
        type_place(bar, qtbot, "37")
    assert asked.args == [36]
    with qtbot.waitSignal(bar.time_requested) as asked:
        type_place(bar, qtbot, "0:02.5")
    assert asked.args == [2.5]


def test_a_typed_number_beyond_the_last_is_the_last(bar, qtbot):
    with qtbot.waitSignal(bar.frame_requested) as asked:
        type_place(bar, qtbot, "9999")
    assert asked.args == [249]


def test_what_is_neither_is_marked_and_asks_for_nothing(bar, qtbot):
    with qtbot.assertNotEmitted(bar.frame_requested), qtbot.assertNotEmitted(bar.time_requested):
        type_place(bar, qtbot, "soon")
    assert bar.findChild(QLineEdit).property("look") == "wrong"


def test_setting_announces_nothing(bar, qtbot):
    with qtbot.assertNotEmitted(bar.frame_requested):
        bar.set_frame(3, 0.1)
        bar.set_film(2, 0.1)


def test_pages_have_no_time_and_cannot_be_played(bar):
    bar.set_film(5, 0.0)
    assert not button(bar, "Play").isVisible()
    assert bar.findChild(QSlider).accessibleDescription() == "frame 1 / 5"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        *(("1", 0), ("0", 0), ("250", 249)),
        *(
            ("1:02", 62.0),
            ("1:02.5", 62.5),
            ("1:00:01", 3601.0),
            ("2.5", 2.5),
            ("2,5", 2.5),
            ("7s", 7.0),
            (" 3.0 s ", 3.0),
        ),
        *((text, None) for text in ("", "x", "1:x", "-3", "1:2:3:4", "nan", "inf", "1e9", "²")),
    ],
)
def test_what_is_typed_is_understood_or_not(text, place):
    found = typed_place(text)
    assert found == place
    assert type(found) is type(place)


def test_times_are_rounded_to_hundredths_and_carry_over():
    assert [time_text(seconds) for seconds in (0, 59.996, 3725.5)] == ["0:00.00", "1:00.00", "1:02:05.50"]


def test_frames_are_counted_from_one(qapp):
    assert frame_text(0, 2, 0, 0) == "frame 1 / 2"
