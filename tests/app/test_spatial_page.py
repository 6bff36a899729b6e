"""The page of a spatial gate: weights, energy, and their product, each with its own spread."""

import dataclasses
from types import SimpleNamespace

import numpy as np
import pytest
from attnscope.app.panels.spatial_page import SpatialPage
from attnscope.app.state.state import State
from attnscope.app.state.wishes import Look
from attnscope.widgets.channels.histogram import HistogramView
from attnscope.widgets.channels.value_map import ValueMap
from attnscope.widgets.controls.text_line import TextLine
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from .made_up import PLACE, add, answer, passed

WEIGHTS = np.array([[0.0, 0.5, 1.0], [0.25, 0.25, 0.5]], np.float32)
ENERGY = np.array([[8.0, 2.0, 1.0], [4.0, 0.0, 2.0]], np.float32)


@pytest.fixture
def desk(qtbot) -> SimpleNamespace:
    state = State(Look(scale="unit"))
    page = SpatialPage(state)
    qtbot.addWidget(page)
    page.resize(300, 600)
    page.show()
    state.update(outcome=passed(PLACE))
    add(state, map=answer("map", 0, {"values": WEIGHTS}, extent=[0, 0, 64, 64]))
    return SimpleNamespace(
        state=state, page=page, map=page.findChild(ValueMap), histogram=page.findChild(HistogramView)
    )


def choose(desk: SimpleNamespace, qtbot, text: str) -> None:
    button = next(one for one in desk.page.findChildren(QPushButton) if one.text() == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def texts(desk: SimpleNamespace) -> str:
    return "\n".join(line.whole for line in desk.page.findChildren(TextLine))


def test_the_weights_stand_in_the_scale_of_the_look(desk):
    cells = desk.map.cells()
    assert cells.values == pytest.approx(WEIGHTS)
    assert (cells.low, cells.high) == (0, 1)
    assert "mean 0.417" in texts(desk)


def test_energy_and_product_have_scales_of_their_own(desk, qtbot):
    add(desk.state, energy=answer("energy", 0, {"values": ENERGY, "product": ENERGY * WEIGHTS}, extent=[0, 0, 64, 64]))
    choose(desk, qtbot, "energy")
    assert desk.map.cells().values == pytest.approx(ENERGY)
    assert (desk.map.cells().low, desk.map.cells().high) == (0, 8)
    choose(desk, qtbot, "product")
    assert desk.map.cells().values == pytest.approx(ENERGY * WEIGHTS)
    assert desk.histogram.histogram().counts.sum() == 6


def test_what_is_not_there_is_said_and_comes_when_it_is(desk, qtbot):
    choose(desk, qtbot, "energy")
    assert "Not there yet" in texts(desk)
    add(desk.state, energy=answer("energy", 0, {"values": ENERGY, "product": ENERGY}))
    assert desk.map.cells().values.shape == (2, 3)


def test_a_cell_that_is_walked_to_is_read_and_marked_in_the_histogram(desk, qtbot):
    qtbot.keyClick(desk.map, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert "row 1, column 1: 0.2500" in texts(desk)
    assert desk.histogram.histogram().marked == pytest.approx(0.25)


def test_the_map_is_the_gates_own_whatever_lies_over_the_picture(desk):
    rollout = answer("rollout", 0, {"values": np.ones((4, 4))}, extent=[0, 0, 64, 64])
    desk.state.update(focus=dataclasses.replace(desk.state.now.focus, source="rollout"))
    add(desk.state, source=rollout)
    assert desk.map.cells().values.shape == (2, 3)
