"""Three numbers are read in every way in which people write them, and a wrong scale is said."""

import pytest
from attnscope.models.errors import UserError
from attnscope.widgets.networks.colour_numbers import are_close, numbers_text, read_mean, read_std

IMAGENET = (0.485, 0.456, 0.406)


@pytest.mark.parametrize(
    "text",
    ["0.485, 0.456, 0.406", "0.485 0.456 0.406", "[0.485, 0.456, 0.406]", "(.485;.456;.406)", " 4.85e-1,0.456 ,0.406 "],
)
def test_ways_of_writing(text):
    assert read_mean(text) == IMAGENET


def test_one_number_is_meant_for_all_three():
    assert read_std("0.5") == (0.5, 0.5, 0.5)


@pytest.mark.parametrize("text", ["", "0.1, 0.2", "0.1 0.2 0.3 0.4", "a, b, c", "nan, 0, 0", "inf"])
@pytest.mark.parametrize("read", [read_mean, read_std])
def test_what_is_no_three_numbers_is_said(read, text):
    with pytest.raises(UserError, match="three numbers"):
        read(text)


@pytest.mark.parametrize(
    ("read", "text"), [(read_mean, "123.675, 116.28, 103.53"), (read_std, "58.395, 57.12, 57.375")]
)
def test_the_scale_of_bytes_is_said(read, text):
    with pytest.raises(UserError, match=r"divide .* by 255"):
        read(text)


@pytest.mark.parametrize("text", ["0, 1, 1", "-0.2"])
def test_a_deviation_must_be_above_nought(text):
    with pytest.raises(UserError, match="above 0"):
        read_std(text)


def test_a_text_of_numbers_reads_as_the_same_numbers():
    clip = (0.48145466, 0.4578275, 0.40821073)
    assert are_close(read_mean(numbers_text(clip)), clip)
    assert not are_close(IMAGENET, clip)
    assert numbers_text(IMAGENET) == "0.485, 0.456, 0.406"
