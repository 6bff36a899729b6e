"""Sizes are said in units of a thousand, short enough for a row of a list."""

import pytest
from attnscope.widgets.look.size_text import bytes_text, left_text, parameters_text, pixels_text, share_text


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "0 bytes"),
        (999, "999 bytes"),
        (1_000, "1 kB"),
        (999_960, "1 MB"),
        (5_600_000, "5.6 MB"),
        (97_800_000, "98 MB"),
        (2_534_512_443, "2.5 GB"),
    ],
)
def test_files(count, said):
    assert bytes_text(count) == said


@pytest.mark.parametrize(
    ("done", "total", "said"),
    [
        (31_400_000, 97_800_000, "31 of 98 MB"),
        (0, 97_800_000, "0 of 98 MB"),
        (310_000_000, 1_200_000_000, "0.3 of 1.2 GB"),
    ],
)
def test_a_part_is_said_in_the_unit_of_the_whole(done, total, said):
    assert share_text(done, total) == said


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (86_567_656, "86.6 M"),
        (1_136_480_000, "1.14 G"),
        (12_500, "12.5 k"),
        (999_990, "1.0 M"),
        (96, "96"),
    ],
)
def test_parameters(count, said):
    assert parameters_text(count) == said


def test_pictures_are_said_rows_first():
    assert pixels_text((480, 640)) == "480 × 640"


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0.2, "1 s left"), (5.4, "5 s left"), (59.6, "1 min left"), (170, "3 min left"), (4_800, "1 h 20 min left")],
)
def test_times(seconds, said):
    assert left_text(seconds) == said
