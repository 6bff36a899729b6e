"""Saving from the window: the view as it is, and every layer by the command itself."""

import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from attnscope.app.export.exporting import Exporting
from attnscope.app.state.state import State
from attnscope.models.model_request import ModelRequest
from attnscope.models.pictures.images import Picture
from attnscope.models.training.scenes import render_scene
from PIL import Image
from PySide6.QtWidgets import QFileDialog, QWidget


@pytest.fixture
def desk(qtbot) -> SimpleNamespace:
    state, said, parent = State(), [], QWidget()
    qtbot.addWidget(parent)
    picture = Picture(np.ascontiguousarray(render_scene(4, 0.3, 120).image), "scène 4.png")
    state.update(picture=picture, pictured=picture)
    networks = SimpleNamespace(request=ModelRequest(device="cpu"))
    session = SimpleNamespace(networks=networks, say=said.append, is_remote=False, place="this computer")
    exporting = Exporting(parent, state, session)  # pyright: ignore[reportArgumentType]
    return SimpleNamespace(state=state, said=said, exporting=exporting, parent=parent)


def choose(monkeypatch, what: str, answer: object) -> None:
    monkeypatch.setattr(QFileDialog, what, lambda *_: answer)


def test_the_view_is_saved_with_the_picture_in_it(desk, monkeypatch, tmp_path: Path):
    path = tmp_path / "视 图.png"
    choose(monkeypatch, "getSaveFileName", (str(path), ""))
    desk.exporting.save_view()
    with Image.open(path) as image:
        assert image.width > 240
    assert desk.said[-1].level == "info"


def test_a_view_that_cannot_be_written_is_said(desk, monkeypatch, tmp_path: Path):
    choose(monkeypatch, "getSaveFileName", (str(tmp_path / "no folder" / "view.png"), ""))
    desk.exporting.save_view()
    assert desk.said[-1].level == "error"
    assert "choose another folder" in desk.said[-1].text


def test_nothing_is_said_or_written_when_the_user_changes_his_mind(desk, monkeypatch):
    choose(monkeypatch, "getSaveFileName", ("", ""))
    choose(monkeypatch, "getExistingDirectory", "")
    desk.exporting.save_view()
    desk.exporting.export_all()
    assert desk.said == []


def test_every_layer_of_the_picture_on_screen_is_exported_while_the_window_goes_on(
    desk, qtbot, monkeypatch, tmp_path: Path
):
    choose(monkeypatch, "getExistingDirectory", str(tmp_path))
    desk.exporting.export_all()
    assert "Exporting" in desk.said[-1].text
    qtbot.waitUntil(lambda: len(desk.said) == 2, timeout=120_000)
    assert desk.said[-1].level == "info"
    with np.load(tmp_path / "weights.npz") as arrays:
        np.testing.assert_array_equal(arrays["image"], desk.state.now.pictured.pixels)
    assert (tmp_path / "09-encoder.2.attention-matrix.png").exists()


def test_an_export_that_fails_says_why(desk, qtbot, monkeypatch, tmp_path: Path):
    taken = tmp_path / "file"
    taken.write_text("")
    choose(monkeypatch, "getExistingDirectory", str(taken))
    desk.exporting.export_all()
    qtbot.waitUntil(lambda: len(desk.said) == 2, timeout=120_000)
    assert desk.said[-1].level == "error"
    assert "another" in desk.said[-1].text
    assert not desk.said[-1].text.startswith("attnscope")


def test_without_a_picture_there_is_nothing_to_save(qtbot):
    said: list = []
    parent = QWidget()
    qtbot.addWidget(parent)
    exporting = Exporting(parent, State(), SimpleNamespace(say=said.append))  # pyright: ignore
    exporting.save_view()
    exporting.export_all()
    assert [notice.level for notice in said] == ["warning", "warning"]


def test_with_an_engine_elsewhere_it_is_said_where_to_export(desk, monkeypatch):
    desk.state.update(pictured=desk.state.now.picture)
    desk.exporting._session.is_remote, desk.exporting._session.place = True, "gpu1"
    choose(monkeypatch, "getExistingDirectory", "never asked")
    desk.exporting.export_all()
    assert "gpu1" in desk.said[-1].text
    assert not desk.exporting._process.is_running


def test_the_window_never_loads_torch_for_an_export_and_nothing_of_it_before_one(tmp_path: Path):
    """In a process of its own: this one has torch already."""
    loads = "import sys, attnscope.app.export.exporting as one; late = 'attnscope.app.export.figure' in sys.modules"
    late = ("view_export", "export_dialog", "export_memory")
    then = "import " + ", ".join(f"attnscope.app.export.{name}" for name in late)
    code = f"{loads}\n{then}\nprint(late, 'torch' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["False", "False"]
