"""Every pair of heads has a cell that says how alike the two are."""

import numpy as np
import pytest
from attnscope.widgets.heads.similarity_grid import MARGIN, SimilarityGrid
from attnscope.widgets.heads.similarity_picture import similarity_rect
from attnscope.widgets.look.colours import table
from attnscope.widgets.look.theme import caption_font
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics

from .acting import close, pixels, point_at, shown

SHIFT = Qt.KeyboardModifier.ShiftModifier


def alike(count: int) -> np.ndarray:
    """Head i and j are alike by 1 / (1 + |i - j|)."""
    number = np.arange(count)
    return (1 / (1 + np.abs(number[:, None] - number))).astype(np.float32)


def a_grid(qtbot, count=4, size=(300, 300)) -> SimilarityGrid:
    grid = shown(qtbot, SimilarityGrid(), *size)
    grid.set_values(alike(count))
    return grid


def cell(grid: SimilarityGrid, row: int, column: int) -> QPointF:
    inside = QRectF(grid.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
    count = len(grid.similarity().values)
    frame = similarity_rect(inside, count, QFontMetrics(caption_font(grid.font())))
    side = frame.width() / count
    return QPointF(frame.left() + (column + 0.5) * side, frame.top() + (row + 0.5) * side)


def test_colours_span_from_the_smallest_rounded_down_to_1(qtbot):
    grid = a_grid(qtbot, 24, (160, 160))  # too small for numbers in the cells
    assert (grid.similarity().low, grid.similarity().high) == (0.0, 1.0)
    grid.set_values(0.5 + alike(24) / 2)
    assert (grid.similarity().low, grid.similarity().high) == (0.5, 1.0)
    seen, at = pixels(grid), cell(grid, 5, 5).toPoint()
    assert close(seen[at.y(), at.x()], table("inferno")[-1])


def test_heads_that_are_all_the_same_are_shown_as_the_same(qtbot):
    grid = a_grid(qtbot)
    grid.set_values(np.ones((24, 24), np.float32))
    assert grid.similarity().low < 1
    at = cell(grid, 3, 9).toPoint()
    grid.resize(160, 160)
    at = cell(grid, 3, 9).toPoint()
    assert close(pixels(grid)[at.y(), at.x()], table("inferno")[-1])


def test_pointing_at_a_cell_tells_its_two_heads_and_their_number(qtbot):
    grid = a_grid(qtbot)
    with qtbot.waitSignal(grid.pair_hovered) as told:
        point_at(grid, cell(grid, 1, 3))
    assert told.args[0] == (1, 3, pytest.approx(1 / 3))
    with qtbot.waitSignal(grid.pair_hovered) as told:
        point_at(grid, QPointF(1, 1))
    assert told.args == [None]


def test_numbers_are_written_where_there_is_room_in_a_colour_that_can_be_read(qtbot):
    grid = a_grid(qtbot)
    seen = pixels(grid).astype(int)
    for row, column, ink in ((0, 0, 0), (0, 3, 255)):  # bright yellow, then almost black
        at = cell(grid, row, column)
        part = seen[int(at.y()) - 8 : int(at.y()) + 8, int(at.x()) - 16 : int(at.x()) + 16]
        assert np.abs(part - ink).max(axis=2).min() < 40
    small = a_grid(qtbot, 4, (100, 90))
    at = cell(small, 0, 0)
    part = pixels(small)[int(at.y()) - 6 : int(at.y()) + 6, int(at.x()) - 6 : int(at.x()) + 6]
    assert close(part, table("inferno")[-1])


def test_a_click_selects_the_head_of_the_row_and_frames_it(qtbot):
    grid = a_grid(qtbot)
    before = pixels(grid).astype(int)
    with qtbot.waitSignal(grid.head_selected) as selected:
        qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=cell(grid, 2, 0).toPoint())
    assert selected.args == [2]
    changed = np.abs(pixels(grid) - before).max(axis=2) > 0
    side = cell(grid, 1, 0).y() - cell(grid, 0, 0).y()
    edge = int(cell(grid, 2, 1).y() - side / 2)
    assert changed[edge - 2 : edge + 3, int(cell(grid, 2, 1).x())].any()


def test_it_is_pointed_at_and_chosen_from_by_keys(qtbot):
    grid, told, chosen = a_grid(qtbot), [], []
    grid.pair_hovered.connect(lambda pair: told.append(pair[:2]))
    grid.head_selected.connect(chosen.append)
    for key in ("Down", "Down", "Right", "Left", "Left"):
        qtbot.keyClick(grid, getattr(Qt.Key, f"Key_{key}"), SHIFT)
    assert told == [(0, 0), (1, 0), (1, 1), (1, 0)]
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    qtbot.keyClick(grid, Qt.Key.Key_End)
    qtbot.keyClick(grid, Qt.Key.Key_Home)
    assert chosen == [1, 3, 0]


def test_setting_announces_nothing_and_is_told_to_screen_readers(qtbot):
    grid = a_grid(qtbot)
    with qtbot.assertNotEmitted(grid.head_selected), qtbot.assertNotEmitted(grid.pair_hovered):
        grid.set_selected(2)
    assert grid.accessibleDescription() == "head 3 of 4"


def test_no_heads_are_nothing(qtbot):
    grid = shown(qtbot, SimilarityGrid(), 200, 200)
    qtbot.keyClick(grid, Qt.Key.Key_Down, SHIFT)
    qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=grid.rect().center())
    assert np.ptp(pixels(grid)[10:-10, 10:-10].reshape(-1, 3), axis=0).max() == 0
