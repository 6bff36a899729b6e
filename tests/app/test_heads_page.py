"""The page of a layer of heads: what a user clicks changes what is looked at, and the page shows what is looked at."""

import dataclasses

import numpy as np
import pytest
from attnscope.app.panels.heads_page import HeadsPage
from attnscope.app.state.looking import Looking
from attnscope.app.state.state import State
from attnscope.app.state.wishes import Focus
from attnscope.widgets.controls.text_line import TextLine
from attnscope.widgets.heads.attention_matrix import AttentionMatrix
from attnscope.widgets.heads.head_dots import HeadFigures
from attnscope.widgets.heads.head_grid import HeadGrid
from attnscope.widgets.heads.pin_row import PinRow
from attnscope.widgets.heads.similarity_grid import SimilarityGrid
from attnscope.widgets.look.empty_page import EmptyPage
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QRadioButton

from .heads_answers import answer, layer, maps, of_heads, outcome


@pytest.fixture
def state() -> State:
    return State()


@pytest.fixture
def page(qtbot, state) -> HeadsPage:
    page = HeadsPage(state, Looking(state))
    qtbot.addWidget(page)
    page.resize(300, 600)
    page.show()
    state.update(outcome=outcome(layer("attn", 4), layer("nowhere", 2, placed=False)), answers=of_heads(4))
    return page


def press(qtbot, page: HeadsPage, text: str) -> None:
    """A click on the button with this text."""
    found = [button for button in page.findChildren(QPushButton) if button.text() == text and button.isVisible()]
    assert len(found) == 1, text
    qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)


def seen(page: HeadsPage, kind: type) -> bool:
    return any(widget.isVisible() for widget in page.findChildren(kind))


def test_each_tab_shows_its_own_and_the_chosen_one_stays_in_another_layer(qtbot, page, state):
    assert seen(page, HeadGrid)
    press(qtbot, page, "Matrix")
    assert seen(page, AttentionMatrix)
    assert not seen(page, HeadGrid)
    press(qtbot, page, "Similarity")
    assert seen(page, SimilarityGrid)
    state.update(focus=Focus(layer=1))
    state.update(focus=Focus(layer=0))
    assert seen(page, SimilarityGrid)


def test_heads_become_one_as_chosen(qtbot, page, state):
    press(qtbot, page, "largest")
    assert (state.now.focus.head, state.now.focus.combine) == (None, "max")
    press(qtbot, page, "smallest")
    assert state.now.focus.combine == "min"
    press(qtbot, page, "one")
    assert state.now.focus.head == 0
    state.update(focus=Focus(head=3))
    press(qtbot, page, "mean")
    assert (state.now.focus.head, state.now.focus.combine) == (None, "mean")
    press(qtbot, page, "one")
    assert state.now.focus.head == 3


def test_a_click_on_a_head_shows_it_and_a_second_one_all_of_them(qtbot, page, state):
    grid = page.findChild(HeadGrid)
    qtbot.keyClick(grid, Qt.Key.Key_3)
    assert state.now.focus.head == 2
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert state.now.focus.head is None


def test_the_direction_is_chosen(qtbot, page, state):
    press(qtbot, page, "who looks at it")
    assert state.now.focus.direction == "to"
    press(qtbot, page, "where it looks")
    assert state.now.focus.direction == "from"


def test_the_class_token_is_gone_back_to(qtbot, page, state):
    texts = {button.text(): button for button in page.findChildren(QRadioButton)}
    assert texts["class token"].isChecked()
    state.update(focus=Focus(query=(9, 11)))
    texts = {button.text(): button for button in page.findChildren(QRadioButton)}
    assert texts["picked (9, 11)"].isChecked()
    qtbot.mouseClick(texts["class token"], Qt.MouseButton.LeftButton)
    assert state.now.focus.query is None


def test_a_place_is_pinned_gone_to_and_let_go_of(qtbot, page, state):
    state.update(focus=Focus(query=(9, 11)))
    press(qtbot, page, "Pin the place")
    assert state.now.focus.pins == ((9, 11),)
    state.update(focus=dataclasses.replace(state.now.focus, query=(1, 2)))
    press(qtbot, page, "Pin the place")
    row = page.findChild(PinRow)
    assert [pin.name for pin in row.pins()] == ["query at (9, 11)", "query at (1, 2)"]
    qtbot.keyClick(row, Qt.Key.Key_Return)
    assert state.now.focus.query == (9, 11)
    press(qtbot, page, "Let go of the place")
    assert state.now.focus.pins == ((1, 2),)
    qtbot.keyClick(row, Qt.Key.Key_Delete)
    assert state.now.focus.pins == ()
    assert not seen(page, PinRow)


def test_pins_show_the_answers_about_them(page, state):
    state.update(focus=Focus(pins=((1, 2), (3, 4))), answers=of_heads(4) | {"pin:1": answer("map", maps(4)[1])})
    first, second = page.findChild(PinRow).pins()
    assert first.values is None
    assert np.array_equal(second.values, maps(4)[1])


def test_nothing_can_be_pinned_before_a_place_is_picked(page):
    button = next(one for one in page.findChildren(QPushButton) if one.text() == "Pin the place")
    assert not button.isEnabled()


def test_a_click_into_the_matrix_picks_the_query_and_the_cell_under_the_pointer_is_told(qtbot, page, state):
    page.show_tab("matrix")
    matrix, told = page.findChild(AttentionMatrix), []
    page.cell_hovered.connect(lambda *cell: told.append(cell))
    qtbot.keyClick(matrix, Qt.Key.Key_End)
    assert state.now.focus.query == 15
    qtbot.keyClick(matrix, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(matrix, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert told == [(8, 8), (8, 9)]


def test_a_matrix_of_means_tells_and_picks_tokens(qtbot, page, state):
    page.show_tab("matrix")
    blocks = {"matrix": answer("matrix", np.zeros((4, 4), np.float32), queries=16, keys=16)}
    state.update(answers=of_heads(4) | blocks)
    matrix, told = page.findChild(AttentionMatrix), []
    page.cell_hovered.connect(lambda *cell: told.append(cell))
    qtbot.keyClick(matrix, Qt.Key.Key_End)
    assert state.now.focus.query == 12
    qtbot.keyClick(matrix, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert told == [(8, 8)]


def test_a_place_under_the_pointer_on_the_picture_is_a_row_and_a_column_of_the_matrix(page):
    page.show_tab("matrix")
    matrix = page.findChild(AttentionMatrix)
    without = matrix.grab().toImage()
    page.set_pointed_place((23, 0))  # third row of cells, first column: token 1 + 10
    by_place = matrix.grab().toImage()
    page.set_crosshair(11, 11)
    assert matrix.grab().toImage() == by_place != without
    page.set_pointed_place(None)
    assert matrix.grab().toImage() == without


def test_similarity_and_figures_are_shown_and_choose_a_head(qtbot, page, state):
    page.show_tab("similarity")
    assert np.array_equal(page.findChild(SimilarityGrid).similarity().values, of_heads(4)["similarity"].array())
    entropy, distance = page.findChild(HeadFigures).plots()
    assert list(entropy.values) == [0, 1, 2, 3]
    assert list(distance.values) == [8, 7, 6, 5]
    qtbot.keyClick(page.findChild(HeadFigures), Qt.Key.Key_Home)
    assert state.now.focus.head == 3
    qtbot.keyClick(page.findChild(SimilarityGrid), Qt.Key.Key_Home)
    assert state.now.focus.head == 0


def test_how_many_queries_were_looked_at_is_said(page, state):
    page.show_tab("similarity")
    found = of_heads(4)["similarity"]
    found.message.header["sampled"] = 512
    state.update(answers={"similarity": found})
    assert any("512" in line.whole and line.isVisible() for line in page.findChildren(TextLine))


def test_one_head_alone_is_compared_with_nothing(page, state):
    page.show_tab("similarity")
    state.update(outcome=outcome(layer("attn", 1)), answers=of_heads(1))
    assert not seen(page, SimilarityGrid)
    assert seen(page, EmptyPage)


def test_heads_without_a_place_say_so_and_keep_their_matrix(qtbot, page, state):
    state.update(focus=Focus(layer=1), answers={"matrix": of_heads(2)["matrix"]})
    assert not seen(page, HeadGrid)
    assert seen(page, EmptyPage)
    press(qtbot, page, "Matrix")
    assert seen(page, AttentionMatrix)


def test_maps_that_are_out_of_date_fade_until_the_new_ones_come(qtbot, page, state):
    grid = page.findChild(HeadGrid)
    fresh = grid.grab().toImage()
    state.update(answers={})
    qtbot.waitUntil(lambda: grid.grab().toImage() != fresh)
    state.update(answers=of_heads(4))
    assert grid.grab().toImage() == fresh


def test_what_is_refused_is_said_in_the_place_of_the_maps(page, state):
    state.update(answers={}, refused={"heads": "No query lies there."})
    assert seen(page, EmptyPage)
    assert not seen(page, HeadGrid)
    empty = next(one for one in page.findChildren(EmptyPage) if one.isVisible())
    assert empty.accessibleDescription() == "No query lies there."
    state.update(answers=of_heads(4), refused={})
    assert seen(page, HeadGrid)


def test_answers_about_something_else_do_not_paint_the_maps_anew(page, state):
    grid = page.findChild(HeadGrid)
    shown = grid.heads()
    state.update(answers=state.now.answers | {"preview:0": answer("preview", maps(1)[0])})
    assert grid.heads() is shown


def test_a_layer_whose_queries_have_no_place_says_that_none_is_picked(page, state):
    state.update(focus=Focus(query=(3, 4)), answers=of_heads(4) | {"heads": _of_no_query()})
    checked = [button.text() for button in page.findChildren(QRadioButton) if button.isChecked()]
    assert checked == ["class token"]


def _of_no_query():
    return answer("heads", maps(4), query=None, entropy=[0.0] * 4, distance=[0.0] * 4)
