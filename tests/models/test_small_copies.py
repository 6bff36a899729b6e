"""Small copies show the whole picture, right side up, whatever its format; what cannot be read is one sentence."""

import threading
import warnings

import numpy as np
import pytest
from attnscope.models.errors import UserError
from attnscope.models.pictures.images import read_image, read_small
from attnscope.models.pictures.quiet import quiet
from PIL import Image


def halves(width: int, height: int, mode: str = "RGB") -> Image.Image:
    """Left white, right black."""
    pixels = np.zeros((height, width), np.uint8)
    pixels[:, : width // 2] = 255
    return Image.fromarray(pixels).convert(mode)


@pytest.mark.parametrize(
    ("kind", "mode"), [("JPEG", "RGB"), ("JPEG", "L"), ("JPEG", "CMYK"), ("PNG", "RGBA"), ("PNG", "P"), ("TIFF", "LAB")]
)
def test_it_is_the_whole_picture_made_small(tmp_path, kind, mode):
    path = tmp_path / "a"
    image = halves(800, 400, "RGB" if mode == "LAB" else mode)
    if mode == "LAB":
        image = Image.merge("LAB", (halves(800, 400, "L"), *[Image.new("L", (800, 400), 128)] * 2))
    image.save(path, kind)
    small = read_small(path, 100)
    assert small.pixels.shape == (50, 100, 3)
    assert small.size == (800, 400)
    assert small.pixels[25, 10].min() > 245
    assert small.pixels[25, 90].max() < 15


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF"])
def test_it_is_turned_as_its_exif_orientation_says(tmp_path, kind):
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned by 90 degrees with the clock: left becomes the top
    path = tmp_path / "a"
    halves(80, 40).save(path, kind, exif=exif)
    small = read_small(path, 40)
    assert small.pixels.shape == (40, 20, 3)
    assert small.size == (40, 80)
    assert small.pixels[3, 10].min() > 240 > 15 > small.pixels[36, 10].max()


def test_grey_of_16_bits_is_scaled_as_in_the_large(tmp_path):
    path = tmp_path / "a.png"
    Image.fromarray(np.full((40, 40), 0x8000, np.uint16)).save(path)
    assert np.abs(read_small(path, 20).pixels.astype(int) - read_image(path).pixels[0, 0]).max() <= 1


def test_a_small_picture_stays_as_it_is(tmp_path):
    path = tmp_path / "a.png"
    halves(6, 4).save(path)
    assert np.array_equal(read_small(path, 100).pixels, np.asarray(halves(6, 4)))


def test_a_very_long_picture_keeps_a_pixel(tmp_path):
    path = tmp_path / "a.png"
    halves(3000, 2).save(path)
    assert read_small(path, 100).pixels.shape == (1, 100, 3)


def test_a_jpeg_is_not_decoded_in_full(tmp_path, monkeypatch):
    path = tmp_path / "a.jpg"
    halves(1600, 800).save(path)
    decoded = []
    load = Image.Image.load
    monkeypatch.setattr(Image.Image, "load", lambda image: (decoded.append(image.size), load(image))[1])
    read_small(path, 100)
    assert max(decoded) == (200, 100)


def test_a_broken_file_is_one_sentence(tmp_path):
    path = tmp_path / "夏 #1%.jpg"
    halves(800, 800).save(path)
    path.write_bytes(path.read_bytes()[:900])
    with pytest.raises(UserError, match=r"夏 #1%\.jpg is damaged"):
        read_small(path, 100)


def test_what_is_read_knows_its_file_and_its_frames(tmp_path):
    path = tmp_path / "a.gif"
    halves(8, 8).save(path, save_all=True, append_images=[Image.new("RGB", (8, 8), "red")])
    picture = read_image(path)
    assert (picture.path, picture.frames) == (path, 2)
    assert read_image(path.read_bytes(), "pasted").path is None


def test_many_threads_read_side_by_side_and_the_warning_filters_are_as_before():
    before = list(warnings.filters)
    both = threading.Barrier(3, timeout=10)

    def read() -> None:
        with quiet():
            both.wait()
            warnings.warn("not to be heard", stacklevel=1)
            both.wait()

    threads = [threading.Thread(target=read) for _ in range(2)]
    for thread in threads:
        thread.start()
    both.wait()
    assert warnings.filters != before
    both.wait()
    for thread in threads:
        thread.join()
    assert warnings.filters == before
