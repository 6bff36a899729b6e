"""A picture of any size is painted as it is, and as fast as the screen is large."""

import numpy as np
import pytest
from attnscope.widgets.look import photo as photo_module
from attnscope.widgets.look import tiled_copy
from attnscope.widgets.look.photo import Photo
from attnscope.widgets.look.tiled_copy import TILE, words_of
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from .acting import of_image


def painted(photo: Photo, target: QRectF, size=(60, 40)) -> np.ndarray:
    canvas = QImage(size[0], size[1], QImage.Format.Format_RGB32)
    canvas.fill(0)
    painter = QPainter(canvas)
    photo.paint(painter, target)
    painter.end()
    return of_image(canvas)


def quarters(height: int, width: int) -> np.ndarray:
    """Red, green, blue and white quarters."""
    picture = np.zeros((height, width, 3), dtype=np.uint8)
    picture[: height // 2, : width // 2, 0] = 255
    picture[: height // 2, width // 2 :, 1] = 255
    picture[height // 2 :, : width // 2, 2] = 255
    picture[height // 2 :, width // 2 :] = 255
    return picture


@pytest.mark.parametrize("size", [(2, 2), (40, 60), (900, 700), (4200, 4200)])
def test_every_part_is_where_it_belongs_at_any_size(size):
    seen = painted(Photo(quarters(*size)), QRectF(0, 0, 60, 40))
    corners = [seen[5, 5], seen[5, 54], seen[34, 5], seen[34, 54]]
    assert np.array_equal(corners, [[255, 0, 0], [0, 255, 0], [0, 0, 255], [255, 255, 255]])


def test_fine_patterns_become_grey_when_painted_small():
    checks = (np.indices((800, 1200)).sum(axis=0) % 2 * 255).astype(np.uint8)
    seen = painted(Photo(np.repeat(checks[..., None], 3, axis=2)), QRectF(0, 0, 60, 40))
    assert np.abs(seen.astype(int) - 127).max() <= 6


def test_a_picture_too_large_for_a_copy_is_still_averaged_when_painted_small(monkeypatch):
    monkeypatch.setattr(photo_module, "LARGE", 300_000)
    noise = np.random.default_rng(0).integers(0, 2, (800, 1200, 1), dtype=np.uint8) * np.uint8(255)
    seen = painted(Photo(noise.repeat(3, axis=2)), QRectF(0, 0, 60, 40))
    assert seen.mean() == pytest.approx(127.5, abs=3)
    assert seen.std() < 25  # 127 where single pixels are picked


@pytest.mark.parametrize("size", [(801, 1203), (1335, 2001), (401, 601)])
def test_a_large_picture_is_where_it_belongs_when_its_sides_are_no_round_numbers(monkeypatch, size):
    monkeypatch.setattr(photo_module, "LARGE", 200_000)
    seen = painted(Photo(quarters(*size)), QRectF(0, 0, 60, 40))
    corners = [seen[5, 5], seen[5, 54], seen[34, 5], seen[34, 54]]
    assert np.array_equal(corners, [[255, 0, 0], [0, 255, 0], [0, 0, 255], [255, 255, 255]])


def test_a_very_long_picture_is_a_line_of_its_colours(monkeypatch):
    monkeypatch.setattr(photo_module, "LARGE", 200_000)
    seen = painted(Photo(quarters(6, 100_000)[:3]), QRectF(0, 20, 60, 60 / 100_000))
    assert np.array_equal(seen[20, [5, 54]], [[255, 0, 0], [0, 255, 0]])
    assert not seen[[18, 22]].any()


def test_parts_of_a_large_picture_are_averaged_when_they_come_into_sight(monkeypatch):
    monkeypatch.setattr(photo_module, "LARGE", 200_000)
    photo = Photo(quarters(2000, 3000))
    across = [painted(photo, QRectF(-way, -way / 2, 1200, 800)) for way in (0, 560, 1140)]
    assert np.array_equal([one[20, 30] for one in across], [[255, 0, 0], [255, 0, 0], [255, 255, 255]])
    assert np.array_equal(across[1][20, 55], [0, 255, 0])


def test_it_is_painted_the_same_again_and_anew_where_it_has_moved():
    photo = Photo(np.random.default_rng(0).integers(0, 255, (50, 70, 3), dtype=np.uint8))
    first, again = painted(photo, QRectF(3.3, 2, 40, 30)), painted(photo, QRectF(3.3, 2, 40, 30))
    moved = painted(photo, QRectF(8.3, 4, 40, 30))
    assert np.array_equal(first, again)
    assert np.array_equal(first[2:30, 3:40], moved[4:32, 8:45])


def test_pixels_are_squares_above_a_zoom_of_four_and_smooth_below():
    line = np.zeros((1, 2, 3), dtype=np.uint8)
    line[0, 1] = 255
    photo = Photo(line)
    assert set(np.unique(painted(photo, QRectF(0, 0, 60, 30))[:30])) == {0, 255}
    assert len(np.unique(painted(photo, QRectF(0, 0, 8, 4))[1, :8])) > 2


def test_only_what_can_be_seen_is_painted_where_it_belongs():
    seen = painted(Photo(quarters(400, 400)), QRectF(-1000, -1000, 2060, 2040))
    assert np.array_equal(seen[0, 0], [255, 0, 0])
    assert np.array_equal(seen[39, 59], [255, 255, 255])
    assert np.array_equal(seen[0, 59], [0, 255, 0])


def test_of_a_picture_of_100_megapixels_only_what_is_in_sight_is_averaged_and_only_once(monkeypatch):
    averaged = []
    monkeypatch.setattr(tiled_copy, "words_of", lambda small: averaged.append(small.shape) or words_of(small))
    photo = Photo(np.zeros((10_000, 10_000, 3), dtype=np.uint8))
    for place in (-1000, -1000, -1010):
        painted(photo, QRectF(place, -1000, 3000, 3000))
    assert 0 < len(averaged) <= 4
    assert max(rows * columns for rows, columns, _ in averaged) <= TILE**2
