"""Rows of the matrix are queries: they can be read, pointed at and picked."""

import numpy as np
import pytest
from attnscope.widgets.attention_matrix import MARGIN, AttentionMatrix
from attnscope.widgets.colours import table
from attnscope.widgets.matrix_picture import matrix_rect
from attnscope.widgets.theme import caption_font
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics

from .acting import close, pixels, point_at, shown


def a_matrix(qtbot, queries=5, keys=7, size=(400, 300)) -> AttentionMatrix:
    """Query number i attends to key number i + 1 alone."""
    matrix = shown(qtbot, AttentionMatrix(), *size)
    matrix.set_values(np.eye(queries, keys, 1, dtype=np.float32))
    return matrix


def cell(matrix: AttentionMatrix, query: int, key: int) -> QPointF:
    queries, keys = matrix.matrix().values.shape
    inside = QRectF(matrix.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
    frame = matrix_rect(inside, (queries, keys), QFontMetrics(caption_font(matrix.font())))
    return QPointF(
        frame.left() + (key + 0.5) * frame.width() / keys, frame.top() + (query + 0.5) * frame.height() / queries
    )


def test_rows_are_queries_and_columns_keys(qtbot):
    matrix = a_matrix(qtbot)
    seen = pixels(matrix)
    for query in range(5):
        for key in range(7):
            at = cell(matrix, query, key).toPoint()
            assert close(seen[at.y(), at.x()], table("inferno")[-1 if key == query + 1 else 0])


def test_pointing_tells_query_key_and_weight(qtbot):
    matrix = a_matrix(qtbot)
    with qtbot.waitSignal(matrix.hovered) as hovered:
        point_at(matrix, cell(matrix, 3, 4))
    assert hovered.args == [(3, 4, 1.0)]
    with qtbot.waitSignal(matrix.hovered) as hovered:
        point_at(matrix, QPointF(1, 1))
    assert hovered.args == [None]


def test_a_click_picks_the_query_and_marks_its_row(qtbot):
    matrix = a_matrix(qtbot)
    before = pixels(matrix)
    with qtbot.waitSignal(matrix.query_selected) as selected:
        qtbot.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=cell(matrix, 2, 6).toPoint())
    assert selected.args == [2]
    changed = np.nonzero(np.abs(pixels(matrix).astype(int) - before).max(axis=2).any(axis=1))[0]
    step = cell(matrix, 1, 0).y() - cell(matrix, 0, 0).y()
    assert changed.min() == pytest.approx(cell(matrix, 2, 0).y() - step / 2, abs=4)
    assert changed.max() == pytest.approx(cell(matrix, 2, 0).y() + step / 2, abs=4)


def test_a_click_beside_the_matrix_picks_nothing(qtbot):
    matrix = a_matrix(qtbot)
    with qtbot.assertNotEmitted(matrix.query_selected):
        qtbot.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))


def test_the_keyboard_picks(qtbot):
    matrix, said = a_matrix(qtbot, queries=30), []
    matrix.query_selected.connect(said.append)
    for key in ("Period", "Period", "PageDown", "Comma", "End", "Period", "PageUp", "Home"):
        qtbot.keyClick(matrix, getattr(Qt.Key, f"Key_{key}"))
    assert said == [0, 1, 11, 10, 29, 19, 0]


def test_the_scale_is_what_it_is_told_to_be(qtbot):
    matrix = a_matrix(qtbot)
    matrix.set_range(0, 2)
    matrix.set_colour_map("grey")
    at = cell(matrix, 0, 1).toPoint()
    assert close(pixels(matrix)[at.y(), at.x()], (128, 128, 128), by=2)


def test_a_matrix_larger_than_the_screen_is_averaged_not_thinned_out(qtbot):
    matrix = shown(qtbot, AttentionMatrix(), 200, 200)
    matrix.set_values((np.indices((1000, 1000)).sum(axis=0) % 2).astype(np.float32))
    matrix.set_colour_map("grey")
    middle = pixels(matrix)[90:110, 90:110].astype(int)
    assert np.abs(middle - 127).max() <= 12


@pytest.mark.parametrize(("queries", "keys"), [(1, 145), (145, 1), (1, 1), (49, 196)])
def test_a_strip_of_a_matrix_is_still_wide_enough_to_be_pointed_at(qtbot, queries, keys):
    matrix = a_matrix(qtbot, queries, keys)
    with qtbot.waitSignal(matrix.hovered) as hovered:
        point_at(matrix, cell(matrix, queries - 1, keys - 1))
    assert hovered.args[0][:2] == (queries - 1, keys - 1)
    assert cell(matrix, 0, 0).x() < 400


def test_setting_announces_nothing_and_a_query_that_is_gone_is_forgotten(qtbot):
    matrix = a_matrix(qtbot)
    with qtbot.assertNotEmitted(matrix.query_selected), qtbot.assertNotEmitted(matrix.hovered):
        matrix.set_query(4)
        assert matrix.accessibleDescription() == "5 queries, 7 keys; query 4"
        matrix.set_values(np.eye(3, dtype=np.float32))
    assert matrix.accessibleDescription() == "3 queries, 3 keys"
