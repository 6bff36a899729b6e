"""The list of keys: in two columns, to be searched."""

from attnscope.widgets.controls.key_sheet import KeyGroup, KeySheet, in_two
from PySide6.QtWidgets import QLineEdit

from .acting import shown

GROUPS = (
    KeyGroup("View", (("+, =", "Zoom in"), ("-", "Zoom out"))),
    KeyGroup("Layer", (("PgDown", "Next layer"),)),
    KeyGroup("Help", (("?", "Keyboard <and> mouse"),)),
)


def test_every_key_stands_beside_what_it_does(qtbot):
    sheet = shown(qtbot, KeySheet(), 700, 400)
    sheet.set_groups(GROUPS)
    words = sheet.plain_text()
    for text in ("View", "Zoom in", "PgDown", "Next layer", "Keyboard <and> mouse"):
        assert text in words


def test_typing_leaves_what_fits(qtbot):
    sheet = shown(qtbot, KeySheet(), 700, 400)
    sheet.set_groups(GROUPS)
    qtbot.keyClicks(sheet.findChild(QLineEdit), "zoom -")
    assert "Zoom out" in sheet.plain_text()
    assert "Zoom in" not in sheet.plain_text()
    assert "Layer" not in sheet.plain_text()


def test_what_is_not_there_is_said(qtbot):
    sheet = shown(qtbot, KeySheet(), 700, 400)
    sheet.set_groups(GROUPS)
    qtbot.keyClicks(sheet.findChild(QLineEdit), "qqq")
    assert sheet._nothing.isVisible()
    assert not sheet._text.isVisible()


def test_both_columns_are_about_as_long():
    groups = [KeyGroup(str(number), (("a", "b"),) * size) for number, size in enumerate((8, 4, 3, 1))]
    left, right = in_two(groups)
    assert [group.title for group in left] == ["0"]
    assert [group.title for group in right] == ["1", "2", "3"]
