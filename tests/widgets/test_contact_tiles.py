"""Each channel has a tile in a scale of its own; a click or a key selects it."""

import numpy as np
import pytest
from attnscope.widgets.channels.contact_picture import ContactSheet, sheet_rects
from attnscope.widgets.channels.contact_tiles import MARGIN, ContactTiles
from attnscope.widgets.look.theme import DARK, caption_font
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics

from .acting import close, pixels, shown

CHANNELS = (9, 40, 2, 1203, 7)


def sheet(maps: np.ndarray | None = None) -> ContactSheet:
    maps = (
        np.stack([np.array([[0, scale], [scale, 0]], np.float32) for scale in (1, 10, 100, 1000, 5)])
        if maps is None
        else maps
    )
    ends = tuple(float(one.max()) or 1.0 for one in maps)
    return ContactSheet(maps, CHANNELS, (0.9, 0.8, None, 0.123456, 0.0), (0.0,) * 5, ends, "grey")


@pytest.fixture
def tiles(qtbot) -> ContactTiles:
    tiles = shown(qtbot, ContactTiles(), 300, 400)
    tiles.set_sheet(sheet())
    return tiles


def rect(tiles: ContactTiles, number: int) -> QRectF:
    inside = QRectF(tiles.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
    return sheet_rects(inside, tiles.sheet(), QFontMetrics(caption_font(tiles.font())))[number]


def test_every_tile_has_a_scale_of_its_own(tiles):
    seen = pixels(tiles)
    for number in range(5):
        place = rect(tiles, number)
        x, y = place.left() + place.width() * 0.75, place.top() + place.height() * 0.25
        assert close(seen[int(y), int(x)], (255, 255, 255))
        assert close(seen[int(y), int(place.left() + place.width() * 0.25)], (0, 0, 0))


def test_a_click_selects_the_channel_and_outlines_its_tile(tiles, qtbot):
    with qtbot.waitSignal(tiles.channel_selected) as selected:
        qtbot.mouseClick(tiles, Qt.MouseButton.LeftButton, pos=rect(tiles, 3).center().toPoint())
    assert selected.args == [1203]
    edge = rect(tiles, 3).adjusted(-2, -2, 2, 2)
    line = pixels(tiles)[int(edge.center().y()), int(edge.left()) - 1 : int(edge.left()) + 2]
    assert any(close(pixel, DARK.accent.getRgb()[:3]) for pixel in line)


def test_keys_move_from_tile_to_tile(tiles, qtbot):
    said = []
    tiles.channel_selected.connect(said.append)
    for key in (
        Qt.Key.Key_Period,
        Qt.Key.Key_Period,
        Qt.Key.Key_End,
        Qt.Key.Key_Period,
        Qt.Key.Key_Comma,
        Qt.Key.Key_Home,
    ):
        qtbot.keyClick(tiles, key)
    assert said == [9, 40, 7, 1203, 9]


def test_setting_announces_nothing(tiles, qtbot):
    with qtbot.assertNotEmitted(tiles.channel_selected):
        tiles.set_selected(40)
        tiles.set_sheet(sheet())


def test_the_selected_tile_is_told_with_weight_and_scale(tiles):
    assert tiles.accessibleDescription() == "5 channels"
    tiles.set_selected(1203)
    assert tiles.accessibleDescription() == (
        "channel 1203 · weight 0.123. 2 × 2 cells, in a scale of its own: 0 to 1e3"
    )


@pytest.mark.parametrize("width", [120, 261, 700])
def test_it_asks_for_the_height_that_its_tiles_need(qtbot, width):
    tiles = shown(qtbot, ContactTiles(), width, 100)
    tiles.set_sheet(sheet())
    last = max(rect(tiles, number).bottom() for number in range(5))
    assert last < tiles.minimumHeight() <= last + 40


def test_maps_that_are_hardly_higher_than_a_line_are_drawn_high_enough_to_be_seen(qtbot):
    tiles = shown(qtbot, ContactTiles(), 300, 200)
    tiles.set_sheet(sheet(np.ones((5, 1, 196), np.float32)))
    assert rect(tiles, 0).height() >= 10
