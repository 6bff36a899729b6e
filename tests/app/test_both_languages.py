"""The whole window on a real engine, in English and in Chinese: nothing is left in English, and nothing is cut off."""

import re
from collections.abc import Iterator

import pytest
from attnscope.app.desk.assembly import Desk, build_desk
from attnscope.app.link.engine_client import EngineClient
from attnscope.app.state.language import speak
from attnscope.app.state.questions import questions
from attnscope.app.state.resources import first_sample, samples
from attnscope.app.state.settings import Settings
from attnscope.models.model_request import ModelRequest
from attnscope.widgets.controls.command_palette import CommandPalette
from attnscope.widgets.controls.sheet import Sheet
from attnscope.widgets.controls.text_line import TextLine
from attnscope.widgets.look.colours import COLOUR_MAPS
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ..translations.names import foreign
from .leaving import close
from .seen_texts import cut_off, in_menus, painted, told

PATIENCE_MS = 120_000
SIZES = (1024, 700), (1440, 900)
DIALOGS = ("Ctrl+L", "Ctrl+I", "Ctrl+K", "?", "Ctrl+Shift+E")


@pytest.fixture(scope="module")
def desk(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    settings = Settings(tmp_path_factory.mktemp("settings") / "settings.ini")
    settings.save_language("en")
    desk = build_desk(qapp, EngineClient(), settings, ModelRequest(device="cpu"))
    desk.session.start()
    desk.session.open(first_sample())
    desk.window.show()
    yield desk
    close(desk)
    speak(qapp, "en")


def speaking(qtbot: QtBot, desk: Desk, language: str) -> None:
    qtbot.waitUntil(lambda: answered(desk), timeout=PATIENCE_MS)
    before = desk.window
    changes = desk.language.wished != language
    desk.language.choose(language)
    qtbot.waitUntil(lambda: not changes or desk.window is not before)


def answered(desk: Desk) -> bool:
    now = desk.state.now
    if not now.outcome or not now.devices:
        return False
    return set(questions(now.outcome, now.focus, now.look)) <= set(now.answers)


def every_view(qtbot: QtBot, desk: Desk) -> Iterator[str]:
    """The window on a layer of each kind with something beside it, and in each of its other views."""
    assert desk.state.now.outcome is not None
    kinds = [layer.kind for layer in desk.state.now.outcome.layers]
    looks = [("picture", kind, "photo") for kind in ("channel", "spatial", "heads")]
    for view, kind, second in (*looks, ("wall", "heads", ""), ("channels", "channel", "")):
        desk.looking.select_layer(kinds.index(kind))
        source = "rollout" if kind == "heads" else "weights"
        desk.looking.focus(view=view, second=second, source=source, query=(40, 40), pins=((30, 30),))
        qtbot.waitUntil(lambda: answered(desk), timeout=PATIENCE_MS)
        yield f"{view}, {kind}"


def data(desk: Desk) -> frozenset[str]:
    """Words that are nobody's to translate: of the network, of the picture, of colour maps."""
    now = desk.state.now
    assert now.outcome is not None
    assert now.model is not None
    titles = [part for layer in now.outcome.layers for part in (layer.title, layer.source)]
    facts = [now.model.spec, now.model.weights, now.model.precision, "png", *now.model.labels, *COLOUR_MAPS]
    pictures = [path.stem for path in samples()]
    offered = [part for offer in now.offers for part in (offer.model, offer.weights)]
    words = re.findall(r"[A-Za-z]+", " ".join([*titles, *facts, *pictures, *offered]))
    # A language is called by its own name, and its menu in both.
    return frozenset([*words, "Language", "English", "bfloat"])


def untranslated(desk: Desk, texts: Iterator[str] | list[str]) -> dict[str, list[str]]:
    known = data(desk)
    return {text: words for text in texts if (words := foreign(text, known))}


def opened(qtbot: QtBot, desk: Desk, key: str) -> QWidget:
    """The dialog that a key opens."""
    action = next(one for one in desk.actions.every if key in (keys.toString() for keys in one.shortcuts()))
    action.trigger()
    kinds = (Sheet, CommandPalette)
    shown = [one for kind in kinds for one in desk.window.findChildren(kind) if one.isVisible()]
    assert len(shown) == 1, key
    if key == "Ctrl+L":
        qtbot.waitUntil(lambda: bool(desk.state.now.offers), timeout=PATIENCE_MS)
    return shown[0]


def test_nothing_in_the_chinese_window_is_left_in_english(qtbot: QtBot, desk: Desk) -> None:
    speaking(qtbot, desk, "zh_CN")
    desk.window.resize(1440, 900)
    for view in every_view(qtbot, desk):
        texts = [*painted(desk.window), *told(desk.window)]
        assert any("层" in text for text in texts)
        assert (view, untranslated(desk, texts)) == (view, {})
    assert untranslated(desk, in_menus(desk.window)) == {}


def test_nothing_in_the_chinese_dialogs_is_left_in_english(qtbot: QtBot, desk: Desk) -> None:
    speaking(qtbot, desk, "zh_CN")
    for key in DIALOGS:
        dialog = opened(qtbot, desk, key)
        assert (key, untranslated(desk, [*painted(dialog), *told(dialog)])) == (key, {})
        dialog.close()


def test_no_two_entries_of_a_menu_are_called_the_same(qtbot: QtBot, desk: Desk) -> None:
    speaking(qtbot, desk, "zh_CN")
    for menu in desk.window.findChildren(QMenu):
        texts = [action.text() for action in menu.actions() if action.text()]
        assert len(set(texts)) == len(texts), menu.title()


def test_a_text_without_room_is_noticed(qtbot: QtBot) -> None:
    whole, short = QWidget(), "a text that is longer"
    qtbot.addWidget(whole)
    parts = [QLabel(short, whole), QPushButton(short, whole), QCheckBox(short, whole), QComboBox(whole)]
    parts[3].addItem(short)
    elided = TextLine("caption", short)
    elided.setParent(whole)
    for row, part in enumerate([*parts, elided]):
        part.setGeometry(0, 30 * row, 40, 24)
    whole.resize(400, 300)
    whole.show()
    assert cut_off(whole) == [f"{type(part).__name__}: {short}" for part in parts]
    for part in parts:
        part.resize(300, 24)
    assert cut_off(whole) == []


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_off(qtbot: QtBot, desk: Desk, language: str, size: tuple[int, int]) -> None:
    speaking(qtbot, desk, language)
    desk.window.resize(*size)
    for view in every_view(qtbot, desk):
        QApplication.processEvents()
        assert (view, cut_off(desk.window)) == (view, [])
    for key in DIALOGS:
        dialog = opened(qtbot, desk, key)
        QApplication.processEvents()
        assert (key, cut_off(dialog)) == (key, [])
        dialog.close()


def test_a_dialog_speaks_the_language_that_was_chosen_before_it_was_opened(qtbot: QtBot, desk: Desk) -> None:
    speaking(qtbot, desk, "zh_CN")
    speaking(qtbot, desk, "en")
    dialog = opened(qtbot, desk, "Ctrl+Shift+E")
    assert isinstance(dialog, Sheet)
    assert dialog.windowTitle() == "Export"
    dialog.close()
