"""What the network saw of a picture: the crop, or the picture with grey around it."""

import numpy as np
from attnscope.app.panels.seen_photo import seen_photo
from attnscope.models.pictures.images import Picture
from attnscope.models.records import Affine, PassInfo


def seen(pixels: np.ndarray, affine: Affine, size: tuple[int, int]) -> np.ndarray:
    """(rows, columns, 3) of the photo."""
    photo = seen_photo(Picture(pixels, "a.png"), PassInfo((), (), (), affine, size, {}))
    colours = [[photo.pixelColor(x, y).toTuple()[:3] for x in range(photo.width())] for y in range(photo.height())]
    return np.array(colours)


def halves(rows: int, columns: int) -> np.ndarray:
    """Red at the left, blue at the right."""
    pixels = np.zeros((rows, columns, 3), np.uint8)
    pixels[:, : columns // 2, 0] = 255
    pixels[:, columns // 2 :, 2] = 255
    return pixels


def test_a_crop_is_cut_out():
    photo = seen(halves(40, 80), Affine(left=40, top=0, across=2, down=2), (20, 20))
    assert (photo[10:-10, 10:-10] == (0, 0, 255)).all()


def test_what_reaches_beyond_the_picture_is_grey():
    photo = seen(halves(40, 80), Affine(left=0, top=-20, across=4, down=4), (20, 20))
    rows = len(photo)
    assert (photo[: rows // 4 - 4] == 128).all()
    assert (photo[rows // 2, 20] == (255, 0, 0)).all()
    assert (photo[rows // 2, -20] == (0, 0, 255)).all()


def test_a_large_picture_is_made_small_without_being_shifted():
    photo = seen(halves(2000, 4000), Affine(left=0, top=0, across=20, down=20), (100, 200))
    change = np.flatnonzero(photo[len(photo) // 2, :, 2] > 127)[0]
    assert abs(change - photo.shape[1] / 2) <= 2
