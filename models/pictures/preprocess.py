"""From an image to a network's input, and from the input's pixels back to the image's. No torch."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt
from PIL import Image

from ..records import Affine

Fit = Literal["letterbox", "crop", "stretch"]
"""letterbox: all of it, with borders. crop: the middle. stretch: all of it, squeezed."""
Interpolation = Literal["nearest", "bilinear", "bicubic", "lanczos"]

IMAGENET_MEAN = (0.485, 0.456, 0.406)
IMAGENET_STD = (0.229, 0.224, 0.225)

_ROOM = 16
# Where resizing all of a very long picture would make this many times the input's pixels, it is cut first.


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

    `size` is (rows, columns) of the input; `mean` and `std` are on the scale 0 to 1; `resize` is the length of the
    image's shorter side before a crop, None for the shortest that fills the input. The borders of a letterbox
    are the mean colour, which the network sees as zero.
    """

    size: tuple[int, int]
    fit: Fit = "letterbox"
    mean: tuple[float, float, float] = IMAGENET_MEAN
    std: tuple[float, float, float] = IMAGENET_STD
    resize: int | None = None
    guessed: bool = False
    """True where nobody said it: the network may have been trained on other inputs."""
    interpolation: Interpolation = "bilinear"

    def apply(self, pixels: npt.NDArray[np.uint8]) -> npt.NDArray[np.float32]:
        """The network's input.

        **Shapes**: (H, W, 3) uint8 -> (3, rows, columns) float32.
        """
        rows, columns = self.size
        seen, top, left = self._seen(pixels)
        scaled = (seen.astype(np.float32) / 255 - np.array(self.mean, np.float32)) / np.array(self.std, np.float32)
        canvas = np.zeros((3, rows, columns), np.float32)
        canvas[:, top : top + seen.shape[0], left : left + seen.shape[1]] = scaled.transpose(2, 0, 1)
        return canvas

    def affine(self, height: int, width: int) -> Affine:
        """From input pixels to pixels of an image of this size, both counted from the edge of the first pixel."""
        place = self.placement(height, width)
        across, down = width / place.columns, height / place.rows
        return Affine(left=-place.left * across, top=-place.top * down, across=across, down=down)

    def placement(self, height: int, width: int) -> Placement:
        """Where an image of this size comes to lie in the input."""
        rows, columns = self._resized(height, width)
        return Placement(rows, columns, _centred(self.size[0], rows), _centred(self.size[1], columns))

    def _resized(self, height: int, width: int) -> tuple[int, int]:
        rows, columns = self.size
        if self.fit == "stretch":
            return rows, columns
        if self.fit == "crop" and self.resize is not None:
            return _shorter_side(height, width, self.resize)
        scales = rows / height, columns / width
        scale = min(scales) if self.fit == "letterbox" else max(scales)
        return max(1, round(height * scale)), max(1, round(width * scale))

    def _seen(self, pixels: npt.NDArray[np.uint8]) -> tuple[npt.NDArray[np.uint8], int, int]:
        """The part of the resized image that lies in the input, and where its corner lies there."""
        place = self.placement(*pixels.shape[:2])
        top, left = max(0, -place.top), max(0, -place.left)
        bottom, right = min(place.rows, self.size[0] - place.top), min(place.columns, self.size[1] - place.left)
        image, method = Image.fromarray(pixels), Image.Resampling[self.interpolation.upper()]
        if place.rows * place.columns > _ROOM * self.size[0] * self.size[1]:
            down, across = pixels.shape[0] / place.rows, pixels.shape[1] / place.columns
            box = (left * across, top * down, right * across, bottom * down)
            resized = np.asarray(image.resize((right - left, bottom - top), method, box=box))
        else:
            resized = np.asarray(image.resize((place.columns, place.rows), method))[top:bottom, left:right]
        return resized, max(0, place.top), max(0, place.left)


def _shorter_side(height: int, width: int, length: int) -> tuple[int, int]:
    # Cut down, not rounded, as torchvision's Resize does it: networks are trained with that.
    if height <= width:
        return length, int(length * width / height)
    return int(length * height / width), length


def _centred(room: int, length: int) -> int:
    # Rounded on the side that torchvision's CenterCrop rounds on, for a crop and for a border.
    return -round((length - room) / 2) if length > room else (room - length) // 2
