"""Figures of heads stand sorted as dots, and a dot is its head."""

import numpy as np
import pytest
from attnscope.widgets.heads.dots_picture import Dots, dot_places
from attnscope.widgets.heads.head_dots import HeadFigures
from attnscope.widgets.look.theme import DARK
from PySide6.QtCore import QRectF, Qt

from .acting import close, pixels, shown

DISTANCES = np.array([12.0, 80.0, np.nan, 40.0])
ENTROPIES = np.array([3.0, 1.0, 2.0, 0.0])


def figures(qtbot) -> HeadFigures:
    widget = shown(qtbot, HeadFigures(), 300, 260)
    widget.set_figures([("distance, pixels", DISTANCES), ("entropy, nats", ENTROPIES)])
    return widget


def test_the_largest_stands_first_and_a_head_without_a_number_is_left_out():
    places = dot_places(QRectF(0, 0, 400, 100), Dots("", DISTANCES))
    assert list(places) == [1, 3, 0]
    assert [at.x() for at in places.values()] == [50, 150, 250]


def test_heights_are_in_proportion_from_zero():
    places = dot_places(QRectF(0, 0, 400, 100), Dots("", DISTANCES))
    heights = {head: 100 - at.y() for head, at in places.items()}
    assert heights[3] / heights[1] == pytest.approx(40 / 80)
    assert heights[0] / heights[1] == pytest.approx(12 / 80)


def test_a_click_on_a_dot_selects_its_head_and_fills_it(qtbot):
    widget = figures(qtbot)
    at = widget.dots(0)[3].toPoint()
    assert close(pixels(widget)[at.y(), at.x()], DARK.bars.getRgb()[:3], by=20)
    with qtbot.waitSignal(widget.head_selected) as selected:
        qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at)
    assert selected.args == [3]
    assert close(pixels(widget)[at.y(), at.x()], DARK.accent.getRgb()[:3], by=20)


def test_keys_go_along_the_first_plot(qtbot):
    widget, chosen = figures(qtbot), []
    widget.head_selected.connect(chosen.append)
    for key in ("Period", "Period", "Period", "Comma", "End", "Home"):
        qtbot.keyClick(widget, getattr(Qt.Key, f"Key_{key}"))
    assert chosen == [1, 3, 0, 3, 2, 1]


def test_the_selected_heads_numbers_are_told_to_screen_readers_and_nothing_is_announced(qtbot):
    widget = figures(qtbot)
    with qtbot.assertNotEmitted(widget.head_selected):
        widget.set_selected(0)
    assert widget.accessibleDescription() == "head 1, distance, pixels: 12, entropy, nats: 3"


def test_all_equal_and_all_missing_are_painted(qtbot):
    widget = shown(qtbot, HeadFigures(), 200, 200)
    widget.set_figures([("equal", np.zeros(3)), ("missing", np.full(3, np.nan))])
    widget.set_selected(1)
    assert np.ptp(pixels(widget).reshape(-1, 3).astype(int), axis=0).max() > 60
