"""A picture of any size is painted as it is, and as fast as the screen is large."""

import time

import numpy as np
import pytest
from attnscope.widgets import photo as photo_module
from attnscope.widgets.photo import Photo
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


def test_a_picture_of_100_megapixels_is_soon_on_screen_and_soon_again():
    photo = Photo(np.zeros((10_000, 10_000, 3), dtype=np.uint8))
    painted(photo, QRectF(0, 0, 60, 40))
    start = time.process_time()
    for scale in (0.02, 0.3, 0.7, 1.0, 2.0):
        painted(photo, QRectF(0, 0, 10_000 * scale, 10_000 * scale))
    assert time.process_time() - start < 0.5
