"""The form says what is the network's own and what is changed, and gives back only what is changed."""

import pytest
from attnscope.models.errors import UserError
from attnscope.models.model_request import Preparation
from attnscope.widgets.networks.preparation_form import PreparationForm
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QSpinBox

from .acting import shown

IMAGENET = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)


@pytest.fixture
def form(qtbot) -> PreparationForm:
    form = shown(qtbot, PreparationForm(), 720, 300)
    form.set_own((224, 256), "crop", *IMAGENET)
    return form


def named(form: PreparationForm, kind: type, name: str):
    return next(one for one in form.findChildren(kind) if one.accessibleName() == name)


def button(form: PreparationForm, text: str) -> QPushButton:
    return next(one for one in form.findChildren(QPushButton) if one.text() == text)


def press(qtbot, form: PreparationForm, text: str) -> None:
    qtbot.mouseClick(button(form, text), Qt.MouseButton.LeftButton)


def write(qtbot, form: PreparationForm, name: str, text: str) -> None:
    edit = named(form, QLineEdit, name)
    edit.selectAll()
    qtbot.keyClicks(edit, text)


def said(form: PreparationForm) -> list[str]:
    """What the form says of each field, from above."""
    words = ("own", "changed", "guessed")
    lines = [one for one in form.findChildren(QLabel) if any(word in one.text() for word in words)]
    return [one.text() for one in sorted(lines, key=lambda one: one.y())]


def test_untouched_it_gives_nothing(form):
    assert form.preparation() == Preparation()
    assert said(form) == ["the network's own"] * 4
    assert not button(form, "Back to the network's own").isEnabled()


def test_it_shows_the_networks_own(form):
    assert named(form, QSpinBox, "Rows").value() == 224
    assert named(form, QSpinBox, "Columns").value() == 256
    assert named(form, QComboBox, "Fit").currentText().startswith("crop")
    assert named(form, QLineEdit, "Mean").text() == "0.485, 0.456, 0.406"
    assert named(form, QLineEdit, "Standard deviation").text() == "0.229, 0.224, 0.225"


def test_typing_a_side_changes_the_size_alone(form, qtbot):
    box = named(form, QSpinBox, "Columns")
    box.selectAll()
    with qtbot.waitSignal(form.edited):
        qtbot.keyClicks(box, "384")
    assert form.preparation() == Preparation(size=(224, 384))
    assert said(form) == ["changed; own: 224 × 256"] + ["the network's own"] * 3


def test_choosing_a_fit_changes_it_alone(form, qtbot):
    box = named(form, QComboBox, "Fit")
    box.setFocus()
    with qtbot.waitSignal(form.edited):
        qtbot.keyClick(box, Qt.Key.Key_Down)
    assert form.preparation() == Preparation(fit="letterbox")
    assert said(form)[1] == "changed; own: crop"


def test_a_preset_gives_mean_and_deviation(form, qtbot):
    with qtbot.waitSignal(form.edited):
        press(qtbot, form, "0.5")
    assert form.preparation() == Preparation(mean=(0.5, 0.5, 0.5), std=(0.5, 0.5, 0.5))
    press(qtbot, form, "none")
    assert form.preparation() == Preparation(mean=(0, 0, 0), std=(1, 1, 1))


def test_the_preset_that_it_is_stays_pressed(form, qtbot):
    assert button(form, "ImageNet").isChecked()
    press(qtbot, form, "ImageNet")
    assert button(form, "ImageNet").isChecked()
    write(qtbot, form, "Mean", "0.4 0.4 0.4")
    assert not any(button(form, name).isChecked() for name in ("ImageNet", "0.5", "none"))


def test_what_is_written_as_it_was_is_no_change(form, qtbot):
    write(qtbot, form, "Mean", "0.1, 0.2, 0.3")
    assert form.preparation() == Preparation(mean=(0.1, 0.2, 0.3))
    write(qtbot, form, "Mean", "[.485 .456 .406]")
    assert form.preparation() == Preparation()


def test_what_cannot_be_understood_is_said_and_not_given(form, qtbot):
    write(qtbot, form, "Mean", "123.7, 116.3, 103.5")
    assert "divide" in form.problem()
    assert form.problem() in [one.text() for one in form.findChildren(QLabel)]
    assert named(form, QLineEdit, "Mean").property("look") == "wrong"
    with pytest.raises(UserError, match="divide"):
        form.preparation()
    write(qtbot, form, "Mean", "0.5")
    assert form.problem() == ""
    assert named(form, QLineEdit, "Mean").property("look") == ""
    assert form.preparation() == Preparation(mean=(0.5, 0.5, 0.5))


def test_the_way_back_takes_every_change_and_every_error_away(form, qtbot):
    named(form, QSpinBox, "Rows").setValue(32)
    write(qtbot, form, "Standard deviation", "x")
    with qtbot.waitSignal(form.edited):
        press(qtbot, form, "Back to the network's own")
    assert form.problem() == ""
    assert form.preparation() == Preparation()


def test_a_guess_is_said_to_be_one(form):
    form.set_own((224, 224), "crop", *IMAGENET, guessed=True)
    form.set_preparation(Preparation(fit="stretch"))
    assert said(form) == ["⚠ guessed: nobody says it", "changed; guessed: crop"] + ["⚠ guessed: nobody says it"] * 2


def test_setting_announces_nothing(form, qtbot):
    with qtbot.assertNotEmitted(form.edited):
        form.set_own((96, 96), "letterbox", (0.1, 0.1, 0.1), (0.2, 0.2, 0.2))
        form.set_preparation(Preparation((32, 48), "stretch", (0.3, 0.3, 0.3), (0.4, 0.4, 0.4)))


def test_what_was_set_is_given_back(form):
    whole = Preparation((32, 48), "stretch", (0.3, 0.2, 0.1), (0.4, 0.5, 0.6))
    form.set_preparation(whole)
    assert form.preparation() == whole
    form.set_preparation(Preparation())
    assert form.preparation() == Preparation()


def test_a_change_outlives_another_network_that_has_other_ways(form):
    form.set_preparation(Preparation(size=(288, 288)))
    form.set_own((384, 384), "letterbox", (0.5, 0.5, 0.5), (0.5, 0.5, 0.5))
    assert form.preparation() == Preparation(size=(288, 288))
    form.set_own((288, 288), "crop", *IMAGENET)
    assert form.preparation() == Preparation()


def test_numbers_of_many_digits_are_the_networks_own(form):
    form.set_own((224, 224), "crop", (0.48145466, 0.4578275, 0.40821073), (0.26862954, 0.26130258, 0.27577711))
    assert form.preparation() == Preparation()


def test_tab_goes_from_above_to_below(form, qtbot):
    named(form, QSpinBox, "Rows").setFocus()
    seen = []
    for _ in range(8):
        seen.append(form.focusWidget())
        qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Tab)
    tops = [one.mapTo(form, one.rect().topLeft()).y() for one in seen]
    assert tops == sorted(tops)
    assert seen[-1].accessibleName() == "Standard deviation"
