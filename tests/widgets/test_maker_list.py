"""What makes the network of a file is chosen, with values for what it needs."""

import pytest
from attnscope.models.offers import Maker
from attnscope.widgets.networks.maker_list import MakerList
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from .acting import shown

MAKERS = (
    Maker("build", "function", (), ("depth", "num_classes"), 13),
    Maker("Net", "class", ("classes", "width"), ("depth",), 8),
    Maker("net", "network", (), (), 30),
)


@pytest.fixture
def listed(qtbot) -> MakerList:
    widget = shown(qtbot, MakerList(), 600, 400)
    widget.set_makers("/folder/net.py", MAKERS)
    return widget


def test_the_first_is_chosen_and_enter_loads_it(qtbot, listed):
    assert listed.spec() == "/folder/net.py:build"
    with qtbot.waitSignal(listed.maker_chosen) as chosen:
        QTest.keyClick(listed._list, Qt.Key.Key_Return)
    assert chosen.args == ["/folder/net.py:build"]


def test_arguments_are_given_behind_a_question_mark(qtbot, listed):
    QTest.keyClicks(listed._arguments, "depth=50&num_classes=10")
    with qtbot.waitSignal(listed.maker_chosen) as chosen:
        QTest.mouseClick(listed._load, Qt.MouseButton.LeftButton)
    assert chosen.args == ["/folder/net.py:build?depth=50&num_classes=10"]


def test_what_is_needed_is_said_until_it_is_given(listed):
    QTest.keyClick(listed._list, Qt.Key.Key_Down)
    assert not listed._load.isEnabled()
    assert "classes, width" in listed._hint.whole
    QTest.keyClicks(listed._arguments, "width=8&classes=3")
    assert listed._load.isEnabled()
    assert listed._hint.whole == ""
    assert listed.spec() == "/folder/net.py:Net?width=8&classes=3"


def test_a_network_that_is_there_takes_no_arguments(listed):
    QTest.keyClick(listed._list, Qt.Key.Key_End)
    assert not listed._arguments.isEnabled()
    assert listed.spec() == "/folder/net.py:net"


def test_a_file_without_any_is_said_and_loads_nothing(listed):
    listed.set_makers("/folder/empty.py", ())
    assert listed.spec() is None
    assert not listed._load.isEnabled()
    assert "Nothing in this file" in listed._question.whole
