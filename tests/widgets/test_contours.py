"""Lines run where the smooth map has a quarter, half and three quarters of its scale."""

import numpy as np
import pytest
from attnscope.widgets.stage.contours import LEVELS, contour_path, paint_contours
from attnscope.widgets.stage.overlay import Overlay
from attnscope.widgets.stage.stage import Stage
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from .acting import of_image, pixels, shown


def points(overlay: Overlay, *more) -> np.ndarray:
    """(n, 2): x and y of every point of the lines, in cells."""
    path = contour_path(overlay, *more)
    return np.array([(path.elementAt(at).x, path.elementAt(at).y) for at in range(path.elementCount())])


def a_ramp(rows: int = 3) -> Overlay:
    """0, 1, 2, 3, 4 from left to right."""
    return Overlay(np.tile(np.arange(5, dtype=np.float32), (rows, 1)), (0, 0, 50, 30), 0, 4)


def test_on_a_ramp_they_are_upright_at_the_centres_of_the_cells_with_these_values():
    found = points(a_ramp())
    np.testing.assert_allclose(np.unique(found[:, 0].round(4)), [1.5, 2.5, 3.5])
    assert found[:, 1].min() == 0
    assert found[:, 1].max() == 3


@pytest.mark.parametrize("part", [None, (1, 2, 5, 6)], ids=["all", "part"])
def test_every_point_lies_where_the_smooth_map_has_its_level(part):
    values = np.random.default_rng(3).random((7, 9), dtype=np.float32)
    found = points(Overlay(values, (0, 0, 9, 7), 0, 1), (0.5,), part)
    top, left, bottom, right = part or (0, 0, 7, 9)
    assert ((found >= (left, top)) & (found <= (right, bottom))).all()
    x, y = (found[:, 0] - 0.5).clip(0, 8), (found[:, 1] - 0.5).clip(0, 6)
    column, row = np.minimum(x.astype(int), 7), np.minimum(y.astype(int), 5)
    across, down = x - column, y - row
    above = values[row, column] * (1 - across) + values[row, column + 1] * across
    below = values[row + 1, column] * (1 - across) + values[row + 1, column + 1] * across
    assert len(found) > 50
    np.testing.assert_allclose(above * (1 - down) + below * down, 0.5, atol=0.02)


def test_no_line_runs_through_a_cell_without_a_value():
    values = np.tile(np.arange(5, dtype=np.float32), (5, 1))
    values[2, 2] = np.nan
    found = points(Overlay(values, (0, 0, 5, 5), 0, 4), (0.5,))
    inside = (found > 2.0) & (found < 3.0)
    assert len(found) > 4
    assert not (inside[:, 0] & inside[:, 1]).any()


@pytest.mark.parametrize("values", [np.ones((1, 1)), np.full((3, 3), np.nan), np.ones((1, 300)), np.zeros((400, 2))])
def test_a_map_without_levels_has_no_lines(values):
    assert contour_path(Overlay(values.astype(np.float32), (0, 0, 4, 4), 0, 10)).isEmpty()


def test_they_are_light_with_a_dark_rim():
    canvas = QImage(100, 60, QImage.Format.Format_RGB32)
    canvas.fill(0xFF808080)
    painter = QPainter(canvas)
    paint_contours(painter, QRectF(0, 0, 100, 60), a_ramp())
    painter.end()
    across = of_image(canvas)[30, :, 0].astype(int)
    for at in (30, 50, 70):  # cells are 20 wide
        assert across[at - 1 : at + 1].max() > 170
        assert across[at - 3 : at + 3].min() < 110
    assert (across[10:25] == 128).all()


def a_stage(qtbot) -> Stage:
    stage = shown(qtbot, Stage(), 300, 200)
    stage.set_picture(np.full((60, 100, 3), 128, dtype=np.uint8))
    stage.set_overlay(a_ramp().values, (0, 0, 100, 60), 0, 4)
    stage.set_opacity(0)
    return stage


def test_the_stage_draws_them_when_asked_and_takes_them_away(qtbot):
    stage = a_stage(qtbot)
    without = pixels(stage)
    stage.set_contours(True)
    assert np.abs(pixels(stage).astype(int) - without).max() > 40
    stage.set_contours(False)
    assert np.array_equal(pixels(stage), without)


def test_none_runs_around_the_middle_of_a_difference(qtbot):
    stage = a_stage(qtbot)
    stage.set_contours(True)
    middle = int(stage.view().to_screen((50, 0, 0, 0)).left())
    row = stage.height() // 2
    assert pixels(stage)[row, middle - 2 : middle + 2].max() > 180
    stage.set_colour_map("vik")
    assert (pixels(stage)[row, middle - 2 : middle + 2] == 128).all()


def test_in_a_file_of_lines_they_are_lines(tmp_path):
    generator = QSvgGenerator()
    generator.setFileName(str(tmp_path / "lines.svg"))
    generator.setSize(QSize(100, 60))
    painter = QPainter(generator)
    paint_contours(painter, QRectF(0, 0, 100, 60), a_ramp())
    painter.end()
    text = (tmp_path / "lines.svg").read_text()
    assert text.count("<path") == 2  # the rim and the line, each all levels at once
    assert "<image" not in text


def test_the_levels_are_a_quarter_half_and_three_quarters():
    assert LEVELS == (0.25, 0.5, 0.75)
