"""Hands the small pictures of the layers to whoever shows them, each once."""

from collections.abc import Callable

import numpy as np

from ..state.scale import own_limits
from ..state.state import Answer, State
from ..state.wishes import Look


class PreviewFeed:
    """Calls `show(index, values, low, high)` for every preview that has newly come."""

    def __init__(self, state: State, show: Callable[[int, np.ndarray, float, float], None]) -> None:
        self._state = state
        self._show = show
        self._shown: dict[int, Answer] = {}

    def on_changed(self, names: frozenset[str]) -> None:
        """To be called with what changed in the state."""
        now = self._state.now
        if "outcome" in names:
            self._shown.clear()
        if now.outcome is None or not names & {"outcome", "answers"}:
            return
        for index, layer in enumerate(now.outcome.layers):
            answer = now.answers.get(f"preview:{index}")
            if answer and self._shown.get(index) is not answer:
                self._shown[index] = answer
                self._show(index, answer.array(), *own_limits(Look(), layer.kind, answer.array()))
