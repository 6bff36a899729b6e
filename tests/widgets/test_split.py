"""A second scene is seen right of a line that can be dragged and moved by keys."""

from dataclasses import replace

import numpy as np
import pytest
from attnscope.widgets.look.photo import Photo
from attnscope.widgets.look.theme import DARK
from attnscope.widgets.stage.split_handle import SplitHandle
from attnscope.widgets.stage.split_picture import Split, paint_split
from attnscope.widgets.stage.stage import Stage
from attnscope.widgets.stage.stage_picture import Scene
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from .acting import close, of_image, pixels, point_at, shown

RED, BLUE = (200, 40, 40), (40, 40, 200)
LEFT = Qt.MouseButton.LeftButton


def plain(colour, size=(200, 300)) -> np.ndarray:
    return np.full((*size, 3), colour, dtype=np.uint8)


@pytest.fixture
def stage(qtbot) -> Stage:
    """Red at the left of the middle, blue at its right; 12 pixels are left free around 600 by 400."""
    stage = shown(qtbot, Stage(), 624, 424)
    stage.set_picture(plain(RED))
    stage.set_over(Scene(photo=Photo(plain(BLUE))))
    return stage


def handle(stage: Stage) -> SplitHandle:
    return stage.findChild(SplitHandle)


def border(stage: Stage, row: int = 330) -> float:
    """Where red ends and blue begins."""
    seen = pixels(stage)[row].astype(int)
    red, blue = (np.abs(seen - colour).max(axis=1) < 4 for colour in (RED, BLUE))
    assert np.nonzero(red)[0].max() < np.nonzero(blue)[0].min()
    return (np.nonzero(red)[0].max() + np.nonzero(blue)[0].min()) / 2


@pytest.mark.parametrize("fraction", [0.25, 0.5, 0.9])
def test_the_line_is_at_its_fraction_of_the_picture(stage, fraction):
    stage.set_split(fraction)
    assert border(stage) == pytest.approx(12 + 600 * fraction, abs=1.5)


def test_zoomed_it_is_a_fraction_of_what_can_be_seen(stage):
    stage.zoom_by(4)
    stage.set_split(0.25)
    assert border(stage) == pytest.approx(624 / 4, abs=1.5)


def test_none_hides_line_and_second_scene_and_so_does_no_scene(stage):
    stage.set_split(None)
    assert stage.split() is None
    assert not handle(stage).isVisible()
    assert close(pixels(stage)[330, 500], RED, by=2)
    stage.set_split(0.5)
    assert close(pixels(stage)[330, 500], BLUE, by=2)
    stage.set_over(None)
    assert close(pixels(stage)[330, 500], RED, by=2)
    assert not handle(stage).isVisible()


def test_a_new_picture_takes_the_second_scene_away(stage):
    stage.set_picture(plain((1, 2, 3)))
    assert stage.split() is None
    assert close(pixels(stage)[330, 500], (1, 2, 3), by=2)


def test_dragging_the_handle_moves_the_line_to_the_pointer_and_says_so(qtbot, stage):
    grip, said = handle(stage), []
    stage.split_moved.connect(said.append)
    start = grip.rect().center()
    qtbot.mousePress(grip, LEFT, pos=start)
    point_at(grip, QPointF(start + QPoint(-150, 30)), LEFT)
    qtbot.mouseRelease(grip, LEFT, pos=grip.rect().center())
    assert said == [pytest.approx(0.25, abs=0.005)]
    assert border(stage) == pytest.approx(12 + 150, abs=2)
    assert grip.geometry().center().x() == pytest.approx(12 + 150, abs=2)


def test_it_cannot_be_dragged_off_the_picture(qtbot, stage):
    grip, said = handle(stage), []
    stage.split_moved.connect(said.append)
    qtbot.mousePress(grip, LEFT, pos=grip.rect().center())
    point_at(grip, QPointF(-5000, 0), LEFT)
    assert said == [0]


@pytest.mark.parametrize(
    ("key", "fraction"),
    [
        (Qt.Key.Key_Left, 0.48),
        (Qt.Key.Key_Right, 0.52),
        (Qt.Key.Key_PageUp, 0.4),
        (Qt.Key.Key_PageDown, 0.6),
        (Qt.Key.Key_Home, 0.0),
        (Qt.Key.Key_End, 1.0),
    ],
)
def test_keys_move_the_line(qtbot, stage, key, fraction):
    with qtbot.waitSignal(stage.split_moved) as moved:
        qtbot.keyClick(handle(stage), key)
    assert moved.args == [pytest.approx(fraction)]


def test_a_double_click_puts_the_line_into_the_middle(qtbot, stage):
    stage.set_split(0.2)
    grip = handle(stage)
    with qtbot.waitSignal(stage.split_moved) as moved:
        qtbot.mouseDClick(grip, LEFT, pos=grip.rect().center())
    assert moved.args == [0.5]


def test_the_handle_can_be_reached_by_keyboard_and_shows_it(qtbot, stage):
    grip = handle(stage)
    stage.setFocus()
    without = pixels(grip)
    qtbot.keyClick(stage, Qt.Key.Key_Tab)
    assert grip.hasFocus()
    assert np.abs(pixels(grip).astype(int) - without).max() > 40
    assert grip.accessibleName()
    assert grip.toolTip()


def test_beside_the_line_the_picture_can_be_clicked_as_ever(qtbot, stage):
    with qtbot.waitSignal(stage.point_clicked):
        qtbot.mouseClick(stage, LEFT, pos=QPoint(312 - 10, 60))


def test_setting_anything_announces_nothing(qtbot, stage):
    with qtbot.assertNotEmitted(stage.split_moved):
        stage.set_split(0.3)
        stage.set_split_labels("a", "b")
        stage.set_over(Scene(photo=Photo(plain(RED))))
        stage.set_split(None)


def test_labels_stand_at_their_sides_of_the_line(stage):
    without = pixels(stage)
    stage.set_split_labels("weights", "")
    columns = np.nonzero((np.abs(pixels(stage).astype(int) - without).max(axis=2) > 60).any(axis=0))[0]
    assert 200 < columns.min() < columns.max() < 312
    stage.set_split_labels("", "photo")
    columns = np.nonzero((np.abs(pixels(stage).astype(int) - without).max(axis=2) > 60).any(axis=0))[0]
    assert 312 < columns.min() < columns.max() < 424


def test_a_label_without_room_is_left_out(stage):
    stage.set_split(0.02)
    without = pixels(stage)
    stage.set_split_labels("weights of a long name", "")
    assert np.array_equal(pixels(stage), without)


def test_which_scene_is_at_a_point(stage):
    stage.set_split(0.5)
    assert [stage.is_over(x, 50) for x in (10, 149, 151, 290)] == [False, False, True, True]
    stage.set_split(None)
    assert not stage.is_over(290, 50)


def test_a_second_picture_of_another_size_is_fitted_into_the_same_place(stage):
    stage.set_over(Scene(photo=Photo(plain(BLUE, (2000, 2000)))))  # a square within 300 by 200
    seen = pixels(stage)
    assert close(seen[330, 312 + 190], BLUE, by=2)
    assert close(seen[330, 312 + 210], DARK.window.getRgb()[:3], by=2)


def test_a_file_has_both_scenes_and_the_line():
    canvas = QImage(300, 200, QImage.Format.Format_RGB32)
    canvas.fill(0)
    painter = QPainter(canvas)
    first = Scene(photo=Photo(plain(RED)))
    split = Split(replace(first, photo=Photo(plain(BLUE))), 0.3, "left", "right")
    paint_split(painter, QRectF(0, 0, 300, 200), first, split, DARK)
    painter.end()
    row = of_image(canvas)[150]
    assert close(row[60], RED, by=1)
    assert close(row[120], BLUE, by=1)
    assert row[88:92].min(axis=1).max() > 180  # the line is nearly white
