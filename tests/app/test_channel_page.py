"""The page of a channel gate: what is picked on it becomes the focus, and the focus is what it shows."""

from types import SimpleNamespace

import numpy as np
import pytest
from attnscope.app.panels.channel_page import ChannelPage
from attnscope.app.state.looking import Looking
from attnscope.app.state.state import State
from attnscope.widgets.channels.channel_bars import ChannelBars
from attnscope.widgets.channels.contact_tiles import ContactTiles
from attnscope.widgets.channels.histogram import HistogramView
from attnscope.widgets.controls.text_line import TextLine
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from .made_up import DEEPER, GATE, add, answer, passed

WEIGHTS = [0.02, 0.98, 0.5, 0.97, 0.4, 0.01]


@pytest.fixture
def desk(qtbot) -> SimpleNamespace:
    state = State()
    looking = Looking(state)
    page = ChannelPage(state, looking)
    qtbot.addWidget(page)
    page.resize(300, 640)
    page.show()
    state.update(outcome=passed(GATE, DEEPER))
    add(state, bars=answer("bars", 0, {"values": WEIGHTS}))
    return SimpleNamespace(
        state=state,
        looking=looking,
        page=page,
        bars=page.findChild(ChannelBars),
        histogram=page.findChild(HistogramView),
        tiles=page.findChild(ContactTiles),
    )


def button(desk: SimpleNamespace, text: str) -> QPushButton:
    return next(one for one in desk.page.findChildren(QPushButton) if one.text() == text)


def texts(desk: SimpleNamespace) -> str:
    return "\n".join(line.whole for line in desk.page.findChildren(TextLine))


def features(channels: tuple[int, ...], asked: tuple[int, ...] = ()):
    before = np.stack([np.full((2, 2), channel + 1.0) for channel in channels])
    after = before * np.array([WEIGHTS[channel] for channel in channels])[:, None, None]
    return answer(
        "features", 0, {"values": after, "before": before}, asked, channels=list(channels), extent=[0, 0, 64, 64]
    )


def test_the_figures_of_the_weights_are_said(desk):
    assert "near 0: 2 · near 1: 2 of 6" in texts(desk)


def test_keys_on_the_bars_choose_the_channel_that_lies_over_the_picture(desk, qtbot):
    qtbot.keyClick(desk.bars, Qt.Key.Key_Home)
    assert (desk.state.now.focus.channel, desk.state.now.focus.channels) == (0, ())
    qtbot.keyClick(desk.bars, Qt.Key.Key_Greater, Qt.KeyboardModifier.ShiftModifier)
    assert (desk.state.now.focus.channel, desk.state.now.focus.channels) == (0, (1,))
    assert "1 more picked" in texts(desk)


def test_a_choice_made_elsewhere_is_shown_on_the_bars(desk):
    desk.looking.focus(channel=4, channels=(2,))
    assert (desk.bars.bars().selected, desk.bars.bars().chosen) == (4, (2,))


@pytest.mark.parametrize(("text", "bars"), [("sorted", "sorted"), ("histogram", "histogram"), ("in order", "order")])
def test_how_the_bars_stand_is_part_of_the_look(desk, qtbot, text, bars):
    qtbot.mouseClick(button(desk, text), Qt.MouseButton.LeftButton)
    assert desk.state.now.look.bars == bars
    assert desk.histogram.isVisible() == (bars == "histogram")
    assert desk.bars.bars().by_size == (bars == "sorted")


def test_a_step_of_the_histogram_picks_its_channels_strongest_first(desk, qtbot):
    desk.looking.look(bars="histogram")
    qtbot.keyClick(desk.histogram, Qt.Key.Key_End)
    qtbot.keyClick(desk.histogram, Qt.Key.Key_Space)
    assert (desk.state.now.focus.channel, desk.state.now.focus.channels) == (1, (3,))


def test_the_selected_channels_weight_is_marked_in_the_histogram(desk):
    desk.looking.focus(channel=2)
    assert desk.histogram.histogram().marked == pytest.approx(0.5)


def test_the_strongest_channels_have_tiles_with_their_weights(desk):
    add(desk.state, features=features((1, 3, 2)))
    sheet = desk.tiles.sheet()
    assert sheet.channels == (1, 3, 2)
    assert sheet.weights == pytest.approx((0.98, 0.97, 0.5))
    assert sheet.maps[2] == pytest.approx(np.full((2, 2), 1.5))
    assert "STRONGEST · 3" in texts(desk)


def test_before_and_after_the_gate_share_the_scale_of_their_tile(desk, qtbot):
    before, after = np.array([[[0.0, 8.0]]]), np.array([[[0.0, 4.0]]])
    add(desk.state, features=answer("features", 0, {"values": after, "before": before}, channels=[2]))
    assert desk.tiles.sheet().maps.max() == 4
    assert (desk.tiles.sheet().lows, desk.tiles.sheet().highs) == ((0.0,), (8.0,))
    qtbot.mouseClick(button(desk, "before"), Qt.MouseButton.LeftButton)
    assert desk.state.now.focus.before
    assert desk.tiles.sheet().maps.max() == 8
    assert (desk.tiles.sheet().lows, desk.tiles.sheet().highs) == ((0.0,), (8.0,))


def test_of_several_picked_channels_the_main_one_has_the_first_tile(desk):
    desk.looking.focus(channel=5, channels=(0, 4))
    main = answer("feature", 0, {"before": np.ones((2, 2)), "after": np.ones((2, 2))}, channel=5)
    add(desk.state, feature=main, features=features((0, 4), asked=(0, 4)))
    assert desk.tiles.sheet().channels == (5, 0, 4)
    assert "PICKED · 3" in texts(desk)


def test_a_tile_lays_its_channel_over_the_picture_and_picked_ones_stay_picked(desk, qtbot):
    desk.looking.focus(channel=5, channels=(0, 4))
    main = answer("feature", 0, {"before": np.ones((2, 2)), "after": np.ones((2, 2))}, channel=5)
    add(desk.state, feature=main, features=features((0, 4), asked=(0, 4)))
    qtbot.keyClick(desk.tiles, Qt.Key.Key_End)
    assert (desk.state.now.focus.channel, desk.state.now.focus.channels) == (4, (5, 0))


def test_a_step_to_another_layer_takes_the_tiles_away_until_its_own_have_come(desk):
    add(desk.state, features=features((1, 3)))
    desk.looking.select_layer(1)
    desk.state.update(answers={"bars": answer("bars", 1, {"values": [[0.1, 0.2, 0.3, 0.4], [0.5, 0.6, 0.7, 0.8]]})})
    assert desk.tiles.sheet().channels == ()
    assert desk.bars.bars().values.shape == (2, 4)


def test_the_tiles_stay_while_others_of_the_same_layer_are_on_their_way(desk):
    add(desk.state, features=features((1, 3)))
    desk.state.update(answers={"bars": desk.state.now.answers["bars"]})
    assert desk.tiles.sheet().channels == (1, 3)
