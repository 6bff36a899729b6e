"""What the colours span, worked out by hand."""

import numpy as np
import pytest
from attnscope.app.link.protocol import Message
from attnscope.app.state.scale import limits
from attnscope.app.state.state import Answer
from attnscope.app.state.wishes import Look, Question

VALUES = np.array([[0.2, np.nan], [0.6, 0.5]], dtype=np.float32)


def ranged(low: float, high: float) -> Answer:
    return Answer(Question("range", 0), Message({"kind": "range", "id": 1, "low": low, "high": high}))


def test_this_map_spans_its_own_values_and_skips_what_is_missing():
    assert limits(Look(), "spatial", VALUES, []) == pytest.approx((0.2, 0.6))


def test_attention_weights_begin_at_zero_so_that_an_even_row_looks_even():
    assert limits(Look(), "heads", VALUES, []) == pytest.approx((0.0, 0.6))


def test_several_layers_span_from_the_smallest_to_the_largest_of_them():
    answers = [ranged(0.3, 0.4), ranged(0.1, 0.9)]
    assert limits(Look(scale="all"), "spatial", VALUES, answers) == (0.1, 0.9)
    assert limits(Look(scale="all"), "heads", VALUES, answers) == (0.0, 0.9)


def test_the_map_serves_until_the_ranges_have_come():
    assert limits(Look(scale="layer"), "spatial", VALUES, []) == pytest.approx((0.2, 0.6))


def test_zero_to_one_is_zero_to_one():
    assert limits(Look(scale="unit"), "heads", VALUES * 5, [ranged(3, 4)]) == (0.0, 1.0)


@pytest.mark.parametrize("value", [0.0, 0.5, -3.0])
def test_a_constant_map_has_a_range_that_is_not_empty(value: float):
    low, high = limits(Look(), "spatial", np.full((2, 2), value, np.float32), [])
    assert low <= value < high


def test_a_map_of_nothing_has_a_range():
    assert limits(Look(), "heads", np.full((2, 2), np.nan), []) == (0.0, 1.0)
