"""The list shows every layer, is filtered by kind, and speaks of layers by their place among all."""

import numpy as np
import pytest
from attnscope.models.records import LayerInfo
from attnscope.widgets.layers import layer_delegate
from attnscope.widgets.layers.layer_list import LayerList
from attnscope.widgets.layers.layer_row_model import ROW
from attnscope.widgets.look.colours import table
from attnscope.widgets.look.layer_text import badge, description, shape_line, short_title
from attnscope.widgets.look.theme import DARK
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QPushButton

from .acting import LAYERS, close, pixels, shown


@pytest.fixture
def layers(qtbot) -> LayerList:
    listed = shown(qtbot, LayerList(), 360, 420)
    listed.set_layers(LAYERS)
    return listed


def view(listed: LayerList) -> QListView:
    return listed.findChild(QListView)


def chip(listed: LayerList, kind: str) -> QPushButton:
    return next(one for one in listed.findChildren(QPushButton) if one.text().startswith(kind))


def row(listed: LayerList, place: int) -> QModelIndex:
    return view(listed).model().index(place, 0)


def click_row(qtbot, listed: LayerList, place: int) -> None:
    at = view(listed).visualRect(row(listed, place)).center()
    qtbot.mouseClick(view(listed).viewport(), Qt.MouseButton.LeftButton, pos=at)


def titles(listed: LayerList) -> list[str]:
    return [row(listed, place).data() for place in range(view(listed).model().rowCount())]


def test_all_layers_are_listed_in_order(layers):
    assert titles(layers) == [layer.title for layer in LAYERS]
    assert titles(layers)[4] == "encoder.0.attention (2)"


@pytest.mark.parametrize(
    ("number", "line", "said"),
    [
        (0, "channel · 96", ""),
        (1, "spatial · 12×12", "guessed"),
        (2, "channel · 2×64", ""),
        (3, "4 heads · 145×145", ""),
        (4, "3 heads · 9 windows · 49×49", "not normalised"),
        (5, "other · 8×12×1", ""),
    ],
)
def test_each_says_its_shape_and_what_has_to_be_said(number, line, said):
    assert shape_line(LAYERS[number]) == line
    assert badge(LAYERS[number]) == said
    assert line in description(LAYERS[number])


def test_one_head_is_not_many():
    assert shape_line(LayerInfo("pool", 0, "heads", (1, 1, 1, 50), "softmax", heads=1)) == "1 head · 1×50"


def test_a_click_selects(layers, qtbot):
    with qtbot.waitSignal(layers.layer_selected) as selected:
        click_row(qtbot, layers, 2)
    assert selected.args == [2]
    assert layers.current() == 2


@pytest.mark.parametrize("held", [Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier])
def test_no_click_leaves_the_list_without_a_highlighted_layer(layers, qtbot, held):
    layers.set_current(2)
    at = view(layers).visualRect(row(layers, 2)).center()
    qtbot.mouseClick(view(layers).viewport(), Qt.MouseButton.LeftButton, held, at)
    assert [index.row() for index in view(layers).selectedIndexes()] == [2]
    qtbot.mouseClick(view(layers).viewport(), Qt.MouseButton.LeftButton, pos=QPoint(50, 320))
    assert [index.row() for index in view(layers).selectedIndexes()] == [2]


def test_chips_count_the_kinds_and_kinds_that_are_not_there_have_none(layers):
    texts = [one.text() for one in layers.findChildren(QPushButton) if one.isVisible()]
    assert texts == ["channel 2", "spatial 1", "heads 2", "other 1"]
    layers.set_layers(LAYERS[:1])
    assert [one.text() for one in layers.findChildren(QPushButton) if one.isVisible()] == ["channel 1"]


def test_chips_choose_kinds_and_none_pressed_shows_all(layers, qtbot):
    qtbot.mouseClick(chip(layers, "heads"), Qt.MouseButton.LeftButton)
    assert titles(layers) == ["encoder.0.attention", "encoder.0.attention (2)"]
    qtbot.keyClick(chip(layers, "spatial"), Qt.Key.Key_Space)
    assert titles(layers) == ["stages.1.spatial", "encoder.0.attention", "encoder.0.attention (2)"]
    qtbot.mouseClick(chip(layers, "heads"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(chip(layers, "spatial"), Qt.MouseButton.LeftButton)
    assert len(titles(layers)) == 6


def test_indices_are_those_of_all_layers_while_some_are_hidden(layers, qtbot):
    qtbot.mouseClick(chip(layers, "heads"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(layers.layer_selected) as selected:
        click_row(qtbot, layers, 1)
    assert selected.args == [4]
    layers.set_current(3)
    assert view(layers).currentIndex().row() == 0


def test_the_current_layer_stays_current_while_the_chips_hide_it(layers, qtbot):
    layers.set_current(0)
    with qtbot.assertNotEmitted(layers.layer_selected):
        qtbot.mouseClick(chip(layers, "heads"), Qt.MouseButton.LeftButton)
        assert layers.current() == 0
        assert not view(layers).currentIndex().isValid()
        qtbot.mouseClick(chip(layers, "heads"), Qt.MouseButton.LeftButton)
    assert view(layers).currentIndex().row() == 0


def test_the_keyboard_moves_and_sideways_arrows_are_left_to_the_window(layers, qtbot):
    layers.set_current(1)
    with qtbot.waitSignal(layers.layer_selected) as selected:
        qtbot.keyClick(view(layers), Qt.Key.Key_Down)
    assert selected.args == [2]
    with qtbot.waitSignal(layers.layer_selected) as selected:
        qtbot.keyClick(view(layers), Qt.Key.Key_End)
    assert selected.args == [5]
    with qtbot.assertNotEmitted(layers.layer_selected):
        qtbot.keyClick(view(layers), Qt.Key.Key_Left)


def test_setting_announces_nothing(layers, qtbot):
    with qtbot.assertNotEmitted(layers.layer_selected):
        layers.set_current(3)
        layers.set_preview(3, np.ones((4, 4)), 0, 1)
        layers.set_colour_map("viridis")
        layers.set_current(None)
        layers.set_layers(LAYERS[:2])
    assert layers.current() is None


@pytest.mark.parametrize("name", ["inferno", "viridis"])
def test_the_small_picture_stands_at_the_right_in_the_colour_map(layers, name):
    layers.set_colour_map(name)
    layers.set_preview(1, np.ones((3, 3)), 0, 1)
    rect = view(layers).visualRect(row(layers, 1))
    at = view(layers).viewport().mapTo(layers, rect.topLeft())
    assert close(pixels(layers)[at.y() + rect.height() // 2, at.x() + rect.width() - 25], table(name)[-1])


def test_a_change_of_the_colour_map_reaches_pictures_that_are_there(layers):
    layers.set_preview(1, np.ones((3, 3)), 0, 1)
    layers.set_colour_map("grey")
    rect = view(layers).visualRect(row(layers, 1))
    at = view(layers).viewport().mapTo(layers, rect.topLeft())
    assert close(pixels(layers)[at.y() + rect.height() // 2, at.x() + rect.width() - 25], (255, 255, 255))


def test_a_guess_is_marked_on_its_row_and_nowhere_else(layers):
    warm = np.all(np.abs(pixels(layers).astype(int) - DARK.warning.getRgb()[:3]) < 40, axis=2)
    rows = [view(layers).visualRect(row(layers, place)) for place in range(6)]
    top = view(layers).viewport().mapTo(layers, rows[0].topLeft()).y()
    marked = [warm[top + rect.top() : top + rect.bottom()].any() for rect in rows]
    assert marked == [False, True, False, False, True, False]


def test_hundreds_of_layers_scroll_to_the_current_one(qtbot):
    listed = shown(qtbot, LayerList(), 300, 300)
    listed.set_layers(tuple(LayerInfo(f"layer.{i}", 0, "channel", (1, 8), "sigmoid") for i in range(600)))
    listed.set_current(500)
    assert view(listed).viewport().rect().contains(view(listed).visualRect(row(listed, 500)))


def test_rows_say_all_of_it_to_screen_readers(layers):
    said = row(layers, 4).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "encoder.0.attention (2): 3 heads · 9 windows · 49×49, softmax; not normalised"
    assert view(layers).accessibleName()


def test_chips_take_two_rows_where_the_panel_is_narrow(layers, qtbot):
    layers.resize(170, 420)
    chips = [one for one in layers.findChildren(QPushButton) if one.isVisible()]
    qtbot.waitUntil(lambda: len({one.y() for one in chips}) > 1)
    assert all(one.geometry().right() <= 170 for one in chips)


@pytest.mark.parametrize("width", [150, 205, 360])
def test_every_chip_is_seen_whole_however_narrow_the_list(qtbot, width):
    listed = shown(qtbot, LayerList(), width, 420)
    listed.set_layers(LAYERS)
    chips = [one for one in listed.findChildren(QPushButton) if not one.isHidden()]
    assert len(chips) == 4
    qtbot.waitUntil(lambda: all(one.visibleRegion().boundingRect() == one.rect() for one in chips), timeout=1000)


SENET = tuple(
    LayerInfo(f"layer{stage}.{n}.se_module", 0, "channel", (1, 64 * stage), "sigmoid")
    for stage, count in ((1, 3), (2, 8), (3, 12))
    for n in range(count)
)
MISSED = (("decoder.flex", "it runs flex_attention, which hides its weights"), ("", "a scripted module"))


@pytest.fixture
def deep(qtbot) -> LayerList:
    listed = shown(qtbot, LayerList(), 300, 500)
    listed.set_layers(SENET, MISSED)
    listed.set_current(0)
    return listed


def line(listed: LayerList) -> QLineEdit:
    return listed.findChild(QLineEdit)


def test_many_layers_stand_under_the_headings_of_their_stages(deep):
    assert titles(deep)[:5] == ["layer1", *(layer.title for layer in SENET[:3]), "layer2"]
    assert row(deep, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "layer1: 3 layers"


def test_a_click_on_a_heading_folds_its_stage_and_selects_nothing(deep, qtbot):
    with qtbot.assertNotEmitted(deep.layer_selected):
        click_row(qtbot, deep, 4)
    assert titles(deep)[:6] == ["layer1", *(layer.title for layer in SENET[:3]), "layer2", "layer3"]
    assert deep.current() == 0
    click_row(qtbot, deep, 4)
    assert titles(deep)[5] == SENET[3].title


@pytest.mark.parametrize(
    ("fold", "unfold"), [(Qt.Key.Key_Space, Qt.Key.Key_Return), (Qt.Key.Key_Left, Qt.Key.Key_Right)]
)
def test_the_keyboard_walks_onto_a_heading_and_folds_it(deep, qtbot, fold, unfold):
    deep.set_current(2)
    with qtbot.assertNotEmitted(deep.layer_selected):
        qtbot.keyClick(view(deep), Qt.Key.Key_Down)
        qtbot.keyClick(view(deep), fold)
    assert titles(deep)[4:6] == ["layer2", "layer3"]
    qtbot.keyClick(view(deep), unfold)
    assert titles(deep)[5] == SENET[3].title
    with qtbot.waitSignal(deep.layer_selected) as selected:
        qtbot.keyClick(view(deep), Qt.Key.Key_Down)
    assert selected.args == [3]


def test_a_folded_stage_that_hides_the_current_layer_is_marked(deep, qtbot):
    deep.set_current(5)
    click_row(qtbot, deep, 4)
    rect = view(deep).visualRect(row(deep, 4))
    at = view(deep).viewport().mapTo(deep, rect.topLeft())
    assert close(pixels(deep)[at.y() + rect.height() // 2, at.x() + 1], DARK.accent.getRgb()[:3])
    assert deep.current() == 5


def test_stages_stay_folded_when_the_same_network_runs_again(deep, qtbot):
    click_row(qtbot, deep, 4)
    deep.set_layers(SENET, MISSED)
    assert titles(deep)[4:6] == ["layer2", "layer3"]


def test_words_find_layers_by_name_kind_and_shape(layers, qtbot):
    qtbot.keyClicks(line(layers), "attention 49")
    assert titles(layers) == ["encoder.0.attention (2)"]
    line(layers).setText("SPATIAL")
    assert titles(layers) == ["stages.1.spatial"]


def test_words_find_layers_in_folded_stages_too(deep, qtbot):
    click_row(qtbot, deep, 4)
    qtbot.keyClicks(line(deep), "layer2.1")
    assert titles(deep) == ["layer2", "layer2.1.se_module"]


def test_esc_clears_the_words_and_once_more_goes_to_the_list(layers, qtbot):
    layers.focus_search()
    qtbot.keyClicks(line(layers), "mix")
    qtbot.keyClick(line(layers), Qt.Key.Key_Escape)
    assert len(titles(layers)) == 6
    assert line(layers).hasFocus()
    qtbot.keyClick(line(layers), Qt.Key.Key_Escape)
    assert view(layers).hasFocus()


def test_down_in_the_line_moves_among_what_was_found(layers, qtbot):
    layers.set_current(3)
    qtbot.keyClicks(line(layers), "attention")
    with qtbot.waitSignal(layers.layer_selected) as selected:
        qtbot.keyClick(line(layers), Qt.Key.Key_Down)
    assert selected.args == [4]


def test_words_and_chips_work_together(layers, qtbot):
    qtbot.mouseClick(chip(layers, "channel"), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(line(layers), "stages.2")
    assert titles(layers) == ["stages.2.gate"]


def test_a_sentence_stands_where_nothing_is_found(layers, qtbot):
    line(layers).setText("zebra")
    assert titles(layers) == []
    listed = view(layers).viewport()
    top = listed.mapTo(layers, listed.rect().topLeft()).y()
    seen = pixels(layers)[top : top + 60]
    assert (np.abs(seen.astype(int) - seen[0, 0]).max(axis=2) > 60).sum() > 100


def test_what_was_missed_stands_at_the_end_with_its_reason_and_is_no_layer(deep, qtbot):
    deep.show_missed()
    last = view(deep).model().rowCount() - 1
    assert titles(deep)[-3:] == ["Not recorded", "decoder.flex", "the network"]
    said = row(deep, last - 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "decoder.flex was not recorded: it runs flex_attention, which hides its weights"
    assert row(deep, last - 1).data(Qt.ItemDataRole.ToolTipRole) == said
    with qtbot.assertNotEmitted(deep.layer_selected):
        click_row(qtbot, deep, last)
    assert deep.current() == 0


def test_what_was_missed_is_brought_into_sight(deep):
    deep.show_missed()
    heading = next(place for place, title in enumerate(titles(deep)) if title == "Not recorded")
    assert view(deep).viewport().rect().contains(view(deep).visualRect(row(deep, heading)).center())


def test_chips_do_not_hide_what_was_missed(qtbot):
    listed = shown(qtbot, LayerList(), 360, 420)
    listed.set_layers(LAYERS, MISSED)
    qtbot.mouseClick(chip(listed, "spatial"), Qt.MouseButton.LeftButton)
    assert titles(listed) == ["stages.1.spatial", "Not recorded", "decoder.flex", "the network"]


def test_repeated_runs_are_numbered_from_one(layers):
    rows = [row(layers, place).data(ROW) for place in range(6)]
    assert [one.repeated for one in rows] == [False, False, False, True, True, False]
    assert short_title(LAYERS[4], "", True) == "encoder.0.attention"
    assert short_title(LAYERS[4], "encoder", False) == "0.attention (2)"


def test_a_new_pass_of_the_same_network_does_not_move_the_list(deep):
    deep.set_current(0)
    bar = view(deep).verticalScrollBar()
    bar.setValue(200)
    deep.set_layers(SENET, MISSED)
    assert bar.value() == 200


def test_a_step_paints_only_the_row_that_was_left_and_the_one_that_was_reached(layers, monkeypatch):
    layers.set_current(1)
    QApplication.processEvents()
    painted: list[int] = []
    plain = layer_delegate._paint_layer
    monkeypatch.setattr(layer_delegate, "_paint_layer", lambda *told: (painted.append(told[2].row()), plain(*told))[1])
    layers.set_current(2)
    QApplication.processEvents()
    both = [view(layers).model().row_of(index).row() for index in (1, 2)]
    assert sorted(set(painted)) == both
