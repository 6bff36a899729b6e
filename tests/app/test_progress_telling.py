"""How far a request is reaches the window, not more often than anybody can read, and a wish to stop is heard."""

import pytest
from attnscope.app.engine.progress_telling import ProgressTelling
from attnscope.models.progress import Cancelled


def test_a_text_is_said_at_once_and_the_end_of_its_bytes_always():
    said: list[tuple] = []
    telling = ProgressTelling(
        lambda kind, number, **told: said.append((kind, number, *told.values())), 7, lambda _: False
    )
    telling("Reading")
    for done in range(1, 1001):
        telling("Fetching", done, 1000)
    telling("Moving")
    assert said[0] == ("progress", 7, "Reading", 0, 0)
    assert said[1] == ("progress", 7, "Fetching", 1, 1000)
    assert said[-2:] == [("progress", 7, "Fetching", 1000, 1000), ("progress", 7, "Moving", 0, 0)]
    assert len(said) < 100


def test_what_nobody_waits_for_is_stopped():
    telling = ProgressTelling(lambda *_, **__: None, 7, lambda number: number == 7)
    with pytest.raises(Cancelled):
        telling("Fetching", 1, 2)
