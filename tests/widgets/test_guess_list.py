"""A checkpoint's facts and guesses are shown; the likeliest is chosen, and there are ways round all of them."""

import pytest
from attnscope.models.offers import CheckpointFacts, Guess
from attnscope.widgets.networks.guess_list import GuessList
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QRadioButton

from .acting import shown

GUESSES = (
    Guess("se/resnet50", True),
    Guess("timm/seresnet50", False, "18 names differ"),
    Guess("hf/", False, "It is a transformers checkpoint: give its folder."),
)
FACTS = CheckpointFacts("/runs/best.pth", 1_161, 25_557_032, 10, "state_dict", GUESSES)


@pytest.fixture
def guesses(qtbot) -> GuessList:
    guesses = shown(qtbot, GuessList(), 600, 360)
    guesses.set_facts(FACTS)
    guesses.activateWindow()
    qtbot.waitUntil(guesses.isActiveWindow)
    return guesses


def radios(guesses: GuessList) -> list[QRadioButton]:
    return [one for one in guesses.findChildren(QRadioButton) if not one.isHidden()]


def texts(guesses: GuessList) -> list[str]:
    return [one.text() for one in guesses.findChildren(QLabel) if not one.isHidden()]


def press(qtbot, guesses: GuessList, text: str) -> None:
    button = next(one for one in guesses.findChildren(QPushButton) if one.text() == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_facts_are_said(guesses):
    assert "best.pth" in texts(guesses)
    assert "1,161 tensors · 25.6 M parameters · 10 classes · in state_dict" in texts(guesses)


def test_what_nobody_knows_is_left_out(guesses):
    guesses.set_facts(CheckpointFacts("best.pth", 12, 9_000, None, "", GUESSES))
    assert "12 tensors · 9.0 k parameters" in texts(guesses)


def test_the_first_guess_is_chosen(guesses, qtbot):
    assert [one.text() for one in radios(guesses)] == ["se/resnet50", "timm/seresnet50"]
    assert guesses.guess() == "se/resnet50"
    with qtbot.waitSignal(guesses.guess_chosen) as chosen:
        press(qtbot, guesses, "Load as se/resnet50")
    assert chosen.args == ["se/resnet50"]


def test_another_guess_is_chosen_by_its_button_and_by_the_line_below_it(guesses, qtbot):
    qtbot.mouseClick(radios(guesses)[1], Qt.MouseButton.LeftButton)
    assert guesses.guess() == "timm/seresnet50"
    line = next(one for one in guesses.findChildren(QLabel) if "all match" in one.text())
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    assert guesses.guess() == "se/resnet50"
    qtbot.keyClick(radios(guesses)[0], Qt.Key.Key_Down)
    with qtbot.waitSignal(guesses.guess_chosen) as chosen:
        press(qtbot, guesses, "Load as timm/seresnet50")
    assert chosen.args == ["timm/seresnet50"]


def test_a_certain_guess_is_told_from_one_that_is_alike(guesses):
    assert "✓ names and sizes all match" in texts(guesses)
    assert "≈ names and sizes are alike · 18 names differ" in texts(guesses)
    assert [one.accessibleDescription()[0] for one in radios(guesses)] == ["✓", "≈"]


def test_a_guess_that_cannot_be_loaded_is_a_line_to_read(guesses):
    assert "It is a transformers checkpoint: give its folder." in texts(guesses)
    guesses.set_facts(CheckpointFacts("best.pth", 12, 9_000, None, "", GUESSES[2:]))
    assert guesses.guess() is None
    assert "It is a transformers checkpoint: give its folder." in texts(guesses)


def test_without_a_guess_only_the_ways_round_are_open(guesses, qtbot):
    guesses.set_facts(CheckpointFacts("best.pth", 12, 9_000, None, "", ()))
    assert any(text.startswith("No known network") for text in texts(guesses))
    with qtbot.assertNotEmitted(guesses.guess_chosen):
        press(qtbot, guesses, "Load")
    with qtbot.waitSignal(guesses.list_requested):
        press(qtbot, guesses, "Another from the list …")
    with qtbot.waitSignal(guesses.code_requested):
        press(qtbot, guesses, "My own code …")


def test_another_checkpoint_replaces_the_guesses(guesses):
    radios(guesses)[1].setChecked(True)
    guesses.set_facts(CheckpointFacts("b.pth", 1, 1, None, "", (Guess("tour", True), Guess("bam/resnet50", False))))
    assert guesses.guess() == "tour"
    assert [one.text() for one in radios(guesses)] == ["tour", "bam/resnet50"]


def test_setting_announces_nothing(guesses, qtbot):
    with qtbot.assertNotEmitted(guesses.guess_chosen):
        guesses.set_facts(FACTS)


def test_tab_goes_from_the_guesses_to_the_buttons(guesses, qtbot):
    radios(guesses)[0].setFocus()
    qtbot.keyClick(guesses.focusWidget(), Qt.Key.Key_Tab)
    assert guesses.focusWidget().text() == "Another from the list …"
