"""Every head of every layer has its tile on the wall, to be enlarged, chosen and opened."""

import re

import numpy as np
import pytest
from attnscope.widgets.heads import wall_picture
from attnscope.widgets.heads.heads_wall import HeadsWall
from attnscope.widgets.heads.wall_layout import LEAST, WallLayout
from attnscope.widgets.heads.wall_picture import paint_wall, short_names
from attnscope.widgets.look.colours import table
from attnscope.widgets.look.theme import DARK
from PySide6.QtCore import QBuffer, QByteArray, QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication

from .acting import close, pixels, point_at, shown, turn

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier


def maps(heads: int, row: int) -> np.ndarray:
    """Head i of a row has its one strong cell at place (i + row) of nine."""
    made = np.zeros((heads, 3, 3), np.float32)
    for head in range(heads):
        made[head].flat[(head + row) % 9] = 1
    return made


def a_wall(qtbot, heads=(3, 4, 2), size=(420, 360)) -> HeadsWall:
    wall = shown(qtbot, HeadsWall(), *size)
    wall.set_layers([(f"blocks.{row}.attn", count) for row, count in enumerate(heads)])
    for row, count in enumerate(heads):
        wall.set_maps(row, maps(count, row), [(0, 1)] * count)
    return wall


def middle(wall: HeadsWall, row: int, head: int) -> QPointF:
    return wall.layout_of_tiles().tile_rect(row, head).center()


def colour(wall: HeadsWall, row: int, head: int, place: int) -> np.ndarray:
    """What is painted in the middle of one of nine cells."""
    tile = wall.layout_of_tiles().tile_rect(row, head)
    x = tile.left() + (place % 3 + 0.5) * tile.width() / 3
    y = tile.top() + (place // 3 + 0.5) * tile.height() / 3
    return pixels(wall)[int(y), int(x)]


def test_every_cell_of_every_head_is_where_it_belongs(qtbot):
    wall = a_wall(qtbot)
    for row, count in enumerate((3, 4, 2)):
        for head in range(count):
            for place in range(9):
                strong = place == (head + row) % 9
                assert close(colour(wall, row, head, place), table("inferno")[-1 if strong else 0])


def test_every_head_has_its_own_scale(qtbot):
    wall = a_wall(qtbot)
    wall.set_maps(1, maps(4, 1) * np.array([1, 0.5, 0.25, 1])[:, None, None], [(0, 1), (0, 0.5), (0, 1), (0, 2)])
    shares = (1, 1, 0.25, 0.5)
    for head, share in enumerate(shares):
        assert close(colour(wall, 1, head, head + 1), table("inferno")[round(share * 255)])


@pytest.mark.parametrize(("rows", "columns"), [(12, 12), (24, 16), (1, 3), (5, 48)])
@pytest.mark.parametrize("size", [(700, 500), (1920, 1000), (420, 900)])
@pytest.mark.parametrize("ratio", [1.0, 0.5, 2.0])
def test_all_of_it_is_seen_and_tiles_are_apart(rows, columns, size, ratio):
    layout = WallLayout.fitted(QRectF(0, 0, *size), 80, 20, ratio, rows, columns)
    corners = [layout.tile_rect(row, head) for row in (0, rows - 1) for head in (0, columns - 1)]
    if layout.tile > LEAST:  # smaller ones could not be told apart: then it scrolls
        assert all(layout.body.adjusted(-1, -1, 1, 1).contains(tile) for tile in corners)
        assert layout.farthest == QPointF(0, 0)
    assert layout.tile_rect(0, 1).left() > layout.tile_rect(0, 0).right()
    assert corners[0].height() / corners[0].width() == pytest.approx(ratio, abs=1.5 / corners[0].width())


def test_a_layer_on_its_way_waits_and_heads_that_are_not_there_have_no_tile(qtbot):
    wall = a_wall(qtbot)
    wall.set_maps(0, None)
    assert close(colour(wall, 0, 0, 1), DARK.raised.getRgb()[:3], by=2)
    assert close(colour(wall, 2, 3, 4), DARK.window.getRgb()[:3], by=2)


def test_a_map_of_a_part_of_the_input_lies_on_that_part_alone(qtbot):
    wall = a_wall(qtbot)
    wall.set_maps(1, np.ones((4, 1, 1), np.float32), [(0, 1)] * 4, box=(0.5, 0.5, 0.5, 0.5))
    assert close(colour(wall, 1, 2, 8), table("inferno")[-1])
    assert close(colour(wall, 1, 2, 0), DARK.raised.getRgb()[:3], by=2)


def test_the_photo_shines_through(qtbot):
    wall = a_wall(qtbot)
    photo = QImage(30, 30, QImage.Format.Format_RGB32)
    photo.fill(Qt.GlobalColor.green)
    wall.set_photo(photo)
    seen = colour(wall, 0, 0, 5).astype(int)
    assert seen[1] > 40 > max(seen[0], seen[2])
    wall.set_photo(None)
    assert close(colour(wall, 0, 0, 5), table("inferno")[0])


def test_a_click_chooses_and_rings_a_head_and_a_double_click_opens_it(qtbot):
    wall = a_wall(qtbot)
    with qtbot.waitSignal(wall.head_selected) as selected:
        qtbot.mouseClick(wall.viewport(), LEFT, pos=middle(wall, 1, 2).toPoint())
    assert selected.args == [1, 2]
    tile = wall.layout_of_tiles().tile_rect(1, 2)
    edge = pixels(wall)[int(tile.top()) - 1 : int(tile.top()) + 2, int(tile.center().x())]
    assert any(close(one, DARK.accent.getRgb()[:3], by=40) for one in edge)
    with qtbot.waitSignal(wall.head_opened) as opened:
        qtbot.mouseDClick(wall.viewport(), LEFT, pos=middle(wall, 2, 1).toPoint())
    assert opened.args == [2, 1]


def test_a_click_where_there_is_no_head_chooses_nothing(qtbot):
    wall = a_wall(qtbot)
    with qtbot.assertNotEmitted(wall.head_selected):
        qtbot.mouseClick(wall.viewport(), LEFT, pos=middle(wall, 2, 3).toPoint())
        qtbot.mouseClick(wall.viewport(), LEFT, pos=QPoint(1, 1))


def test_arrows_go_from_head_to_head_and_return_opens(qtbot):
    wall, chosen, opened = a_wall(qtbot), [], []
    wall.head_selected.connect(lambda *place: chosen.append(place))
    wall.head_opened.connect(lambda *place: opened.append(place))
    for key in ("Down", "Down", "End", "Down", "Left", "Left", "Up", "Home", "Return"):
        qtbot.keyClick(wall, getattr(Qt.Key, f"Key_{key}"))
    assert chosen == [(0, 0), (1, 0), (1, 3), (2, 1), (2, 0), (2, 0), (1, 0), (1, 0)]
    assert opened == [(1, 0)]


def test_the_head_under_the_pointer_is_enlarged_beside_it(qtbot):
    wall = a_wall(qtbot, (8,) * 8, (700, 560))
    before = pixels(wall).astype(int)
    point_at(wall.viewport(), middle(wall, 2, 1))
    changed = np.abs(pixels(wall) - before).max(axis=2) > 0
    tile = wall.layout_of_tiles().tile_rect(2, 1)
    assert np.flatnonzero(changed.any(axis=0)).max() > tile.right() + 200
    assert not changed[int(tile.center().y()), int(tile.center().x())]
    strong = table("inferno")[-1]
    beside = pixels(wall)[:, int(tile.right()) + 14 :]
    assert (np.abs(beside.astype(int) - strong).max(axis=2) < 6).sum() > 60 * 60
    QApplication.sendEvent(wall.viewport(), QEvent(QEvent.Type.Leave))
    assert np.array_equal(pixels(wall), before)


def test_ctrl_and_the_wheel_zoom_where_the_pointer_is_and_0_fits_again(qtbot):
    wall = a_wall(qtbot, (8,) * 8, (700, 560))
    fitted, at = wall.layout_of_tiles(), middle(wall, 5, 3)
    turn(wall.viewport(), 6, CONTROL, at)
    assert wall.layout_of_tiles().tile > 2 * fitted.tile
    assert wall.layout_of_tiles().at(at) == (5, 3)
    qtbot.keyClick(wall, Qt.Key.Key_0)
    assert wall.layout_of_tiles().tile == fitted.tile


def test_it_gets_no_smaller_than_all_of_it(qtbot):
    wall = a_wall(qtbot)
    fitted = wall.layout_of_tiles()
    qtbot.keyClick(wall, Qt.Key.Key_Minus)
    assert wall.layout_of_tiles() == fitted


def test_what_is_zoomed_scrolls_and_the_scroll_bars_say_where_it_is(qtbot):
    wall = a_wall(qtbot, (8,) * 8, (700, 560))
    wall.zoom_by(3)
    start = wall.layout_of_tiles().down
    assert wall.verticalScrollBar().value() == round(start)
    turn(wall.viewport(), -1)
    assert wall.layout_of_tiles().down > start
    wall.verticalScrollBar().setValue(0)
    assert wall.layout_of_tiles().down == 0


def test_a_drag_moves_the_sheet_and_chooses_nothing(qtbot):
    wall = a_wall(qtbot, (8,) * 8, (700, 560))
    wall.zoom_by(3)
    before, at = wall.layout_of_tiles(), QPointF(350, 300)
    with qtbot.assertNotEmitted(wall.head_selected):
        qtbot.mousePress(wall.viewport(), LEFT, pos=at.toPoint())
        point_at(wall.viewport(), at + QPointF(-30, -50), LEFT)
        qtbot.mouseRelease(wall.viewport(), LEFT, pos=(at + QPointF(-30, -50)).toPoint())
    moved = wall.layout_of_tiles()
    assert (moved.across - before.across, moved.down - before.down) == (30, 50)


def test_a_head_that_is_chosen_by_keys_is_scrolled_into_sight(qtbot):
    wall = a_wall(qtbot, (8,) * 8, (700, 560))
    wall.zoom_by(4)
    wall.set_current(7, 7)
    tile = wall.layout_of_tiles().tile_rect(7, 7)
    assert wall.layout_of_tiles().body.adjusted(-1, -1, 1, 1).contains(tile)


def test_other_layers_are_fitted_anew_and_the_old_choice_is_forgotten(qtbot):
    wall = a_wall(qtbot)
    wall.zoom_by(4)
    wall.set_current(1, 1)
    wall.set_layers([("a", 2)])
    assert wall.layout_of_tiles().farthest == QPointF(0, 0)
    assert wall.accessibleDescription() == "layers of heads: 1"


def test_what_is_known_of_the_current_head_is_told_to_screen_readers(qtbot):
    wall = a_wall(qtbot)
    wall.set_facts(1, ["", "", "H 2.0", ""])
    with qtbot.assertNotEmitted(wall.head_selected):
        wall.set_current(1, 2)
    assert wall.accessibleDescription() == "1.attn · head 3, 3 × 3 cells, at most 1, H 2.0"


def test_the_keys_of_the_zoom_are_its_own(qtbot):
    wall = a_wall(qtbot)
    for key, own in ((Qt.Key.Key_0, True), (Qt.Key.Key_Plus, True), (Qt.Key.Key_M, False)):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier)
        event.ignore()
        QApplication.sendEvent(wall, event)
        assert event.isAccepted() == own


def test_names_lose_what_all_of_them_begin_with_but_never_their_last_part():
    assert short_names(["vit.blocks.0.attn", "vit.blocks.11.attn"]) == ["0.attn", "11.attn"]
    assert short_names(["vit.attn"]) == ["vit.attn"]
    assert short_names(["a.attn", "a.attn"]) == ["attn", "attn"]
    assert short_names([]) == []


def test_no_layers_are_nothing(qtbot):
    wall = shown(qtbot, HeadsWall(), 300, 200)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Plus):
        qtbot.keyClick(wall, key)
    qtbot.mouseClick(wall.viewport(), LEFT, pos=wall.rect().center())
    assert close(pixels(wall)[5:-5, 5:-5], DARK.window.getRgb()[:3], by=0)


def test_in_a_file_of_lines_names_are_text_and_cells_stay_cells(qtbot):
    held = QByteArray()
    buffer, generator = QBuffer(held), QSvgGenerator()
    generator.setOutputDevice(buffer)
    painter = QPainter(generator)
    paint_wall(painter, QRectF(0, 0, 400, 300), a_wall(qtbot).wall(), DARK)
    painter.end()
    text = bytes(held.data()).decode()
    assert ">0.attn<" in text
    assert ">4<" in text
    sizes = [int(size) for size in re.findall(r'<image[^>]*? width="(\d+)"', text)]
    assert len(sizes) == 9
    encoded = re.findall(r'xlink:href="data:image/png;base64,([^"]+)"', text)
    assert min(QImage.fromData(QByteArray.fromBase64(one.encode())).width() for one in encoded) >= 300


def test_new_maps_of_one_layer_leave_the_others_as_they_were_painted(qtbot, monkeypatch):
    painted: list[int] = []
    wall = a_wall(qtbot)
    pixels(wall)
    plain = wall_picture.paint_tile
    monkeypatch.setattr(wall_picture, "paint_tile", lambda *told: (painted.append(told[3]), plain(*told)))
    wall.set_maps(1, maps(4, 5), [(0, 1)] * 4)
    assert close(colour(wall, 1, 0, 5), table("inferno")[-1])
    assert set(painted) == {1}
    assert close(colour(wall, 0, 1, 1), table("inferno")[-1])


def test_cells_that_begin_beyond_the_input_do_not_reach_into_the_next_tile(qtbot):
    wall = a_wall(qtbot, heads=(2,))
    wall.set_maps(0, np.ones((2, 3, 3), np.float32), [(0, 1)] * 2, box=(-0.2, -0.2, 1.4, 1.4))
    tile = wall.layout_of_tiles().tile_rect(0, 0)
    beside = pixels(wall)[int(tile.center().y()), int(tile.right()) + 1]
    assert close(beside, DARK.window.getRgb()[:3])
