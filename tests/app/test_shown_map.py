"""What lies over the picture, and where; worked out by hand."""

import numpy as np
import pytest
from attnscope.app.protocol import Message
from attnscope.app.shown_map import Overlay, overlay_of
from attnscope.app.state import Answer, Fields
from attnscope.app.wishes import Focus, Question
from attnscope.models.pictures.images import Picture
from attnscope.models.records import Affine, LayerInfo, PassInfo

PICTURE = Picture(np.zeros((60, 90, 3), np.uint8), "a.png")
HEADS = LayerInfo("attn", 0, "heads", (1, 2, 5, 5), "softmax", heads=2, queries=5, keys=5, prefix=1, places=(2, 2))
# The network saw the middle 60 x 60 of the picture at 20 x 20.
PASS = PassInfo((HEADS,), (), (), Affine(left=15, top=0, across=3, down=3), (20, 20), {})
VALUES = np.array([[0.1, 0.2], [0.3, 0.4]], np.float32)


def fields(**changes: object) -> Fields:
    header = {"kind": "map", "id": 1, "extent": [0, 0, 20, 20], "query": 2, "box": [0, 10, 10, 20]}
    answers = {"map": Answer(Question("map", 0), Message(header, {"values": VALUES}))}
    held = {"picture": PICTURE, "pictured": PICTURE, "outcome": PASS, "answers": answers} | changes
    return Fields(**held)  # pyright: ignore[reportArgumentType]


def test_a_map_goes_through_the_affine_to_where_the_network_looked():
    shown = overlay_of(fields())
    assert shown is not None
    assert shown.box == (15, 0, 60, 60)
    assert (shown.low, shown.high) == pytest.approx((0.0, 0.4))
    assert shown.marker is None


def test_the_picked_querys_cell_is_marked_in_pixels_of_the_picture():
    shown = overlay_of(fields(focus=Focus(query=(3, 12))))
    assert shown is not None
    assert shown.marker == (15 + 30, 0, 30, 30)


def test_nothing_of_another_picture_is_laid_over_a_new_one():
    assert overlay_of(fields(picture=Picture(np.zeros((5, 5, 3), np.uint8), "b.png"))) is None


def test_the_value_under_the_pointer_is_that_of_its_cell():
    shown = overlay_of(fields())
    assert shown is not None
    assert shown.at(15 + 31, 29) == ((0, 1), pytest.approx(0.2))
    assert shown.at(15, 59) == ((1, 0), pytest.approx(0.3))
    assert shown.at(14.9, 30) is None
    assert shown.at(75, 30) is None


def test_a_cell_without_a_weight_has_no_value():
    values = VALUES.copy()
    values[0, 0] = np.nan
    assert Overlay(values, (0, 0, 10, 10), 0, 1).at(1, 1) is None


def test_before_and_after_the_gate_share_one_scale():
    gate = LayerInfo("gate", 0, "channel", (1, 3), "sigmoid")
    outcome = PassInfo((gate,), (), (), Affine(0, 0, 1, 1), (20, 20), {})
    arrays = {"before": VALUES * 2, "after": VALUES}
    feature = Answer(Question("feature", 0, channel=1), Message({"extent": [0, 0, 20, 20]}, arrays))
    after = overlay_of(fields(outcome=outcome, answers={"feature": feature}, focus=Focus(channel=1)))
    before = overlay_of(fields(outcome=outcome, answers={"feature": feature}, focus=Focus(channel=1, before=True)))
    assert after is not None
    assert before is not None
    assert (after.low, after.high) == (before.low, before.high) == pytest.approx((0.1, 0.8))
    assert before.values is arrays["before"]
