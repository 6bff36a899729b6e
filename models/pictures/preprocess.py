"""From an image to a network's input, and from the input's pixels back to the image's. No torch."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt
from PIL import Image

from ..records import Affine

Fit = Literal["letterbox", "crop", "stretch"]
"""letterbox: all of it, with borders. crop: the middle. stretch: all of it, squeezed."""
Interpolation = Literal["nearest", "bilinear", "bicubic", "lanczos", "box", "hamming"]
Middle = Literal["even", "below"]
"""Where the middle lies between two pixels: at the even one of the two, or at the one before it."""

INPUT_LIMIT = 100_000_000
"""An input of more pixels is refused: this one takes 1.2 GB before the network has seen it."""

IMAGENET_MEAN = (0.485, 0.456, 0.406)
IMAGENET_STD = (0.229, 0.224, 0.225)

_ROOM = 16
_AT_MOST = 1 << 24
# Where resizing all of a very long picture would make more pixels than this, and this many times the input's, it is
# cut first. The way of the libraries differs from that by no more than the last of eight bits, here and there.


@dataclass(frozen=True, slots=True)
class Placement:
    """Where the resized image lies in the input: its size, and its upper left corner (negative where it is cut off)."""

    rows: int
    columns: int
    top: int
    left: int


@dataclass(frozen=True, slots=True)
class Preprocess:
    """How an image becomes a network's input.

    The image is fitted into a frame, and the middle of the frame, `size`, is the input. `size` is (rows, columns) of
    the input; `mean` and `std` are on the scale 0 to 1, for red, green and blue.
    """

    size: tuple[int, int]
    fit: Fit = "letterbox"
    mean: tuple[float, float, float] = IMAGENET_MEAN
    std: tuple[float, float, float] = IMAGENET_STD
    resize: int | tuple[int, int] | None = None
    """The frame: rows and columns of it; or the length of the image's shorter side before a crop; None for `size`."""
    guessed: bool = False
    """True where nobody said it: the network may have been trained on other inputs."""
    interpolation: Interpolation = "bilinear"
    border: tuple[float, float, float] | None = None
    """The colour, 0 to 1, of what the image does not cover; None for the mean, which the network sees as zero."""
    middle: Middle = "even"
    """On which side half a pixel is left over where the middle is cut out."""
    bgr: bool = False
    """True for a network that takes blue first."""

    def apply(self, pixels: npt.NDArray[np.uint8]) -> npt.NDArray[np.float32]:
        """The network's input.

        **Shapes**: (H, W, 3) uint8 -> (3, rows, columns) float32.
        """
        seen, top, left = self._seen(pixels)
        canvas = np.empty((3, *self.size), np.float32)
        canvas[:] = self._border()[:, None, None]
        scaled = self._scaled(seen.astype(np.float32) / np.float32(255))
        canvas[:, top : top + seen.shape[0], left : left + seen.shape[1]] = scaled.transpose(2, 0, 1)
        return canvas[::-1].copy() if self.bgr else canvas

    def affine(self, height: int, width: int) -> Affine:
        """From input pixels to pixels of an image of this size, both counted from the edge of the first pixel."""
        place = self.placement(height, width)
        across, down = width / place.columns, height / place.rows
        return Affine(left=-place.left * across, top=-place.top * down, across=across, down=down)

    def placement(self, height: int, width: int) -> Placement:
        """Where an image of this size comes to lie in the input."""
        rows, columns = self._resized(height, width)
        return Placement(
            rows, columns, _centred(self.size[0], rows, self.middle), _centred(self.size[1], columns, self.middle)
        )

    def _resized(self, height: int, width: int) -> tuple[int, int]:
        if self.fit == "crop" and isinstance(self.resize, int):
            return _shorter_side(height, width, self.resize)
        rows, columns = self.resize if isinstance(self.resize, tuple) else self.size
        if self.fit == "stretch":
            return rows, columns
        ratios = height / rows, width / columns
        ratio = max(ratios) if self.fit == "letterbox" else min(ratios)
        return max(1, round(height / ratio)), max(1, round(width / ratio))

    def _scaled(self, colours: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        return (colours - np.array(self.mean, np.float32)) / np.array(self.std, np.float32)

    def _border(self) -> npt.NDArray[np.float32]:
        if self.border is None:
            return np.zeros(3, np.float32)
        return self._scaled(np.array(self.border, np.float32))

    def _seen(self, pixels: npt.NDArray[np.uint8]) -> tuple[npt.NDArray[np.uint8], int, int]:
        """The part of the resized image that lies in the input, and where its corner lies there."""
        place = self.placement(*pixels.shape[:2])
        top, left = max(0, -place.top), max(0, -place.left)
        bottom, right = min(place.rows, self.size[0] - place.top), min(place.columns, self.size[1] - place.left)
        image, method = Image.fromarray(pixels), Image.Resampling[self.interpolation.upper()]
        if place.rows * place.columns > max(_AT_MOST, _ROOM * self.size[0] * self.size[1]):
            resized = np.asarray(_cut_first(image, place, (left, top, right, bottom), method))
        else:
            resized = np.asarray(image.resize((place.columns, place.rows), method))[top:bottom, left:right]
        return resized, max(0, place.top), max(0, place.left)


def _cut_first(
    image: Image.Image, place: Placement, seen: tuple[int, int, int, int], method: Image.Resampling
) -> Image.Image:
    """The part (left, top, right, bottom) of the resized image, without the rest of it."""
    left, top, right, bottom = seen
    across, down = image.width / place.columns, image.height / place.rows
    # In Pillow's own order of the two, which rounds to eight bits in between; for a small part it would change it.
    strip = image.resize((right - left, image.height), method, box=(left * across, 0, right * across, image.height))
    return strip.resize((right - left, bottom - top), method, box=(0, top * down, right - left, bottom * down))


def _shorter_side(height: int, width: int, length: int) -> tuple[int, int]:
    # Cut down, not rounded, as torchvision's Resize does it: networks are trained with that.
    if height <= width:
        return length, int(length * width / height)
    return int(length * height / width), length


def _centred(room: int, length: int, middle: Middle) -> int:
    # "even": as torchvision's CenterCrop rounds, for a crop and for a border. "below": as transformers' does.
    if middle == "below":
        return -((length - room) // 2)
    return -round((length - room) / 2) if length > room else (room - length) // 2
