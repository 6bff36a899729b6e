"""Pins, the borders of cells, what was not seen, and where the pointer is on another stage."""

import numpy as np
import pytest
from attnscope.widgets.look.theme import DARK, LIGHT
from attnscope.widgets.stage.stage import Stage
from attnscope.widgets.stage.stage_picture import paint_stage
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication

from .acting import close, of_image, pixels, point_at, shown

WIDTH, HEIGHT = 300, 200


def a_stage(qtbot, grey: int = 128, size=(640, 440)) -> Stage:
    stage = shown(qtbot, Stage(), *size)
    stage.set_picture(np.full((HEIGHT, WIDTH, 3), grey, dtype=np.uint8))
    return stage


def changed(before: np.ndarray, after: np.ndarray, by: int = 12) -> np.ndarray:
    return np.abs(before.astype(int) - after).max(axis=2) > by


# ---------------------------------------------------------------------- pins


@pytest.mark.parametrize("grey", [0, 128, 255])
def test_a_pin_has_a_frame_around_its_place_and_a_badge_that_is_seen_on_any_picture(qtbot, grey):
    stage = a_stage(qtbot, grey)
    without = pixels(stage)
    stage.set_pins([(100, 80, 30, 30)])
    marked, frame = changed(without, pixels(stage), 60), stage.view().to_screen((100, 80, 30, 30)).toRect()
    assert marked[frame.center().y(), frame.right() - 2 : frame.right() + 4].any()
    assert marked[frame.bottom() - 2 : frame.bottom() + 4, frame.center().x()].any()
    assert not marked[frame.center().y(), frame.center().x()]
    badge = marked[frame.top() - 8 : frame.top() + 8, frame.left() - 8 : frame.left() + 8]
    assert badge.mean() > 0.7


def test_pins_are_told_apart_by_their_numbers(qtbot):
    def badge(boxes: list, at: int) -> np.ndarray:
        stage.set_pins(boxes)
        corner = stage.view().to_screen((*boxes[at][:2], 0, 0)).topLeft().toPoint()
        return pixels(stage)[corner.y() - 9 : corner.y() + 9, corner.x() - 12 : corner.x() + 12]

    stage = a_stage(qtbot)
    here, there = (60.0, 100.0, 20.0, 20.0), (200.0, 100.0, 20.0, 20.0)
    assert np.array_equal(badge([here], 0), badge([here, there], 0))
    assert changed(badge([here, there], 0), badge([there, here], 1), 60).any()


def test_a_badge_stays_on_the_stage(qtbot):
    stage = a_stage(qtbot)
    stage.zoom_by(3)
    without = pixels(stage)
    left, top = stage.view().to_picture(QPointF(-30, -30))
    stage.set_pins([(left, top, 40, 40)])
    assert changed(without, pixels(stage), 60)[2:20, 2:20].mean() > 0.5


def test_a_new_picture_takes_pins_away_and_keeps_contours_and_grid(qtbot):
    stage = a_stage(qtbot)
    stage.set_pins([(1, 1, 5, 5)])
    stage.set_contours(True)
    stage.set_cell_grid(True)
    stage.set_picture(np.zeros((10, 10, 3), dtype=np.uint8))
    scene = stage.scene()
    assert (scene.pins, scene.contours, scene.cell_grid) == ((), True, True)


# ---------------------------------------------------------------------- borders of cells


def borders(stage: Stage, rows: int, columns: int) -> tuple[np.ndarray, np.ndarray]:
    """Where borders are seen: columns of pixels in the first row of cells, rows of pixels in the first column."""
    stage.set_opacity(0)
    stage.set_overlay(np.ones((rows, columns), dtype=np.float32), (0, 0, WIDTH, HEIGHT), 0, 1)
    without = pixels(stage)
    stage.set_cell_grid(True)
    marked, cell = changed(without, pixels(stage)), stage.view().to_screen((0, 0, WIDTH / columns, HEIGHT / rows))
    middle = cell.center().toPoint()
    return np.nonzero(marked[middle.y()])[0], np.nonzero(marked[:, middle.x()])[0]


@pytest.mark.parametrize("zoom", [1.0, 1.37])
def test_a_border_lies_between_a_light_and_a_dark_line_exactly_where_the_cells_meet(qtbot, zoom):
    stage = a_stage(qtbot)
    stage.zoom_by(zoom, QPointF(10, 10))
    found_x, found_y = borders(stage, 5, 7)
    view = stage.view()
    edges_x = np.array([round(view.left + column * WIDTH / 7 * view.scale) for column in range(8)])
    edges_y = np.array([round(view.top + row * HEIGHT / 5 * view.scale) for row in range(6)])
    wanted_x, wanted_y = np.sort([*(edges_x - 1), *edges_x]), np.sort([*(edges_y - 1), *edges_y])
    assert found_x.tolist() == wanted_x[(wanted_x >= 0) & (wanted_x < stage.width())].tolist()
    assert found_y.tolist() == wanted_y[(wanted_y >= 0) & (wanted_y < stage.height())].tolist()


def test_cells_of_less_than_four_pixels_have_no_borders_until_they_are_zoomed(qtbot):
    stage = a_stage(qtbot)
    found_x, _ = borders(stage, 140, 210)  # 2.9 pixels each
    assert not found_x.size
    stage.zoom_by(2)
    stage.set_cell_grid(False)
    without = pixels(stage)
    stage.set_cell_grid(True)
    assert changed(without, pixels(stage)).mean() > 0.3


# ---------------------------------------------------------------------- what was not seen


def label_ink(stage: Stage, seen: tuple, x: float, y: float, room: int = 30) -> float:
    """How much brighter than their surroundings pixels around a place are, once only a part was seen."""
    stage.set_seen(seen)
    at = stage.view().to_screen((x, y, 0, 0)).topLeft().toPoint()
    patch = pixels(stage)[at.y() - room : at.y() + room, at.x() - room : at.x() + room, 0].astype(int)
    return float(patch.max() - np.median(patch))


def test_what_was_cut_off_says_so_where_there_is_room(qtbot):
    stage = a_stage(qtbot, grey=0)
    assert label_ink(stage, (100, 0, 100, 200), 50, 100) > 120
    assert label_ink(stage, (100, 0, 100, 200), 250, 100) > 120


def test_a_narrow_strip_says_it_upright_and_a_thin_one_not_at_all(qtbot):
    stage = a_stage(qtbot, grey=0)
    assert label_ink(stage, (20, 0, 260, 200), 10, 100, room=16) > 120
    assert label_ink(stage, (6, 0, 288, 200), 3, 100, room=4) < 60


# ---------------------------------------------------------------------- pointer and dragging out


def test_the_pointer_of_another_stage_is_a_cross_that_leaves_its_middle_free(qtbot):
    stage = a_stage(qtbot)
    without = pixels(stage)
    stage.set_pointer((150.0, 100.0))
    marked, at = changed(without, pixels(stage), 60), stage.view().to_screen((150, 100, 0, 0)).topLeft().toPoint()
    y, x = np.nonzero(marked)
    assert (x.mean(), y.mean()) == pytest.approx((at.x(), at.y()), abs=1)
    assert not marked[at.y() - 2 : at.y() + 3, at.x() - 2 : at.x() + 3].any()
    stage.set_pointer(None)
    assert np.array_equal(pixels(stage), without)


def test_only_the_cross_is_painted_anew_while_the_pointer_moves(qtbot):
    stage = a_stage(qtbot)
    QApplication.processEvents()
    painted = []
    stage.paintEvent = lambda event, paint=stage.paintEvent: (
        painted.append(event.region().boundingRect()),
        paint(event),
    )
    stage.set_pointer((150.0, 100.0))
    qtbot.waitUntil(lambda: bool(painted))
    assert all(rect.width() < 50 and rect.height() < 50 for rect in painted)


def drag(stage: Stage, held: Qt.KeyboardModifier, way: int) -> None:
    start = QPoint(300, 200)
    for kind, button, buttons, at in (
        (QMouseEvent.Type.MouseButtonPress, Qt.MouseButton.LeftButton, Qt.MouseButton.LeftButton, start),
        (QMouseEvent.Type.MouseMove, Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton, start + QPoint(way, 0)),
    ):
        event = QMouseEvent(kind, QPointF(at), QPointF(stage.mapToGlobal(at)), button, buttons, held)
        QApplication.sendEvent(stage, event)


def test_dragging_with_shift_takes_the_picture_out_and_moves_nothing(qtbot):
    stage = a_stage(qtbot)
    stage.zoom_by(3)
    view = stage.view()
    with qtbot.waitSignal(stage.drag_out_requested):
        drag(stage, Qt.KeyboardModifier.ShiftModifier, 40)
    assert stage.view() == view


@pytest.mark.parametrize(
    ("held", "way"), [(Qt.KeyboardModifier.ShiftModifier, 2), (Qt.KeyboardModifier.NoModifier, 40)]
)
def test_a_short_way_or_no_shift_takes_nothing_out(qtbot, held, way):
    stage = a_stage(qtbot)
    with qtbot.assertNotEmitted(stage.drag_out_requested):
        drag(stage, held, way)


def test_without_a_picture_nothing_can_be_taken_out(qtbot):
    stage = shown(qtbot, Stage(), 640, 440)
    with qtbot.assertNotEmitted(stage.drag_out_requested):
        drag(stage, Qt.KeyboardModifier.ShiftModifier, 40)


# ---------------------------------------------------------------------- linked stages and files


def test_a_linked_stage_of_another_picture_shows_the_same_part_and_says_nothing(qtbot):
    first, second = a_stage(qtbot), a_stage(qtbot)
    second.set_picture(np.zeros((2000, 3000, 3), dtype=np.uint8))
    said = []
    for signal in (second.view_changed, second.zoom_changed):
        signal.connect(lambda *args: said.append(args))
    first.view_changed.connect(lambda: second.set_linked_view(first.linked_view()))
    first.zoom_by(4, QPointF(100, 120))
    x, y = first.view().to_picture(QPointF(50, 60))
    assert second.view().to_picture(QPointF(50, 60)) == pytest.approx((10 * x, 10 * y), abs=10)
    first.fit()
    before = second.zoom()
    second.resize(900, 700)
    qtbot.waitUntil(lambda: second.zoom() > before)
    second.resize(640, 440)
    said.clear()
    first.zoom_by(2)
    assert said == []


def test_moving_the_view_is_said_once(qtbot):
    stage, said = a_stage(qtbot), []
    stage.view_changed.connect(lambda: said.append(stage.view()))
    stage.zoom_by(3)
    point_at(stage, QPointF(30, 30))
    stage.fit()
    stage.fit()
    assert len(said) == 2


def test_setting_marks_announces_nothing(qtbot):
    stage, said = a_stage(qtbot), []
    for signal in (stage.view_changed, stage.zoom_changed, stage.point_hovered, stage.drag_out_requested):
        signal.connect(lambda *args: said.append(args))
    stage.set_pins([(1, 1, 4, 4)])
    stage.set_contours(True)
    stage.set_cell_grid(True)
    stage.set_pointer((3, 3))
    stage.set_linked_view(stage.linked_view())
    assert said == []


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
def test_a_file_has_the_marks_too(qtbot, theme):
    def painted() -> np.ndarray:
        canvas = QImage(600, 400, QImage.Format.Format_RGB32)
        canvas.fill(theme.window)
        painter = QPainter(canvas)
        paint_stage(painter, QRectF(0, 0, 600, 400), stage.scene(), theme)
        painter.end()
        return of_image(canvas)

    stage = a_stage(qtbot)
    stage.set_overlay(np.ones((4, 6), dtype=np.float32), (0, 0, WIDTH, HEIGHT), 0, 1)
    plain = painted()
    stage.set_cell_grid(True)
    assert changed(plain, painted())[200, 299:301].all()  # the border between the third and the fourth column
    stage.set_cell_grid(False)
    stage.set_pins([(100, 80, 30, 30)])
    assert close(painted()[160, 197], theme.accent.getRgb()[:3], by=60)


def test_a_map_and_a_marker_end_where_the_network_saw_no_more(qtbot):
    stage = a_stage(qtbot)
    stage.set_seen((100, 50, 100, 100))
    without = pixels(stage)
    stage.set_overlay(np.ones((2, 2), np.float32), (80, 30, 150, 150), 0, 1)
    stage.set_marker((80, 30, 60, 60))
    stage.set_opacity(1)
    now, seen = changed(without, pixels(stage)), stage.view().to_screen((100, 50, 100, 100)).toRect()
    assert now[seen.center().y(), seen.center().x()]
    around = now.copy()
    around[seen.top() - 4 : seen.bottom() + 5, seen.left() - 4 : seen.right() + 5] = False
    assert not around.any()
