"""Another language is chosen while the window is open: it is said anew, and nothing is lost."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from attnscope.app.__main__ import main
from attnscope.app.desk.assembly import Desk
from attnscope.app.state.language import speak, spoken
from attnscope.app.state.resources import first_sample
from attnscope.app.state.settings import Settings
from attnscope.app.state.state import Notice
from attnscope.app.state.wording import class_name
from attnscope.models.records import Prediction
from PIL import Image
from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from .seen_texts import painted
from .stand_in_desk import a_picture, client_of, open_desk, with_pass


@pytest.fixture
def desk(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    Settings(tmp_path / "settings.ini").save_language("en")
    with open_desk(qapp, tmp_path) as desk:
        yield desk
    speak(qapp, "en")


def choose(qtbot: QtBot, desk: Desk, text: str) -> None:
    """As a user does: by the entry of the menu; and wait until the window before has gone."""
    before = desk.window
    next(action for action in desk.actions.every if text in action.text()).trigger()
    qtbot.waitUntil(lambda: desk.window is not before)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def entries(desk: Desk) -> list[str]:
    return [action.text() for action in desk.actions.every]


@pytest.mark.parametrize(
    ("wished", "of_system", "language"),
    [
        ("en", ["zh-Hans-CN"], "en"),
        ("zh_CN", ["en-GB"], "zh_CN"),
        ("system", ["zh-Hans-CN", "en"], "zh_CN"),
        ("system", ["zh_CN"], "zh_CN"),
        ("system", ["zh-SG"], "zh_CN"),
        ("system", ["zh-Hant-TW", "zh-TW", "en-US"], "en"),
        ("system", ["de-DE", "zh-CN", "en"], "zh_CN"),
        ("system", ["de-DE"], "en"),
        ("system", [], "en"),
        ("nonsense", ["zh-CN"], "zh_CN"),
    ],
)
def test_the_system_or_the_user_says_which_language_is_spoken(wished: str, of_system: list[str], language: str) -> None:
    assert spoken(wished, of_system) == language


def test_the_window_speaks_the_chosen_language_at_once(desk: Desk, qtbot: QtBot) -> None:
    choose(qtbot, desk, "简体中文")
    assert "放大" in entries(desk)
    assert "Zoom in" not in entries(desk)
    choose(qtbot, desk, "English")
    assert "Zoom in" in entries(desk)


def test_the_chosen_language_has_the_check_mark_and_is_remembered(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    choose(qtbot, desk, "简体中文")
    checked = [action.text() for action in desk.actions.every if action.isChecked() and "语言" in action.text()]
    assert checked == ["语言：简体中文"]
    assert Settings(tmp_path / "settings.ini").language() == "zh_CN"


def test_choosing_the_language_that_is_spoken_changes_nothing(desk: Desk, qtbot: QtBot) -> None:
    before = desk.window
    desk.language.choose("en")
    QCoreApplication.processEvents()
    assert desk.window is before


def test_the_picture_the_pass_and_the_focus_stay_and_nothing_is_loaded_again(desk: Desk, qtbot: QtBot) -> None:
    with_pass(desk, picture := a_picture())
    desk.looking.select_layer(1)
    desk.looking.look(opacity=0.25)
    focus, asked = desk.state.now.focus, max(client_of(desk).sent, default=0)
    choose(qtbot, desk, "简体中文")
    now = desk.state.now
    assert (now.picture, now.focus, now.look.opacity, now.activity) == (picture, focus, 0.25, "idle")
    assert desk.window.layers._list.current() == 1
    assert "plain.png" in desk.window.windowTitle()
    later = [request["kind"] for number, request in client_of(desk).sent.items() if number > asked]
    assert not {"load", "record"} & set(later)


def test_the_engine_stays_until_the_new_window_closes(desk: Desk, qtbot: QtBot) -> None:
    client = client_of(desk)
    assert client.asked("load")
    choose(qtbot, desk, "简体中文")
    assert client.asked("load")
    desk.window.close()
    # The stand-in forgets what it was asked once it is stopped.
    assert client.sent == {}


def test_the_window_stands_where_it_stood_with_the_panes_that_were_open(desk: Desk, qtbot: QtBot) -> None:
    desk.window.docks.toggle("strip").trigger()
    desk.window.resize(1111, 777)
    desk.window.move(30, 40)
    choose(qtbot, desk, "简体中文")
    hidden = {pane.name: dock.isHidden() for pane, dock in desk.window.docks.panes()}
    assert hidden["strip"]
    assert not hidden["layers"]
    assert (desk.window.width(), desk.window.height()) == (1111, 777)


def test_nothing_of_the_window_before_is_left(desk: Desk, qtbot: QtBot) -> None:
    gone: list[bool] = []
    desk.window.destroyed.connect(lambda: gone.append(True))
    others = {one for one in QApplication.topLevelWidgets() if type(one) is type(desk.window)} - {desk.window}
    choose(qtbot, desk, "简体中文")
    assert len(gone) == 1
    windows = {one for one in QApplication.topLevelWidgets() if type(one) is type(desk.window)}
    assert windows - others == {desk.window}


def test_after_the_change_everything_goes_on(desk: Desk, qtbot: QtBot) -> None:
    with_pass(desk)
    choose(qtbot, desk, "简体中文")
    for layer in range(3):
        desk.looking.select_layer(layer)
        for view in ("picture", "wall", "channels"):
            desk.looking.focus(view=view)
    desk.looking.look(gamma=0.5, smooth=False)
    desk.state.update(live="camera")
    with_pass(desk, a_picture("next.png"))
    assert "next.png" in desk.window.windowTitle()
    desk.looking.select_layer(0)
    qtbot.keyClick(desk.window, Qt.Key.Key_Right)
    assert desk.state.now.focus.layer == 1


def test_a_sentence_of_the_engine_is_said_in_the_language_that_is_spoken_now(desk: Desk, qtbot: QtBot) -> None:
    desk.session.say(Notice("There is no picture to record: open one first.", "error"))
    choose(qtbot, desk, "简体中文")
    assert "没有可记录的图片：请先打开一张。" in painted(desk.window.messages)


def test_the_buttons_of_qt_speak_it_too(qapp: QApplication, qtbot: QtBot) -> None:
    if not list(Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)).glob("qtbase_zh_CN.qm")):
        pytest.skip("Qt is installed without its translations")
    speak(qapp, "zh_CN")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.buttons()[0].text() == "取消"
    speak(qapp, "en")


def test_a_class_that_nobody_has_named_is_called_by_its_number_in_the_language(qapp: QApplication) -> None:
    speak(qapp, "zh_CN")
    assert class_name(Prediction("class 7", 0.5, 7)) == "类别 7"
    assert class_name(Prediction("class 7", 0.5, 8)) == "class 7"
    assert class_name(Prediction("star", 0.5, 7)) == "star"
    speak(qapp, "en")
    assert class_name(Prediction("class 7", 0.5, 7)) == "class 7"


def test_an_export_speaks_the_language_that_it_is_asked_for(qapp: QApplication, tmp_path: Path) -> None:
    words = ["export", str(first_sample()), "-o", str(tmp_path), "--formats", "png,html", "--layers", "encoder.0.*"]
    assert main([*words, "--device", "cpu", "--language", "zh_CN"]) == 0
    speak(qapp, "en")
    (page,) = tmp_path.glob("*.html")
    assert '<html lang="zh"' in page.read_text(encoding="utf-8")
    captions = [described(path) for path in tmp_path.glob("*.png")]
    assert len(captions) > 0
    assert [caption for caption in captions if "tour 网络" not in caption] == []


def described(path: Path) -> str:
    with Image.open(path) as image:
        return image.info["Description"]
