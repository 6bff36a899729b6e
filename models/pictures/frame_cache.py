"""The frames that were decoded last, so that a step back needs no decoding; bounded by their bytes."""

from collections import OrderedDict

import numpy as np
import numpy.typing as npt

LIMIT = 192 * 2**20
"""Bytes: thirty frames of 1080p."""


class FrameCache:
    """Frame number -> pixels; the one that was not used for longest goes first."""

    def __init__(self, limit: int = LIMIT) -> None:
        self._limit, self._bytes = limit, 0
        self._frames: OrderedDict[int, npt.NDArray[np.uint8]] = OrderedDict()

    def get(self, number: int) -> npt.NDArray[np.uint8] | None:
        """The frame, if it is still there."""
        if number in self._frames:
            self._frames.move_to_end(number)
        return self._frames.get(number)

    def put(self, number: int, pixels: npt.NDArray[np.uint8]) -> None:
        """Keep a frame; the newest is always kept."""
        if number in self._frames:
            self._bytes -= self._frames.pop(number).nbytes
        self._frames[number] = pixels
        self._bytes += pixels.nbytes
        while self._bytes > self._limit and len(self._frames) > 1:
            self._bytes -= self._frames.popitem(last=False)[1].nbytes
