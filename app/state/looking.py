"""What the user wishes to look at, and how: it changes the state alone, nothing is asked here."""

import dataclasses

from .questions import after_step
from .shown_map import overlay_of
from .state import State
from .wishes import Query, Scale, Second, Source


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

    def pin(self) -> None:
        """Pin the picked place, to be compared with others; a pinned one is let go of."""
        focus = self._state.now.focus
        if not isinstance(focus.query, tuple):
            return
        if focus.query in focus.pins:
            self.unpin(focus.pins.index(focus.query))
        else:
            self.focus(pins=(*focus.pins, focus.query))

    def unpin(self, index: int) -> None:
        """Let go of one pinned place."""
        pins = self._state.now.focus.pins
        self.focus(pins=(*pins[:index], *pins[index + 1 :]))

    def unpin_all(self) -> None:
        """Let go of every pinned place."""
        self.focus(pins=())

    def show_source(self, source: Source) -> None:
        """Lay another source over the picture."""
        self.focus(source=source, view="picture")

    def show_beside(self, second: Second) -> None:
        """Show something beside it; "" takes the second pane away."""
        self.focus(second=second, view="picture")

    def scale(self, scale: Scale) -> None:
        """What the colours are to span; "held" is what they span now, for every map that follows."""
        shown = overlay_of(self._state.now)
        if scale == "held" and shown is not None:
            self.hold(shown.low, shown.high)
        else:
            self.look(scale=scale)

    def hold(self, low: float, high: float) -> None:
        """Let the colours span this, for every map."""
        self.look(scale="held", held=(float(low), float(high)))

    def focus(self, **changes: object) -> None:
        """Change fields of the focus: a head, a query, a channel."""
        self._state.update(focus=dataclasses.replace(self._state.now.focus, **changes))

    def look(self, **changes: object) -> None:
        """Change fields of the look: how things are drawn."""
        self._state.update(look=dataclasses.replace(self._state.now.look, **changes))
