"""The whole program on a real engine: what a user does, and what he sees then."""

import os
import signal
import sys
from pathlib import Path

import numpy as np
import pytest
from attnscope.app.desk.assembly import Desk, build_desk
from attnscope.app.link.engine_client import EngineClient
from attnscope.app.state.questions import questions
from attnscope.app.state.settings import Settings
from attnscope.models.model_request import ModelRequest
from attnscope.models.training.scenes import render_scene
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from .leaving import close

PATIENCE_MS = 120_000


@pytest.fixture(scope="module")
def pictures(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("图 片")
    Image.fromarray(render_scene(5, 0.2, 240).image).save(folder / "square.png")
    Image.fromarray(render_scene(6, 0.2, (320, 160)).image).save(folder / "portrait.png")
    (folder / "broken.jpg").write_bytes(b"\xff\xd8\xff no jpeg")
    return folder


@pytest.fixture(scope="module")
def desk(qapp, tmp_path_factory, pictures):
    settings = Settings(tmp_path_factory.mktemp("settings") / "settings.ini")
    desk = build_desk(qapp, EngineClient(), settings, ModelRequest(device="cpu"))
    desk.session.start()
    desk.session.open(pictures / "square.png")
    desk.window.resize(1200, 800)
    desk.window.show()
    yield desk
    close(desk)


@pytest.fixture(autouse=True)
def settled(qtbot, desk: Desk, pictures: Path):
    """Every test begins on the square picture, at the first layer, with nothing left to answer."""
    desk.session.say(None)
    if desk.state.now.picture is None or desk.state.now.picture.name != "square.png":
        desk.session.open(pictures / "square.png")
        qtbot.waitUntil(lambda: shows(desk, "square.png"), timeout=PATIENCE_MS)
    wait_for_answers(qtbot, desk)
    desk.looking.select_layer(0)
    desk.looking.focus(head=None, query=None, channel=None, before=False)
    wait_for_answers(qtbot, desk)


def shows(desk: Desk, name: str) -> bool:
    now = desk.state.now
    return now.activity == "idle" and now.pictured is not None and now.pictured.name == name


def wait_for_answers(qtbot, desk: Desk) -> None:
    def answered() -> bool:
        now = desk.state.now
        return bool(now.outcome) and set(questions(now.outcome, now.focus, now.look)) <= set(now.answers)

    qtbot.waitUntil(answered, timeout=PATIENCE_MS)


def drop(desk: Desk, mime: QMimeData) -> None:
    """What Qt delivers when something is dragged onto the window and let go."""
    at, copy, left, none = (
        QPointF(500, 400),
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier(0),
    )
    enter = QDragEnterEvent(at.toPoint(), copy, mime, left, none)
    QApplication.sendEvent(desk.window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(desk.window, QDropEvent(at, copy, mime, left, none))


def file(path: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    return mime


def kind_index(desk: Desk, kind: str) -> int:
    assert desk.state.now.outcome is not None
    return [layer.kind for layer in desk.state.now.outcome.layers].index(kind)


def test_the_tour_network_shows_nine_layers_of_three_kinds_each_proved(desk):
    layers = desk.state.now.outcome.layers
    assert [layer.kind for layer in layers] == (
        ["channel", "channel", "channel", "spatial", "channel", "spatial", "heads", "heads", "heads"]
    )
    for index, layer in enumerate(layers):
        error = desk.state.now.answers[f"error:{index}"].error
        assert error == 0 if layer.kind != "heads" else error <= 1e-5


def test_a_dropped_file_with_chinese_letters_and_spaces_in_its_path_is_shown_and_recorded(qtbot, desk, pictures):
    drop(desk, file(pictures / "portrait.png"))
    qtbot.waitUntil(lambda: shows(desk, "portrait.png"), timeout=PATIENCE_MS)
    assert "portrait.png" in desk.window.windowTitle()


def test_a_picture_from_a_browser_is_shown(qtbot, desk):
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    mime = QMimeData()
    mime.setImageData(image)
    drop(desk, mime)
    qtbot.waitUntil(lambda: shows(desk, "pasted picture"), timeout=PATIENCE_MS)
    assert desk.state.now.picture.pixels.shape == (30, 40, 3)


def test_a_broken_file_is_said_in_the_window_and_what_was_shown_stays(qtbot, desk, pictures):
    drop(desk, file(pictures / "broken.jpg"))
    qtbot.waitUntil(lambda: desk.state.now.notice is not None)
    assert desk.window.messages.isVisible()
    assert "broken.jpg" in desk.state.now.notice.text
    assert shows(desk, "square.png")


def test_paste_shows_the_picture_on_the_clipboard(qtbot, desk):
    image = QImage(22, 33, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.blue)
    QGuiApplication.clipboard().setImage(image)
    qtbot.keyClick(desk.window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: shows(desk, "pasted picture"), timeout=PATIENCE_MS)
    assert desk.state.now.picture.pixels.shape == (33, 22, 3)


def test_arrow_keys_step_through_every_layer_and_stay_at_the_ends(qtbot, desk):
    stage = desk.window.stage.stage
    stage.setFocus()
    for expected in (1, 2, 3, 4, 5, 6, 7, 8, 8):
        qtbot.keyClick(stage, Qt.Key.Key_Right)
        assert desk.state.now.focus.layer == expected
    qtbot.keyClick(stage, Qt.Key.Key_Left)
    assert desk.state.now.focus.layer == 7


def test_a_click_on_the_picture_picks_the_query_whose_cell_lies_there(qtbot, desk):
    desk.looking.select_layer(kind_index(desk, "heads"))
    wait_for_answers(qtbot, desk)
    stage = desk.window.stage.stage
    # The picture is 240 x 240 and is seen whole at 96 x 96, so pixel (x 191, y 51) is input (row 20, column 76).
    at = stage.view().to_screen((191.0, 51.0, 0.0, 0.0)).topLeft().toPoint()
    qtbot.mouseClick(stage, Qt.MouseButton.LeftButton, pos=at)
    assert desk.state.now.focus.query == (20, 76)
    wait_for_answers(qtbot, desk)
    # Cells of 8 x 8: row 2, column 9 of 12, behind the class token.
    assert desk.state.now.answers["map"].message.header["query"] == 1 + 2 * 12 + 9
    assert desk.state.now.answers["map"].message.header["box"] == [16, 72, 24, 80]


def test_brackets_go_through_the_heads_and_back_to_the_mean(qtbot, desk):
    desk.looking.select_layer(kind_index(desk, "heads"))
    heads = []
    for _ in range(5):
        qtbot.keyClick(desk.window, Qt.Key.Key_BracketRight)
        heads.append(desk.state.now.focus.head)
    assert heads == [0, 1, 2, 3, None]


def test_a_picked_channel_lays_its_feature_map_over_the_picture_before_and_after_its_gate(qtbot, desk):
    desk.looking.focus(channel=3)
    wait_for_answers(qtbot, desk)
    now = desk.state.now
    gate = float(now.answers["bars"].array().reshape(-1)[3])
    before, after = now.answers["feature"].array("before"), now.answers["feature"].array("after")
    np.testing.assert_allclose(after, before * gate, rtol=1e-5, atol=1e-6)


def test_the_grabbed_window_shows_the_overlay_only_where_a_layer_has_a_map(qtbot, desk):
    bare = desk.window.stage.stage.grab().toImage()
    desk.looking.select_layer(kind_index(desk, "spatial"))
    wait_for_answers(qtbot, desk)
    assert desk.window.stage.stage.grab().toImage() != bare
    desk.looking.select_layer(0)
    wait_for_answers(qtbot, desk)
    assert desk.window.stage.stage.grab().toImage() == bare


def test_a_change_of_colours_opacity_and_scale_is_painted(qtbot, desk):
    desk.looking.select_layer(kind_index(desk, "spatial"))
    wait_for_answers(qtbot, desk)
    seen = [desk.window.stage.stage.grab().toImage()]
    for change in ({"colour_map": "viridis"}, {"opacity": 0.9}, {"scale": "unit"}, {"smooth": False}):
        desk.looking.look(**change)
        wait_for_answers(qtbot, desk)
        assert desk.window.stage.stage.grab().toImage() not in seen
        seen.append(desk.window.stage.stage.grab().toImage())
    desk.looking.look(colour_map="inferno", opacity=0.75, scale="map", smooth=True)


def test_the_window_lives_on_when_its_engine_is_killed(qtbot, desk):
    desk.looking.select_layer(4)
    engine = desk.session._client._link._process
    os.kill(engine.processId(), signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)
    qtbot.waitUntil(lambda: desk.state.now.notice is not None, timeout=PATIENCE_MS)
    assert "started again" in desk.state.now.notice.text
    assert desk.state.now.outcome is not None
    qtbot.waitUntil(lambda: shows(desk, "square.png"), timeout=PATIENCE_MS)
    wait_for_answers(qtbot, desk)
    assert desk.state.now.focus.layer == 4


def test_no_torch_in_the_windows_process():
    """Asked of a process of its own: the tests themselves import torch."""
    code = (
        "import sys; from PySide6.QtWidgets import QApplication; app = QApplication([]);"
        "from attnscope.app.desk import assembly, desk; "
        "print(sorted({'torch', 'torchvision', 'timm', 'matplotlib', 'pyqtgraph'} & set(sys.modules)))"
    )
    import subprocess

    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path.home())
    assert out.stdout.strip() == "[]"


def test_every_key_is_given_once(desk):
    keys = [action.shortcut().toString() for action in desk.actions.every if not action.shortcut().isEmpty()]
    assert len(keys) == len(set(keys))


def test_the_wheel_over_the_picture_steps(qtbot, desk):
    stage = desk.window.stage.stage
    at = QPointF(stage.rect().center())
    QTest.qWait(0)
    from PySide6.QtGui import QWheelEvent

    event = QWheelEvent(
        at,
        stage.mapToGlobal(at),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(stage, event)
    assert desk.state.now.focus.layer == 1


def test_a_first_start_fits_on_the_screen(qapp, tmp_path):
    desk = build_desk(qapp, EngineClient(), Settings(tmp_path / "new.ini"), ModelRequest())
    room = desk.window.screen().availableSize()
    assert desk.window.width() <= min(1440, room.width())
    assert desk.window.height() < min(901, room.height())
    close(desk)
