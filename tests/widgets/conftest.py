"""Widgets are tested in the dark theme, on a screen that is not there."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from attnscope.widgets.look.theme import DARK, apply_theme


@pytest.fixture(autouse=True)
def dark(qapp):
    apply_theme(qapp, DARK)
