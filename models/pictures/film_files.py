"""How a file is opened as a film, whatever its kind."""

from pathlib import Path

from ..errors import UserError
from .films import FILMS, Film, GiveUp
from .picture_frames import PictureFrames


def open_film(path: Path, give_up: GiveUp) -> Film | None:
    """The frames of a video, or of a picture that has several; None where it was given up.

    **Raises** UserError: no film, damaged, not readable, or the part of the program that reads videos is missing.
    """
    if path.suffix.lower() not in FILMS:
        return PictureFrames(path)
    try:
        # Loads some fifty libraries, and most people open no video.
        from .video_frames import open_video
    except ImportError as error:
        raise UserError('Videos need one more package: run pip install "attnscope[video]".') from error
    return open_video(path, give_up)
