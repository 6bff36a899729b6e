"""Moving pictures, frame by frame: what every kind of them can do. No torch."""

from collections.abc import Callable
from typing import Protocol

import numpy as np
import numpy.typing as npt

FILMS = (".mp4", ".m4v", ".mov", ".webm", ".mkv", ".avi", ".mpg", ".mpeg", ".ogv", ".wmv", ".flv", ".3gp", ".mts")
"""How files of videos end."""

GiveUp = Callable[[], bool]
"""Asked now and then during long work: whether nobody waits for it any more."""


class Film(Protocol):
    """Frames by their number, counted from 0. One thread at a time may ask."""

    @property
    def times(self) -> npt.NDArray[np.float64]:
        """(n,): when each frame is shown, in seconds after the first, ascending; all 0 where there is no time."""
        ...

    @property
    def length(self) -> float:
        """Seconds from the first frame until after the last; 0 where there is no time."""
        ...

    def frame(self, number: int, give_up: GiveUp) -> npt.NDArray[np.uint8] | None:
        """A frame; None where it was given up.

        **Shapes**: (H, W, 3), red, green, blue, right side up.

        **Raises** UserError: it cannot be decoded.
        """
        ...

    def close(self) -> None:
        """Lets go of the file."""
        ...


def number_at(times: npt.NDArray[np.float64], seconds: float) -> int:
    """The frame that is on screen at a time: the last one that began by then."""
    return max(0, int(np.searchsorted(times, seconds + 1e-9, side="right")) - 1)
