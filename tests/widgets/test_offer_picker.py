"""A user finds a network by typing, sees what it is, and loads it without leaving the search line."""

import pytest
from attnscope.models.offers import Offer
from attnscope.widgets.networks.offer_choice import Choice
from attnscope.widgets.networks.offer_picker import OfferPicker, all_words
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QListView, QPushButton, QVBoxLayout

from .acting import shown

HEADS, CHANNEL = (("heads", 12),), (("channel", 16),)
OFFERS = (
    Offer("tour", "", (("channel", 4), ("heads", 3)), 1_400_000, (96, 96), state="here"),
    Offer("se/resnet50", "SENET_PYTORCH", CHANNEL, 28_088_000, (224, 224), 112_600_000, "download"),
    Offer("torchvision/resnet50", "IMAGENET1K_V1", (), 25_557_032, (224, 224), 102_500_000, "download"),
    Offer("torchvision/resnet50", "IMAGENET1K_V2", (), 25_557_032, (224, 224), 102_500_000, "here"),
    Offer("torchvision/vit_b_16", "IMAGENET1K_V1", HEADS, 86_567_656, (224, 224), 346_300_000, "here"),
    Offer("timm/vit_small", "", HEADS, 22_000_000, (224, 224), 88_000_000, "extra"),
    Offer("timm/unheard_of", "", None, 12_000_000, None, 48_000_000, "download"),
    Offer("net.py:build", "best.pth", note="used last"),
)
MODELS = ["net.py:build", "tour", "se/resnet50", "torchvision/vit_b_16", "timm/vit_small", "timm/unheard_of"]
"""With attention, or maybe; the one that was used last in front."""


class Picking(QDialog):
    """A dialog as the picker is shown in."""

    def __init__(self):
        super().__init__()
        self.picker = OfferPicker()
        QVBoxLayout(self).addWidget(self.picker)
        self.choices: list[Choice] = []
        self.picker.choice_made.connect(self.choices.append)


@pytest.fixture
def dialog(qtbot) -> Picking:
    dialog = shown(qtbot, Picking(), 860, 600)
    dialog.picker.set_offers(OFFERS)
    dialog.activateWindow()
    dialog.picker.setFocus()
    qtbot.waitUntil(lambda: line(dialog).hasFocus())
    return dialog


def line(dialog: Picking) -> QLineEdit:
    return next(one for one in dialog.findChildren(QLineEdit) if not one.isReadOnly())


def command(dialog: Picking) -> QLineEdit:
    return next(one for one in dialog.findChildren(QLineEdit) if one.isReadOnly())


def models(dialog: Picking) -> list[str]:
    listed = dialog.findChild(QListView).model()
    return [listed.index(row, 0).data(Qt.ItemDataRole.UserRole).model for row in range(listed.rowCount())]


def buttons(dialog: Picking) -> dict[str, QPushButton]:
    return {one.text(): one for one in dialog.findChildren(QPushButton) if one.isVisible()}


def press(qtbot, dialog: Picking, start: str) -> None:
    button = next(one for text, one in buttons(dialog).items() if text.startswith(start))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def search(qtbot, dialog: Picking, text: str) -> None:
    line(dialog).clear()
    qtbot.keyClicks(line(dialog), text)


def test_first_come_those_used_last_and_only_those_that_may_have_attention(dialog):
    assert models(dialog) == MODELS
    assert dialog.picker.current().model == "net.py:build"


def test_all_words_must_be_found(dialog, qtbot):
    search(qtbot, dialog, "ViT torch")
    assert models(dialog) == ["torchvision/vit_b_16"]
    search(qtbot, dialog, "senet")
    assert models(dialog) == ["se/resnet50"]


def test_the_search_that_is_handed_in_is_used_with_its_order(dialog, qtbot):
    asked = []

    def backwards(offers, text):
        asked.append((len(offers), text))
        return tuple(reversed(offers))

    dialog.picker.set_search(backwards)
    assert asked == []
    search(qtbot, dialog, "a")
    assert asked == [(len(OFFERS), "a")]
    assert models(dialog) == [*reversed(MODELS)]


def test_networks_without_attention_are_one_click_away(dialog, qtbot):
    search(qtbot, dialog, "resnet50")
    assert models(dialog) == ["se/resnet50"]
    press(qtbot, dialog, "Show 2 more")
    assert models(dialog) == ["se/resnet50", "torchvision/resnet50", "torchvision/resnet50"]
    assert not any(text.startswith("Show") for text in buttons(dialog))


def test_chips_count_and_choose(dialog, qtbot):
    texts = list(buttons(dialog))
    assert {"with attention 4", "weights here 3", "channel 2", "spatial 0", "heads 3", "other 0"} <= set(texts)
    press(qtbot, dialog, "weights here")
    assert models(dialog) == ["net.py:build", "tour", "torchvision/vit_b_16"]
    press(qtbot, dialog, "weights here")
    press(qtbot, dialog, "channel")
    assert models(dialog) == ["tour", "se/resnet50"]
    press(qtbot, dialog, "heads")
    assert models(dialog) == ["tour", "se/resnet50", "torchvision/vit_b_16", "timm/vit_small"]


def test_a_chip_keeps_the_chosen_one_where_it_is_still_listed(dialog, qtbot):
    search(qtbot, dialog, "vit")
    line(dialog).clear()
    for _ in range(3):
        qtbot.keyClick(line(dialog), Qt.Key.Key_Down)
    assert dialog.picker.current().model == "torchvision/vit_b_16"
    press(qtbot, dialog, "heads")
    assert dialog.picker.current().model == "torchvision/vit_b_16"


def test_keys_move_in_the_list_while_the_search_line_keeps_the_focus(dialog, qtbot):
    for key, place in ((Qt.Key.Key_Down, 1), (Qt.Key.Key_PageDown, 5), (Qt.Key.Key_Up, 4), (Qt.Key.Key_PageUp, 0)):
        qtbot.keyClick(line(dialog), key)
        assert dialog.picker.current().model == MODELS[place]
    assert line(dialog).hasFocus()


def test_a_click_in_the_list_leaves_the_focus_in_the_search_line(dialog, qtbot):
    view = dialog.findChild(QListView)
    at = view.visualRect(view.model().index(1, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert dialog.picker.current().model == "tour"
    assert line(dialog).hasFocus()


def test_enter_in_the_search_line_loads_once(dialog, qtbot):
    search(qtbot, dialog, "tour")
    qtbot.keyClick(line(dialog), Qt.Key.Key_Return)
    assert dialog.choices == [Choice("tour")]
    assert dialog.isVisible()


def test_enter_in_the_list_loads_once(dialog, qtbot):
    view = dialog.findChild(QListView)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Enter)
    assert dialog.choices == [Choice("tour")]


def test_two_clicks_load_once(dialog, qtbot):
    view = dialog.findChild(QListView)
    at = view.visualRect(view.model().index(3, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert dialog.choices == [Choice("torchvision/vit_b_16", "IMAGENET1K_V1")]


def test_escape_is_the_dialogs(dialog, qtbot):
    search(qtbot, dialog, "vit")
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(line(dialog), Qt.Key.Key_Escape)


def test_a_download_is_agreed_to_by_a_button_that_names_its_size(dialog, qtbot):
    search(qtbot, dialog, "senet")
    press(qtbot, dialog, "Download 113 MB and load")
    press(qtbot, dialog, "Load with random weights")
    assert dialog.choices == [Choice("se/resnet50", "SENET_PYTORCH", download=True), Choice("se/resnet50", "random")]


def test_for_weights_out_of_a_file_only_a_network_is_chosen(dialog, qtbot):
    dialog.picker.set_file("best.pth")
    search(qtbot, dialog, "senet")
    assert not any(text.startswith(("Download", "Load with")) for text in buttons(dialog))
    press(qtbot, dialog, "Load best.pth into it")
    qtbot.keyClick(line(dialog), Qt.Key.Key_Return)
    assert dialog.choices == [Choice("se/resnet50")] * 2
    search(qtbot, dialog, "vit_small")
    qtbot.keyClick(line(dialog), Qt.Key.Key_Return)
    assert len(dialog.choices) == 2
    dialog.picker.set_file("")
    search(qtbot, dialog, "senet")
    assert any(text.startswith("Download") for text in buttons(dialog))


def test_without_the_package_there_is_a_command_to_copy_and_nothing_to_load(dialog, qtbot):
    search(qtbot, dialog, "vit_small")
    assert command(dialog).isVisible()
    press(qtbot, dialog, "Copy")
    assert QGuiApplication.clipboard().text() == 'pip install "attnscope[timm]"'
    qtbot.keyClick(line(dialog), Qt.Key.Key_Return)
    press(qtbot, dialog, "Load")
    assert dialog.choices == []
    search(qtbot, dialog, "tour")
    assert not command(dialog).isVisible()


def test_the_users_own_code_is_offered_as_it_is_typed(dialog, qtbot):
    search(qtbot, dialog, "work/mine.py:build")
    assert models(dialog) == ["work/mine.py:build"]
    qtbot.keyClick(line(dialog), Qt.Key.Key_Return)
    assert dialog.choices == [Choice("work/mine.py:build")]


def test_a_hubs_network_that_no_list_has_can_be_fetched(dialog, qtbot):
    search(qtbot, dialog, "hf/some/network")
    press(qtbot, dialog, "Download and load")
    assert dialog.choices == [Choice("hf/some/network", None, download=True)]


def test_a_listed_name_is_not_offered_twice(dialog, qtbot):
    search(qtbot, dialog, "net.py:build")
    assert models(dialog) == ["net.py:build"]
    qtbot.keyClick(line(dialog), Qt.Key.Key_Return)
    assert dialog.choices == [Choice("net.py:build", "best.pth")]


def test_what_is_not_found_is_said(dialog, qtbot):
    search(qtbot, dialog, "no such network")
    said = [one.text() for one in dialog.findChildren(QLabel) if one.isVisible()]
    assert any('No network is called "no such network"' in text for text in said)
    qtbot.keyClick(line(dialog), Qt.Key.Key_Return)
    assert dialog.choices == []


def test_new_offers_keep_the_search_and_the_chosen_one(dialog, qtbot):
    search(qtbot, dialog, "vit")
    qtbot.keyClick(line(dialog), Qt.Key.Key_Down)
    fetched = Offer("timm/vit_small", "", HEADS, 22_000_000, (224, 224), 88_000_000, "here")
    dialog.picker.set_offers((*OFFERS[:5], fetched))
    assert line(dialog).text() == "vit"
    assert dialog.picker.current() == fetched


def test_a_note_for_the_whole_list_is_shown(dialog):
    dialog.picker.set_note("No connection: only what is here can be loaded.")
    assert "No connection: only what is here can be loaded." in [one.text() for one in dialog.findChildren(QLabel)]


def test_setting_chooses_nothing(dialog):
    dialog.picker.set_offers(OFFERS[:2])
    dialog.picker.set_search(all_words)
    assert dialog.choices == []


def test_the_line_says_how_many_there_are(dialog):
    assert line(dialog).placeholderText().startswith("Search 8 networks")


@pytest.mark.parametrize("text", ["", "se/", "vit_small", "work/mine.py:build", "nothing of that name"])
def test_nothing_is_cut_off_in_a_dialog_of_its_size(dialog, qtbot, text):
    search(qtbot, dialog, text)
    shown_whole = buttons(dialog).values()
    qtbot.waitUntil(lambda: all(one.visibleRegion().boundingRect() == one.rect() for one in shown_whole))
    qtbot.waitUntil(lambda: all(one.width() >= one.sizeHint().width() for one in shown_whole))
    assert (dialog.width(), dialog.height()) == (860, 600)


def test_every_control_has_a_name(dialog):
    controls = (QLineEdit, QListView, QPushButton)
    named = [one for kind in controls for one in dialog.findChildren(kind) if one.isVisible()]
    assert all(one.accessibleName() or (isinstance(one, QPushButton) and one.text()) for one in named)
