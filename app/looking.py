"""What the user wishes to look at, and how: it changes the state alone, nothing is asked here."""

import dataclasses

from .questions import after_step
from .state import State
from .wishes import Query


class Looking:
    """Wishes about the newest pass: which layer, head, query and channel, and how they are drawn."""

    def __init__(self, state: State) -> None:
        self._state = state

    def select_layer(self, index: int) -> None:
        """Look at another layer."""
        outcome = self._state.now.outcome
        if outcome and 0 <= index < len(outcome.layers) and index != self._state.now.focus.layer:
            self._state.update(focus=after_step(self._state.now.focus, outcome, index))

    def step(self, by: int) -> None:
        """Step along the layers; stays at either end."""
        if outcome := self._state.now.outcome:
            self.select_layer(min(max(self._state.now.focus.layer + by, 0), len(outcome.layers) - 1))

    def step_head(self, by: int) -> None:
        """Round through the heads; the mean stands before the first."""
        now = self._state.now
        heads = now.outcome.layers[now.focus.layer].heads if now.outcome and now.outcome.layers else 0
        if heads:
            at = (-1 if now.focus.head is None else now.focus.head) + 1 + by
            head = at % (heads + 1) - 1
            self.focus(head=None if head < 0 else head)

    def pick(self, query: Query) -> None:
        """Pick a query in a layer of heads."""
        self.focus(query=query)

    def focus(self, **changes: object) -> None:
        """Change fields of the focus: a head, a query, a channel."""
        self._state.update(focus=dataclasses.replace(self._state.now.focus, **changes))

    def look(self, **changes: object) -> None:
        """Change fields of the look: how things are drawn."""
        self._state.update(look=dataclasses.replace(self._state.now.look, **changes))
