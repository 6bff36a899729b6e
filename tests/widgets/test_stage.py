"""The stage shows the picture, the overlay at its right place, and tells where it was pointed at."""

import numpy as np
import pytest
from attnscope.widgets.look.theme import DARK
from attnscope.widgets.stage.stage import Stage
from attnscope.widgets.stage.stage_picture import paint_stage
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QKeyEvent, QNativeGestureEvent, QPainter, QPointingDevice
from PySide6.QtWidgets import QApplication

from .acting import close, of_image, pixels, point_at, shown, turn

PORTRAIT, LANDSCAPE = (300, 170), (170, 300)
ROWS, COLUMNS, PEAK = 7, 5, (2, 3)


def a_stage(qtbot, size=LANDSCAPE, colour=(0, 0, 0), smooth=True) -> Stage:
    """A plain picture with a map over all of it that has one strong cell, as strong as it goes."""
    stage = shown(qtbot, Stage(), 640, 480)
    stage.set_picture(np.full((*size, 3), colour, dtype=np.uint8))
    values = np.zeros((ROWS, COLUMNS), dtype=np.float32)
    values[PEAK] = 1
    stage.set_colour_map("grey")
    stage.set_smooth(smooth)
    stage.set_opacity(1)
    stage.set_overlay(values, (0, 0, size[1], size[0]), 0, 1)
    return stage


def cell_rect(stage: Stage, size, row: int, column: int) -> QRectF:
    down, across = size[0] / ROWS, size[1] / COLUMNS
    return stage.view().to_screen((column * across, row * down, across, down))


def middle_of_light(seen: np.ndarray) -> tuple[float, float]:
    """(x, y) of the centre of what is bright."""
    light = np.where(seen[..., 0] > 128, seen[..., 0].astype(float), 0)  # the ring of the focus has less red
    y, x = np.indices(light.shape) + 0.5
    return (light * x).sum() / light.sum(), (light * y).sum() / light.sum()


def zoomed(stage: Stage) -> None:
    stage.zoom_by(1.6)


def panned(stage: Stage) -> None:
    stage.zoom_by(1.3)
    stage.keyPressEvent(_key(Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier))


def _key(key, held=Qt.KeyboardModifier.NoModifier):
    return QKeyEvent(QEvent.Type.KeyPress, key, held)


@pytest.mark.parametrize("smooth", [True, False], ids=["smooth", "cells"])
@pytest.mark.parametrize("move", [lambda stage: None, zoomed, panned], ids=["fitted", "zoomed", "panned"])
@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
def test_the_strongest_cell_is_painted_where_it_is_in_the_picture(qtbot, size, move, smooth):
    stage = a_stage(qtbot, size, smooth=smooth)
    move(stage)
    centre = cell_rect(stage, size, *PEAK).center()
    assert middle_of_light(pixels(stage)) == pytest.approx((centre.x(), centre.y()), abs=1.5)


def test_cells_have_sharp_edges_exactly_where_they_lie(qtbot):
    stage = a_stage(qtbot, smooth=False)
    rect = cell_rect(stage, LANDSCAPE, *PEAK)
    y, x = np.nonzero(pixels(stage)[..., 0] > 128)
    assert (x.min(), x.max() + 1) == pytest.approx((rect.left(), rect.right()), abs=1)
    assert (y.min(), y.max() + 1) == pytest.approx((rect.top(), rect.bottom()), abs=1)


def test_smooth_fades_from_the_cell_to_its_neighbours(qtbot):
    stage = a_stage(qtbot, smooth=True)
    stage.set_blend("even")
    rect, seen = cell_rect(stage, LANDSCAPE, *PEAK), pixels(stage)
    assert close(seen[int(rect.center().y()), int(rect.left())], (127, 127, 127), by=6)


@pytest.mark.parametrize("smooth", [True, False], ids=["smooth", "cells"])
def test_where_there_is_no_weight_the_picture_is_as_it_is(qtbot, smooth):
    stage = a_stage(qtbot, colour=(200, 60, 30), smooth=smooth)
    values = np.ones((ROWS, COLUMNS), dtype=np.float32)
    values[PEAK] = np.nan
    stage.set_overlay(values, (0, 0, LANDSCAPE[1], LANDSCAPE[0]), 0, 1)
    seen = pixels(stage)
    hole = cell_rect(stage, LANDSCAPE, *PEAK).toAlignedRect()
    inside = seen[hole.top() + 3 : hole.bottom() - 3, hole.left() + 3 : hole.right() - 3]
    assert close(inside, (200, 60, 30), by=1)
    beside = seen[hole.top() - 4 : hole.top() - 3, hole.left() : hole.right()]
    assert close(beside, (255, 255, 255), by=2)


@pytest.mark.parametrize(("opacity", "colour"), [(0.0, 0), (0.5, 128), (1.0, 255)])
def test_opacity_mixes_picture_and_overlay(qtbot, opacity, colour):
    stage = a_stage(qtbot, smooth=False)
    stage.set_opacity(opacity)
    centre = cell_rect(stage, LANDSCAPE, *PEAK).center().toPoint()
    assert close(pixels(stage)[centre.y(), centre.x()], (colour,) * 3, by=2)


def test_by_value_weak_attention_leaves_the_picture_and_even_covers_it(qtbot):
    stage = a_stage(qtbot, colour=(200, 60, 30), smooth=False)
    weak = cell_rect(stage, LANDSCAPE, 0, 0).center().toPoint()
    assert close(pixels(stage)[weak.y(), weak.x()], (200, 60, 30), by=1)
    stage.set_blend("even")
    assert close(pixels(stage)[weak.y(), weak.x()], (0, 0, 0), by=1)


def test_without_an_overlay_there_is_the_picture_alone(qtbot):
    stage = a_stage(qtbot, colour=(1, 2, 3))
    stage.set_overlay(None)
    centre = cell_rect(stage, LANDSCAPE, *PEAK).center().toPoint()
    assert close(pixels(stage)[centre.y(), centre.x()], (1, 2, 3), by=0)


def test_the_query_is_outlined_in_white_around_its_cell(qtbot):
    stage = a_stage(qtbot, colour=(90, 90, 90))
    stage.set_overlay(None)
    stage.set_marker((30, 40, 20, 10))
    box, seen = stage.view().to_screen((30, 40, 20, 10)), pixels(stage)
    assert close(seen[round(box.top()), round(box.center().x())], (255, 255, 255), by=40)
    assert close(seen[int(box.center().y()), int(box.center().x())], (90, 90, 90), by=0)


def test_what_the_network_did_not_see_is_dimmed(qtbot):
    stage = a_stage(qtbot, colour=(255, 255, 255))
    stage.set_overlay(None)
    stage.set_seen((65, 0, 170, 170))
    seen = pixels(stage)
    inside, outside = (stage.view().to_screen((x, 80, 1, 1)).center().toPoint() for x in (150, 20))
    assert close(seen[inside.y(), inside.x()], (255, 255, 255), by=0)
    assert seen[outside.y(), outside.x()].max() < 130


def test_what_was_filled_in_around_the_picture_can_be_seen_and_clicked(qtbot):
    stage = a_stage(qtbot)
    stage.set_overlay(np.ones((2, 2)), (0, -65, 300, 300), 0, 1)
    stage.set_seen((0, -65, 300, 300))
    above = stage.view().to_screen((150, -10, 0, 0)).topLeft().toPoint()
    assert close(pixels(stage)[above.y(), above.x()], (255, 255, 255), by=2)
    with qtbot.waitSignal(stage.point_clicked) as clicked:
        qtbot.mouseClick(stage, Qt.MouseButton.LeftButton, pos=above)
    assert clicked.args[1] < 0


@pytest.mark.parametrize("size", [(1, 1), (2, 4000), (4000, 2)])
def test_pictures_of_any_shape_are_whole_on_the_stage(qtbot, size):
    stage = shown(qtbot, Stage(), 640, 480)
    stage.set_picture(np.full((*size, 3), (250, 10, 10), dtype=np.uint8))
    red = np.argwhere(pixels(stage)[..., 0] > 200)
    lies = stage.view().to_screen((0, 0, size[1], size[0]))
    assert len(red) > 0
    assert stage.rect().contains(lies.toAlignedRect())


def test_an_empty_stage_says_what_to_do(qtbot):
    stage = shown(qtbot, Stage(), 640, 480)
    empty = pixels(stage)
    assert np.abs(empty.astype(int) - empty[0, 0]).max() > 100
    stage.set_picture(np.zeros((40, 40, 3), dtype=np.uint8))
    stage.set_picture(None)
    assert np.array_equal(pixels(stage), empty)


def test_a_click_tells_the_place_in_the_picture(qtbot):
    stage = a_stage(qtbot)
    at = stage.view().to_screen((100, 50, 0, 0)).topLeft().toPoint()
    with qtbot.waitSignal(stage.point_clicked) as clicked:
        qtbot.mouseClick(stage, Qt.MouseButton.LeftButton, pos=at)
    assert clicked.args == pytest.approx([100, 50], abs=1)


def test_a_click_beside_the_picture_tells_nothing(qtbot):
    stage = a_stage(qtbot, PORTRAIT)
    with qtbot.assertNotEmitted(stage.point_clicked):
        qtbot.mouseClick(stage, Qt.MouseButton.LeftButton, pos=QPointF(20, 240).toPoint())


def test_pointing_tells_the_place_and_then_that_it_was_left(qtbot):
    stage = a_stage(qtbot)
    places = []
    stage.point_hovered.connect(places.append)
    point_at(stage, stage.view().to_screen((20, 30, 0, 0)).topLeft())
    point_at(stage, QPointF(1, 1))
    assert places[0] == pytest.approx((20, 30), abs=0.01)
    assert places[1] is None


def test_dragging_moves_the_picture_and_is_no_click(qtbot):
    stage = a_stage(qtbot)
    stage.zoom_by(3)
    before = stage.view()
    with qtbot.assertNotEmitted(stage.point_clicked):
        qtbot.mousePress(stage, Qt.MouseButton.LeftButton, pos=QPointF(300, 200).toPoint())
        point_at(stage, QPointF(340, 230), Qt.MouseButton.LeftButton)
        qtbot.mouseRelease(stage, Qt.MouseButton.LeftButton, pos=QPointF(340, 230).toPoint())
    assert (stage.view().left - before.left, stage.view().top - before.top) == pytest.approx((40, 30))


def test_ctrl_and_the_wheel_zoom_where_the_pointer_is(qtbot):
    stage, at = a_stage(qtbot), QPointF(200, 210)
    place, before = stage.view().to_picture(at), stage.zoom()
    with qtbot.assertNotEmitted(stage.step_requested), qtbot.waitSignal(stage.zoom_changed) as changed:
        turn(stage, 3, Qt.KeyboardModifier.ControlModifier, at)
    assert changed.args == [stage.zoom()]
    assert stage.zoom() > before
    assert stage.view().to_picture(at) == pytest.approx(place, abs=0.01)


def test_a_pinch_zooms_where_it_is_made(qtbot):
    stage, at = a_stage(qtbot), QPointF(200, 210)
    place, before = stage.view().to_picture(at), stage.zoom()
    pad = QPointingDevice.primaryPointingDevice()
    pinch = Qt.NativeGestureType.ZoomNativeGesture
    QApplication.sendEvent(stage, QNativeGestureEvent(pinch, pad, 2, at, at, at, 1.0, QPointF()))
    assert stage.zoom() == pytest.approx(2 * before)
    assert stage.view().to_picture(at) == pytest.approx(place, abs=0.01)


def test_the_wheel_alone_asks_for_a_step_each_notch_also_in_parts(qtbot):
    stage, steps = a_stage(qtbot), []
    stage.step_requested.connect(steps.append)
    before = stage.zoom()
    for notches in (-1, 2, -0.5, -0.5, 0.25):
        turn(stage, notches)
    assert steps == [1, -2, 1]
    assert stage.zoom() == before


def test_keys_zoom_and_fit_and_a_double_click_fits(qtbot):
    stage = a_stage(qtbot)
    fitted = stage.zoom()
    qtbot.keyClick(stage, Qt.Key.Key_Plus)
    assert stage.zoom() == pytest.approx(1.25 * fitted)
    qtbot.keyClick(stage, Qt.Key.Key_Minus)
    assert stage.zoom() == pytest.approx(fitted)
    qtbot.keyClick(stage, Qt.Key.Key_Plus)
    qtbot.keyClick(stage, Qt.Key.Key_0)
    assert stage.zoom() == pytest.approx(fitted)
    stage.zoom_by(4)
    qtbot.mouseDClick(stage, Qt.MouseButton.LeftButton, pos=stage.rect().center())
    assert stage.zoom() == pytest.approx(fitted)


def test_a_fitted_picture_stays_fitted_when_the_window_grows(qtbot):
    stage = a_stage(qtbot)
    before = stage.zoom()
    stage.resize(1000, 800)
    qtbot.waitUntil(lambda: stage.zoom() > 1.4 * before)


def test_arrows_alone_are_left_to_the_window(qtbot):
    stage = a_stage(qtbot)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
        pressed = _key(key)
        stage.keyPressEvent(pressed)
        assert not pressed.isAccepted()


def test_the_keyboard_points_at_cells_and_picks_one(qtbot):
    stage, places = a_stage(qtbot), []
    stage.point_hovered.connect(places.append)
    qtbot.keyClick(stage, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(stage, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(stage, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert places == [pytest.approx(place) for place in ((150, 85), (210, 85), (210, 85 + 170 / ROWS))]
    with qtbot.waitSignal(stage.point_clicked) as clicked:
        qtbot.keyClick(stage, Qt.Key.Key_Return)
    assert clicked.args == pytest.approx(list(places[-1]))


def test_setting_anything_announces_nothing(qtbot):
    stage = shown(qtbot, Stage(), 640, 480)
    signals = [stage.point_clicked, stage.point_hovered, stage.zoom_changed, stage.step_requested]
    said = []
    for signal in signals:
        signal.connect(lambda *args: said.append(args))
    stage.set_picture(np.zeros((50, 80, 3), dtype=np.uint8))
    stage.set_overlay(np.ones((3, 3)), (0, 0, 80, 50), 0, 1)
    stage.set_opacity(0.3)
    stage.set_colour_map("viridis")
    stage.set_smooth(False)
    stage.set_blend("even")
    stage.set_marker((1, 1, 5, 5))
    stage.set_seen((0, -15, 80, 80))
    stage.set_picture(None)
    assert said == []


def test_a_new_picture_takes_the_old_overlay_away_and_keeps_the_look(qtbot):
    stage = a_stage(qtbot)
    stage.set_marker((1, 1, 5, 5))
    stage.set_picture(np.zeros((10, 10, 3), dtype=np.uint8))
    scene = stage.scene()
    assert (scene.overlay, scene.marker, scene.seen) == (None, None, None)
    assert (scene.look.colour_map, scene.opacity) == ("grey", 1)


def test_an_export_paints_the_same_picture_at_any_scale(qtbot):
    stage = a_stage(qtbot)
    canvas = QImage(1500, 850, QImage.Format.Format_RGB32)
    canvas.fill(DARK.window)
    painter = QPainter(canvas)
    paint_stage(painter, QRectF(0, 0, 1500, 850), stage.scene(), DARK)
    painter.end()
    row, column = PEAK
    centre = ((column + 0.5) * 1500 / COLUMNS, (row + 0.5) * 850 / ROWS)
    assert middle_of_light(of_image(canvas)) == pytest.approx(centre, abs=2)


def test_the_focus_can_be_seen(qtbot):
    stage = a_stage(qtbot)
    stage.clearFocus()
    without = pixels(stage)[0, 100]
    stage.setFocus()
    qtbot.waitUntil(stage.hasFocus)
    assert not close(pixels(stage)[0, 100], without)
    assert stage.accessibleName()
