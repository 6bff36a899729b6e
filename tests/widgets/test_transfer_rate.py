"""The rate is that of the last seconds, by the clock that is handed in."""

import pytest
from attnscope.widgets.controls.transfer_rate import TransferRate


class Clock:
    """A clock that stands until it is told to go on."""

    def __init__(self):
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def told(*seen: tuple[float, int]) -> float | None:
    """The rate after so many bytes were there at these times."""
    clock = Clock()
    rate = TransferRate(clock)
    for second, done in seen:
        clock.now = 100.0 + second
        rate.note(done)
    return rate.per_second()


def test_bytes_over_seconds():
    assert told((0, 0), (1, 4_000), (2, 6_000)) == pytest.approx(3_000)


def test_nothing_is_told_too_soon():
    assert told() is None
    assert told((0, 0)) is None
    assert told((0, 0), (0.4, 9_000)) is None


def test_what_was_there_at_first_was_not_fetched():
    assert told((0, 50_000), (2, 52_000)) == pytest.approx(1_000)


def test_it_forgets_what_is_long_ago():
    slow = [(second, 100 * second) for second in range(20)]
    fast = [(19 + second, 1_900 + 5_000 * second) for second in range(1, 7)]
    assert told(*slow, *fast) == pytest.approx(5_000)


def test_fewer_bytes_begin_anew():
    assert told((0, 0), (1, 9_000), (2, 0), (4, 2_000)) == pytest.approx(1_000)
