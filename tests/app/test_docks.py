"""The panes are moved, closed, remembered and put back."""

import pytest
from attnscope.app.panels.docks import Docks, Pane
from PySide6.QtCore import QByteArray, QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMainWindow, QTabBar, QTextEdit, QVBoxLayout, QWidget

from ..widgets.acting import point_at

LEFT, RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
BOTTOM = Qt.DockWidgetArea.BottomDockWidgetArea


class Panel(QWidget):
    def __init__(self, name: str) -> None:
        super().__init__()
        heading = QLabel(f"heading of {name}")
        heading.setObjectName("heading")
        self.line = QLineEdit()
        column = QVBoxLayout(self)
        column.addWidget(heading)
        column.addWidget(self.line)


class Desk(QMainWindow):
    def __init__(self) -> None:
        super().__init__()
        self.setCentralWidget(QTextEdit())
        self.docks = Docks(self)
        self.panels = {name: Panel(name) for name in ("layers", "prediction", "detail", "strip", "pictures")}
        for name, area in (("layers", LEFT), ("prediction", LEFT), ("detail", RIGHT), ("strip", BOTTOM)):
            self.docks.add(Pane(name, name.title(), self.panels[name], area))
        self.docks.add(Pane("pictures", "Pictures", self.panels["pictures"], BOTTOM, shown=False, tabbed="strip"))

    def resizeEvent(self, event):  # noqa: N802
        super().resizeEvent(event)
        self.docks.fit()

    def dock(self, name: str):
        return next(dock for pane, dock in self.docks.panes() if pane.name == name)


@pytest.fixture
def desk(qtbot) -> Desk:
    made = Desk()
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    made.docks.fit()
    return made


def other(qtbot, state: QByteArray) -> Desk:
    """Another window, with this arrangement."""
    made = Desk()
    qtbot.addWidget(made)
    made.resize(1440, 900)
    restored = made.docks.restore(state)
    made.show()
    QApplication.processEvents()
    assert restored
    return made


def test_the_first_arrangement_has_the_picture_in_the_middle_and_hides_what_is_not_wanted_yet(desk):
    middle = desk.centralWidget().geometry()
    assert desk.dock("layers").geometry().right() < middle.left()
    assert desk.dock("prediction").geometry().top() > desk.dock("layers").geometry().bottom()
    assert desk.dock("detail").geometry().left() > middle.right()
    assert desk.dock("strip").geometry().top() > middle.bottom()
    # The strip stands below the picture alone.
    assert desk.dock("strip").geometry().left() == middle.left()
    assert desk.dock("pictures").isHidden()


def test_the_panels_own_heading_stands_in_the_title_and_nowhere_else(desk):
    heading = desk.dock("layers").titleBarWidget().heading
    assert heading.text() == "heading of layers"
    assert desk.panels["layers"].findChild(QLabel) is None


@pytest.mark.parametrize("size", [(1024, 700), (1920, 1080), (3840, 2160)])
def test_panes_that_nobody_touched_keep_their_share_of_the_window(desk, size):
    desk.resize(*size)
    QApplication.processEvents()
    assert 0.1 < desk.dock("layers").width() / size[0] < 0.26
    assert 0.13 < desk.dock("detail").width() / size[0] < 0.29
    assert desk.centralWidget().width() >= 0.46 * size[0]


def widen(qtbot, desk: Desk, by: int) -> None:
    """Drags the line beside the layers."""
    layers = desk.dock("layers")
    line = QPoint(layers.geometry().right() + 1, layers.geometry().center().y())
    qtbot.mousePress(desk, Qt.MouseButton.LeftButton, pos=line)
    point_at(desk, QPointF(line + QPoint(by, 0)), Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    qtbot.mouseRelease(desk, Qt.MouseButton.LeftButton, pos=line + QPoint(by, 0))
    QApplication.processEvents()


def test_a_width_that_the_user_chose_stays_when_the_window_is_resized(qtbot, desk):
    before = desk.dock("layers").width()
    widen(qtbot, desk, 60)
    assert desk.dock("layers").width() == before + 60
    desk.resize(1200, 800)
    QApplication.processEvents()
    assert desk.dock("layers").width() == before + 60
    assert not desk.docks.state().isEmpty()


def test_a_click_that_moves_nothing_is_no_arrangement_of_the_users(qtbot, desk):
    widen(qtbot, desk, 0)
    assert desk.docks.state().isEmpty()


def test_a_window_that_became_smaller_has_its_panes_as_if_it_had_opened_so(qtbot, desk):
    desk.resize(1024, 700)
    QApplication.processEvents()
    small = other_of(qtbot, 1024, 700)
    for name in ("layers", "detail", "strip"):
        assert desk.dock(name).size() == small.dock(name).size(), name


def other_of(qtbot, width: int, height: int) -> Desk:
    """A window that opens in this size."""
    made = Desk()
    qtbot.addWidget(made)
    made.resize(width, height)
    made.show()
    QApplication.processEvents()
    return made


def test_an_arrangement_comes_back(qtbot, desk):
    desk.dock("prediction").close()
    desk.addDockWidget(RIGHT, desk.dock("strip"))
    desk.resizeDocks([desk.dock("layers")], [321], Qt.Orientation.Horizontal)
    again = other(qtbot, desk.docks.state())
    assert again.dock("prediction").isHidden()
    assert again.dockWidgetArea(again.dock("strip")) == RIGHT
    assert again.dock("layers").width() == 321


def test_nothing_is_remembered_of_panes_that_nobody_touched(desk):
    assert desk.docks.state().isEmpty()
    desk.dock("detail").close()
    assert not desk.docks.state().isEmpty()


@pytest.mark.parametrize("state", [b"", b"nonsense", b"\x00\x00\x00\xff" * 20])
def test_an_arrangement_that_cannot_be_read_is_passed_over(desk, state):
    assert not desk.docks.restore(QByteArray(state))
    assert desk.dock("layers").isVisible()


def test_an_arrangement_of_another_version_is_passed_over(desk):
    desk.dock("prediction").close()
    assert not desk.docks.restore(desk.saveState(99))


def test_reset_puts_everything_back(desk):
    before = {pane.name: dock.geometry() for pane, dock in desk.docks.panes() if not dock.isHidden()}
    desk.dock("prediction").close()
    desk.dock("detail").setFloating(True)
    desk.addDockWidget(RIGHT, desk.dock("strip"))
    desk.docks.reset()
    QApplication.processEvents()
    after = {pane.name: dock.geometry() for pane, dock in desk.docks.panes() if not dock.isHidden()}
    assert after.keys() == before.keys()
    for name, geometry in after.items():
        assert abs(geometry.left() - before[name].left()) <= 2, name
        assert abs(geometry.width() - before[name].width()) <= 2, name


def test_a_pane_is_closed_by_its_title_and_opened_by_its_toggle(qtbot, desk):
    _, close = desk.dock("layers").titleBarWidget().buttons()
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert desk.dock("layers").isHidden()
    assert not desk.docks.toggle("layers").isChecked()
    desk.docks.toggle("layers").trigger()
    assert desk.dock("layers").isVisible()


def test_a_pane_is_taken_out_of_the_window_and_put_back(qtbot, desk):
    floats, _ = desk.dock("detail").titleBarWidget().buttons()
    qtbot.mouseClick(floats, Qt.MouseButton.LeftButton)
    assert desk.dock("detail").isFloating()
    qtbot.mouseClick(floats, Qt.MouseButton.LeftButton)
    assert not desk.dock("detail").isFloating()


def test_a_pane_that_shares_its_place_is_shown_in_front(desk):
    desk.docks.show("pictures")
    QApplication.processEvents()
    assert not desk.dock("pictures").visibleRegion().isEmpty()
    assert desk.dock("strip").visibleRegion().isEmpty()


def test_the_focus_goes_from_pane_to_pane_and_round(desk):
    desk.centralWidget().setFocus()
    names = []
    for _ in range(5):
        desk.docks.step(1)
        focus = QApplication.focusWidget()
        names.append(next((n for n, panel in desk.panels.items() if panel.line is focus), "picture"))
    assert names == ["layers", "prediction", "detail", "strip", "picture"]
    desk.docks.step(-1)
    assert desk.panels["strip"].line.hasFocus()


def test_a_pane_that_comes_by_itself_is_no_arrangement_of_the_users(desk):
    desk.docks.show("pictures")
    assert desk.docks.state().isEmpty()
    desk.resize(1024, 700)
    QApplication.processEvents()
    assert desk.dock("layers").width() == 250


def test_tabs_of_panes_that_share_a_place_have_a_name(desk):
    desk.docks.show("pictures")
    QApplication.processEvents()
    assert [tabs.accessibleName() for tabs in desk.findChildren(QTabBar)] == ["Panes that share this place"]
