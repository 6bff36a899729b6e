"""The frames of a video file, each by its exact number, decoded by FFmpeg's libraries (PyAV)."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

import av
import numpy as np
import numpy.typing as npt
from av.error import FFmpegError

from ..errors import UserError
from .films import GiveUp
from .frame_cache import FrameCache
from .images import PIXEL_LIMIT, opened, presentable

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream

_BEHIND = 12
"""Frames on the way to a wished one that are kept, for the steps back that often follow."""
_LOST = 1 << 62
"""The next frame's number where nothing comes any more."""

# A file that calls itself a video must not make FFmpeg open others, or addresses, as a play list would.
_OPTIONS = {
    "protocol_whitelist": "file",
    "format_whitelist": "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpeg,mpegts,mpegvideo,ogg,asf,flv",
}


@dataclass(frozen=True, slots=True, eq=False)
class FrameIndex:
    """Where frames lie in a file. **Shapes**: stamps (n,) ascending, in units of the file's clock; keys (k,) numbers
    of frames that need no other to be decoded.
    """

    stamps: npt.NDArray[np.int64]
    keys: npt.NDArray[np.int64]
    counted: bool
    """Whether frames have no times of their own, and can only be counted from the beginning."""


def open_video(path: Path, give_up: GiveUp) -> "VideoFrames | None":
    """A video file; None where it was given up.

    **Raises** UserError: no video, damaged, not readable.
    """
    name = presentable(path.name)
    with opened(path, name):
        pass
    index = _index(path, name, give_up)
    return None if index is None else VideoFrames(path, name, index)


class VideoFrames:
    """A `Film` out of a video's file."""

    def __init__(self, path: Path, name: str, index: FrameIndex) -> None:
        self._path, self._name, self._index = path, name, index
        self._cache = FrameCache()
        self._file = _file(path, name)
        self._frames = _frames(self._file)
        self._next, self._trusted = 0, 0
        """The number of the frame that comes next, and the first that is whole since the last jump."""
        stream = _stream(self._file, name)
        self._unit = float(stream.time_base or 1)
        rate = stream.average_rate or stream.guessed_rate
        self._rate = float(rate) if rate else 25.0
        self._aspect = float(stream.codec_context.sample_aspect_ratio or 1)

    @property
    def times(self) -> npt.NDArray[np.float64]:
        """(n,): when each frame is shown, in seconds after the first; of a variable rate as it is."""
        if self._index.counted:
            return np.arange(len(self._index.stamps)) / self._rate
        return (self._index.stamps - self._index.stamps[0]) * self._unit

    @property
    def length(self) -> float:
        """Seconds until the last frame goes."""
        return float(self.times[-1]) + 1 / self._rate

    def frame(self, number: int, give_up: GiveUp) -> npt.NDArray[np.uint8] | None:
        """A frame: out of the cache, or by decoding on from where the file stands or from the key frame before it.

        **Raises** UserError: it cannot be decoded.
        """
        known = self._cache.get(number)
        if known is not None:
            return known
        for key in self._ways(number):
            if key is not None:
                self._jump(key)
            found = self._decoded(number, give_up)
            if found is not None or give_up():
                return found
        raise UserError(f"Frame {number + 1} of {self._name} cannot be decoded: the file is damaged there.")

    def close(self) -> None:
        """Lets go of the file."""
        self._frames = iter(())
        self._file.close()

    def _ways(self, number: int) -> Iterator[int | None]:
        """Where to begin: None is where the file stands, else a key frame, ever further back."""
        before = self._index.keys[self._index.keys <= number]
        key = int(before[-1]) if before.size else 0
        if key <= self._next <= number:
            yield None
        yield key
        if key:
            yield 0

    def _jump(self, key: int) -> None:
        if key == 0 or self._index.counted:
            self._file.close()
            self._file, key = _file(self._path, self._name), 0
        else:
            self._file.seek(int(self._index.stamps[key]), stream=_stream(self._file, self._name))
        self._frames = _frames(self._file)
        # What comes before it now may lean on frames that were jumped over.
        self._next = self._trusted = key

    def _decoded(self, number: int, give_up: GiveUp) -> npt.NDArray[np.uint8] | None:
        for frame in self._frames:
            at = self._number(frame)
            self._next = at + 1
            if self._trusted <= at <= number and number - at <= _BEHIND:
                self._cache.put(at, _pixels(frame, self._aspect))
            if at >= number or give_up():
                return self._cache.get(number)
        self._next = _LOST
        return None

    def _number(self, frame: "VideoFrame") -> int:
        if self._index.counted or frame.pts is None:
            return self._next
        return int(np.searchsorted(self._index.stamps, frame.pts))


def _file(path: Path, name: str) -> "InputContainer":
    try:
        # The prefix, since a colon in a name would be taken for the end of a protocol's.
        file = av.open(f"file:{path.absolute()}", options=_OPTIONS)
    except (FFmpegError, ValueError) as error:
        raise UserError(f"{name} is no video that can be opened here, or it is damaged: convert it to MP4.") from error
    for stream in file.streams.video:
        stream.thread_type = "AUTO"
    return file


def _stream(file: "InputContainer", name: str) -> "VideoStream":
    stream = file.streams.best("video")
    if stream is None:
        raise UserError(f"There is no video in {name}, only sound or text: choose another file.")
    return cast("VideoStream", stream)


def _frames(file: "InputContainer") -> "Iterator[VideoFrame]":
    """Whatever can be decoded from here on; packets that are damaged are passed over."""
    stream = cast("VideoStream", file.streams.best("video"))
    try:
        for packet in file.demux(stream):
            try:
                yield from cast("list[VideoFrame]", packet.decode())
            except FFmpegError:
                continue
    except FFmpegError:
        return


def _index(path: Path, name: str, give_up: GiveUp) -> FrameIndex | None:
    """Reads the whole file once, without decoding it."""
    stamps: list[int | None] = []
    keys: list[int] = []
    with _file(path, name) as file:
        stream = _stream(file, name)
        if stream.codec_context.width * stream.codec_context.height > PIXEL_LIMIT:
            raise UserError(f"The frames of {name} are too large: make them smaller first.")
        try:
            for packet in file.demux(stream):
                if packet.size and not packet.is_discard:
                    if packet.is_keyframe:
                        keys.append(len(stamps))
                    stamps.append(packet.pts)
                if len(stamps) % 256 == 0 and give_up():
                    return None
        except FFmpegError:
            # It is broken off here; what came before can be shown.
            pass
    if not stamps:
        raise UserError(f"There is no frame in {name}: copy or download it again.")
    return _sorted(stamps, keys)


def _sorted(stamps: list[int | None], keys: list[int]) -> FrameIndex:
    """From the order in the file, where frames that others need come early, to the order on screen."""
    if None in stamps or len(set(stamps)) < len(stamps):
        return FrameIndex(np.arange(len(stamps)), np.array([0]), counted=True)
    in_file = np.array(stamps, dtype=np.int64)
    order = np.sort(in_file)
    return FrameIndex(order, np.searchsorted(order, np.sort(in_file[keys])), counted=False)


def _pixels(frame: "VideoFrame", aspect: float) -> npt.NDArray[np.uint8]:
    """As it is to be seen: its pixels made square, right side up."""
    width = max(1, round(frame.width * aspect))
    pixels = frame.to_ndarray(format="rgb24", width=width, height=frame.height)
    # The angle is counted against the clock, as `rot90` does.
    return np.ascontiguousarray(np.rot90(pixels, round(frame.rotation / 90) % 4), dtype=np.uint8)
