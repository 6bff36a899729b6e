"""All channel layers on one sheet: in the scale of the look, read and chosen from."""

from types import SimpleNamespace

import numpy as np
import pytest
from attnscope.app.panels.channels_view import ChannelsView
from attnscope.app.state.looking import Looking
from attnscope.app.state.state import State
from attnscope.widgets.channels.heat_strip import HeatStrip
from attnscope.widgets.stage.colour_bar import ColourBar
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from .made_up import DEEPER, GATE, HEADS, PLACE, add, answer, passed


@pytest.fixture
def desk(qtbot) -> SimpleNamespace:
    state = State()
    looking = Looking(state)
    view = ChannelsView(state, looking)
    qtbot.addWidget(view)
    view.resize(700, 400)
    view.show()
    state.update(outcome=passed(GATE, PLACE, DEEPER, HEADS))
    looking.focus(view="channels")
    add(state, bars__0=answer("bars", 0, {"values": [0.1, 0.2, 0.3, 0.4, 0.5, 0.6]}))
    return SimpleNamespace(state=state, looking=looking, view=view, strip=view.findChild(HeatStrip))


def with_both(desk: SimpleNamespace) -> None:
    add(desk.state, bars__2=answer("bars", 2, {"values": [[0, 0.5, 0.2, 0.9], [0.3, 0.3, 0.3, 0.3]]}))


def spans(desk: SimpleNamespace) -> list[tuple[float, float]]:
    return [pytest.approx((row.low, row.high)) for row in desk.strip.strip().rows]


def test_every_channel_layer_has_a_row_and_no_other_layer(desk):
    rows = desk.strip.strip().rows
    assert [row.name for row in rows] == ["stages.0.gate", "stages.1.gate"]
    assert rows[0].values.shape == (1, 6)
    assert rows[1].values is None
    with_both(desk)
    assert desk.strip.strip().rows[1].values.shape == (2, 4)


@pytest.mark.parametrize(
    ("scale", "expected"),
    [
        ("map", [(0, 0.9), (0, 0.9)]),
        ("layer", [(0.1, 0.6), (0, 0.9)]),
        ("all", [(0, 0.9), (0, 0.9)]),
        ("unit", [(0, 1), (0, 1)]),
        ("held", [(0.2, 0.4), (0.2, 0.4)]),
    ],
)
def test_the_colours_span_what_the_look_says(desk, scale, expected):
    with_both(desk)
    desk.looking.look(scale=scale, held=(0.2, 0.4))
    assert spans(desk) == expected
    assert desk.view.findChild(ColourBar).isVisible() == (scale != "layer")


def test_ranges_of_the_heads_that_are_looked_at_do_not_change_the_scale(desk):
    with_both(desk)
    desk.looking.select_layer(3)
    desk.looking.look(scale="all")
    add(desk.state, range__3=answer("range", 3, {}, low=-7.0, high=70.0))
    assert spans(desk) == [(0, 0.9), (0, 0.9)]


def test_keys_select_layer_and_channel_in_the_whole_program(desk, qtbot):
    with_both(desk)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right):
        qtbot.keyClick(desk.strip, key)
    assert (desk.state.now.focus.layer, desk.state.now.focus.channel) == (2, 1)


def test_return_goes_to_the_picture(desk, qtbot):
    qtbot.keyClick(desk.strip, Qt.Key.Key_Return)
    assert desk.state.now.focus.view == "picture"


def test_the_layer_of_the_focus_is_marked_and_one_without_channels_is_not(desk):
    desk.looking.focus(channel=3)
    assert desk.strip.accessibleDescription() == "stages.0.gate. channel 3 of 6 · 0.4"
    desk.looking.select_layer(1)
    assert desk.strip.accessibleDescription() == "2 layers"


def test_sorted_and_counted_by_size_are_part_of_the_look(desk, qtbot):
    button = next(one for one in desk.view.findChildren(QPushButton) if one.text() == "histogram")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert desk.state.now.look.bars == "histogram"
    assert desk.strip.strip().standing == "histogram"


def test_the_mean_of_channels_that_share_a_pixel_can_be_asked_for(desk, qtbot):
    button = next(one for one in desk.view.findChildren(QPushButton) if one.text() == "mean")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert desk.strip.strip().shared == "mean"


def test_a_network_without_channel_layers_is_told_so(desk):
    desk.state.update(outcome=passed(HEADS), answers={})
    assert desk.strip.strip().rows == ()
    assert desk.strip.accessibleDescription() == "This network has no channel attention"


def test_nothing_is_worked_out_while_the_picture_is_in_the_middle(desk):
    desk.looking.focus(view="picture")
    before = desk.strip.strip()
    with_both(desk)
    assert desk.strip.strip() is before
    desk.looking.focus(view="channels")
    assert np.isfinite(desk.strip.strip().rows[1].values).all()
