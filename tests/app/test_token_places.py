"""Tokens that lie row by row over the whole input are found at their places."""

import dataclasses

import pytest
from attnscope.app.token_places import place_of, token_at

from .heads_answers import layer, outcome

LAYER = layer("attn", 2)  # a class token, then 3 x 5 cells of 8 x 8 pixels
PASS = outcome(LAYER)


@pytest.mark.parametrize(("place", "token"), [((0, 0), 1), ((7, 39), 5), ((8, 0), 6), ((23, 39), 15), ((24, 0), None)])
def test_the_token_whose_cell_holds_the_place(place, token):
    assert token_at(LAYER, PASS, 16, place) == token


@pytest.mark.parametrize(("token", "place"), [(0, None), (1, (4, 4)), (7, (12, 12)), (15, (20, 36)), (16, None)])
def test_the_middle_of_a_tokens_cell(token, place):
    assert place_of(LAYER, PASS, 16, token) == place


def test_there_and_back():
    assert all(token_at(LAYER, PASS, 16, place_of(LAYER, PASS, 16, token)) == token for token in range(1, 16))


def test_where_the_order_is_not_known_nothing_is_claimed():
    windows = dataclasses.replace(LAYER, shape=(1, 4, 2, 16, 16))
    assert token_at(windows, PASS, 16, (0, 0)) is None
    assert place_of(LAYER, PASS, 9, 3) is None
    assert token_at(layer("attn", 2, placed=False), PASS, 16, (0, 0)) is None
