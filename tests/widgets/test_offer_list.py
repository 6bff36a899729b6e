"""Thousands of networks are rows; one of them is always chosen."""

import numpy as np
import pytest
from attnscope.models.offers import Offer
from attnscope.widgets.look.theme import DARK
from attnscope.widgets.networks.offer_list import OfferList
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QListView

from .acting import close, pixels, shown

OFFERS = (
    Offer("tour", "", (("channel", 4), ("spatial", 2), ("heads", 3)), 1_400_000, (96, 96), state="here"),
    Offer("cbam/resnet50", "", (("channel", 16), ("spatial", 16)), 28_090_000, (224, 224)),
    Offer("torchvision/resnet50", "IMAGENET1K_V2", (), 25_557_032, (224, 224), 102_500_000, "download"),
    Offer("timm/vit", "", (("heads", 12),), 86_567_656, (224, 224), 346_000_000, "extra"),
)


@pytest.fixture
def offers(qtbot) -> OfferList:
    offers = shown(qtbot, OfferList(), 760, 300)
    offers.set_offers(OFFERS)
    return offers


def view(offers: OfferList) -> QListView:
    return offers.findChild(QListView)


def titles(offers: OfferList) -> list[str]:
    model = view(offers).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def at(offers: OfferList, row: int) -> QPoint:
    return view(offers).visualRect(view(offers).model().index(row, 0)).center()


def picture(offers: OfferList, row: int) -> np.ndarray:
    rect = view(offers).visualRect(view(offers).model().index(row, 0))
    corner = view(offers).viewport().mapTo(offers, rect.topLeft())
    return pixels(offers)[corner.y() : corner.y() + rect.height(), corner.x() : corner.x() + rect.width()]


def test_all_are_listed_and_the_first_is_chosen(offers):
    assert titles(offers) == ["tour", "cbam/resnet50", "resnet50", "vit"]
    assert offers.current() == OFFERS[0]


def test_what_was_typed_stands_in_front(offers):
    offers.set_offers(OFFERS, Offer("net.py:build", state="here"))
    assert titles(offers)[:2] == ['Load "net.py:build"', "tour"]
    assert offers.current() == Offer("net.py:build", state="here")


def test_a_click_chooses_and_a_click_beside_them_does_not(offers, qtbot):
    with qtbot.waitSignal(offers.offer_selected) as selected:
        qtbot.mouseClick(view(offers).viewport(), Qt.MouseButton.LeftButton, pos=at(offers, 2))
    assert selected.args == [OFFERS[2]]
    qtbot.mouseClick(view(offers).viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, 280))
    assert offers.current() == OFFERS[2]


def test_two_clicks_activate(offers, qtbot):
    qtbot.mouseClick(view(offers).viewport(), Qt.MouseButton.LeftButton, pos=at(offers, 1))
    with qtbot.waitSignal(offers.offer_activated) as activated:
        qtbot.mouseDClick(view(offers).viewport(), Qt.MouseButton.LeftButton, pos=at(offers, 1))
    assert activated.args == [OFFERS[1]]


def test_keys_move_and_enter_activates(offers, qtbot):
    with qtbot.waitSignal(offers.offer_selected) as selected:
        qtbot.keyClick(view(offers), Qt.Key.Key_Down)
    assert selected.args == [OFFERS[1]]
    with qtbot.waitSignal(offers.offer_activated) as activated:
        qtbot.keyClick(view(offers), Qt.Key.Key_Return)
    assert activated.args == [OFFERS[1]]


def test_setting_announces_nothing(offers, qtbot):
    with qtbot.assertNotEmitted(offers.offer_selected), qtbot.assertNotEmitted(offers.offer_activated):
        offers.set_offers(OFFERS[1:])
        offers.set_offers(())
    assert offers.current() is None


def test_the_chosen_one_is_kept_where_it_is_still_there(offers):
    offers.set_offers(OFFERS[2:])
    offers.set_offers(OFFERS, keep=True)
    assert offers.current() == OFFERS[2]
    offers.set_offers(OFFERS[:2], keep=True)
    assert offers.current() == OFFERS[0]


def test_without_rows_a_sentence_stands_there(offers):
    offers.set_nothing("Nothing is called so.")
    offers.set_offers(())
    assert not view(offers).isVisible()
    offers.set_offers(OFFERS)
    assert view(offers).isVisible()


@pytest.mark.parametrize(("row", "marked"), [(0, True), (1, False), (3, False)])
def test_what_is_here_is_marked(offers, row, marked):
    seen = picture(offers, row)
    assert np.all(np.abs(seen.astype(int) - DARK.good.getRgb()[:3]) < 30, axis=2).any() == marked


def test_each_kind_has_its_sign_and_none_has_none(offers):
    signs = [
        np.all(np.abs(picture(offers, row)[:, 10:].astype(int) - DARK.accent.getRgb()[:3]) < 30, axis=2)
        for row in range(4)
    ]
    assert [sign.any() for sign in signs] == [True, True, False, True]


def test_the_chosen_row_has_a_ground_of_its_own(offers):
    assert close(picture(offers, 0)[3, 200], DARK.chosen.getRgb()[:3])
    assert not close(picture(offers, 1)[3, 200], DARK.chosen.getRgb()[:3], by=5)


def test_text_never_runs_into_the_next_column(qtbot):
    long = "timm/" + "a_very_long_name" * 20
    wide = shown(qtbot, OfferList(), 420, 120)
    wide.set_offers((Offer("timm/a", "", (("heads", 12),), 86_567_656, (224, 224)),))
    short = picture(wide, 0)
    wide.set_offers((Offer(long, "W" * 200, (("heads", 12),), 86_567_656, (224, 224)),))
    right = picture(wide, 0)[:, 200:]
    assert np.array_equal(right, short[:, 200:])


def test_rows_say_all_of_it_to_screen_readers(offers):
    said = view(offers).model().index(3, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "timm/vit: timm · 12 heads · 86.6 M parameters · input 224 × 224 px · needs attnscope[timm]"
    assert view(offers).accessibleName()
