"""The strip steps through the layers and keeps the current one in sight."""

import numpy as np
import pytest
from attnscope.models.records import LayerInfo
from attnscope.widgets.layers import strip_delegate
from attnscope.widgets.layers.layer_strip import LayerStrip
from attnscope.widgets.layers.strip_delegate import picture_rect
from attnscope.widgets.look.theme import DARK
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtWidgets import QApplication, QListView

from .acting import LAYERS, close, pixels, shown, turn


def view(strip: LayerStrip) -> QListView:
    return strip.findChild(QListView)


def tile(strip: LayerStrip, index: int) -> QRectF:
    """Where a layer's picture is."""
    row = view(strip).model().index(index, 0)
    return picture_rect(QRectF(view(strip).visualRect(row)), view(strip).font())


@pytest.fixture
def strip(qtbot) -> LayerStrip:
    strip = shown(qtbot, LayerStrip(), 800, 110)
    strip.set_layers(LAYERS)
    strip.set_current(1)
    return strip


def test_a_click_selects_and_outlines(strip, qtbot):
    with qtbot.waitSignal(strip.layer_selected) as selected:
        qtbot.mouseClick(view(strip).viewport(), Qt.MouseButton.LeftButton, pos=tile(strip, 4).center().toPoint())
    assert selected.args == [4]
    frame = tile(strip, 4).adjusted(-2, -2, 2, 2)
    assert close(pixels(strip)[int(frame.center().y()), round(frame.left())], DARK.accent.getRgb()[:3], by=3)


def test_ctrl_and_a_click_leave_the_current_one_outlined(strip, qtbot):
    at = tile(strip, 1).center().toPoint()
    qtbot.mouseClick(view(strip).viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, at)
    assert [index.row() for index in view(strip).selectedIndexes()] == [1]


def test_a_click_behind_the_last_one_selects_nothing(strip, qtbot):
    with qtbot.assertNotEmitted(strip.layer_selected):
        qtbot.mouseClick(view(strip).viewport(), Qt.MouseButton.LeftButton, pos=QPointF(790, 40).toPoint())


def test_the_wheel_steps_by_notches_and_stops_at_the_ends(strip):
    said = []
    strip.layer_selected.connect(said.append)
    for notches in (-1, -2, -0.5, -0.5, -9, 1, 20):
        turn(view(strip).viewport(), notches)
    assert said == [2, 4, 5, 4, 0]


def test_the_keyboard_steps_and_arrows_are_left_to_the_window(strip, qtbot):
    said = []
    strip.layer_selected.connect(said.append)
    for key in ("Period", "Comma", "End", "Home", "Left", "Right"):
        qtbot.keyClick(view(strip), getattr(Qt.Key, f"Key_{key}"))
    assert said == [2, 1, 5, 0]


def test_the_current_one_is_always_in_sight(qtbot):
    strip = shown(qtbot, LayerStrip(), 400, 110)
    strip.set_layers(tuple(LayerInfo(f"layer.{i}", 0, "channel", (1, 8), "sigmoid") for i in range(300)))
    for index in (299, 0, 150, 151, 149):
        strip.set_current(index)
        assert QRectF(view(strip).viewport().rect()).contains(tile(strip, index))


@pytest.mark.parametrize("height", [60, 110, 200])
def test_the_scroll_bar_comes_only_where_it_is_needed_and_the_numbers_stay_in_sight(qtbot, height):
    strip = shown(qtbot, LayerStrip(), 700, height)
    strip.set_layers(LAYERS)
    strip.set_current(5)
    for width in range(1300, 200, -7):
        strip.resize(width, height)
        QApplication.processEvents()
        room = view(strip).viewport().rect()
        needed = view(strip).horizontalScrollBar().maximum() > 0
        row = view(strip).visualRect(view(strip).model().index(5, 0))
        assert row.bottom() <= room.bottom()
        assert needed == view(strip).horizontalScrollBar().isVisible()


def test_the_current_one_stays_in_sight_when_the_strip_shrinks(strip, qtbot):
    strip.set_current(5)
    strip.resize(300, 110)
    qtbot.waitUntil(lambda: QRectF(view(strip).viewport().rect()).contains(tile(strip, 5)))


def test_pictures_are_painted_in_their_tile(strip):
    strip.set_preview(0, np.ones((3, 3)), 0, 1)
    strip.set_colour_map("grey")
    at = tile(strip, 0).center().toPoint()
    assert close(pixels(strip)[at.y(), at.x()], (255, 255, 255))


def test_four_heads_make_a_block_that_fills_the_tile(strip):
    strip.set_colour_map("grey")
    strip.set_preview(3, np.ones((8, 5, 5)), 0, 1)
    place, seen = tile(strip, 3).toRect(), pixels(strip)
    inside = seen[place.top() : place.bottom(), place.left() : place.right()]
    assert (inside.min(axis=2) > 250).mean() > 0.9


def test_setting_announces_nothing_and_is_told_to_screen_readers(strip, qtbot):
    with qtbot.assertNotEmitted(strip.layer_selected):
        strip.set_current(3)
        strip.set_preview(3, np.ones(8), 0, 1)
        strip.set_colour_map("viridis")
        strip.resize(300, 140)
        strip.set_layers(LAYERS)
    strip.set_current(3)
    assert "4 heads" in view(strip).accessibleDescription()


def test_no_layers_are_no_crash(qtbot):
    strip = shown(qtbot, LayerStrip(), 300, 110)
    with qtbot.assertNotEmitted(strip.layer_selected):
        turn(view(strip).viewport(), -3)
        qtbot.keyClick(view(strip), Qt.Key.Key_Period)
        qtbot.mouseClick(view(strip).viewport(), Qt.MouseButton.LeftButton)


def test_a_step_paints_only_the_layer_that_was_left_and_the_one_that_was_reached(strip, monkeypatch):
    painted: list[int] = []
    plain = strip_delegate._paint_picture
    QApplication.processEvents()
    monkeypatch.setattr(
        strip_delegate, "_paint_picture", lambda *told: (painted.append(told[2].row()), plain(*told))[1]
    )
    strip.set_current(2)
    QApplication.processEvents()
    assert set(painted) == {1, 2}
