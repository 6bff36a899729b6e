"""Pinned queries have their maps side by side, can be gone to and let go of."""

import numpy as np
import pytest
from attnscope.widgets.heads.pin_row import GAP, MARGIN, TILE, Pin, PinRow
from attnscope.widgets.look.colours import table
from PySide6.QtCore import QPoint, Qt

from .acting import close, pixels, shown

LEFT = Qt.MouseButton.LeftButton


def a_row(qtbot, count=3, width=220) -> PinRow:
    """Pin number i has its only weight, i + 1, at the lower right of four cells."""
    row = shown(qtbot, PinRow(), width, 200)
    maps = [np.array([[0, 0], [0, number + 1]], np.float32) for number in range(count)]
    row.set_pins([Pin(f"place {number}", values) for number, values in enumerate(maps)], 0, count, "inferno")
    return row


def corner(number: int) -> QPoint:
    return QPoint(MARGIN + number * (TILE + GAP), MARGIN)


def test_all_pins_share_one_scale(qtbot):
    row = a_row(qtbot)
    seen = pixels(row)
    for number in range(3):
        at = corner(number) + QPoint(3 * TILE // 4, 3 * TILE // 4)
        wanted = table("inferno")[round((number + 1) / 3 * 255)]
        assert close(seen[at.y(), at.x()], wanted, by=14)


def test_a_click_goes_to_the_query_and_its_cross_lets_go_of_it(qtbot):
    row, gone, left = a_row(qtbot), [], []
    row.pin_selected.connect(gone.append)
    row.pin_removed.connect(left.append)
    qtbot.mouseClick(row, LEFT, pos=corner(1) + QPoint(TILE // 2, TILE // 2))
    qtbot.mouseClick(row, LEFT, pos=corner(2) + QPoint(TILE - 6, 6))
    qtbot.mouseClick(row, LEFT, pos=corner(3) + QPoint(TILE // 2, TILE // 2))
    assert (gone, left) == ([1], [2])


def test_keys_move_go_and_let_go(qtbot):
    row, gone, left = a_row(qtbot), [], []
    row.pin_selected.connect(gone.append)
    row.pin_removed.connect(left.append)
    for key in ("Right", "Return", "Right", "Right", "Space", "Left", "Delete"):
        qtbot.keyClick(row, getattr(Qt.Key, f"Key_{key}"))
    assert (gone, left) == ([1, 2], [1])


def test_it_takes_another_row_where_it_is_narrow(qtbot):
    row = a_row(qtbot, 5)
    one = row.heightForWidth(5 * (TILE + GAP) + 2 * MARGIN)
    assert row.heightForWidth(3 * (TILE + GAP) + 2 * MARGIN) - one == TILE + GAP
    assert PinRow().heightForWidth(200) == 0


def test_a_pin_without_an_answer_waits(qtbot):
    row = shown(qtbot, PinRow(), 220, 80)
    row.set_pins([Pin("place")], 0, 1, "inferno")
    seen = pixels(row)[MARGIN + 20 : MARGIN + TILE - 2, MARGIN + 2 : MARGIN + TILE - 2].astype(int)
    assert np.ptp(seen.reshape(-1, 3), axis=0).max() > 40
    assert row.accessibleDescription() == "pin 1 · place"


def test_the_current_pin_is_ringed_and_setting_announces_nothing(qtbot):
    row = a_row(qtbot)
    before = pixels(row).astype(int)
    with qtbot.assertNotEmitted(row.pin_selected):
        row.set_current(1)
    changed = np.abs(pixels(row) - before).max(axis=2).max(axis=0) > 0
    assert np.flatnonzero(changed).min() == pytest.approx(corner(1).x(), abs=2)


def test_what_a_pin_shows_is_told(qtbot):
    row = a_row(qtbot)
    qtbot.keyClick(row, Qt.Key.Key_Right)
    assert row.accessibleDescription() == "pin 2 · place 1, 2 × 2 cells, at most 2"
