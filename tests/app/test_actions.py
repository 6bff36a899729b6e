"""Every action is listed once, has its key, and shows what is on."""

import pytest
from attnscope.app.desk.action_list import keys_text
from attnscope.widgets.controls.sheet import Sheet
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence

from .stand_in_desk import a_picture, client_of, open_desk, with_pass


@pytest.fixture
def desk(qapp, tmp_path):
    with open_desk(qapp, tmp_path) as made:
        yield made


def action(desk, text: str):
    return next(one for one in desk.actions.every if one.text() == text)


def test_every_key_is_given_once(desk):
    keys = [key.toString() for one in desk.actions.every for key in one.shortcuts()]
    assert len(keys) == len(set(keys))
    assert len(keys) > 50


def test_the_arrow_keys_and_the_keys_of_widgets_are_left_alone(desk):
    taken = {key.toString() for one in desk.actions.every for key in one.shortcuts()}
    # Bars move with comma and full stop, heads are picked by digits, lists by arrows, Enter and Space.
    assert not taken & {
        ",",
        ".",
        *map(str, range(1, 10)),
        "Left",
        "Right",
        "Up",
        "Down",
        "Return",
        "Space",
        "Tab",
        "Esc",
    }


def test_every_action_has_a_text_and_a_tooltip_with_its_key(desk):
    for one in desk.actions.every:
        assert one.text()
        assert one.toolTip()
        if keys := keys_text(one):
            assert keys in one.toolTip()


def test_every_action_stands_in_a_menu_of_the_top_bar(desk):
    def within(menu) -> set:
        found = set()
        for entry in menu.actions():
            found |= within(entry.menu()) if entry.menu() else {entry}
        return found

    shown = set().union(*(within(button.menu()) for button in desk.window.top._buttons.values()))
    assert [one.text() for one in desk.actions.every if one not in shown] == []


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("Contour lines", "contours", True),
        ("Borders of the cells", "cell_grid", True),
        ("Follow the pointer", "live", True),
        ("Smooth", "smooth", False),
        ("Split the picture between both", "split", True),
        ("Keep 60 % of the attention", "keep", 0.6),
        ("Colours: viridis", "colour_map", "viridis"),
        ("Scale: 0 to 1", "scale", "unit"),
        ("Clip 2.0 % at each end", "clip", 2.0),
        ("Bars sorted, the strongest first", "bars", "sorted"),
    ],
)
def test_an_action_changes_how_things_are_drawn_and_is_marked_while_it_is_on(desk, text, field, value):
    one = action(desk, text)
    before = one.isChecked()
    one.trigger()
    assert getattr(desk.state.now.look, field) == value
    assert one.isChecked() is not before
    desk.actions.undo.undo()
    assert one.isChecked() is before


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("Every head of every layer", "view", "wall"),
        ("Over the picture: attention rollout", "source", "rollout"),
        ("Beside it: bare photo", "second", "photo"),
        ("Largest of heads", "combine", "max"),
        ("Who looks at the place", "direction", "to"),
        ("Discard 90 % of the weakest attention", "discard", 0.9),
    ],
)
def test_an_action_changes_what_is_looked_at_and_is_marked_while_it_is_on(desk, text, field, value):
    with_pass(desk)
    desk.looking.select_layer(2)  # of heads
    action(desk, text).trigger()
    assert getattr(desk.state.now.focus, field) == value
    assert action(desk, text).isChecked()


def test_choosing_again_what_is_on_leaves_its_mark(desk):
    one = action(desk, "Scale: this map")
    assert one.isChecked()
    one.trigger()
    assert one.isChecked()


def test_keys_do_what_the_menus_say(qtbot, desk):
    with_pass(desk)
    for key, field, value in (
        (Qt.Key.Key_K, "contours", True),
        (Qt.Key.Key_R, "cell_grid", True),
        (Qt.Key.Key_T, "keep", 0.6),
        (Qt.Key.Key_Z, "scale", "layer"),
        (Qt.Key.Key_B, "bars", "sorted"),
    ):
        qtbot.keyClick(desk.window, key)
        assert getattr(desk.state.now.look, field) == value
    qtbot.keyClick(desk.window, Qt.Key.Key_F3)
    assert desk.state.now.focus.view == "wall"
    qtbot.keyClick(desk.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.state.now.focus.view == "picture"
    qtbot.keyClick(desk.window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert desk.state.now.focus.view == "wall"


def test_undo_says_what_it_takes_back(desk):
    undo = next(one for one in desk.actions.every if one.shortcut() == QKeySequence("Ctrl+Z"))
    assert not undo.isEnabled()
    desk.looking.look(opacity=0.1)
    assert (undo.text(), undo.isEnabled()) == ("Undo opacity", True)


def test_what_needs_a_pass_can_be_done_once_there_is_one(desk):
    step = action(desk, "Next layer  (→ or ↓)")
    assert not step.isEnabled()
    with_pass(desk)
    assert step.isEnabled()
    assert not action(desk, "Next head").isEnabled()
    desk.looking.select_layer(2)
    assert action(desk, "Next head").isEnabled()


def test_a_picture_is_pinned_beside_and_taken_away(desk):
    with_pass(desk)
    action(desk, "Pin this picture beside the next").trigger()
    assert desk.state.now.beside is not None
    assert client_of(desk).asked("record")
    assert action(desk, "Beside it: pinned picture").isChecked()
    action(desk, "Take the pinned picture away").trigger()
    assert desk.state.now.beside is None
    assert not action(desk, "Beside it: pinned picture").isEnabled()


def test_the_classes_of_the_pass_can_be_chosen(desk):
    with_pass(desk)
    overlay = desk.window.top._buttons["Overlay"].menu()
    classes = next(one.menu() for one in overlay.actions() if one.menu() and one.text() == "Class of attributions")
    texts = [one.text() for one in classes.actions()]
    assert texts == ["The most probable", "star"]
    assert classes.actions()[0].isChecked()


def test_the_view_is_copied_as_a_picture(desk):
    with_pass(desk, a_picture())
    QGuiApplication.clipboard().clear()
    action(desk, "Copy the view as a picture").trigger()
    assert not QGuiApplication.clipboard().image().isNull()


def test_the_list_of_keys_names_every_key(qtbot, desk):
    qtbot.keyClick(desk.window, Qt.Key.Key_F1)
    sheet = next(one for one in desk.window.findChildren(Sheet) if one.isVisible())
    text = sheet.body.plain_text()
    for listed in desk.actions.list.listed:
        for key in listed.action.shortcuts():
            assert key.toString(QKeySequence.SequenceFormat.NativeText) in text
    sheet.close()


def test_panes_are_listed_with_their_keys_and_shown_by_them(qtbot, desk):
    pane = action(desk, "Pane: Prediction")
    assert pane.isChecked()
    qtbot.keyClick(desk.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert not pane.isChecked()
    assert not desk.window.docks.panes()[1][1].isVisible()
    action(desk, "Reset the panes").trigger()
    assert desk.window.docks.panes()[1][1].isVisible()


def test_the_theme_that_is_on_is_marked(desk):
    action(desk, "Theme: light").trigger()
    assert action(desk, "Theme: light").isChecked()
    assert not action(desk, "Theme: as the system").isChecked()
    action(desk, "Theme: dark").trigger()
