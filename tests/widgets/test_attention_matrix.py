"""Rows of the matrix are queries: they can be read, pointed at and picked."""

import numpy as np
import pytest
from attnscope.widgets.heads.attention_matrix import AttentionMatrix
from attnscope.widgets.heads.matrix_part import Part
from attnscope.widgets.heads.matrix_picture import Matrix, paint_matrix
from attnscope.widgets.look.colours import table
from attnscope.widgets.look.theme import LIGHT
from PySide6.QtCore import QBuffer, QByteArray, QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication

from .acting import close, pixels, point_at, shown, turn


def a_matrix(qtbot, queries=5, keys=7, size=(400, 300)) -> AttentionMatrix:
    """Query number i attends to key number i + 1 alone."""
    matrix = shown(qtbot, AttentionMatrix(), *size)
    matrix.set_values(np.eye(queries, keys, 1, dtype=np.float32))
    return matrix


def cell(matrix: AttentionMatrix, query: int, key: int) -> QPointF:
    """Its middle, where all of the matrix is seen."""
    queries, keys = matrix.matrix().values.shape
    frame = matrix.frame()
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


CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_ctrl_and_the_wheel_zoom_where_the_pointer_is_and_0_shows_all_again(qtbot):
    matrix, said = a_matrix(qtbot, 40, 40), []
    at = cell(matrix, 30, 10)
    matrix.cell_clicked.connect(lambda *place: said.append(place))
    turn(matrix, 3, CONTROL, at)
    assert matrix.part().size < 0.5
    qtbot.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=at.toPoint())
    assert said == [(30, 10)]
    qtbot.keyClick(matrix, Qt.Key.Key_0)
    assert matrix.part() == Part()


def test_zooming_ends_at_four_cells(qtbot):
    matrix = a_matrix(qtbot, 40, 80)
    for _ in range(30):
        qtbot.keyClick(matrix, Qt.Key.Key_Plus)
    assert matrix.part().size == pytest.approx(4 / 40)
    for _ in range(30):
        qtbot.keyClick(matrix, Qt.Key.Key_Minus)
    assert matrix.part() == Part()


def test_what_is_zoomed_is_painted_where_the_click_lands(qtbot):
    matrix = a_matrix(qtbot, 20, 20)
    turn(matrix, 3, CONTROL, cell(matrix, 9, 10))
    matrix.set_crosshair(None, None)
    part, frame = matrix.part(), matrix.frame()
    at = QPointF(part.x(10.5, 20, frame), part.y(9.5, 20, frame))
    beside = QPointF(part.x(12.5, 20, frame), part.y(9.5, 20, frame))
    seen = pixels(matrix)
    assert close(seen[int(at.y()), int(at.x())], table("inferno")[-1])
    assert close(seen[int(beside.y()), int(beside.x())], table("inferno")[0])


def test_a_drag_moves_what_is_zoomed_and_clicks_nothing(qtbot):
    matrix, said = a_matrix(qtbot, 40, 40), []
    matrix.zoom_by(4, matrix.frame().center())
    matrix.query_selected.connect(said.append)
    before, start = matrix.part(), matrix.frame().center()
    qtbot.mousePress(matrix, Qt.MouseButton.LeftButton, pos=start.toPoint())
    point_at(matrix, start + QPointF(-40, -60), Qt.MouseButton.LeftButton)
    qtbot.mouseRelease(matrix, Qt.MouseButton.LeftButton, pos=(start + QPointF(-40, -60)).toPoint())
    moved = matrix.part()
    assert said == []
    assert moved.left - before.left == pytest.approx(40 / matrix.frame().width() * before.size, rel=0.05)
    assert moved.top - before.top == pytest.approx(60 / matrix.frame().height() * before.size, rel=0.05)


def test_shift_and_arrows_point_at_a_cell_and_return_picks_its_query(qtbot):
    matrix, told, picked = a_matrix(qtbot, 9, 9), [], []
    matrix.hovered.connect(told.append)
    matrix.query_selected.connect(picked.append)
    for key in ("Down", "Down", "Right"):
        qtbot.keyClick(matrix, getattr(Qt.Key, f"Key_{key}"), SHIFT)
    assert told == [(4, 4, 0.0), (5, 4, 0.0), (5, 5, 0.0)]
    qtbot.keyClick(matrix, Qt.Key.Key_Return)
    assert picked == [5]


def test_a_cell_that_is_pointed_at_by_keys_is_brought_into_sight(qtbot):
    matrix = a_matrix(qtbot, 40, 40)
    matrix.zoom_by(8)
    for _ in range(30):
        qtbot.keyClick(matrix, Qt.Key.Key_Right, SHIFT)
    assert matrix.part().left + matrix.part().size == pytest.approx(1)


def test_its_keys_are_its_own_while_it_has_the_focus(qtbot):
    matrix = a_matrix(qtbot)
    for key, own in ((Qt.Key.Key_0, True), (Qt.Key.Key_Plus, True), (Qt.Key.Key_PageDown, True), (Qt.Key.Key_S, False)):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier)
        event.ignore()
        QApplication.sendEvent(matrix, event)
        assert event.isAccepted() == own


def test_a_crosshair_from_elsewhere_is_drawn_through_its_row_and_column(qtbot):
    matrix = a_matrix(qtbot, 10, 10)
    before = pixels(matrix).astype(int)
    with qtbot.assertNotEmitted(matrix.hovered):
        matrix.set_crosshair(7, 2)
    changed = np.abs(pixels(matrix) - before).max(axis=2) > 0
    at = cell(matrix, 7, 2)
    frame = matrix.frame().toRect()
    row, column = changed[int(at.y())], changed[:, int(at.x())]
    assert row[frame.left() + 3 : frame.right() - 3].mean() > 0.9
    assert column[frame.top() + 3 : frame.bottom() - 3].mean() > 0.9
    assert changed.mean() < 0.1
    matrix.set_crosshair(None, None)
    assert np.array_equal(pixels(matrix), before)


def written_of(matrix: Matrix) -> str:
    """The texts of a matrix that is painted into a file of lines."""
    held = QByteArray()
    buffer = QBuffer(held)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setViewBox(QRectF(0, 0, 400, 400))
    painter = QPainter(generator)
    paint_matrix(painter, QRectF(0, 0, 400, 400), matrix, LIGHT)
    painter.end()
    return bytes(held.data()).decode()


def test_axes_are_numbered_and_the_class_token_is_named(qapp):
    values = np.zeros((197, 197), dtype=np.float32)
    text = written_of(Matrix(values, prefix=(1, 1)))
    assert text.count(">cls<") == 2
    assert text.count(">100<") == 2
    assert ">0<" not in text
    assert ">0<" in written_of(Matrix(values))
    assert ">cls+4<" in written_of(Matrix(values, prefix=(5, 0)))


def test_means_of_blocks_are_numbered_by_the_tokens_they_stand_for(qtbot):
    matrix = shown(qtbot, AttentionMatrix(), 400, 300)
    matrix.set_values(np.zeros((10, 10), dtype=np.float32), (5000, 5000))
    assert matrix.accessibleDescription() == "5000 queries, 5000 keys"
    assert ">4000<" in written_of(matrix.matrix())
