"""Plays the film that is open, or steps through it."""

from .live_feed import LiveFeed
from .video import Video


class Player:
    """What the buttons below a film and the keys do."""

    def __init__(self, video: Video, feed: LiveFeed) -> None:
        self._video, self._feed = video, feed

    @property
    def is_playing(self) -> bool:
        """Whether frames come by themselves."""
        return self._feed.source is self._video

    def step(self, by: int) -> None:
        """To the next or previous frame, and stay there."""
        self.play(False)
        self._video.step(by)

    def play(self, on: bool) -> None:
        """Play, or stay at the frame that is shown; pages of a document cannot be played."""
        if on and not self.is_playing and self._video.length > 0:
            self._feed.start(self._video)
        elif self.is_playing and not on:
            self._feed.stop()

    def toggle(self) -> None:
        """Play, or stay."""
        self.play(not self.is_playing)
