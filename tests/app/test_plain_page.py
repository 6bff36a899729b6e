"""Weights without a place: tables and rows of numbers, with what their axes are and why they are no map."""

from types import SimpleNamespace

import numpy as np
import pytest
from attnscope.app.panels.plain_page import PlainPage
from attnscope.app.state.state import State
from attnscope.models.records import LayerInfo
from attnscope.widgets.channels.channel_bars import ChannelBars
from attnscope.widgets.channels.value_map import ValueMap
from attnscope.widgets.controls.text_line import TextLine
from attnscope.widgets.heads.head_grid import HeadGrid
from PySide6.QtCore import Qt

from .made_up import add, answer, passed

STRIP = LayerInfo("coordinate", 0, "other", (1, 20, 16), "sigmoid")
CROSS = LayerInfo("xca", 0, "other", (1, 3, 5, 5), "softmax", heads=3, queries=5, keys=5)
LONG = LayerInfo("tokens", 0, "other", (1, 1024, 512), "sigmoid")


@pytest.fixture
def desk(qtbot) -> SimpleNamespace:
    state = State()
    page = PlainPage(state)
    qtbot.addWidget(page)
    page.resize(300, 600)
    page.show()
    return SimpleNamespace(state=state, page=page, map=page.findChild(ValueMap), all=page.findChild(HeadGrid))


def show(desk: SimpleNamespace, layer: LayerInfo, values: np.ndarray, count: int = 1) -> None:
    desk.state.update(outcome=passed(layer), answers={})
    add(desk.state, tables=answer("tables", 0, {"values": values}, count=count))


def texts(desk: SimpleNamespace) -> str:
    return "\n".join(line.whole for line in desk.page.findChildren(TextLine))


def test_one_table_is_large_with_its_axes_named(desk):
    show(desk, STRIP, np.zeros((20, 16)))
    assert desk.map.cells().values.shape == (20, 16)
    assert not desk.all.isVisible()
    assert "down: channel · across: place along one side" in texts(desk)
    assert "along one side of the picture only" in texts(desk)


def test_of_several_tables_each_can_be_made_the_large_one(desk, qtbot):
    show(desk, CROSS, np.stack([np.full((5, 5), n / 10.0) for n in range(3)]), count=3)
    assert desk.all.isVisible()
    qtbot.keyClick(desk.all, Qt.Key.Key_3)
    assert desk.map.cells().values == pytest.approx(np.full((5, 5), 0.2))
    assert "head 3 · 5 × 5" in texts(desk)


def test_the_mean_of_many_tables_is_called_so(desk):
    show(desk, CROSS, np.zeros((4, 5, 5)), count=24)
    assert "mean of 24 · 5 × 5" in texts(desk)


def test_where_cells_are_means_of_blocks_that_is_said(desk):
    show(desk, LONG, np.zeros((256, 256)))
    assert "256 × 256 cells, each the mean of a block" in texts(desk)


def test_a_row_of_numbers_is_bars(desk):
    show(desk, LayerInfo("one", 0, "other", (1, 4), "tanh"), np.array([0.1, 0.2, 0.3, 0.4]))
    bars = desk.page.findChild(ChannelBars)
    assert bars.isVisible()
    assert bars.bars().values.shape == (1, 4)


def test_a_value_that_is_walked_to_is_read_with_the_names_of_its_axes(desk, qtbot):
    show(desk, CROSS, np.zeros((3, 5, 5)), count=3)
    qtbot.keyClick(desk.map, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert "channel that looks 2, channel looked at 2: 0.0000" in texts(desk)
