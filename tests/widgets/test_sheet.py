"""A dialog stands over its window, no larger than it, and alone."""

from attnscope.widgets.controls.sheet import Sheet
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from .acting import shown


def test_it_is_as_large_as_wished_but_not_larger_than_the_window(qtbot):
    window = shown(qtbot, QWidget(), 500, 400)
    small, large = (Sheet(window, "title", QLineEdit(), size) for size in (QSize(300, 200), QSize(3000, 200)))
    assert small.size() == QSize(300, 200)
    assert large.width() == int(500 * 0.94)


def test_escape_closes_it_and_what_it_holds_has_the_keys(qtbot):
    window = shown(qtbot, QWidget(), 500, 400)
    line = QLineEdit()
    sheet = Sheet(window, "title", line, QSize(300, 200))
    with qtbot.waitExposed(sheet):
        sheet.show_alone()
    QTest.keyClicks(sheet.focusWidget(), "typed")
    assert line.text() == "typed"
    with qtbot.waitSignal(sheet.finished):
        QTest.keyClick(sheet, Qt.Key.Key_Escape)


def test_another_takes_its_place(qtbot):
    window = shown(qtbot, QWidget(), 500, 400)
    first, second = (Sheet(window, "title", QLineEdit(), QSize(300, 200)) for _ in range(2))
    first.show_alone()
    with qtbot.waitSignal(first.finished):
        second.show_alone()
    assert second.isVisible()
