"""What is under the pointer stands on one line on which nothing jumps."""

import numpy as np
import pytest
from attnscope.widgets.controls.readout import Readout
from attnscope.widgets.look.theme import DARK, LIGHT, apply_theme

from .acting import pixels, shown

READING = [("pixel", "331, 288"), ("cell", "7, 5"), ("token", "92"), ("weight", "0.0712")]


@pytest.fixture
def readout(qtbot) -> Readout:
    return shown(qtbot, Readout(), 600, 24)


def ink(readout: Readout) -> np.ndarray:
    """Which columns of pixels have something on them."""
    seen = pixels(readout).astype(int)
    return np.abs(seen - seen[0, 0]).max(axis=2).max(axis=0) > 60


def test_every_part_is_on_the_line_with_its_label(readout):
    readout.set_reading(READING)
    parts = readout.placed()
    assert [(part.label, part.value) for part in parts] == READING
    columns = ink(readout)
    assert all(columns[int(part.left) : int(part.left) + 20].any() for part in parts)


def test_nothing_is_an_empty_line(readout):
    readout.set_reading(READING)
    readout.set_reading([])
    assert not ink(readout).any()
    assert readout.accessibleDescription() == ""


def test_parts_keep_their_places_while_the_numbers_change(readout):
    readout.set_reading([("pixel", "1111, 1111"), *READING[1:]])
    before = [part.left for part in readout.placed()]
    for x in (8, 77, 999, 1000):
        readout.set_reading([("pixel", f"{x}, 4"), *READING[1:]])
        assert [part.left for part in readout.placed()] == before


def test_every_digit_is_as_wide_as_any_other(readout):
    def right(value: str) -> int:
        readout.set_reading([("weight", value + "|")])
        return int(np.nonzero(ink(readout))[0].max())

    assert right("1111") == right("8888") == right("0000")


def test_with_little_room_labels_go_first_then_parts_from_the_front(readout):
    readout.set_reading(READING)
    readout.resize(220, 24)
    assert [(part.label, part.value) for part in readout.placed()] == [("", value) for _, value in READING]
    readout.resize(130, 24)
    values = [part.value for part in readout.placed()]
    assert values == [value for _, value in READING][-len(values) :]
    assert 0 < len(values) < 4
    readout.resize(20, 24)
    assert len(readout.placed()) == 1
    assert readout.placed()[0].value.endswith("…")


def test_all_of_it_is_in_the_tool_tip_and_said_to_a_screen_reader(readout):
    readout.set_reading([*READING, ("", "not seen")])
    whole = "pixel 331, 288  ·  cell 7, 5  ·  token 92  ·  weight 0.0712  ·  not seen"
    assert readout.toolTip() == readout.accessibleDescription() == whole
    assert readout.accessibleName()


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
def test_values_are_stronger_than_labels(qapp, readout, theme):
    apply_theme(qapp, theme)
    readout.set_reading([("mmmm", "")])
    label = pixels(readout).astype(int)
    readout.set_reading([("", "mmmm")])
    value = pixels(readout).astype(int)
    ground = label[0, 0]
    assert np.abs(value - ground).max() > np.abs(label - ground).max() + 20
