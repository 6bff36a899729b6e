"""A row of colours for each layer; pointing reads a weight, a click and the keys select it."""

import numpy as np
import pytest
from attnscope.widgets.channels.heat_rows import Strip, StripRow
from attnscope.widgets.channels.heat_strip import LEAST, HeatStrip, sheet_of
from attnscope.widgets.channels.heat_strip_picture import strip_rects
from attnscope.widgets.look.theme import caption_font
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetrics

from .acting import close, pixels, point_at, shown

ROWS = (
    StripRow("layer1.0.se", np.array([[0.0, 1.0, 0.5, 0.25]], dtype=np.float32)),
    StripRow("layer2.0.se", np.linspace(0, 1, 10, dtype=np.float32)[None]),
    StripRow("layer3.0.se"),
)


@pytest.fixture
def strip(qtbot) -> HeatStrip:
    strip = shown(qtbot, HeatStrip(), 600, 300)
    strip.set_strip(Strip(ROWS, colour_map="grey"))
    return strip


def at(strip: HeatStrip, row: int, share: float) -> QPointF:
    """A place in a row, by its share of the width."""
    metrics = QFontMetrics(caption_font(strip.font()))
    room = strip_rects(sheet_of(strip), strip.strip(), metrics)[row]
    return QPointF(room.left() + share * room.width(), room.center().y())


def click(qtbot, strip: HeatStrip, row: int, share: float) -> None:
    qtbot.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=at(strip, row, share).toPoint())


@pytest.mark.parametrize(("share", "grey"), [(0.1, 0), (0.4, 255), (0.6, 127), (0.9, 64)])
def test_each_weight_has_its_colour_over_its_part_of_the_row(strip, share, grey):
    point = at(strip, 0, share).toPoint()
    assert close(pixels(strip)[point.y(), point.x()], (grey,) * 3, by=3)


def test_every_row_goes_over_the_whole_width(strip):
    seen = pixels(strip)
    for row in (0, 1):
        point = at(strip, row, 0.99).toPoint()
        wanted = round(255 * float(ROWS[row].values[0, -1]))
        assert close(seen[point.y(), point.x()], (wanted,) * 3, by=3)


def test_pointing_reads_layer_channel_and_weight(strip, qtbot):
    with qtbot.waitSignal(strip.cell_hovered) as hovered:
        point_at(strip.viewport(), at(strip, 0, 0.9))
    assert hovered.args == ["layer1.0.se\nchannel 3 of 4 · 0.25"]


def test_a_click_selects_layer_and_channel(strip, qtbot):
    with qtbot.waitSignal(strip.cell_selected) as selected:
        click(qtbot, strip, 1, 0.75)
    assert selected.args == [1, 7]


def test_sorted_a_click_selects_the_channel_and_not_its_place(strip, qtbot):
    strip.set_strip(Strip(ROWS, "sorted", colour_map="grey"))
    with qtbot.waitSignal(strip.cell_selected) as selected:
        click(qtbot, strip, 0, 0.05)
    assert selected.args == [0, 1]


def test_counted_by_size_a_click_selects_the_layer_alone(strip, qtbot):
    strip.set_strip(Strip(ROWS, "histogram", colour_map="grey"))
    with qtbot.waitSignal(strip.cell_selected) as selected:
        click(qtbot, strip, 1, 0.5)
    assert selected.args == [1, None]
    with qtbot.waitSignal(strip.cell_hovered) as hovered:
        point_at(strip.viewport(), at(strip, 0, 0.001))
    assert hovered.args[0].endswith("0 to 0.0156: 25.0% of the channels")


def test_arrows_move_from_layer_to_layer_and_from_channel_to_channel(strip, qtbot):
    said = []
    strip.cell_selected.connect(lambda row, channel: said.append((row, channel)))
    keys = (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Left)
    for key in keys:
        qtbot.keyClick(strip, key)
    assert said == [(0, None), (0, 0), (0, 1), (1, None), (1, 9), (1, 8)]


def test_return_and_a_double_click_open_what_is_selected(strip, qtbot):
    strip.set_current(0, 2)
    with qtbot.waitSignal(strip.opened):
        qtbot.keyClick(strip, Qt.Key.Key_Return)
    with qtbot.waitSignal(strip.opened):
        qtbot.mouseDClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=at(strip, 1, 0.5).toPoint())


def test_the_selected_channel_is_marked_and_told(strip):
    before = pixels(strip)
    strip.set_current(0, 1)
    left, right = (int(at(strip, 0, share).x()) for share in (0.25, 0.5))
    changed = np.abs(pixels(strip).astype(int) - before).max(axis=2)[int(at(strip, 0, 0.375).y())] > 40
    assert changed[left - 4 : left + 5].any()
    assert changed[right - 4 : right + 5].any()
    assert not changed[right + 12 : right + 60].any()
    assert strip.accessibleDescription() == "layer1.0.se. channel 1 of 4 · 1"


def test_setting_announces_nothing_and_what_is_gone_is_not_current(strip, qtbot):
    with qtbot.assertNotEmitted(strip.cell_selected):
        strip.set_current(1, 9)
        strip.set_strip(Strip(ROWS[:1]))
    assert strip.accessibleDescription() == "1 layers"


def test_many_layers_scroll_to_the_current_one(qtbot):
    strip = shown(qtbot, HeatStrip(), 500, 200)
    rows = tuple(StripRow(f"layer.{n}", np.full((1, 2048), n / 200, np.float32)) for n in range(200))
    strip.set_strip(Strip(rows, colour_map="grey"))
    strip.set_current(150, None)
    point = at(strip, 150, 0.5)
    assert 0 < point.y() < 200
    assert close(pixels(strip)[int(point.y()), int(point.x())], (round(255 * 0.75),) * 3, by=4)
    assert at(strip, 151, 0.5).y() - point.y() == pytest.approx(LEAST)


def test_without_rows_a_sentence_says_so(qtbot):
    strip = shown(qtbot, HeatStrip(), 500, 300)
    blank = pixels(strip)
    strip.set_nothing("No channel attention", "Load another network")
    assert strip.accessibleDescription() == "No channel attention"
    assert (pixels(strip) != blank).any()
