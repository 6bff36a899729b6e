"""The wall shows every head of every layer that has a place on the picture, and a click goes to it."""

import numpy as np
import pytest
from attnscope.app.panels.wall_scale import row_ends, shared_ends
from attnscope.app.panels.wall_view import WallView
from attnscope.app.state.looking import Looking
from attnscope.app.state.state import State
from attnscope.app.state.wishes import Focus, Look
from attnscope.models.pictures.images import Picture
from attnscope.models.records import LayerInfo
from attnscope.widgets.controls.text_line import TextLine
from attnscope.widgets.look.empty_page import EmptyPage
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from .heads_answers import answer, layer, maps, of_heads, outcome

GATE = LayerInfo("gate", 0, "channel", (1, 7), "sigmoid")
PASS = outcome(GATE, layer("blocks.0.attn", 4), layer("nowhere", 2, placed=False), layer("blocks.1.attn", 3))


@pytest.fixture
def state() -> State:
    return State()


@pytest.fixture
def view(qtbot, state) -> WallView:
    view = WallView(state, Looking(state))
    qtbot.addWidget(view)
    view.resize(500, 400)
    view.show()
    answers = {"wall:1": answer("wall", maps(4)), "wall:3": answer("wall", maps(3))}
    state.update(outcome=PASS, focus=Focus(layer=1, view="wall"), answers=answers)
    return view


def said(view: WallView) -> str:
    return " ".join(line.whole for line in view.findChildren(TextLine))


def test_rows_are_the_layers_of_heads_with_a_place_and_the_others_are_counted(view):
    assert [(row.title, row.heads) for row in view.wall.wall().rows] == [("blocks.0.attn", 4), ("blocks.1.attn", 3)]
    assert "7 heads of 2 layers" in said(view)
    assert "1 layers without a place" in said(view)


def test_each_row_shows_its_answer_and_waits_without_one(view, state):
    first, second = view.wall.wall().rows
    assert np.array_equal(first.maps, maps(4))
    assert np.array_equal(second.maps, maps(3))
    state.update(answers={"wall:3": state.now.answers["wall:3"]})
    first, second = view.wall.wall().rows
    assert first.maps is None
    assert np.array_equal(second.maps, maps(3))


def test_a_map_of_a_window_lies_where_the_window_is(view, state):
    state.update(answers={"wall:1": answer("wall", maps(4), extent=[12, 10, 24, 30])})
    assert view.wall.wall().rows[0].box == (0.25, 0.5, 0.5, 0.5)


def test_choosing_a_head_looks_at_its_layer_and_opening_it_goes_to_the_picture(qtbot, view, state):
    qtbot.keyClick(view.wall, Qt.Key.Key_Down)
    qtbot.keyClick(view.wall, Qt.Key.Key_Right)
    assert (state.now.focus.layer, state.now.focus.head, state.now.focus.view) == (3, 1, "wall")
    qtbot.keyClick(view.wall, Qt.Key.Key_Return)
    assert (state.now.focus.layer, state.now.focus.head, state.now.focus.view) == (3, 1, "picture")


def test_what_is_looked_at_elsewhere_is_ringed(view, state):
    state.update(focus=Focus(layer=3, head=2, view="wall"))
    assert view.wall.accessibleDescription().startswith("1.attn · head 3")


def test_figures_of_the_heads_are_told_where_they_are_known(view, state):
    known = state.now.answers | {"heads": of_heads(4)["heads"]}
    state.update(answers=known, focus=Focus(layer=1, head=2, view="wall"))
    assert view.wall.accessibleDescription().endswith("H 2.0 · d 6 px")


def test_the_next_picture_keeps_the_zoom(view, state):
    view.wall.zoom_by(4)
    tile = view.wall.layout_of_tiles().tile
    state.update(outcome=outcome(*PASS.layers))
    assert view.wall.layout_of_tiles().tile == tile


def test_the_photo_can_be_laid_under(qtbot, view, state):
    picture = Picture(np.full((24, 40, 3), (250, 0, 0), np.uint8), "red.png")
    state.update(picture=picture, pictured=picture)
    box = view.findChild(QCheckBox)
    assert view.wall.wall().photo is None
    box.click()
    photo = view.wall.wall().photo
    assert photo.pixelColor(photo.width() // 2, photo.height() // 2).red() == 250
    assert photo.width() / photo.height() == pytest.approx(40 / 24, abs=0.02)
    box.click()
    assert view.wall.wall().photo is None


def test_a_network_without_heads_says_what_to_do(view, state):
    state.update(outcome=outcome(GATE), focus=Focus(view="wall"), answers={})
    page = view.findChild(EmptyPage)
    assert page.isVisible()
    assert "Network menu" in page.accessibleDescription()


def test_nothing_is_painted_while_another_view_is_looked_at(view, state):
    before = view.wall.wall()
    state.update(focus=Focus(layer=1), answers={})
    assert view.wall.wall() is before


def test_scales_span_a_head_a_layer_or_all_of_them():
    shown = answer("wall", np.array([[[0.0, 0.2]], [[0.1, 0.8]]], np.float32))
    assert row_ends(Look(scale="map"), shown, (0, 0)) == [(0, pytest.approx(0.2)), (0, pytest.approx(0.8))]
    assert row_ends(Look(scale="layer"), shown, (0, 0)) == [(0, pytest.approx(0.8))] * 2
    assert row_ends(Look(scale="unit"), shown, (0, 1)) == [(0, 1)] * 2


def test_one_scale_for_all_is_told_from_the_ranges_once_all_are_there():
    shown = [answer("wall", np.array([[[0.1, 0.5]]], np.float32))]
    ranges = {index: answer("range", np.zeros(0), low=0.01, high=0.25 * index) for index in (1, 2, 3)}
    assert shared_ends(Look(scale="all"), PASS, shown, {1: ranges[1]}) == (0, pytest.approx(0.5))
    assert shared_ends(Look(scale="all"), PASS, shown, ranges) == (0, 0.75)
    assert shared_ends(Look(scale="held", held=(0.1, 0.3)), PASS, shown, {}) == (0.1, 0.3)


def test_a_row_that_will_not_come_has_a_dash_instead_of_dots(view, state):
    state.update(answers={"wall:1": answer("wall", maps(4))}, refused={})
    assert not view.wall.wall().rows[1].none
    state.update(refused={"wall:3": "The queries of this layer have no place on the image."})
    assert [row.none for row in view.wall.wall().rows] == [False, True]
