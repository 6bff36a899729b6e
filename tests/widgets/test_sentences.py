"""Sentences that come in English from parts without Qt, in the user's language."""

from collections.abc import Iterator

import pytest
from attnscope.app.state.language import speak
from attnscope.widgets.look.sentences import translated, translated_reasons
from PySide6.QtWidgets import QApplication


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    speak(qapp, "zh_CN")
    yield
    speak(qapp, "en")


def test_in_english_a_sentence_stays_as_it_is(qapp: QApplication) -> None:
    speak(qapp, "en")
    sentence = "There is no file cat.png: it may have been moved or renamed."
    assert translated(sentence) == sentence


def test_what_stands_in_a_hole_stays(chinese: None) -> None:
    sentence = "There is no file 我的 class 3.png: it may have been moved or renamed."
    assert translated(sentence) == "没有文件 我的 class 3.png：可能已被移动或改名。"


def test_a_sentence_within_a_sentence_is_translated_too(chinese: None) -> None:
    sentence = (
        "net.pt does not fit this network: it has 10 classes where the network has 7: build the network for 10, or "
    )
    sentence += "go on without its head (--skip-head)."
    assert translated(sentence) == (
        "net.pt 与此网络不匹配：它有 10 个类别，而网络有 7 个：请按 10 个建立网络，或不带分类头继续 (--skip-head)。"
    )


def test_what_is_said_of_a_file_follows_its_name(chinese: None) -> None:
    sentence = "我的 a b.pt is an archive (tar): unpack it, and choose the file of weights in it."
    assert translated(sentence) == "我的 a b.pt 是归档 (tar)：请解压，并选择其中的权重文件。"


def test_the_parts_of_a_list_are_translated_each(chinese: None) -> None:
    assert translated("guessed places; dropout is on: the weights are those before it") == (
        "位置为推测；dropout 已打开：权重是它之前的"
    )


def test_words_of_others_stay_as_they_are(chinese: None) -> None:
    for words in ("CUDA error: device-side assert triggered", "resnet50", "tabby, tabby cat", "class", ""):
        assert translated(words) == words


def test_a_failure_names_the_error_of_the_network_in_its_own_words(chinese: None) -> None:
    sentence = "net.py failed with ValueError: no such size (net.py, line 3)."
    assert translated(sentence) == "net.py 失败，错误为 ValueError：no such size（net.py，第 3 行）。"


def test_reasons_are_translated_and_names_are_not(chinese: None) -> None:
    reason = "did not run in this pass: give an input, or switch to a setting, that leads through it"
    ((name, told),) = translated_reasons([("the network", reason)])
    assert name == "the network"
    assert told.startswith("在此次运行中没有执行：")
