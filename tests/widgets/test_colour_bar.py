"""The colour bar has the highest value on top and marks the one under the pointer."""

import numpy as np
import pytest
from attnscope.widgets.look.colours import table
from attnscope.widgets.look.theme import DARK, caption_font
from attnscope.widgets.stage.colour_bar import WIDTH, ColourBar, asked_range
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFontMetrics

from .acting import close, pixels, point_at, shown


@pytest.fixture
def bar(qtbot) -> ColourBar:
    bar = shown(qtbot, ColourBar(), 80, 300)
    bar.set_range(0, 0.083)
    return bar


def test_the_lowest_colour_is_below_and_the_highest_above(bar):
    bar.set_colour_map("viridis")
    column = pixels(bar)[:, 80 - WIDTH // 2]
    half = QFontMetrics(caption_font(bar.font())).height() // 2
    assert close(column[half + 2], table("viridis")[-1], by=8)
    assert close(column[-half - 3], table("viridis")[0], by=4)
    assert close(column[150], table("viridis")[128], by=12)


@pytest.mark.parametrize("share", [0.0, 0.25, 1.0])
def test_the_mark_points_at_the_value(bar, share):
    without = pixels(bar)
    bar.set_value(0.083 * share)
    moved = np.abs(pixels(bar).astype(int) - without).max(axis=2) > 40
    half = QFontMetrics(caption_font(bar.font())).height() / 2
    wanted = 300 - half - share * (300 - 2 * half)
    assert np.nonzero(moved.any(axis=1))[0].mean() == pytest.approx(wanted, abs=2)


def test_no_value_has_no_mark(bar):
    without = pixels(bar)
    bar.set_value(0.05)
    bar.set_value(None)
    assert np.array_equal(pixels(bar), without)
    bar.set_value(float("nan"))
    assert np.array_equal(pixels(bar), without)


def test_both_ends_are_written(bar):
    ink = np.abs(pixels(bar)[:, :58].astype(int) - DARK.window.getRgb()[:3]).max(axis=2) > 60
    line = bar.fontMetrics().height()
    assert ink[: 2 * line].any()
    assert ink[-2 * line :].any()
    assert bar.accessibleDescription() == "From 0 to 0.083"


@pytest.mark.parametrize(("low", "high"), [(0, 0), (1, 1), (-3, 5), (0, 1e-8), (float("nan"), float("nan"))])
def test_any_range_can_be_painted(bar, low, high):
    bar.set_range(low, high)
    bar.set_value(0.5)
    assert pixels(bar).any()


# ---------------------------------------------------------------------- middle and title


def test_the_middle_of_a_diverging_map_has_a_notch_and_a_number(bar):
    bar.set_range(-2, 2)
    bar.set_colour_map("vik")
    seen = pixels(bar).astype(int)
    x = 80 - WIDTH // 2
    assert close(seen[150, x], DARK.text.getRgb()[:3], by=40) or close(seen[149, x], DARK.text.getRgb()[:3], by=40)
    line = bar.fontMetrics().height()
    ink = np.abs(seen[150 - line // 2 : 150 + line // 2, :58] - DARK.window.getRgb()[:3]).max(axis=2) > 60
    assert ink.any()


def test_a_title_stands_at_the_left_and_makes_room_for_itself(bar):
    without, width = pixels(bar), bar.sizeHint().width()
    bar.set_title("weight")
    moved = np.abs(pixels(bar).astype(int) - without).max(axis=2) > 40
    assert np.nonzero(moved.any(axis=0))[0].max() < 20
    assert bar.sizeHint().width() > width
    assert bar.accessibleName() == "Colour bar: weight"


# ---------------------------------------------------------------------- changing the ends


def ends(bar: ColourBar) -> tuple[QPoint, QPoint]:
    """Where the high and the low end can be taken hold of."""
    half = QFontMetrics(caption_font(bar.font())).height() // 2
    return QPoint(80 - WIDTH // 2, half), QPoint(80 - WIDTH // 2, 300 - half)


def drag(qtbot, bar: ColourBar, start: QPoint, way: int) -> None:
    qtbot.mousePress(bar, Qt.MouseButton.LeftButton, pos=start)
    for share in (0.5, 1):
        point_at(bar, QPointF(start + QPoint(0, round(way * share))), Qt.MouseButton.LeftButton)


def test_dragging_the_high_end_asks_for_the_value_that_was_under_the_pointer(qtbot, bar):
    asked = []
    bar.range_requested.connect(lambda low, high: (asked.append((low, high)), bar.set_range(low, high)))
    high, low = ends(bar)
    length = low.y() - high.y()
    drag(qtbot, bar, high, length // 2)
    assert asked[-1] == (0, pytest.approx(0.083 / 2, rel=0.02))
    assert close(pixels(bar)[high.y() + length // 4, high.x()], table("inferno")[-1], by=4)  # brightest beyond the end
    qtbot.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=QPoint(5, 150))
    bar.leaveEvent(None)
    assert not close(pixels(bar)[high.y() + length // 4, high.x()], table("inferno")[-1], by=40)


def test_dragging_an_end_outwards_widens_the_range(qtbot, bar):
    high, low = ends(bar)
    with qtbot.waitSignal(bar.range_requested) as asked:
        drag(qtbot, bar, low, (low.y() - high.y()) // 2)
    assert asked.args[0] < -0.015
    assert asked.args[1] == 0.083


def test_the_middle_of_the_bar_cannot_be_dragged(qtbot, bar):
    with qtbot.assertNotEmitted(bar.range_requested):
        drag(qtbot, bar, QPoint(80 - WIDTH // 2, 150), 60)


def test_pointing_at_an_end_shows_that_it_can_be_taken(bar):
    without = pixels(bar)
    point_at(bar, QPointF(ends(bar)[0]))
    assert bar.cursor().shape() == Qt.CursorShape.SizeVerCursor
    assert np.abs(pixels(bar).astype(int) - without).max() > 60
    point_at(bar, QPointF(70, 150))
    assert bar.cursor().shape() == Qt.CursorShape.ArrowCursor


@pytest.mark.parametrize(
    ("key", "held", "wanted"),
    [
        (Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier, (0, 0.083 * 1.02)),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier, (0, 0.083 * 0.98)),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier, (0.083 * 0.02, 0.083)),
    ],
)
def test_keys_move_the_ends(qtbot, bar, key, held, wanted):
    with qtbot.waitSignal(bar.range_requested) as asked:
        qtbot.keyClick(bar, key, held)
    assert asked.args == pytest.approx(list(wanted))


def test_a_double_click_or_backspace_asks_for_the_range_as_it_was(qtbot, bar):
    with qtbot.waitSignal(bar.range_reset_requested):
        qtbot.mouseDClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(70, 150))
    with qtbot.waitSignal(bar.range_reset_requested):
        qtbot.keyClick(bar, Qt.Key.Key_Backspace)


def test_setting_anything_announces_nothing(bar):
    said = []
    bar.range_requested.connect(lambda *args: said.append(args))
    bar.range_reset_requested.connect(lambda: said.append(()))
    bar.set_range(1, 2)
    bar.set_value(1.5)
    bar.set_colour_map("vik")
    bar.set_title("x")
    assert said == []


@pytest.mark.parametrize(
    ("end", "value", "diverging", "wanted"),
    [
        ("high", 3.0, False, (0.0, 3.0)),
        ("low", -1.0, False, (-1.0, 4.0)),
        ("high", -9.0, False, (0.0, 0.1)),
        ("low", 9.0, False, (3.9, 4.0)),
        ("high", 3.0, True, (1.0, 3.0)),
        ("low", -1.0, True, (-1.0, 5.0)),
    ],
)
def test_a_range_is_never_turned_round_and_a_diverging_one_keeps_its_middle(end, value, diverging, wanted):
    assert asked_range((0.0, 4.0), end, value, 0.1, diverging) == pytest.approx(wanted)


def test_the_focus_can_be_seen(qtbot, bar):
    bar.clearFocus()
    without = pixels(bar)
    bar.setFocus()
    qtbot.waitUntil(bar.hasFocus)
    assert not close(pixels(bar)[150, 0], without[150, 0])
