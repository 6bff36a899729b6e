"""The form of an export, used as a user does: what is checked is what is chosen, and nothing else."""

import pytest
from attnscope.widgets.controls.export_form import RESOLUTIONS, ExportChoice, ExportForm, format_texts
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPushButton

from .acting import shown


@pytest.fixture
def form(qtbot) -> ExportForm:
    return shown(qtbot, ExportForm(), 640, 240)


def button(form: ExportForm, text: str) -> QPushButton:
    return next(one for one in form.findChildren(QPushButton) if one.text() == text)


def box(form: ExportForm, text: str) -> QCheckBox:
    return next(one for one in form.findChildren(QCheckBox) if one.text() == text)


def test_what_is_shown_is_what_is_chosen(form):
    choice = ExportChoice("all", ("svg", "html"), 300, "dark", 0.5, "/somewhere")
    form.set_choice(choice)
    assert form.choice() == choice


def test_showing_a_choice_is_no_edit_and_a_click_is_one(form, qtbot):
    heard = []
    form.edited.connect(lambda: heard.append(form.choice()))
    form.set_choice(ExportChoice("all", ("gif",), seconds=2.0, folder="x"))
    assert heard == []
    qtbot.mouseClick(box(form, "PDF"), Qt.MouseButton.LeftButton)
    assert [set(choice.formats) for choice in heard] == [{"gif", "pdf"}]


def test_a_format_that_holds_every_layer_comes_back_with_every_layer(form, qtbot):
    form.set_choice(ExportChoice("all", ("png", "html"), folder="x"))
    qtbot.mouseClick(button(form, "This view"), Qt.MouseButton.LeftButton)
    assert form.choice().formats == ("png",)
    assert "Every layer" in box(form, "HTML").toolTip()
    qtbot.mouseClick(button(form, "Every layer"), Qt.MouseButton.LeftButton)
    assert form.choice().formats == ("png", "html")


def test_the_resolution_is_asked_for_pixels_alone(form):
    form.set_choice(ExportChoice("view", ("svg",), folder="x"))
    assert not form._dpi.isEnabled()
    form.set_choice(ExportChoice("view", ("png",), folder="x"))
    assert form._dpi.isEnabled()
    assert [form._dpi.itemData(place) for place in range(form._dpi.count())] == [None, *RESOLUTIONS]


def test_an_extent_that_is_not_to_be_had_says_why_and_is_left(form):
    form.set_choice(ExportChoice("all", ("png",), folder="x"))
    form.set_refused("all", "The engine is elsewhere.")
    assert form.choice().extent == "view"
    assert not button(form, "Every layer").isEnabled()
    assert button(form, "Every layer").toolTip() == "The engine is elsewhere."
    form.set_refused("all", "")
    assert button(form, "Every layer").isEnabled()


def test_the_folder_can_be_typed(form, qtbot):
    form.set_choice(ExportChoice())
    assert "No folder" in form.problem()
    line = form.findChild(QLineEdit)
    line.clear()
    qtbot.keyClicks(line, " here ")
    assert form.choice().folder == "here"
    assert form.problem() == ""


def test_every_control_has_a_name_and_says_what_it_is_for(form):
    for kind in (QCheckBox, QComboBox, QLineEdit, QPushButton):
        for control in form.findChildren(kind):
            assert control.toolTip()
            assert control.accessibleName() or (not isinstance(control, QComboBox | QLineEdit) and control.text())
    assert set(format_texts()) == {"png", "svg", "pdf", "csv", "npz", "gif", "html"}
