"""Progress says how much of how much, how fast and how long still, and can be stopped."""

import pytest
from attnscope.widgets.controls.progress_line import ProgressLine
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QPushButton

from .acting import shown
from .test_transfer_rate import Clock

MB = 10**6


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def line(qtbot, clock) -> ProgressLine:
    line = shown(qtbot, ProgressLine(clock=clock), 600, 50)
    line.clear()
    return line


def bar(line: ProgressLine) -> QProgressBar:
    return line.findChild(QProgressBar)


def figures(line: ProgressLine) -> str:
    return bar(line).accessibleDescription()


def after(line: ProgressLine, clock: Clock, seconds: float, done: int, total: int) -> None:
    clock.now += seconds
    line.set_progress("Downloading", done, total)


def test_it_is_hidden_until_something_is_done_and_after(line):
    assert not line.isVisible()
    line.set_progress("Building the network")
    assert line.isVisible()
    assert bar(line).accessibleName() == "Building the network"
    line.clear()
    assert not line.isVisible()


def test_a_known_total_gives_share_rate_and_time(line, clock):
    after(line, clock, 0, 7 * MB, 98 * MB)
    assert figures(line) == "7 of 98 MB"
    after(line, clock, 2, 31 * MB, 98 * MB)
    # 24 MB in 2 s; 67 MB are left.
    assert figures(line) == "31 of 98 MB · 12 MB/s · 6 s left"
    assert bar(line).value() / bar(line).maximum() == pytest.approx(31 / 98, abs=1e-3)


def test_a_file_larger_than_32_bits_has_a_true_bar(line, clock):
    after(line, clock, 0, 3 * 10**9, 12 * 10**9)
    assert bar(line).value() / bar(line).maximum() == pytest.approx(0.25)


def test_the_end_has_no_time_left(line, clock):
    after(line, clock, 0, 0, 98 * MB)
    after(line, clock, 2, 98 * MB, 98 * MB)
    assert figures(line) == "98 of 98 MB"
    assert bar(line).value() == bar(line).maximum()


def test_an_unknown_total_is_busy_and_counts(line, clock):
    after(line, clock, 0, 0, 0)
    assert (bar(line).minimum(), bar(line).maximum(), figures(line)) == (0, 0, "")
    after(line, clock, 2, 6 * MB, 0)
    assert figures(line) == "6 MB · 3 MB/s"


def test_another_file_begins_a_rate_of_its_own(line, clock):
    after(line, clock, 0, 0, 98 * MB)
    after(line, clock, 2, 90 * MB, 98 * MB)
    after(line, clock, 1, 95 * MB, 400 * MB)
    assert figures(line) == "95 of 400 MB"


def test_what_stands_still_has_no_rate(line, clock):
    after(line, clock, 0, 5 * MB, 98 * MB)
    after(line, clock, 3, 5 * MB, 98 * MB)
    assert figures(line) == "5 of 98 MB"


def test_cancel_asks_once_and_is_there_again_for_the_next(line, qtbot):
    line.set_progress("Downloading", 1, 10)
    button = line.findChild(QPushButton)
    with qtbot.waitSignal(line.cancel_requested):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    line.set_progress("Downloading", 2, 10)
    assert (button.isEnabled(), button.text()) == (False, "Cancelling …")
    line.clear()
    assert (button.isEnabled(), button.text()) == (True, "Cancel")


def test_showing_and_clearing_announce_nothing(line, qtbot):
    with qtbot.assertNotEmitted(line.cancel_requested):
        line.set_progress("Downloading", 1, 10)
        line.clear()


def test_a_long_text_does_not_widen_it(line):
    line.set_progress("Downloading the weights of " + "a_network_with_a_long_name_" * 20, 1, 10)
    assert line.minimumSizeHint().width() < 400
