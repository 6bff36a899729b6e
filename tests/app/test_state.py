"""The state says what changed, once, and nothing when nothing did."""

from attnscope.app.state.state import State
from attnscope.app.state.wishes import Focus


def test_names_of_what_differs_are_said_once():
    state = State()
    heard: list[frozenset[str]] = []
    state.changed.connect(heard.append)
    state.update(focus=Focus(layer=3), activity="idle")
    assert heard == [frozenset({"focus", "activity"})]
    assert state.now.focus.layer == 3


def test_nothing_is_said_when_nothing_differs():
    state = State()
    heard: list[frozenset[str]] = []
    state.changed.connect(heard.append)
    state.update(focus=Focus(), activity="starting", notice=None)
    assert heard == []
