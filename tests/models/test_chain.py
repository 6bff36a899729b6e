"""Which layers hand on attention: by their places, whatever their windows, and no further than their tokens go."""

import numpy as np
import pytest
from attnscope.models.analysis.chain import chain_of
from attnscope.models.errors import UserError
from attnscope.models.records import Grid

from .hand_made_layers import NOWHERE, cells, made_layer, self_attention

SIZE = (8, 16)
WHOLE = cells(2, 4, 4)
LEFT_AND_RIGHT = WHOLE[[0, 1, 4, 5, 2, 3, 6, 7]]


def even(*shape: int) -> np.ndarray:
    return np.full(shape, 1 / shape[-1])


def whole(name: str, boxes: np.ndarray = WHOLE):
    return self_attention(even(1, len(boxes), len(boxes)), boxes, SIZE, name=name)


def windowed(name: str):
    return self_attention(even(2, 1, 4, 4), LEFT_AND_RIGHT, SIZE, name=name)


def names(*layers) -> list[str]:
    return [layer.name for layer in chain_of(layers).layers]


def test_windows_and_whole_maps_of_the_same_places_make_one_chain() -> None:
    chain = chain_of([windowed("a"), whole("b"), windowed("c")])
    assert [layer.name for layer in chain.layers] == ["a", "b", "c"]
    np.testing.assert_array_equal(chain.boxes, WHOLE)
    np.testing.assert_array_equal(chain.numbers[0], [0, 1, 4, 5, 2, 3, 6, 7])
    np.testing.assert_array_equal(chain.numbers[1], range(8))
    assert chain.note == ""


def test_gates_and_attention_between_channels_are_passed_over() -> None:
    gate = made_layer(even(1, 3, 3), None, name="gate", kind="spatial")
    channels = made_layer(even(1, 5, 5), None, name="channels", kind="other")
    assert names(whole("a"), gate, channels, whole("b"), gate) == ["a", "b"]


def test_attention_without_softmax_over_as_many_tokens_ends_it() -> None:
    linear = made_layer(even(1, 8, 8), None, name="linear", kind="other")
    chain = chain_of([whole("a"), linear, whole("b")])
    assert [layer.name for layer in chain.layers] == ["b"]
    assert "begins with b" in chain.note


def test_merged_tokens_end_it_and_the_note_says_so() -> None:
    chain = chain_of([whole("a"), whole("b", cells(1, 2, 8)), whole("c", cells(1, 2, 8))])
    assert [layer.name for layer in chain.layers] == ["b", "c"]
    assert "begins with b" in chain.note


def test_class_token_more_is_another_set_of_tokens() -> None:
    assert names(whole("a"), whole("b", cells(2, 4, 4, prefix=1))) == ["b"]


def test_class_token_is_the_first_of_the_last_layer() -> None:
    assert chain_of([whole("a")]).class_token is None
    chain = chain_of([whole("a", cells(2, 4, 4, prefix=5))])
    assert chain.class_token == 0
    np.testing.assert_array_equal(chain.start(None), [1] + [0] * 12)


def test_without_a_class_token_every_query_has_its_share() -> None:
    np.testing.assert_array_equal(chain_of([whole("a")]).start(None), [1 / 8] * 8)


@pytest.mark.parametrize("query", [4, (1, 9)])
def test_query_is_found_by_number_and_by_place(query) -> None:
    assert chain_of([whole("a"), windowed("b")]).query(query) == 2  # the first of the right window


def test_place_outside_of_the_tokens_is_refused() -> None:
    with pytest.raises(UserError, match="No query lies"):
        chain_of([whole("a")]).start((50, 1))


def test_padding_of_windows_is_no_token() -> None:
    boxes = np.array([*cells(1, 3, 4), NOWHERE], np.float32)
    padded = self_attention(even(2, 1, 2, 2), boxes, SIZE, name="a")
    chain = chain_of([padded])
    np.testing.assert_array_equal(chain.boxes, cells(1, 3, 4))
    np.testing.assert_array_equal(chain.numbers[0], [0, 1, 2, -1])
    with pytest.raises(UserError, match="padding"):
        chain.query(3)


def test_padding_that_comes_first_is_no_class_token() -> None:
    boxes = np.array([NOWHERE, *cells(1, 3, 4)], np.float32)
    chain = chain_of([self_attention(even(2, 1, 2, 2), boxes, SIZE)])
    np.testing.assert_array_equal(chain.start(None), np.full(3, 1 / 3, np.float32))


def test_no_attention_at_all_is_refused() -> None:
    with pytest.raises(UserError, match="choose a later one"):
        chain_of([made_layer(even(1, 3, 3), None, kind="channel")])


def test_layer_that_looks_across_is_refused() -> None:
    fewer = made_layer(even(1, 8, 2), Grid(SIZE, WHOLE, cells(1, 2, 8)), name="across")
    with pytest.raises(UserError, match="across does not look"):
        chain_of([whole("a"), fewer])
    other = made_layer(even(1, 8, 8), Grid(SIZE, WHOLE, WHOLE + 1), name="elsewhere")
    with pytest.raises(UserError, match="elsewhere does not look"):
        chain_of([other])


def test_windows_that_overlap_are_refused() -> None:
    twice = self_attention(even(2, 1, 4, 4), WHOLE[[0, 1, 4, 5, 1, 2, 5, 6]], SIZE, name="halo")
    with pytest.raises(UserError, match="halo"):
        chain_of([twice])


def test_tokens_without_any_place_are_refused() -> None:
    with pytest.raises(UserError, match="no place on the image"):
        chain_of([made_layer(even(1, 4, 4), None)])
