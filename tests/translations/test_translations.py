"""The Chinese of the window: complete, of this source, and well-formed."""

import ast
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from attnscope.app.state.language import speak
from attnscope.widgets.look.sentences import translated
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from .collecting import ROOT, is_prose, numbered, sentences_in, templates
from .names import foreign
from .update import CONTEXT, QM, TEMPLATES, TS, listed, read, update

MESSAGES = read(TS)
WITH_QT = [path for folder in ("app", "widgets") for path in sorted((ROOT / folder).rglob("*.py"))]
FUNCTION = ast.FunctionDef | ast.Lambda
NOT_SAID = ("no colour map ", "pip install ", "Hugging Face", "by value", "999 channel", "changed; own: 0.4")
"""How texts of widgets begin that are for programmers, are typed, are names, or are only measured."""
ENDS = {".": "。", "?": "？", "!": "！", "…": "…"}


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    speak(qapp, "zh_CN")
    yield
    speak(qapp, "en")


def test_every_text_of_the_source_is_translated_and_no_other(tmp_path: Path) -> None:
    fresh = Path(shutil.copy(TS, tmp_path))
    update(fresh)
    found = read(fresh)
    assert [message for message, text in found.items() if not text] == []
    assert sorted(set(MESSAGES) - set(found)) == []


def test_the_compiled_file_says_what_the_readable_one_says() -> None:
    compiled = QTranslator()
    assert compiled.load(str(QM))
    differing = [
        message for message, text in MESSAGES.items() if compiled.translate(*message[:2], message[2] or None) != text
    ]
    assert differing == []


def test_the_list_of_sentences_is_that_of_the_source() -> None:
    assert TEMPLATES.read_text(encoding="utf-8") == listed()


def test_every_hole_of_a_text_is_in_its_translation() -> None:
    def holes(text: str) -> list[str]:
        return sorted(re.findall(r"\{[^{}]*\}", text))

    assert [source for (_, source, _), text in MESSAGES.items() if holes(source) != holes(text)] == []


def test_no_translation_has_an_english_word_left() -> None:
    left = {text: words for text in MESSAGES.values() if (words := foreign(text))}
    assert left == {}


def test_a_sentence_ends_as_a_sentence() -> None:
    def ends_alike(source: str, text: str) -> bool:
        end = ENDS.get(source[-1:])
        return text[-1:] == end if end else text[-1:] not in ENDS.values()

    assert [source for (_, source, _), text in MESSAGES.items() if not ends_alike(source.rstrip(), text.rstrip())] == []


def test_equal_texts_are_translated_alike_wherever_they_stand() -> None:
    said: dict[tuple[str, str], set[str]] = {}
    for (_, source, note), text in MESSAGES.items():
        said.setdefault((source, note), set()).add(text)
    assert {source: texts for source, texts in said.items() if len(texts) > 1} == {}


def test_a_sentence_is_found_again_whatever_stands_in_its_holes(chinese: None) -> None:
    def filled(text: str, template: str) -> str:
        # What stands right behind another hole is added to it, in brackets.
        behind = re.findall(r"\}\{(\d+)\}", template)
        return re.sub(r"\{(\d+)\}", lambda hole: f" (名{hole[1]})" if hole[1] in behind else f"名{hole[1]}", text)

    wanted = {filled(text, text): filled(MESSAGES[CONTEXT, text, ""], text) for text in templates()}
    assert {sentence: text for sentence, text in wanted.items() if translated(sentence) != text} == {}


def test_texts_of_the_source_become_templates() -> None:
    source = '''
def sentence(name, count, many):
    """A docstring that nobody is shown."""
    if count:
        raise UserError(f"There {'are' if many else 'is'} {count} of {name!r}: " + ("take them" if many else "take it"))
    what = "it has {0} and {1}".format(name, count)
    return tr("translated by Qt itself") + re.sub("no text at all", "", what)
'''
    found = {numbered(text) for text in sentences_in(source)}
    ways = {f"There {verb} {{0}} of {{1}}: take {what}" for verb in ("are", "is") for what in ("them", "it")}
    assert ways | {"it has {0} and {1}"} <= found
    assert not {text for text in found if "docstring" in text or "Qt" in text or "no text" in text}


def test_every_text_is_written_out_where_it_is_translated_and_is_made_when_it_is_shown() -> None:
    odd = [place for path in WITH_QT for place in odd_calls(path)]
    assert odd == []


def odd_calls(path: Path) -> Iterator[str]:
    """Calls of `tr` whose text lupdate cannot read, or that are made once, when the file is imported."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    within = {id(node) for function in ast.walk(tree) if isinstance(function, FUNCTION) for node in ast.walk(function)}
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and getattr(call.func, "attr", getattr(call.func, "id", "")) == "tr":
            if not (call.args and all(isinstance(part, ast.Constant) for part in call.args)):
                yield f"{path.name}, line {call.lineno}: not written out"
            elif id(call) not in within:
                yield f"{path.name}, line {call.lineno}: made at import"


def test_no_widget_says_something_that_is_not_translated() -> None:
    said = {path.name: found for path in WITH_QT if path.parent.name == "widgets" and (found := prose_in(path))}
    assert said == {}


def prose_in(path: Path) -> list[str]:
    texts = sentences_in(path.read_text(encoding="utf-8"))
    return [text for text in texts if is_prose(text) and not text.startswith(NOT_SAID)]
