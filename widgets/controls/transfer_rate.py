"""How fast something comes in."""

from collections import deque
from collections.abc import Callable

WINDOW = 5.0
"""Seconds that are looked back: short enough to follow a change, long enough not to flicker."""
SOONEST = 0.5
"""Seconds from which on a rate is told."""


class TransferRate:
    """Bytes a second over the last few seconds, by a clock that is handed in."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._seen: deque[tuple[float, int]] = deque()

    def note(self, done: int) -> None:
        """So many bytes are here now; fewer than before begins anew."""
        now = self._clock()
        if self._seen and done < self._seen[-1][1]:
            self._seen.clear()
        self._seen.append((now, done))
        # One that is older than the window stays, so that the rate spans all of it.
        while len(self._seen) > 2 and self._seen[1][0] <= now - WINDOW:
            self._seen.popleft()

    def per_second(self) -> float | None:
        """Bytes a second; None while there is too little to tell it from."""
        if not self._seen:
            return None
        (start, first), (end, last) = self._seen[0], self._seen[-1]
        return (last - first) / (end - start) if end - start >= SOONEST else None

    def clear(self) -> None:
        """Something else comes in."""
        self._seen.clear()
