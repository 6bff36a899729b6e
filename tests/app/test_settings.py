"""What is remembered comes back; what was damaged counts as never written."""

import json
from pathlib import Path

import pytest
from attnscope.app.state.settings import Settings
from attnscope.app.state.wishes import Look
from PySide6.QtCore import QByteArray, QSettings


def test_look_theme_and_layout_come_back_in_another_start(tmp_path: Path):
    first = Settings(tmp_path / "settings.ini")
    look = Look(opacity=0.25, colour_map="viridis", smooth=False, scale="all", bars="sorted", held=(0.25, 2.0))
    first.save_look(look)
    first.save_theme("light")
    first.save_layout("window", QByteArray(b"\x01\x02"))
    del first
    again = Settings(tmp_path / "settings.ini")
    assert again.look() == look
    assert again.theme() == "light"
    assert again.layout("window").data() == b"\x01\x02"


@pytest.mark.parametrize(
    "text",
    ["{", "[]", "7", json.dumps({"opacity": "much", "colour_map": "no such map", "scale": "no such scale", "new": 1})],
)
def test_damaged_settings_are_left_at_their_defaults(tmp_path: Path, text: str):
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    store.setValue("look", text)
    store.setValue("theme", "purple")
    store.sync()
    settings = Settings(tmp_path / "settings.ini")
    assert settings.look() == Look()
    assert settings.theme() == "system"


def test_an_opacity_out_of_range_is_brought_into_it(tmp_path: Path):
    settings = Settings(tmp_path / "settings.ini")
    settings.save_look(Look(opacity=7.0))
    assert settings.look().opacity == 1.0
