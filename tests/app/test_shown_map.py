"""What lies over the picture, and where; worked out by hand."""

import numpy as np
import pytest
from attnscope.app.link.protocol import Message
from attnscope.app.state.shown_map import Overlay, overlay_of, pin_boxes, second_overlay_of, strongest
from attnscope.app.state.state import Answer, Beside, Fields
from attnscope.app.state.wishes import Focus, Look, Question
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
    asked = Question("map", 0, query=(3, 12))
    answers = {"map": Answer(asked, fields().answers["map"].message)}
    shown = overlay_of(fields(focus=Focus(query=(3, 12)), answers=answers))
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


def test_the_strongest_values_that_make_six_tenths_of_the_sum_are_kept():
    values = np.array([[0.5, 0.05], [0.3, 0.15]], np.float32)
    assert np.array_equal(np.isfinite(strongest(values, 0.6)), [[True, False], [True, False]])
    assert np.array_equal(np.isfinite(strongest(values, 0.5)), [[True, False], [False, False]])
    assert strongest(values, 1.0) is values


def test_without_any_mass_nothing_is_left_out():
    assert np.array_equal(strongest(np.zeros((2, 2), np.float32), 0.6), np.zeros((2, 2)))


def test_the_row_under_the_pointer_is_shown_instead_of_the_picked_one():
    moving = Message({"kind": "map", "id": 2, "extent": [0, 0, 20, 20], "query": 1}, {"values": VALUES * 2})
    shown = overlay_of(fields(hovered=Answer(Question("map", 0, query=(1, 1)), moving)))
    assert shown is not None
    assert shown.query == 1


def compared(second: str, other: np.ndarray, **look: object) -> Fields:
    beside = Message({"kind": "map", "id": 3, "extent": [0, 0, 20, 20], "query": 2}, {"values": other})
    answers = fields().answers | {"beside:map": Answer(Question("map", 0, beside=True), beside)}
    return fields(answers=answers, beside=Beside(PICTURE, PASS), focus=Focus(second=second), look=Look(**look))


def test_a_difference_is_the_first_less_the_second_around_the_middle_of_its_colours():
    shown = second_overlay_of(compared("difference", VALUES[::-1]))
    assert shown is not None
    assert shown.values == pytest.approx(np.array([[-0.2, -0.2], [0.2, 0.2]]))
    assert (shown.low, shown.high) == pytest.approx((-0.2, 0.2))


def test_maps_on_different_grids_have_no_difference():
    assert second_overlay_of(compared("difference", np.zeros((3, 2), np.float32))) is None


def test_two_pictures_side_by_side_share_one_scale():
    now = compared("beside", VALUES * 5)
    first, second = overlay_of(now), second_overlay_of(now)
    assert first is not None
    assert second is not None
    assert first.high == second.high == pytest.approx(2.0)


def test_a_held_scale_holds_for_every_map():
    shown = overlay_of(fields(look=Look(scale="held", held=(0.1, 0.9))))
    assert shown is not None
    assert (shown.low, shown.high) == (0.1, 0.9)


def test_rollout_lies_over_the_picture_when_it_is_wished():
    rolled = Message({"kind": "rollout", "id": 4, "extent": [0, 0, 20, 20], "query": 0}, {"values": VALUES * 3})
    answers = fields().answers | {"source": Answer(Question("rollout", 0), rolled)}
    shown = overlay_of(fields(answers=answers, focus=Focus(source="rollout")))
    assert shown is not None
    assert shown.high == pytest.approx(1.2)


def pinned(box: list[float] | None, **changes: object) -> Fields:
    at = Answer(Question("map", 0, query=(3, 12)), Message({"box": box}, {"values": VALUES}))
    return fields(focus=Focus(pins=((3, 12),), **changes), answers=fields().answers | {"pin:0": at})


def test_a_pin_is_where_its_query_lies_also_where_the_keys_have_larger_cells():
    now = pinned([0, 10, 5, 15])
    assert pin_boxes(now, overlay_of(now), PASS) == [(15 + 30, 0, 15, 15)]


def test_until_its_query_is_known_a_pin_is_the_cell_that_it_is_in():
    now = pinned(None)
    assert pin_boxes(now, overlay_of(now), PASS) == [(15 + 30, 0, 30, 30)]


def test_a_pin_on_the_pinned_picture_goes_through_the_affine_of_that_picture():
    other = PassInfo((HEADS,), (), (), Affine(left=0, top=2, across=1, down=1), (20, 20), {})
    now = pinned([0, 10, 5, 15])
    assert pin_boxes(now, overlay_of(now), other) == [(10, 2, 5, 5)]


def test_a_class_is_shown_in_a_network_without_attention_too():
    bare = PassInfo((), (), (), Affine(left=15, top=0, across=3, down=3), (20, 20), {})
    told = Message({"kind": "gradcam", "id": 1, "extent": [0, 0, 20, 20]}, {"values": VALUES})
    answers = {"source": Answer(Question("gradcam", 0), told)}
    shown = overlay_of(fields(outcome=bare, focus=Focus(source="gradcam"), answers=answers))
    assert shown is not None
    assert shown.box == (15, 0, 60, 60)
    assert overlay_of(fields(outcome=bare, answers={})) is None
