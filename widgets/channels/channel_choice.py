"""Which channels are picked: a main one, and others beside it; what clicks and keys make of them."""

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

MOST = 64
"""Channels that can be picked together."""

Order = npt.NDArray[np.intp]
"""(C,): the channels as their bars stand, left to right."""


@dataclass(frozen=True, slots=True)
class ChannelChoice:
    """The picked channels, as a list of files is picked: plain, one more, or all up to here."""

    main: int | None = None
    others: tuple[int, ...] = ()
    end: int | None = None
    """The channel that a range reaches to, which begins at the main one."""

    def only(self, channel: int) -> "ChannelChoice":
        """This one alone; picking the only one again takes it away."""
        alone = channel == self.main and not self.others
        return ChannelChoice() if alone else ChannelChoice(channel)

    def toggled(self, channel: int) -> "ChannelChoice":
        """One more, or one less; where the main one goes, the first of the others takes its place."""
        if self.main is None:
            return ChannelChoice(channel)
        if channel == self.main:
            return ChannelChoice(self.others[0], self.others[1:]) if self.others else ChannelChoice()
        if channel in self.others:
            return replace(self, others=tuple(other for other in self.others if other != channel), end=None)
        return self if len(self.others) + 1 >= MOST else replace(self, others=(*self.others, channel), end=None)

    def reaching(self, channel: int, order: Order) -> "ChannelChoice":
        """The main one and all up to this one, as the bars stand; at most `MOST` of them, counted from the main one."""
        if self.main is None:
            return ChannelChoice(channel)
        first, last = (int(np.flatnonzero(order == at)[0]) for at in (self.main, channel))
        step = 1 if last >= first else -1
        last = first + step * min(abs(last - first), MOST - 1)
        others = tuple(int(order[place]) for place in range(first + step, last + step, step)) if last != first else ()
        return ChannelChoice(self.main, others, int(order[last]))

    def extended(self, by: int, order: Order) -> "ChannelChoice":
        """A range that reaches one bar further, or begins."""
        if self.main is None:
            return self.moved(by, order)
        end = self.main if self.end is None else self.end
        place = int(np.flatnonzero(order == end)[0]) + by
        return self.reaching(int(order[min(max(place, 0), len(order) - 1)]), order)

    def moved(self, by: int, order: Order) -> "ChannelChoice":
        """The neighbour of the main one alone; stays at the ends."""
        if self.main is None:
            return ChannelChoice(int(order[0 if by > 0 else -1]))
        place = int(np.flatnonzero(order == self.main)[0]) + by
        return ChannelChoice(int(order[min(max(place, 0), len(order) - 1)]))
