"""Whether a map of attention points at the object: the pointing game.

**Source**: Zhang, Lin, Brandt, Shen, Sclaroff, 2016, arXiv 1608.00507, section 5.1; here without their margin around
the object.
"""

import numpy as np
import numpy.typing as npt


def strongest_pixels(maps: npt.NDArray[np.floating], size: tuple[int, int]) -> npt.NDArray[np.int64]:
    """The pixel in the middle of every map's strongest cell, when the map is stretched over a picture.

    Of several cells that are equally strong it is the first, row by row.

    **Shapes**: maps (B, h, w), a picture of `size` (H, W) -> (B, 2) rows and columns.
    """
    batch, rows, columns = maps.shape
    row, column = np.divmod(maps.reshape(batch, -1).argmax(axis=1), columns)
    height, width = size
    return np.stack([(row + 0.5) * height / rows, (column + 0.5) * width / columns], axis=1).astype(np.int64)


def hits(maps: npt.NDArray[np.floating], masks: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Which of the maps point at their object: the middle of the strongest cell is a pixel of it.

    **Shapes**: maps (B, h, w), masks (B, H, W), True on the object -> (B,).
    """
    batch, height, width = masks.shape
    pixels = strongest_pixels(maps, (height, width))
    return masks[np.arange(batch), pixels[:, 0], pixels[:, 1]]
