"""A map shows its numbers where its cells have room for them, and can be walked through."""

import numpy as np
import pytest
from attnscope.widgets.channels.value_map import ValueMap
from attnscope.widgets.channels.value_map_picture import ValueCells
from PySide6.QtCore import QPointF, Qt

from .acting import pixels, point_at, shown, turn

FOUR = np.array([[0.0, 1.0], [0.25, np.nan]], dtype=np.float32)


@pytest.fixture
def shown_map(qtbot) -> ValueMap:
    one = shown(qtbot, ValueMap(), 300, 300)
    one.set_colour_map("grey")
    one.set_values(FOUR, 0.0, 1.0)
    return one


def middle(one: ValueMap, row: int, column: int) -> QPointF:
    return one.view().to_screen((column + 0.5, row + 0.5, 0, 0)).topLeft()


def inside(one: ValueMap, row: int, column: int) -> np.ndarray:
    """What is painted within a cell."""
    cell = one.view().to_screen((column, row, 1, 1)).adjusted(4, 4, -4, -4).toRect()
    return pixels(one)[cell.top() : cell.bottom(), cell.left() : cell.right()]


def test_every_cell_has_its_colour_where_it_lies(shown_map):
    corners = [inside(shown_map, *cell)[0, 0] for cell in ((0, 0), (0, 1), (1, 0))]
    assert [int(corner[0]) for corner in corners] == pytest.approx([0, 255, 64], abs=3)


def test_numbers_stand_in_large_cells_in_a_colour_that_can_be_read(shown_map):
    dark, bright = inside(shown_map, 0, 0), inside(shown_map, 0, 1)
    assert dark.max() > 200
    assert bright.min() < 60


def test_a_cell_without_a_value_has_no_number(shown_map):
    missing = inside(shown_map, 1, 1)
    assert (missing == missing[0, 0]).all()


def test_small_cells_have_no_numbers_until_they_are_zoomed_into(qtbot):
    one = shown(qtbot, ValueMap(), 240, 240)
    one.set_colour_map("grey")
    one.set_values(np.zeros((20, 20), np.float32), 0.0, 1.0)
    assert inside(one, 10, 10).max() < 30
    for _ in range(4):
        turn(one, 8, Qt.KeyboardModifier.ControlModifier)
    assert inside(one, 10, 10).max() > 200


def test_pointing_tells_the_cell_and_its_value(shown_map, qtbot):
    with qtbot.waitSignal(shown_map.cell_pointed) as pointed:
        point_at(shown_map, middle(shown_map, 1, 0))
    assert pointed.args == [((1, 0), 0.25)]
    with qtbot.waitSignal(shown_map.cell_pointed) as pointed:
        point_at(shown_map, QPointF(1, 1))
    assert pointed.args == [None]


def test_shift_and_arrows_walk_from_cell_to_cell(shown_map, qtbot):
    said = []
    shown_map.cell_pointed.connect(lambda cell: said.append(cell[0]))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Left):
        qtbot.keyClick(shown_map, key, Qt.KeyboardModifier.ShiftModifier)
    assert said == [(1, 1), (0, 1), (0, 0)]
    assert shown_map.accessibleDescription() == "row 0, column 0: 0"


def test_a_cell_that_was_walked_to_is_brought_into_sight(qtbot):
    one = shown(qtbot, ValueMap(), 200, 200)
    one.set_values(np.zeros((30, 30), np.float32), 0.0, 1.0)
    for _ in range(20):
        qtbot.keyClick(one, Qt.Key.Key_Plus)
    for _ in range(14):
        qtbot.keyClick(one, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert one.rect().contains(middle(one, 15, 28).toPoint())


def test_plain_arrows_and_the_plain_wheel_are_left_to_the_window(shown_map, qtbot):
    with qtbot.assertNotEmitted(shown_map.cell_pointed), qtbot.assertNotEmitted(shown_map.step_requested):
        qtbot.keyClick(shown_map, Qt.Key.Key_Right)
        turn(shown_map, 1)


def test_another_map_of_the_same_size_keeps_the_zoom(shown_map):
    shown_map.zoom_by(1.5)
    zoom = shown_map.zoom()
    shown_map.set_values(FOUR * 2, 0.0, 2.0)
    assert shown_map.zoom() == zoom
    shown_map.set_values(np.zeros((3, 3), np.float32), 0.0, 1.0)
    assert shown_map.zoom() != zoom


@pytest.mark.parametrize(
    ("largest", "written"),
    [(0.469, "0.47"), (1.0, "1.00"), (0.03, "0.030"), (12.3, "12"), (2e-8, "2e-8"), (0.0, "0")],
)
def test_numbers_have_two_figures_of_the_largest_value(largest, written):
    assert ValueCells(np.array([[0.0, largest]])).number(largest) == written


def test_no_cells_at_all_are_no_crash(shown_map, qtbot):
    shown_map.set_values(np.zeros((0, 0), np.float32), 0.0, 1.0)
    qtbot.keyClick(shown_map, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert pixels(shown_map).shape == (300, 300, 3)
