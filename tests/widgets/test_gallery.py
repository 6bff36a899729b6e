"""Every widget of the program can be shown with made-up data in both themes, and paints something."""

import importlib
import pkgutil
from dataclasses import dataclass

import attnscope.widgets
import numpy as np
import pytest
from attnscope.widgets.look.theme import DARK, LIGHT, Theme, apply_theme
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListWidget, QPushButton, QScrollArea, QWidget

from . import gallery
from .acting import pixels, shown

EXHIBITS = gallery.exhibits()
THEMES = {theme.name: theme for theme in (DARK, LIGHT)}


@dataclass
class Seen:
    """What an exhibit looks like, and the classes of what is seen in it."""

    picture: np.ndarray
    classes: set[type]


@pytest.fixture(scope="module")
def seen(qapp) -> dict[tuple[str, str], Seen]:
    """Every exhibit in both themes."""
    return {(name, theme): look_at(qapp, name, THEMES[theme]) for theme in THEMES for name in EXHIBITS}


def look_at(application: QApplication, name: str, theme: Theme) -> Seen:
    if theme_name() != theme.name:
        apply_theme(application, theme)
    dialog = gallery.put_up(application, EXHIBITS[name])
    made = Seen(pixels(dialog), {type(one) for one in dialog.findChildren(QWidget) if one.isVisible()})
    gallery.take_down(application, dialog)
    return made


def theme_name() -> str:
    return "dark" if QApplication.palette().window().color().lightness() < 128 else "light"


def of_our_own() -> set[type]:
    """Every class of widgets/ that is a Qt widget."""
    names = [one.name for one in pkgutil.walk_packages(attnscope.widgets.__path__, "attnscope.widgets.")]
    modules = [importlib.import_module(name) for name in names]
    made = {one for module in modules for one in vars(module).values() if isinstance(one, type)}
    return {one for one in made if issubclass(one, QWidget) and one.__module__.startswith("attnscope.widgets.")}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", EXHIBITS)
def test_it_is_not_blank(seen, name, theme):
    picture = seen[name, theme].picture.astype(int)
    ground = np.array(THEMES[theme].window.getRgb()[:3])
    assert (abs(picture - ground).max(axis=2) > 60).mean() > 0.005


@pytest.mark.parametrize("name", EXHIBITS)
def test_it_stands_on_the_ground_of_its_theme(seen, name):
    for theme in THEMES.values():
        corner = seen[name, theme.name].picture[1, 1]
        assert corner.tolist() == list(theme.window.getRgb()[:3])


@pytest.mark.parametrize("name", EXHIBITS)
def test_it_has_the_room_that_it_needs(seen, name):
    _, width, height = EXHIBITS[name]
    assert seen[name, "dark"].picture.shape == (height, width, 3)


def test_every_widget_of_the_program_is_in_the_gallery(seen):
    """A class that others are made of counts as shown where one of them is."""
    there = {one for exhibit in seen.values() for made in exhibit.classes for one in made.__mro__}
    assert {one.__name__ for one in of_our_own() - there} == set()


def test_the_gallery_shows_what_is_chosen_in_the_list(qapp, qtbot):
    window = shown(qtbot, gallery.Gallery(qapp), 1000, 600)
    listed, place = window.findChild(QListWidget), window.findChild(QScrollArea)
    row = listed.findItems("bars-64", Qt.MatchFlag.MatchExactly)[0]
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=listed.visualItemRect(row).center())
    assert type(place.widget()).__name__ == "ChannelBars"
    before = pixels(place)
    qtbot.mouseClick(window.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert before.mean() < 100 < 180 < pixels(place).mean()
