"""The buttons of the top bar: their text fits the room, and the arrow keys are not theirs."""

from attnscope.widgets.controls.bar_button import BarButton
from attnscope.widgets.controls.elided_button import ElidedButton
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from .acting import shown

LONG = "vit_base_patch16_224.augreg_in21k_ft_in1k · 86.6 M · ⚠ random weights  ▾"


def test_a_text_that_does_not_fit_is_cut_in_its_middle_and_told_whole(qtbot):
    button = shown(qtbot, ElidedButton(), 160, 30)
    button.show_text(LONG)
    assert button.text() != LONG
    assert "…" in button.text()
    assert button.fontMetrics().horizontalAdvance(button.text()) <= 160
    assert (button.whole, button.accessibleDescription()) == (LONG, LONG)
    button.resize(button.sizeHint())
    assert button.text() == LONG


def test_where_there_is_room_for_nothing_both_name_and_tail_are_begun(qtbot):
    button = shown(qtbot, ElidedButton(), 180, 30)
    button.show_text("vit_base_patch16_224.augreg_in21k_ft_in1k", " · ⚠ random weights · preparation guessed  ▾")
    assert button.text().startswith("vit")
    assert "⚠" in button.text()
    assert button.fontMetrics().horizontalAdvance(button.text()) <= 180


def test_the_tail_is_not_cut_while_something_of_the_name_is_left(qtbot):
    button = shown(qtbot, ElidedButton(), 220, 30)
    button.show_text("vit_base_patch16_224.augreg_in21k_ft_in1k", " · ⚠ random weights  ▾")
    assert button.text().endswith(" · ⚠ random weights  ▾")
    assert "…" in button.text()
    assert button.whole.startswith("vit_base_patch16_224.augreg_in21k_ft_in1k · ⚠")


def test_arrow_keys_reach_what_the_button_stands_in(qtbot):
    class Holder(QWidget):
        keys: list[int] = []  # noqa: RUF012

        def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
            self.keys.append(event.key())

    holder = Holder()
    button, pressed = BarButton(holder), []
    button.clicked.connect(lambda: pressed.append(True))
    shown(qtbot, holder, 100, 50)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Down):
        QTest.keyClick(button, key)
    assert holder.keys == [Qt.Key.Key_Left, Qt.Key.Key_Down]
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert pressed == [True]
