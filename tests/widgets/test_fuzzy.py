"""A few letters find what is meant."""

import pytest
from attnscope.widgets.controls.fuzzy import fuzzy


def best(wanted: str, *texts: str) -> str:
    found = {text: match.score for text in texts if (match := fuzzy(wanted, text))}
    return max(found, key=lambda text: found[text])


def test_words_are_found_in_any_order_and_in_any_case():
    match = fuzzy("GATE stages", "Go to stages.0.gate")
    assert match is not None
    assert match.places == (6, 7, 8, 9, 10, 11, 15, 16, 17, 18)


def test_letters_may_have_others_between_them():
    match = fuzzy("eat", "encoder.1.attention")
    assert match is not None
    assert [("encoder.1.attention")[place] for place in match.places] == ["e", "a", "t"]


@pytest.mark.parametrize("wanted", ["zz", "stages gates", "etag"])
def test_what_is_not_in_it_in_this_order_does_not_fit(wanted):
    assert fuzzy(wanted, "stage gate") is None


def test_nothing_typed_fits_everything_and_marks_no_letter():
    match = fuzzy("  ", "Zoom in")
    assert match is not None
    assert match.places == ()


def test_the_beginning_of_a_word_counts_more_than_its_middle():
    assert best("in", "Zoom in", "Contour lines") == "Zoom in"


def test_letters_that_stand_together_count_more_than_scattered_ones():
    assert best("grid", "go round in dots", "cell grid of this") == "cell grid of this"


def test_of_two_that_fit_alike_the_shorter_one_is_meant():
    assert best("zoom", "Zoom in by a quarter", "Zoom in") == "Zoom in"


def test_chinese_is_found_as_it_is_written():
    match = fuzzy("缩放", "放大 · 缩放")
    assert match is not None
    assert match.places == (5, 6)
