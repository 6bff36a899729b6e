"""A page on which there is nothing says so in full, however narrow it is."""

import numpy as np
from attnscope.widgets.look.empty_page import EmptyPage

from .acting import pixels, shown

LONG = "The queries of this layer have no place on the image: ask where they look, not who looks."


def rows_with_text(page: EmptyPage) -> np.ndarray:
    """Which lines of pixels differ between a page with a hint and one without, inside its frame."""
    page.set_text("Nothing to be shown", "")
    without = pixels(page).astype(int)
    page.set_text("Nothing to be shown", LONG)
    return np.abs(pixels(page) - without).max(axis=2) > 30


def test_a_hint_that_is_too_long_for_one_line_goes_on_in_the_next(qtbot):
    page = shown(qtbot, EmptyPage(), 300, 300)
    differs = rows_with_text(page)
    line = page.fontMetrics().height()
    assert np.flatnonzero(differs.any(axis=1)).size > 1.5 * line
    columns = np.flatnonzero(differs.any(axis=0))
    assert columns.min() > 12
    assert columns.max() < 288


def test_a_hint_that_fits_stays_one_line(qtbot):
    page = shown(qtbot, EmptyPage(), 900, 300)
    page.set_text("Nothing", "Drop an image")
    told = pixels(page).astype(int)
    page.set_text("Nothing", "")
    differs = np.abs(told - pixels(page)).max(axis=2) > 30
    rows = np.flatnonzero(differs.any(axis=1))
    assert 0 < np.ptp(rows) < page.fontMetrics().height()
