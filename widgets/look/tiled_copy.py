"""A smaller copy of a very large picture, made tile by tile where somebody looks."""

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

TILE = 256
"""Pixels of the copy along each side of a tile."""


class TiledCopy:
    """A picture halved so many times, the means of boxes of its pixels.

    The last row and column may stand for less than a whole box: `covered` says what the copy would reach over.
    """

    def __init__(self, pixels: npt.NDArray[np.uint8], halvings: int) -> None:
        """**Shapes**: pixels (H, W, 3), red, green, blue."""
        self._pixels = pixels
        height, width = pixels.shape[:2]
        self._box = min(2**halvings, width), min(2**halvings, height)
        across, down = -(-width // self._box[0]), -(-height // self._box[1])
        self.covered = across * self._box[0], down * self._box[1]
        """Width and height of all boxes in pixels of the picture."""
        self._words = np.zeros((down, across), dtype=np.uint32)
        self._made: set[tuple[int, int]] = set()

    def image(self, part: QRectF) -> QImage:
        """All of the copy, of which what lies in the part, given in pixels of the picture, has been made."""
        rows, columns = self._words.shape
        left, top = (max(0, int(low // box)) for low, box in zip((part.left(), part.top()), self._box, strict=True))
        right, bottom = (int(end // box) + 1 for end, box in zip((part.right(), part.bottom()), self._box, strict=True))
        for row in range(max(0, top - 1) // TILE, min(rows, bottom + 1) // TILE + 1):
            for column in range(max(0, left - 1) // TILE, min(columns, right + 1) // TILE + 1):
                self._make(row, column)
        return QImage(self._words.data, columns, rows, 4 * columns, QImage.Format.Format_RGB32)

    def _make(self, row: int, column: int) -> None:
        if (row, column) in self._made:
            return
        self._made.add((row, column))
        across, down = self._box
        some = self._pixels[
            row * TILE * down : (row + 1) * TILE * down, column * TILE * across : (column + 1) * TILE * across
        ]
        if some.size:
            from PIL import Image  # only for pictures larger than most, so that the window's start does not load it

            small = words_of(np.asarray(Image.fromarray(some).reduce(self._box)))
            into = self._words[row * TILE : (row + 1) * TILE, column * TILE : (column + 1) * TILE]
            into[:] = small


def words_of(pixels: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint32]:
    """Opaque pixels of 32 bits. **Shapes**: (H, W, 3) -> (H, W)."""
    words = np.full((*pixels.shape[:2], 4), 255, dtype=np.uint8)
    words[..., 2::-1] = pixels
    return words.view("<u4")[..., 0]
