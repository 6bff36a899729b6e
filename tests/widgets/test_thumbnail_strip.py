"""The album strip shows small pictures, asks for those in sight, and goes through them by mouse and keyboard."""

from pathlib import Path

import numpy as np
import pytest
from attnscope.widgets.look.theme import DARK
from attnscope.widgets.pictures.thumbnail_model import KEPT, ThumbnailModel
from attnscope.widgets.pictures.thumbnail_picture import frame_rect
from attnscope.widgets.pictures.thumbnail_strip import ThumbnailStrip
from attnscope.widgets.pictures.thumbnail_view import ThumbnailView
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtWidgets import QApplication

from .acting import close, pixels, shown, turn

PATHS = tuple(Path(f"/photos/夏 {number} #%.jpg") for number in range(300))


def view(strip: ThumbnailStrip) -> ThumbnailView:
    return strip.findChild(ThumbnailView)


def frame(strip: ThumbnailStrip, row: int) -> QRectF:
    """Where a row's picture may stand."""
    return frame_rect(QRectF(view(strip).visualRect(view(strip).model().index(row, 0))), view(strip).font())


@pytest.fixture
def strip(qtbot) -> ThumbnailStrip:
    strip = shown(qtbot, ThumbnailStrip(), 800, 130)
    strip.set_paths(PATHS)
    strip.set_current(0)
    QApplication.processEvents()
    return strip


def test_a_click_selects_and_rings_the_picture(strip, qtbot):
    with qtbot.waitSignal(strip.picture_selected) as selected:
        qtbot.mouseClick(view(strip).viewport(), Qt.MouseButton.LeftButton, pos=frame(strip, 3).center().toPoint())
    assert selected.args == [3]
    ring = frame(strip, 3).adjusted(-3, -3, 3, 3)
    assert close(pixels(strip)[int(ring.center().y()), round(ring.left())], DARK.accent.getRgb()[:3], by=40)


def test_the_keyboard_goes_along_and_to_the_ends(strip, qtbot):
    said = []
    strip.picture_selected.connect(said.append)
    for key in ("Right", "Right", "Left", "End", "Right", "Home", "Left"):
        qtbot.keyClick(view(strip), getattr(Qt.Key, f"Key_{key}"))
    assert said == [1, 2, 1, 299, 0]


def test_in_several_rows_up_and_down_go_a_row_further(qtbot):
    strip = shown(qtbot, ThumbnailStrip(), 500, 420)
    strip.set_paths(PATHS)
    strip.set_current(0)
    QApplication.processEvents()
    below = next(row for row in range(1, 300) if frame(strip, row).top() > frame(strip, 0).bottom())
    assert below > 1
    with qtbot.waitSignal(strip.picture_selected) as selected:
        qtbot.keyClick(view(strip), Qt.Key.Key_Down)
    assert selected.args == [below]


def test_those_in_sight_are_asked_for_first_then_their_neighbours(qtbot):
    strip = shown(qtbot, ThumbnailStrip(), 800, 130)
    with qtbot.waitSignal(strip.thumbnails_wanted) as wanted:
        strip.set_paths(PATHS)
    rows = wanted.args[0]
    seen = [row for row in range(300) if view(strip).viewport().rect().intersects(frame(strip, row).toRect())]
    assert rows[: len(seen)] == seen
    assert len(seen) < len(rows) < 60


def test_after_a_scroll_only_what_is_new_is_asked_for(strip, qtbot):
    for row in range(30):
        strip.set_copy(row, np.zeros((4, 4, 3), np.uint8), (4, 4))
    with qtbot.waitSignal(strip.thumbnails_wanted, check_params_cb=bool) as wanted:
        turn(view(strip).viewport(), -24)
    rows = wanted.args[0]
    assert min(rows) >= 30
    assert frame(strip, rows[0]).left() > -frame(strip, 0).width()


def test_a_small_copy_that_comes_does_not_scroll_back_to_the_current_picture(strip):
    turn(view(strip).viewport(), -24)
    before = frame(strip, 30)
    strip.set_copy(30, np.zeros((4, 4, 3), np.uint8), (4, 4))
    QApplication.processEvents()
    assert frame(strip, 30) == before


def test_what_is_hidden_asks_for_nothing_until_it_is_shown(qtbot):
    strip = ThumbnailStrip()
    qtbot.addWidget(strip)
    with qtbot.assertNotEmitted(strip.thumbnails_wanted, wait=60):
        strip.set_paths(PATHS)
    with qtbot.waitSignal(strip.thumbnails_wanted):
        strip.show()


def test_a_small_copy_is_painted_in_its_own_proportion(strip):
    red = np.full((40, 120, 3), (250, 10, 10), np.uint8)
    strip.set_copy(1, red, (1200, 400))
    place, seen = frame(strip, 1), pixels(strip)
    painted = (seen[:, :, 0] > 200) & (seen[:, :, 1] < 60)
    rows, columns = np.flatnonzero(painted.any(axis=1)), np.flatnonzero(painted.any(axis=0))
    assert len(columns) == pytest.approx(place.width(), abs=2)
    assert len(rows) == pytest.approx(place.width() / 3, abs=2)


def test_the_tool_tip_says_name_place_and_size(strip):
    strip.set_copy(1, np.zeros((4, 4, 3), np.uint8), (4000, 3000))
    tip = view(strip).model().index(1, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "夏 1 #%.jpg" in tip
    assert "2 of 300" in tip
    assert "4000 × 3000" in tip


def test_what_cannot_be_read_is_painted_as_broken_and_says_why(strip):
    before = pixels(strip)
    strip.set_trouble(1, "夏 1.jpg is damaged.")
    place = frame(strip, 1).toRect()
    inside = pixels(strip)[place.top() : place.bottom(), place.left() : place.right()].astype(int)
    assert (np.abs(inside - DARK.error.getRgb()[:3]).max(axis=2) < 40).sum() > 20
    assert not np.array_equal(before, pixels(strip))
    assert "is damaged" in view(strip).model().index(1, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_a_drag_carries_the_file_whatever_its_name(strip):
    model = view(strip).model()
    mime = model.mimeData([model.index(7, 0)])
    assert [Path(url.toLocalFile()) for url in mime.urls()] == [PATHS[7].absolute()]
    assert model.flags(model.index(7, 0)) & Qt.ItemFlag.ItemIsDragEnabled
    assert model.supportedDragActions() == Qt.DropAction.CopyAction


def test_the_current_one_is_always_in_sight(strip):
    for row in (299, 0, 150):
        strip.set_current(row)
        assert QRectF(view(strip).viewport().rect()).contains(frame(strip, row))


def test_setting_announces_nothing_and_is_told_to_screen_readers(strip, qtbot):
    with qtbot.assertNotEmitted(strip.picture_selected):
        strip.set_current(5)
        strip.set_paths(PATHS[:10])
        strip.set_current(5)
    assert "6 of 10" in view(strip).accessibleDescription()


def test_the_focus_can_be_seen(strip, qtbot):
    view(strip).setFocus()
    qtbot.waitUntil(view(strip).hasFocus)
    assert close(pixels(view(strip).viewport())[0, 5], DARK.accent.getRgb()[:3], by=3)


def test_no_pictures_are_no_crash(qtbot):
    strip = shown(qtbot, ThumbnailStrip(), 300, 110)
    with qtbot.assertNotEmitted(strip.picture_selected):
        qtbot.keyClick(view(strip), Qt.Key.Key_Right)
        turn(view(strip).viewport(), -3)
        qtbot.mouseClick(view(strip).viewport(), Qt.MouseButton.LeftButton, pos=QPointF(20, 20).toPoint())
        strip.set_copy(3, np.zeros((1, 1, 3), np.uint8), (1, 1))


def test_small_copies_are_bounded_and_those_in_sight_stay(qapp):
    model = ThumbnailModel()
    model.set_paths([Path(f"{number}.png") for number in range(KEPT + 50)])
    for row in range(KEPT + 50):
        model.missing([0, 1, 2])  # they are in sight all the time
        model.set_copy(row, np.zeros((1, 1, 3), np.uint8), (1, 1))
    missing = model.missing(range(KEPT + 50))
    assert len(missing) == 50
    assert missing[0] > 2
