"""The prediction: bars as long as the probabilities."""

import numpy as np
import pytest
from attnscope.models.records import Prediction
from attnscope.widgets.controls.prediction_bars import PredictionBars, percent
from attnscope.widgets.look.theme import DARK

from .acting import pixels, shown

THREE = (
    Prediction("triangle", 0.8),
    Prediction("a very long label that has no room at all here", 0.15),
    Prediction("x", 0.0),
)


def green(seen: np.ndarray) -> np.ndarray:
    return np.abs(seen.astype(int) - DARK.good.getRgb()[:3]).max(axis=2) < 10


@pytest.fixture
def bars(qtbot) -> PredictionBars:
    bars = shown(qtbot, PredictionBars(), 300, 120)
    bars.set_predictions(THREE)
    return bars


def test_bars_are_as_long_as_their_probability(bars):
    step = bars.fontMetrics().height() * 1.45
    lengths = [green(pixels(bars))[int((row + 0.5) * step)].sum() for row in range(3)]
    full = lengths[0] / 0.8
    assert lengths[1] == pytest.approx(0.15 * full, abs=3)
    assert lengths[2] <= 2


@pytest.mark.parametrize(
    ("probability", "text"), [(0.913, "91.3 %"), (1.0, "100.0 %"), (0.0002, "< 0.1 %"), (0.0, "0.0 %")]
)
def test_percentages_are_never_a_false_zero(probability, text):
    assert percent(probability) == text


def test_all_of_it_is_told_to_screen_readers_and_in_the_tool_tip(bars):
    assert bars.accessibleDescription().startswith("triangle 80.0 %, a very long label")
    assert "a very long label that has no room at all here" in bars.toolTip()


def test_no_prediction_says_so(bars):
    bars.set_predictions(())
    assert bars.accessibleDescription() == "No prediction yet"
    seen = pixels(bars)
    assert not green(seen).any()
    assert np.abs(seen.astype(int) - DARK.window.getRgb()[:3]).max() > 60


def test_rows_that_have_no_room_are_left_out(bars):
    bars.resize(300, int(bars.fontMetrics().height() * 1.45) + 2)
    assert green(pixels(bars)).any()
