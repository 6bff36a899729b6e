"""Moving pictures, frame by frame: what every kind of them can do, and how a file is opened as one. No torch."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

from ..errors import UserError

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


def open_film(path: Path, give_up: GiveUp) -> Film | None:
    """The frames of a video, or of a picture that has several; None where it was given up.

    **Raises** UserError: no film, damaged, not readable, or the part of the program that reads videos is missing.
    """
    if path.suffix.lower() not in FILMS:
        from .picture_frames import PictureFrames

        return PictureFrames(path)
    try:
        # Loads some fifty libraries, and most people open no video.
        from .video_frames import open_video
    except ImportError as error:
        raise UserError('Videos need one more package: run pip install "attnscope[video]".') from error
    return open_video(path, give_up)


def number_at(times: npt.NDArray[np.float64], seconds: float) -> int:
    """The frame that is on screen at a time: the last one that began by then."""
    return max(0, int(np.searchsorted(times, seconds + 1e-9, side="right")) - 1)
