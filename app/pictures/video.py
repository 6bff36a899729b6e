"""A video, or a picture of several frames, gone through frame by frame or played; decoded off the window's thread."""

import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Signal

from ...models.pictures.films import number_at
from ...models.pictures.images import Picture, presentable
from ..state.state import State
from .film_reader import FilmReader
from .live_source import LiveSource

_NOTHING = np.zeros(0)


class Video(LiveSource):
    """The film that is open, and where in it the user is. As a live source it plays at its own pace."""

    changed = Signal()
    """Another film, none any more, or another frame."""
    opened = Signal(object)
    """A video file of this path."""
    failed = Signal(str)
    waiting = Signal(str)
    """A sentence while a file is read that takes its time; "" once that is over."""

    def __init__(self, state: State, show: Callable[[Picture], object]) -> None:
        super().__init__()
        self._state, self._show = state, show
        self.path: Path | None = None
        self.number = 0
        """The frame that is shown, counted from 0, or on its way."""
        self.times: npt.NDArray[np.float64] = _NOTHING
        """(n,): seconds after the first frame; all 0 for pages."""
        self.length = 0.0
        self._began: tuple[float, float] | None = None
        """When playing began, by the clock and in the film."""
        self._frame: Picture | None = None
        self._reader = FilmReader()
        self._reader.opened.connect(self._on_opened)
        self._reader.read.connect(self._on_frame)
        self._reader.failed.connect(self._on_trouble)
        state.changed.connect(self._on_changed)

    @property
    def count(self) -> int:
        """Frames; 0 while nothing is open."""
        return len(self.times)

    @property
    def _is_coming(self) -> bool:
        return self.path is not None and self._frame is None

    def open(self, path: Path, shown: Picture | None = None) -> None:
        """Open a film and show its first frame, unless that is shown already."""
        self.close()
        self.path, self.title, self._frame = path, presentable(path.name), shown
        self._reader.open(path)
        self.waiting.emit(self.tr("Reading {0} …").format(self.title))

    def close(self) -> None:
        """Let go of the film; the frame that is on screen stays."""
        if self.path is None:
            return
        self._reader.close()
        self.path, self.title, self.times, self.length, self.number = None, "", _NOTHING, 0.0, 0
        self._frame = self._began = None
        self.waiting.emit("")
        self.changed.emit()

    def go(self, number: int) -> None:
        """Show a frame by its number; the newest wish wins."""
        number = min(max(number, 0), self.count - 1)
        if self.count and number != self.number:
            self._wish(number)
            self._set_clock()

    def step(self, by: int) -> None:
        """To the next or previous frame; stays at either end."""
        self.go(self.number + by)

    def go_to(self, seconds: float) -> None:
        """Show the frame that is on screen at this time."""
        self.go(number_at(self.times, seconds))

    # ------------------------------------------------------------------ as a live source

    def start(self) -> None:
        """Play on from the frame that is shown, or from the beginning where that is the last one."""
        if self.number >= self.count - 1:
            self.number = 0
        self._began = (time.monotonic(), 0.0)
        self._set_clock()

    def stop(self) -> None:
        """Stay at the frame that is shown."""
        self._began = None

    def ask(self) -> None:
        """The frame that is due now; where the network is slower than the film, those between are left out."""
        if self._began is None or not self.count:
            return
        clock, second = self._began
        due = number_at(self.times, second + time.monotonic() - clock)
        if self.number >= self.count - 1:
            self.said.emit("")
            return
        self._wish(max(due, self.number + 1))

    # ------------------------------------------------------------------ what comes of it

    def _set_clock(self) -> None:
        """Playing goes on from the frame that is shown now."""
        if self._began is not None and self.count:
            self._began = (time.monotonic(), float(self.times[self.number]))

    def _wish(self, number: int) -> None:
        self.number = number
        self._reader.ask(number)
        self.changed.emit()

    def _on_trouble(self, sentence: str) -> None:
        self.waiting.emit("")
        playing, self._began = self._began is not None, None
        if not self.count:
            self.close()
        if playing:
            self.said.emit(sentence)
        else:
            self.failed.emit(sentence)

    def _on_opened(self, times: npt.NDArray[np.float64], length: float) -> None:
        assert self.path is not None
        self.waiting.emit("")
        self.times, self.length = times, length
        if self._frame is None:
            self.opened.emit(self.path)
            self._wish(0)
        self.changed.emit()

    def _on_frame(self, pixels: npt.NDArray[np.uint8]) -> None:
        name = self.tr("{0} · frame {1}").format(self.title, self.number + 1)
        self._frame = Picture(pixels, name)
        if self._began is not None:
            self.framed.emit(self._frame)
        else:
            self._show(self._frame)

    def _on_changed(self, names: frozenset[str]) -> None:
        """A picture from elsewhere takes the place of the film; one of several frames brings its own.

        Not while the film is on its way: what comes then was wished before it.
        """
        picture = self._state.now.picture
        if "picture" not in names or picture is None or picture is self._frame or self._is_coming:
            return
        if self.path is not None:
            self.close()
        if picture.frames > 1 and picture.path is not None:
            self.open(picture.path, picture)
