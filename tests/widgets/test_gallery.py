"""Every widget of the dialogs can be shown with made-up data in both themes, and paints something."""

import pytest
from PySide6.QtGui import QImage

from . import gallery
from .acting import of_image


@pytest.fixture(scope="module")
def pictures(qapp, tmp_path_factory) -> dict[str, QImage]:
    saved = gallery.save(tmp_path_factory.mktemp("gallery"), qapp)
    return {path.stem: QImage(str(path)) for path in saved}


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("name", gallery.exhibits())
def test_it_is_not_blank(pictures, name, theme):
    seen = of_image(pictures[f"{name}-{theme}"]).astype(int)
    ground = seen[1, 1]
    assert (abs(seen - ground).max(axis=2) > 60).mean() > 0.005


@pytest.mark.parametrize("name", gallery.exhibits())
def test_the_themes_differ(pictures, name):
    dark, light = (of_image(pictures[f"{name}-{theme}"]).mean() for theme in ("dark", "light"))
    assert dark < 100 < 180 < light


@pytest.mark.parametrize("name", gallery.exhibits())
def test_nothing_needs_more_room_than_it_is_shown_in(pictures, name):
    _, width, height = gallery.exhibits()[name]
    picture = pictures[f"{name}-dark"]
    assert (picture.width(), picture.height()) == (width, height)
