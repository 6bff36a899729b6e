"""The stage can be shown in each of its states in both themes, and no two of them look alike."""

import numpy as np
import pytest
from attnscope.widgets.look.theme import DARK, LIGHT, apply_theme

from .acting import pixels, shown
from .stage_exhibits import exhibits


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
def test_every_state_is_seen_and_differs_from_the_others(qapp, qtbot, theme):
    apply_theme(qapp, theme)
    seen = {name: pixels(shown(qtbot, make(), width, height)) for name, (make, width, height) in exhibits().items()}
    for name, picture in seen.items():
        ground = np.array(theme.window.getRgb()[:3])
        assert (np.abs(picture.astype(int) - ground).max(axis=2) > 60).mean() > 0.005, name
    assert len({picture.tobytes() for picture in seen.values()}) == len(seen)
