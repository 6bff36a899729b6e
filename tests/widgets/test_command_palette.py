"""The palette is used by the keyboard alone, and by the mouse."""

import numpy as np
import pytest
from attnscope.widgets.controls.command_palette import CommandPalette
from attnscope.widgets.controls.palette_list import PaletteEntry
from attnscope.widgets.look.theme import DARK
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from .acting import close, pixels, shown

ENTRIES = (
    PaletteEntry("zoom_in", "Zoom in", "View", "+"),
    PaletteEntry("smooth", "Smooth", "View", "S", checked=True),
    PaletteEntry("undo", "Undo opacity", "Edit", "Ctrl+Z", enabled=False),
    PaletteEntry("layer", "Go to encoder.1.attention", "Layer"),
)


@pytest.fixture
def window(qtbot) -> QWidget:
    made = QWidget()
    QVBoxLayout(made).addWidget(QLineEdit())
    return shown(qtbot, made, 900, 600)


@pytest.fixture
def palette(window) -> CommandPalette:
    made = CommandPalette(window)
    window.findChild(QLineEdit).setFocus()
    made.ask(ENTRIES)
    return made


@pytest.fixture
def line(palette) -> QLineEdit:
    return palette.findChild(QLineEdit)


def test_it_opens_with_everything_and_what_cannot_be_done_at_the_end(palette):
    assert palette.isVisible()
    assert palette.texts() == ["Zoom in", "Smooth", "Go to encoder.1.attention", "Undo opacity"]


def test_typing_and_enter_choose_the_best_and_close_it(qtbot, palette, line):
    qtbot.keyClicks(line, "enc att")
    assert palette.texts() == ["Go to encoder.1.attention"]
    with qtbot.waitSignal(palette.chosen) as chosen:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert chosen.args == ["layer"]
    assert not palette.isVisible()


def test_down_and_up_move_round_and_round(qtbot, palette, line):
    qtbot.keyClick(line, Qt.Key.Key_Down)
    with qtbot.waitSignal(palette.chosen) as chosen:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert chosen.args == ["smooth"]
    palette.ask(ENTRIES[:2])
    qtbot.keyClick(line, Qt.Key.Key_Up)
    with qtbot.waitSignal(palette.chosen) as chosen:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert chosen.args == ["smooth"]


def test_what_cannot_be_done_is_not_chosen(qtbot, palette, line):
    qtbot.keyClicks(line, "undo")
    with qtbot.assertNotEmitted(palette.chosen):
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_escape_closes_it_and_gives_the_focus_back(qtbot, window, palette, line):
    before = window.layout().itemAt(0).widget()
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert before.hasFocus()


def test_going_elsewhere_closes_it(window, palette):
    window.layout().itemAt(0).widget().setFocus()
    assert not palette.isVisible()


def test_a_click_chooses(qtbot, palette):
    view = palette._view
    row = view.visualRect(view.model().index(1, 0))
    with qtbot.waitSignal(palette.chosen) as chosen:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert chosen.args == ["smooth"]


def test_typed_letters_are_painted_in_the_accent(qtbot, palette, line):
    def accents() -> int:
        row = palette._view.visualRect(palette._view.model().index(0, 0)).adjusted(12, 6, -60, -6)
        painted = pixels(palette._view.viewport())[row.top() : row.bottom(), row.left() : row.right()]
        wanted = np.array(DARK.accent.toTuple()[:3])
        return int((np.abs(painted.astype(int) - wanted).max(-1) < 30).sum())

    plain = accents()
    qtbot.keyClicks(line, "zoom")
    assert accents() > plain + 10


def test_nothing_that_fits_is_said(qtbot, palette, line):
    qtbot.keyClicks(line, "qqqq")
    assert palette.texts() == []
    assert palette._nothing.isVisible()
    assert line.accessibleDescription() == palette._nothing.text()


def test_a_screen_reader_hears_the_row_that_enter_would_choose(qtbot, palette, line):
    qtbot.keyClicks(line, "smooth")
    assert line.accessibleDescription() == "Smooth, View, S"


def test_it_is_never_wider_than_its_window(window, palette):
    window.resize(400, 300)
    assert palette.geometry().left() >= 0
    assert palette.geometry().right() < 400
    assert close(pixels(palette)[20, 3], DARK.panel.toTuple()[:3], 6)
