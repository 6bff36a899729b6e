"""Bars are as high as their weights, and can be pointed at, selected and sorted."""

import numpy as np
import pytest
from attnscope.widgets.channels.bars_picture import Bars, bar_rect, paint_bars, plot_rects
from attnscope.widgets.channels.channel_bars import ChannelBars
from attnscope.widgets.look.theme import DARK, caption_font
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QImage, QKeySequence, QPainter, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from .acting import close, of_image, pixels, point_at, shown

FOUR = np.array([0.25, 1.0, 0.0, 0.5], dtype=np.float32)
BAR = DARK.bars.getRgb()[:3]


@pytest.fixture
def bars(qtbot) -> ChannelBars:
    bars = shown(qtbot, ChannelBars(), 400, 300)
    bars.set_values(FOUR)
    return bars


def plot(bars: ChannelBars, row: int = 0) -> QRectF:
    metrics = QFontMetrics(caption_font(bars.font()))
    return plot_rects(QRectF(bars.rect()), len(bars.bars().values), metrics)[row]


def middle(bars: ChannelBars, place: int, row: int = 0) -> QPointF:
    """The foot of the bar at a place from the left."""
    room = plot(bars, row)
    pitch = room.width() / bars.bars().values.shape[1]
    return QPointF(room.left() + (place + 0.45) * pitch, room.bottom() - 3)


def heights(bars: ChannelBars, colour=BAR) -> list[float]:
    """The share of the plot that has the bars' colour, above the foot of each bar."""
    seen, room = pixels(bars), plot(bars)
    count = bars.bars().values.shape[1]
    columns = [int(room.left() + (place + 0.06) * room.width() / count) for place in range(count)]
    inside = seen[int(room.top()) : int(room.bottom())]
    return [sum(close(pixel, colour, by=3) for pixel in inside[:, x]) / len(inside) for x in columns]


def test_each_bar_is_as_high_as_its_weight(bars):
    assert heights(bars) == pytest.approx([0.25, 1.0, 0.0, 0.5], abs=0.03)


def test_sorted_the_strongest_stands_first(bars):
    bars.set_sorted(True)
    assert heights(bars) == pytest.approx([1.0, 0.5, 0.25, 0.0], abs=0.03)
    bars.set_sorted(False)
    assert heights(bars)[0] == pytest.approx(0.25, abs=0.03)


def test_the_selected_bar_has_the_accent_colour(bars):
    bars.set_selected(3)
    foot = middle(bars, 3).toPoint()
    assert close(pixels(bars)[foot.y(), foot.x()], DARK.accent.getRgb()[:3], by=3)
    bars.set_sorted(True)
    foot = middle(bars, 1).toPoint()
    assert close(pixels(bars)[foot.y(), foot.x()], DARK.accent.getRgb()[:3], by=3)


def test_pointing_lights_the_bar_up_and_tells_channel_and_value(bars, qtbot):
    bars.set_sorted(True)
    with qtbot.waitSignal(bars.channel_hovered) as hovered:
        point_at(bars, middle(bars, 1))
    assert hovered.args == [(3, 0.5)]
    foot = middle(bars, 1).toPoint()
    assert close(pixels(bars)[foot.y(), foot.x()], DARK.text.getRgb()[:3], by=3)
    with qtbot.waitSignal(bars.channel_hovered) as hovered:
        point_at(bars, QPointF(1, 1))
    assert hovered.args == [None]


def test_a_bar_of_nothing_can_still_be_pointed_at(bars, qtbot):
    with qtbot.waitSignal(bars.channel_hovered) as hovered:
        point_at(bars, QPointF(middle(bars, 2).x(), plot(bars).center().y()))
    assert hovered.args == [(2, 0.0)]


def test_a_click_selects_the_channel_not_the_place(bars, qtbot):
    bars.set_sorted(True)
    with qtbot.waitSignal(bars.channel_selected) as selected:
        qtbot.mouseClick(bars, Qt.MouseButton.LeftButton, pos=middle(bars, 2).toPoint())
    assert selected.args == [0]
    assert bars.bars().selected == 0


def test_the_keyboard_moves_among_the_bars_as_they_stand(bars, qtbot):
    said = []
    bars.channel_selected.connect(said.append)
    bars.set_sorted(True)
    keys = (Qt.Key.Key_Period, Qt.Key.Key_Period, Qt.Key.Key_End, Qt.Key.Key_Comma, Qt.Key.Key_PageUp, Qt.Key.Key_Home)
    for key in keys:
        qtbot.keyClick(bars, key)
    assert said == [1, 3, 2, 0, 1]  # Home changed nothing


def test_branches_stand_in_rows_of_their_own(qtbot):
    bars = shown(qtbot, ChannelBars(), 400, 300)
    bars.set_values(np.array([[1.0, 0.25], [0.25, 1.0]]))
    with qtbot.waitSignal(bars.channel_hovered) as hovered:
        point_at(bars, middle(bars, 1, row=0))
    assert hovered.args == [(1, 0.25)]
    with qtbot.waitSignal(bars.channel_hovered) as hovered:
        point_at(bars, middle(bars, 1, row=1))
    assert hovered.args == [(1, 1.0)]


def test_weights_below_zero_hang_down(qtbot):
    bars = shown(qtbot, ChannelBars(), 400, 300)
    bars.set_values(np.array([2.0, -2.0]))
    room, seen = plot(bars), pixels(bars)
    x = int(middle(bars, 1).x())
    upper, lower = int(room.top() + room.height() * 0.25), int(room.top() + room.height() * 0.75)
    assert close(seen[lower, x], BAR, by=3)
    assert not close(seen[upper, x], BAR, by=3)


@pytest.mark.parametrize(
    ("values", "limits"),
    [
        ([0.3, 0.9], (0, 1)),
        ([0.01, 0.05], (0, 0.05)),
        ([-1, 3], (-1, 3)),
        ([2, 7], (0, 7)),
        ([0, 0], (0, 1)),
        ([], (0, 1)),
    ],
)
def test_the_axis_holds_zero_and_all_weights(values, limits):
    assert Bars(np.array([values], dtype=np.float32)).limits == pytest.approx(limits)


def test_a_missing_weight_is_no_bar_and_no_crash(qtbot):
    bars = shown(qtbot, ChannelBars(), 400, 300)
    bars.set_values(np.array([1.0, np.nan, np.nan, 0.5]))
    bars.set_sorted(True)
    assert heights(bars) == pytest.approx([1.0, 0.5, 0, 0], abs=0.03)


def test_more_bars_than_pixels_keep_the_one_that_stands_out(qtbot):
    bars = shown(qtbot, ChannelBars(), 400, 300)
    values = np.full(5000, 0.1, dtype=np.float32)
    values[3210] = 1.0
    bars.set_values(values)
    room, seen = plot(bars), pixels(bars)
    rect = bar_rect(room, 3210, 5000, 1.0, (0, 1))
    high = int(room.top() + room.height() * 0.2)
    near = seen[high, int(rect.left()) - 1 : int(rect.left()) + 3].astype(int)
    plain = seen[high, int(room.left()) + 20].astype(int)
    assert np.abs(near - plain).max() > 25
    assert close(seen[int(room.bottom()) - 4, int(room.left()) + 20], BAR, by=3)
    with qtbot.waitSignal(bars.channel_hovered) as hovered:
        point_at(bars, QPointF(int(rect.left()), high))
    assert hovered.args == [(3210, 1.0)]


def test_setting_announces_nothing(bars, qtbot):
    with qtbot.assertNotEmitted(bars.channel_selected), qtbot.assertNotEmitted(bars.channel_hovered):
        bars.set_selected(1)
        bars.set_sorted(True)
        bars.set_values(FOUR)
    assert bars.bars().selected is None


def test_what_is_selected_is_told_to_screen_readers(bars):
    assert bars.accessibleDescription() == "4 channels"
    bars.set_selected(0)
    assert bars.accessibleDescription() == "channel 0 · 0.25"


def test_an_export_paints_the_same_bars_at_any_scale(bars):
    canvas = QImage(1600, 1200, QImage.Format.Format_RGB32)
    canvas.fill(DARK.window)
    painter = QPainter(canvas)
    painter.scale(4, 4)
    painter.setFont(caption_font(bars.font()))
    paint_bars(painter, QRectF(0, 0, 400, 300), bars.bars(), DARK)
    painter.end()
    seen = of_image(canvas)
    assert (np.abs(seen.astype(int) - BAR).max(axis=2) <= 3).mean() == pytest.approx(
        (np.abs(pixels(bars).astype(int) - BAR).max(axis=2) <= 3).mean(), abs=0.01
    )


def test_ctrl_and_a_click_pick_one_more_which_has_a_mark_of_its_own(bars, qtbot):
    qtbot.mouseClick(bars, Qt.MouseButton.LeftButton, pos=middle(bars, 0).toPoint())
    before = pixels(bars)
    with qtbot.waitSignal(bars.channels_picked) as picked:
        qtbot.mouseClick(
            bars, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, middle(bars, 3).toPoint()
        )
    assert picked.args == [0, (3,)]
    room = plot(bars)
    mark = int(room.top() + room.height() / 2) - 8  # just above a bar of one half
    x = int(middle(bars, 3).x() + 0.05 * room.width() / 4)
    column = slice(x - 6, x + 7)
    assert not close(pixels(bars)[mark, column], before[mark, column], by=30)


def test_shift_and_a_click_pick_all_up_to_there(bars, qtbot):
    qtbot.mouseClick(bars, Qt.MouseButton.LeftButton, pos=middle(bars, 1).toPoint())
    with qtbot.waitSignal(bars.channels_picked) as picked:
        qtbot.mouseClick(bars, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, middle(bars, 3).toPoint())
    assert picked.args == [1, (2, 3)]


def test_a_click_on_the_only_picked_bar_takes_it_away(bars, qtbot):
    bars.set_selected(1)
    with qtbot.waitSignal(bars.channels_picked) as picked:
        qtbot.mouseClick(bars, Qt.MouseButton.LeftButton, pos=middle(bars, 1).toPoint())
    assert picked.args == [None, ()]
    assert bars.bars().selected is None


@pytest.mark.parametrize("key", [Qt.Key.Key_Greater, Qt.Key.Key_Period, Qt.Key.Key_Colon])
def test_shift_and_a_point_pick_the_next_too_on_any_keyboard(bars, qtbot, key):
    bars.set_selected(1)
    with qtbot.waitSignal(bars.channels_picked) as picked:
        qtbot.keyClick(bars, key, Qt.KeyboardModifier.ShiftModifier)
    assert picked.args == [1, (2,)]


def test_delete_lets_all_go(bars, qtbot):
    bars.set_selected(1, (2, 3))
    with qtbot.waitSignal(bars.channels_picked) as picked:
        qtbot.keyClick(bars, Qt.Key.Key_Delete)
    assert picked.args == [None, ()]


def test_a_key_of_the_bars_is_not_taken_by_a_shortcut_of_the_window(qtbot):
    window, used = QWidget(), []
    bars = ChannelBars(window)
    bars.set_values(np.linspace(0, 1, 50))
    shortcut = QShortcut(QKeySequence("PgDown"), window)
    shortcut.activated.connect(lambda: used.append("window"))
    bars.channel_selected.connect(used.append)
    shown(qtbot, window, 400, 300)
    bars.resize(400, 300)
    bars.setFocus()
    qtbot.waitUntil(bars.hasFocus)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_PageDown)
    assert used == [0]


def test_several_picked_channels_are_told_to_screen_readers(bars):
    bars.set_selected(0, (1, 3))
    assert bars.accessibleDescription() == "channel 0 · 0.25, and 2 more"


def test_no_channel_number_is_cut_off_at_the_right(qtbot):
    bars = shown(qtbot, ChannelBars(), 261, 200)
    bars.set_values(np.full(2001, 0.5))
    bars.clearFocus()
    seen = pixels(bars)
    below = seen[int(plot(bars).bottom()) + 4 :]
    written = np.abs(below.astype(int) - seen[0, 0]).max(axis=2) > 60
    assert written[:, 200:].any()
    assert not written[:, -2:].any()
