"""The frames of an animated GIF, WebP or PNG, and the pages of a TIFF."""

from contextlib import ExitStack
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ..errors import UserError
from .films import GiveUp
from .frame_cache import FrameCache
from .images import decoded, guarded, judged, opened, presentable


class PictureFrames:
    """A `Film` out of a picture's file."""

    def __init__(self, path: Path) -> None:
        """**Raises** UserError as `read_image` does, and where the picture has one frame only."""
        self._name = presentable(path.name)
        self._file = ExitStack()
        self._cache = FrameCache()
        stream = self._file.enter_context(opened(path, self._name))
        try:
            with guarded(self._name):
                self._stream, self._image = stream, judged(stream, self._name)
                self._at = 0
                count = int(getattr(self._image, "n_frames", 1))
                if count < 2:
                    raise UserError(f"{self._name} has one frame only: open it as a picture.")
                self._lasting = self._durations(count)
        except UserError:
            self.close()
            raise

    def _durations(self, count: int) -> npt.NDArray[np.float64]:
        """(n,) seconds; a viewer shows what lasts 10 ms or less for a tenth of a second, as browsers do."""
        lasting = np.zeros(count)
        if self._image.format == "TIFF":
            return lasting
        for number in range(count):
            self._go(number)
            milliseconds = float(self._image.info.get("duration", 0) or 0)
            lasting[number] = milliseconds / 1000 if milliseconds > 10 else 0.1
        return lasting

    @property
    def times(self) -> npt.NDArray[np.float64]:
        """(n,): when each frame is shown, in seconds after the first; all 0 for the pages of a TIFF."""
        return np.concatenate(([0.0], np.cumsum(self._lasting)[:-1]))

    @property
    def length(self) -> float:
        """Seconds until the last frame goes."""
        return float(self._lasting.sum())

    def frame(self, number: int, give_up: GiveUp) -> npt.NDArray[np.uint8] | None:
        """A frame as a viewer shows it, with what earlier frames left standing.

        **Raises** UserError: it cannot be decoded.
        """
        known = self._cache.get(number)
        if known is None:
            with guarded(self._name):
                self._go(number)
                known = decoded(self._image, self._name).pixels
            self._cache.put(number, known)
        return known

    def _go(self, number: int) -> None:
        """Frame by frame and never back: some of Pillow's readers lose their place otherwise."""
        if number < self._at:
            self._image, self._at = judged(self._stream, self._name), 0
        for at in range(self._at, number + 1):
            self._image.seek(at)
            self._image.load()
        self._at = number

    def close(self) -> None:
        """Lets go of the file."""
        self._file.close()
