"""All heads are shown as large as they fit, and one can be chosen by mouse and keys."""

import numpy as np
import pytest
from attnscope.widgets.heads.head_grid import MARGIN, HeadGrid
from attnscope.widgets.heads.heads_picture import tile_rects
from attnscope.widgets.look.colours import table
from attnscope.widgets.look.theme import DARK, caption_font
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QToolTip

from .acting import close, pixels, point_at, shown


def a_grid(qtbot, heads=4, rows=3, columns=3, size=(400, 160)) -> HeadGrid:
    """Head number i has its one strong cell at place i."""
    grid = shown(qtbot, HeadGrid(), *size)
    maps = np.zeros((heads, rows, columns), dtype=np.float32)
    for head in range(heads):
        maps[head].flat[head % (rows * columns)] = 1
    grid.set_maps(maps, 0, 1)
    grid.set_captions([f"head {head + 1}" for head in range(heads)])
    return grid


def tiles(grid: HeadGrid) -> list[QRectF]:
    inside = QRectF(grid.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
    return tile_rects(inside, grid.heads(), QFontMetrics(caption_font(grid.font())))


@pytest.mark.parametrize("name", ["inferno", "viridis"])
def test_every_cell_of_every_head_is_where_it_belongs(qtbot, name):
    grid = a_grid(qtbot)
    grid.set_colour_map(name)
    seen = pixels(grid)
    for head, tile in enumerate(tiles(grid)):
        for place in range(9):
            x = int(tile.left() + (place % 3 + 0.5) * tile.width() / 3)
            y = int(tile.top() + (place // 3 + 0.5) * tile.height() / 3)
            assert close(seen[y, x], table(name)[-1 if place == head else 0])


@pytest.mark.parametrize(
    ("heads", "rows", "columns"), [(12, 197, 197), (16, 14, 14), (1, 7, 3), (64, 2, 9), (3, 1, 145)]
)
@pytest.mark.parametrize("size", [(400, 300), (150, 600), (900, 120)])
def test_all_heads_are_inside_apart_and_of_the_maps_shape(qtbot, heads, rows, columns, size):
    grid = a_grid(qtbot, heads, rows, columns, size)
    places = tiles(grid)
    assert len(places) == heads
    assert all(QRectF(grid.rect()).contains(tile) for tile in places)
    assert not any(one.intersects(other) for i, one in enumerate(places) for other in places[:i])
    assert all(tile.height() / tile.width() == pytest.approx(max(rows / columns, 0.125)) for tile in places)


def test_a_click_selects_and_outlines_the_head(qtbot):
    grid = a_grid(qtbot)
    with qtbot.waitSignal(grid.head_selected) as selected:
        qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=tiles(grid)[2].center().toPoint())
    assert selected.args == [2]
    frame = tiles(grid)[2].adjusted(-3, -3, 3, 3)
    assert close(pixels(grid)[int(frame.center().y()), round(frame.left())], DARK.accent.getRgb()[:3], by=60)


def test_a_click_beside_the_heads_selects_nothing(qtbot):
    grid = a_grid(qtbot)
    with qtbot.assertNotEmitted(grid.head_selected):
        qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=QPoint(398, 158))


def test_the_keyboard_selects(qtbot):
    grid, said = a_grid(qtbot), []
    grid.head_selected.connect(said.append)
    keys = ["BracketRight", "BracketRight", "BracketLeft", "4", "BracketRight", "Home", "End", "2", "9"]
    for key in keys:
        qtbot.keyClick(grid, getattr(Qt.Key, f"Key_{key}"))
    assert said == [0, 1, 0, 3, 0, 3, 1]


def test_space_leaves_the_mean_for_the_first_head(qtbot):
    grid = a_grid(qtbot)
    grid.set_selected(None)
    with qtbot.waitSignal(grid.head_selected) as selected:
        qtbot.keyClick(grid, Qt.Key.Key_Space)
    assert selected.args == [0]


def test_setting_announces_nothing_and_is_told_to_screen_readers(qtbot):
    grid = a_grid(qtbot)
    with qtbot.assertNotEmitted(grid.head_selected):
        grid.set_selected(1)
        assert grid.accessibleDescription() == "head 2 of 4"
        grid.set_selected(None)
    assert grid.accessibleDescription() == "4 heads"


def test_captions_are_written_below_and_cut_where_they_are_too_long(qtbot):
    grid = a_grid(qtbot)
    first, second = tiles(grid)[:2]
    without = pixels(grid)
    grid.set_captions(["a caption that is much too long for its head", "", "", ""])
    below = pixels(grid)[int(first.bottom()) + 3 : int(first.bottom()) + 16]
    assert not np.array_equal(below, without[int(first.bottom()) + 3 : int(first.bottom()) + 16])
    ground = DARK.window.getRgb()[:3]
    assert close(below[:, int(second.left()) + 8 : int(second.right())], ground, by=0)


def test_no_heads_are_nothing(qtbot):
    grid = shown(qtbot, HeadGrid(), 300, 200)
    assert close(pixels(grid)[10:-10, 10:-10], DARK.window.getRgb()[:3], by=0)


def test_it_asks_for_the_height_that_four_in_a_row_need(qtbot):
    grid = a_grid(qtbot, heads=8)
    width = 400
    grid.resize(width, grid.heightForWidth(width))
    across = {tile.left() for tile in tiles(grid)}
    assert len(across) == 4
    assert tiles(grid)[0].width() == pytest.approx((width - 2 * MARGIN - 24) / 4, abs=2)


def test_the_selected_head_can_be_clicked_again_to_go_back(qtbot):
    grid, said = a_grid(qtbot), []
    grid.head_selected.connect(said.append)
    for _ in range(2):
        qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=tiles(grid)[2].center().toPoint())
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert said == [2, 2, 2]


def test_figures_that_are_too_wide_beside_each_other_stand_below_each_other(qtbot):
    grid = a_grid(qtbot, size=(260, 160))
    grid.set_captions([f"head {head}\nH 4.56 · d 123 px" for head in range(4)])
    narrow = tiles(grid)[0]
    grid.set_captions([f"head {head}\nH 4.56\nd 123 px" for head in range(4)])
    assert tiles(grid)[0] == narrow
    wide = a_grid(qtbot, size=(900, 300))
    wide.set_captions([f"head {head}\nH 4.56 · d 123 px" for head in range(4)])
    two = tiles(wide)[0]
    wide.set_captions([f"head {head}\nfigures" for head in range(4)])
    assert tiles(wide)[0] == two


def test_the_tool_tip_tells_caption_size_range_and_what_they_mean(qtbot):
    grid = a_grid(qtbot)
    grid.set_legend("H: entropy")
    point_at(grid, tiles(grid)[1].center())
    assert QToolTip.text() == "head 2\n3 × 3 cells, 0 to 1\nH: entropy"


def test_what_is_out_of_date_fades(qtbot):
    grid = a_grid(qtbot)
    at = tiles(grid)[0].center().toPoint() - QPoint(int(tiles(grid)[0].width() / 3), int(tiles(grid)[0].height() / 3))
    before = pixels(grid)[at.y(), at.x()].astype(int)
    grid.set_faded(True)
    assert pixels(grid)[at.y(), at.x()].max() < before.max() / 2
    grid.set_faded(False)
    assert close(pixels(grid)[at.y(), at.x()], before)
