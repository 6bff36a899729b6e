"""Weights are counted by their size; the counts can be pointed at and chosen."""

import numpy as np
import pytest
from attnscope.widgets.channels.histogram import HistogramView
from attnscope.widgets.channels.histogram_picture import Histogram, histogram_rect
from attnscope.widgets.look.theme import DARK, caption_font
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics

from .acting import close, pixels, point_at, shown

EIGHT = np.array([0.05, 0.05, 0.05, 0.95, 0.95, 0.5, 0.3, np.nan], dtype=np.float32)


@pytest.fixture
def view(qtbot) -> HistogramView:
    view = shown(qtbot, HistogramView(), 400, 200)
    view.set_values(EIGHT)
    view.set_words("channels", "Click to pick them")
    return view


def plot(view: HistogramView) -> QRectF:
    return histogram_rect(QRectF(view.rect()), QFontMetrics(caption_font(view.font())))


def foot(view: HistogramView, step: int) -> QPointF:
    room = plot(view)
    return QPointF(room.left() + (step + 0.5) * room.width() / len(view.histogram().counts), room.bottom() - 3)


def test_counts_are_those_of_numpy_over_the_range_of_gates():
    histogram = Histogram(EIGHT)
    expected, edges = np.histogram(EIGHT[:7], bins=len(histogram.counts), range=(0, 1))
    assert histogram.counts.tolist() == expected.tolist()
    assert histogram.edges == pytest.approx(edges)
    assert histogram.counts.sum() == 7


def test_weights_beyond_given_ends_are_counted_at_the_ends():
    histogram = Histogram(np.array([-5.0, 0.1, 0.9, 7.0]), 0.0, 1.0)
    assert histogram.counts.sum() == 4
    assert histogram.counts[0] >= 1
    assert histogram.counts[-1] >= 1


@pytest.mark.parametrize("values", [np.zeros(4), np.full(3, 7.0), np.array([]), np.full(2, np.nan)])
def test_odd_weights_have_a_histogram_too(values, qtbot):
    view = shown(qtbot, HistogramView(), 300, 150)
    view.set_values(values)
    assert view.histogram().counts.sum() == np.isfinite(values).sum()
    assert pixels(view).shape == (150, 300, 3)


def test_the_fullest_step_has_the_highest_bar(view):
    room, seen = plot(view), pixels(view)
    bar = DARK.bars.getRgb()[:3]
    inside = seen[int(room.top()) + 2 : int(room.bottom()) - 1]
    counts = view.histogram().counts
    heights = [sum(close(p, bar, by=3) for p in inside[:, int(foot(view, n).x()) + 4]) for n in range(len(counts))]
    assert np.argmax(heights) == np.argmax(counts)
    assert heights[int(np.argmax(counts))] > 0.9 * len(inside)


def test_a_click_asks_for_what_is_counted_there(view, qtbot):
    step = view.histogram().bin_of(0.95)
    with qtbot.waitSignal(view.span_chosen) as chosen:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=foot(view, step).toPoint())
    low, high = chosen.args
    assert low <= 0.95 <= high
    assert not low <= 0.5 <= high


def test_keys_move_and_return_takes(view, qtbot):
    qtbot.keyClick(view, Qt.Key.Key_End)
    qtbot.keyClick(view, Qt.Key.Key_Comma)
    with qtbot.waitSignal(view.span_chosen) as chosen:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert chosen.args == pytest.approx(view.histogram().edges[-3:-1].tolist())


def test_what_a_key_went_to_is_told_to_screen_readers(view, qtbot):
    assert view.accessibleDescription() == "channels: 7"
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert "channels: 3" in view.accessibleDescription()
    assert "Click to pick them" in view.accessibleDescription()


def test_the_size_of_a_selected_channel_is_an_upright_line(view):
    view.set_marked(0.5)
    room, seen = plot(view), pixels(view)
    x = int(room.left() + room.width() / 2)
    accent = DARK.accent.getRgb()[:3]
    above = seen[int(room.top() + room.height() * 0.2), x - 2 : x + 3]
    assert any(close(pixel, accent) for pixel in above)


def test_pointing_and_setting_choose_nothing(view, qtbot):
    with qtbot.assertNotEmitted(view.span_chosen):
        point_at(view, foot(view, 0))
        view.set_values(EIGHT)
        view.set_marked(0.1)
