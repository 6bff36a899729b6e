"""Every kind of image file becomes the pixels that a viewer would show, or one sentence that says why not."""

import contextlib
import io
import os
import random
import struct
import sys
import tracemalloc
import warnings
import zlib
from pathlib import Path

import numpy as np
import pytest
from attnscope.models.errors import UserError
from attnscope.models.pictures.images import PIXEL_LIMIT, read_image
from PIL import Image, ImageCms

RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def png(width: int, height: int, depth: int, colour: int, rows: bytes = b"") -> bytes:
    """A PNG written by hand: Pillow itself cannot write every kind that it has to read."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def quarters() -> Image.Image:
    """Red, green over blue, white; 6 wide and 4 high."""
    pixels = np.zeros((4, 6, 3), np.uint8)
    pixels[:2, :3], pixels[:2, 3:], pixels[2:, :3], pixels[2:, 3:] = RED, GREEN, BLUE, WHITE
    return Image.fromarray(pixels)


def corners(pixels: np.ndarray) -> list[tuple[int, ...]]:
    return [tuple(int(v) for v in pixels[y, x]) for y, x in ((0, 0), (0, -1), (-1, 0), (-1, -1))]


@pytest.mark.parametrize("kind", ["PNG", "BMP", "TIFF", "PPM", "WEBP", "GIF", "TGA", "JPEG2000", "ICO", "QOI"])
def test_lossless_kinds_keep_their_pixels(kind):
    options = {"WEBP": {"lossless": True}, "ICO": {"sizes": [(6, 4)], "bitmap_format": "png"}}.get(kind, {})
    picture = read_image(encoded(quarters(), kind, **options))
    assert picture.pixels.shape == (4, 6, 3)
    assert corners(picture.pixels) == [RED, GREEN, BLUE, WHITE]
    assert picture.notes == ()


def test_jpeg_is_read(tmp_path):
    path = tmp_path / "photo.jpg"
    quarters().resize((60, 40), Image.Resampling.NEAREST).save(path, quality=95)
    picture = read_image(path)
    assert picture.name == "photo.jpg"
    assert np.abs(picture.pixels[5, 5].astype(int) - RED).max() < 12


def test_pixels_are_plain_and_contiguous():
    pixels = read_image(encoded(quarters(), "PNG")).pixels
    assert pixels.dtype == np.uint8
    assert pixels.flags.c_contiguous


def test_one_pixel_is_a_picture():
    picture = read_image(encoded(Image.new("RGB", (1, 1), BLUE), "PNG"))
    assert picture.pixels.tolist() == [[list(BLUE)]]


def test_bits_are_black_and_white():
    image = Image.fromarray(np.array([[0, 255, 0]], np.uint8)).convert("1")
    assert read_image(encoded(image, "PNG")).pixels.tolist() == [[[0] * 3, [255] * 3, [0] * 3]]


@pytest.mark.parametrize("kind", ["PNG", "TIFF"])
def test_grey_of_16_bits_is_scaled_to_8(kind):
    image = Image.fromarray(np.array([[0, 256, 32768, 65535]], np.uint16))
    picture = read_image(encoded(image, kind))
    assert picture.pixels[0, :, 0].tolist() == [0, 1, 128, 255]
    assert picture.notes == ("16 bits per channel shown as 8",)


def test_big_endian_grey_of_16_bits_is_read_in_its_byte_order():
    header = struct.pack(">2sHI", b"MM", 42, 8)
    tags = [(256, 3, 2), (257, 3, 1), (258, 3, 16), (259, 3, 1), (262, 3, 1), (273, 4, 110), (277, 3, 1), (278, 3, 1)]
    entries = b"".join(struct.pack(">HHI", tag, kind, 1) + _value(kind, value) for tag, kind, value in tags)
    directory = struct.pack(">H", 8) + entries + struct.pack(">I", 0)
    body = (header + directory).ljust(110, b"\0") + struct.pack(">HH", 0x8001, 0x0180)
    picture = read_image(body + b"\0" * 20)
    assert picture.pixels[0, :, 0].tolist() == [0x80, 0x01]


def _value(kind: int, value: int) -> bytes:
    return struct.pack(">HH", value, 0) if kind == 3 else struct.pack(">I", value)


def test_colour_of_16_bits_is_scaled_to_8():
    rows = b"\0" + struct.pack(">6H", 65535, 32768, 0, 256, 512, 40000)
    picture = read_image(png(2, 1, 16, 2, rows))
    assert picture.pixels.tolist() == [[[255, 128, 0], [1, 2, 156]]]
    assert picture.notes == ("16 bits per channel shown as 8",)


def test_colour_and_alpha_of_16_bits_are_read():
    rows = b"\0" + struct.pack(">4H", 65535, 0, 0, 65535) + struct.pack(">4H", 65535, 0, 0, 0)
    picture = read_image(png(2, 1, 16, 6, rows))
    assert picture.pixels.tolist() == [[list(RED), list(WHITE)]]
    assert set(picture.notes) == {"16 bits per channel shown as 8", "transparent parts on white"}


@pytest.mark.parametrize(
    ("values", "expected", "note"),
    [
        (np.array([[0.0, 0.5, 1.0]], np.float32), [0, 128, 255], "numbers 0 to 1 shown as black to white"),
        (np.array([[0.0, 51.0, 255.0]], np.float32), [0, 51, 255], "numbers 0 to 255 shown as black to white"),
        (np.array([[-1.0, 0.0, 3.0]], np.float32), [0, 64, 255], "numbers -1 to 3 shown as black to white"),
        (np.array([[np.nan, 1e3, 5e3]], np.float32), [0, 0, 255], "numbers 1000 to 5000 shown as black to white"),
        (np.array([[-np.inf, 0.5, np.inf]], np.float32), [0, 128, 255], "numbers 0 to 1 shown as black to white"),
        (np.array([[0, 100, 255]], np.int32), [0, 100, 255], "numbers 0 to 255 shown as black to white"),
        (np.array([[-1000, 0, 1000]], np.int32), [0, 128, 255], "numbers -1000 to 1000 shown as black to white"),
        (np.array([[7000, 7000, 7000]], np.int32), [0, 0, 0], "numbers 7000 to 7001 shown as black to white"),
    ],
)
def test_numbers_without_a_range_are_scaled_and_it_is_said(values, expected, note):
    picture = read_image(encoded(Image.fromarray(values), "TIFF"))
    assert picture.pixels[0, :, 1].tolist() == expected
    assert picture.notes == (note,)


def test_cmyk_without_a_profile_is_converted():
    image = Image.new("CMYK", (8, 8), (0, 255, 255, 0))
    picture = read_image(encoded(image, "TIFF"))
    assert tuple(picture.pixels[4, 4]) == RED
    assert picture.notes == ("CMYK colours shown as RGB",)


def test_cmyk_jpeg_is_not_shown_inverted():
    picture = read_image(encoded(Image.new("CMYK", (16, 16), (0, 0, 0, 0)), "JPEG"))
    assert picture.pixels.min() > 250


def test_damaged_profile_of_a_cmyk_image_does_not_stop_it():
    image = Image.new("CMYK", (8, 8), (0, 0, 0, 255))
    assert read_image(encoded(image, "TIFF", icc_profile=b"no profile")).pixels.max() < 40


def test_profile_of_the_wrong_kind_does_not_stop_a_cmyk_image():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    image = Image.new("CMYK", (8, 8), (255, 255, 0, 0))
    assert tuple(read_image(encoded(image, "TIFF", icc_profile=profile)).pixels[0, 0]) == BLUE


def test_lab_is_converted():
    lab = Image.merge("LAB", [Image.new("L", (4, 4), value) for value in (255, 128, 128)])
    assert read_image(encoded(lab, "TIFF")).pixels.min() > 245


@pytest.mark.parametrize("mode", ["RGBA", "LA"])
def test_transparent_parts_are_on_white(mode):
    image = Image.new(mode, (2, 1), (0, 0, 0, 255)[: len(mode)] if mode == "RGBA" else (0, 255))
    image.putpixel((1, 0), (0, 0, 0, 0) if mode == "RGBA" else (0, 0))
    picture = read_image(encoded(image, "PNG"))
    assert picture.pixels[0].tolist() == [[0] * 3, [255] * 3]
    assert picture.notes == ("transparent parts on white",)


def test_half_transparent_red_on_white_is_pink():
    picture = read_image(encoded(Image.new("RGBA", (1, 1), (255, 0, 0, 128)), "PNG"))
    assert picture.pixels[0, 0].tolist() == [255, 127, 127]


def test_alpha_that_hides_nothing_is_not_mentioned():
    assert read_image(encoded(quarters().convert("RGBA"), "PNG")).notes == ()


def test_palette_with_a_transparent_colour():
    image = Image.new("P", (2, 1), 0)
    image.putpalette([*RED, *BLUE])
    image.putpixel((1, 0), 1)
    picture = read_image(encoded(image, "PNG", transparency=1))
    assert picture.pixels[0].tolist() == [list(RED), list(WHITE)]
    assert picture.notes == ("transparent parts on white",)


def test_palette_with_graded_transparency():
    image = Image.new("P", (2, 1), 0)
    image.putpalette([*RED, *BLUE])
    image.putpixel((1, 0), 1)
    picture = read_image(encoded(image, "PNG", transparency=bytes([255, 0])))
    assert picture.pixels[0].tolist() == [list(RED), list(WHITE)]


def test_colour_marked_as_transparent():
    picture = read_image(encoded(quarters(), "PNG", transparency=GREEN))
    assert corners(picture.pixels) == [RED, WHITE, BLUE, WHITE]


TURNED = {
    1: [RED, GREEN, BLUE, WHITE],
    2: [GREEN, RED, WHITE, BLUE],
    3: [WHITE, BLUE, GREEN, RED],
    4: [BLUE, WHITE, RED, GREEN],
    5: [RED, BLUE, GREEN, WHITE],
    6: [BLUE, RED, WHITE, GREEN],
    7: [WHITE, GREEN, BLUE, RED],
    8: [GREEN, WHITE, RED, BLUE],
}
"""What EXIF says of each value: where row 0 and column 0 of the file belong; corners row by row."""


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["PNG", "TIFF", "WEBP"])
def test_every_exif_orientation_is_turned_upright(kind, orientation):
    exif = Image.Exif()
    exif[0x0112] = orientation
    options = {"lossless": True} if kind == "WEBP" else {}
    picture = read_image(encoded(quarters(), kind, exif=exif, **options))
    assert picture.pixels.shape == ((4, 6, 3) if orientation < 5 else (6, 4, 3))
    assert corners(picture.pixels) == TURNED[orientation]
    assert picture.notes == (() if orientation == 1 else ("turned as its EXIF orientation says",))


@pytest.mark.parametrize("value", [0, 9, 65535])
def test_orientations_that_do_not_exist_are_ignored(value):
    exif = Image.Exif()
    exif[0x0112] = value
    assert read_image(encoded(quarters(), "PNG", exif=exif)).pixels.shape == (4, 6, 3)


def test_damaged_exif_does_not_hide_the_picture():
    data = encoded(quarters(), "PNG", exif=b"Exif\0\0MM\0*\0\0\xff\xff\xff\xff")
    assert corners(read_image(data).pixels) == [RED, GREEN, BLUE, WHITE]


@pytest.mark.parametrize(
    ("kind", "note"),
    [
        ("GIF", "first of 3 frames"),
        ("PNG", "first of 3 frames"),
        ("WEBP", "first of 3 frames"),
        ("TIFF", "first of 3 pages"),
    ],
)
def test_first_frame_of_an_animation(kind, note):
    frames = [Image.new("RGB", (5, 5), colour) for colour in (RED, GREEN, BLUE)]
    options = {"lossless": True} if kind == "WEBP" else {}
    picture = read_image(encoded(frames[0], kind, save_all=True, append_images=frames[1:], **options))
    assert tuple(picture.pixels[2, 2]) == RED
    assert picture.notes == (note,)


# ---------------------------------------------------------------------- what is refused


def refusal(source: Path | bytes, name: str = "") -> str:
    with pytest.raises(UserError) as caught:
        read_image(source, name)
    sentence = str(caught.value)
    assert "\n" not in sentence
    assert sentence.endswith((".", "?"))
    return sentence


def test_truncated_jpeg_is_refused():
    data = encoded(quarters().resize((200, 200)), "JPEG")
    assert refusal(data[: len(data) // 2], "cat.jpg") == "cat.jpg is damaged or broken off: copy or download it again."


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP", "TIFF", "BMP"])
@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.9])
def test_files_broken_off_anywhere_are_refused(kind, share):
    noise = np.random.default_rng(3).integers(0, 255, (64, 64, 3)).astype(np.uint8)
    data = encoded(Image.fromarray(noise), kind)
    assert "cat" in refusal(data[: max(4, int(len(data) * share))], "cat")


def test_file_of_nothing_is_refused(tmp_path):
    (tmp_path / "empty.png").write_bytes(b"")
    assert refusal(tmp_path / "empty.png") == "empty.png is empty (0 bytes): copy or download it again."


@pytest.mark.parametrize(
    "data", [b"hello, I am a text\n" * 50, bytes(300), b"%PDF-1.7\n", b"%!PS-Adobe-3.0 EPSF-3.0\n"]
)
def test_what_is_no_image_is_refused(data):
    assert "is no image that can be opened here" in refusal(data, "notes.jpg")


def test_heic_is_named():
    assert "HEIC" in refusal(b"\0\0\0\x18ftypheic" + bytes(100), "IMG_1.HEIC")


@pytest.mark.parametrize("kind", ["png", "jpeg", "bmp"])
def test_900_megapixels_are_refused_before_memory_is_used(kind, recwarn):
    small = encoded(Image.new("RGB", (30, 30)), kind)
    wide = struct.pack(">H", 30000)
    data = {
        "png": png(30000, 30000, 8, 2),
        "jpeg": small.replace(b"\x08\x00\x1e\x00\x1e", b"\x08" + wide + wide),
        "bmp": small[:18] + struct.pack("<ii", 30000, 30000) + small[26:],
    }[kind]
    tracemalloc.start()
    sentence = refusal(data, "poster")
    used = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert sentence == "poster has 900 megapixels, and at most 100 can be opened: make it smaller first."
    assert used < 5_000_000
    assert not recwarn.list


def test_limit_lies_where_it_is_said():
    side = int(PIXEL_LIMIT**0.5)
    assert "megapixels" in refusal(png(side + 1, side + 1, 8, 2), "x")
    assert "broken off" in refusal(png(side, side, 8, 2), "x")


def test_pillows_own_warning_of_large_pictures_stops_nothing(monkeypatch):
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 20)
    assert read_image(encoded(quarters(), "PNG")).pixels.shape == (4, 6, 3)


def test_folder_is_refused(tmp_path):
    (tmp_path / "holidays").mkdir()
    assert refusal(tmp_path / "holidays") == "holidays is a folder: choose an image inside it."


def test_missing_file_is_refused(tmp_path):
    assert refusal(tmp_path / "gone.png") == "There is no file gone.png: it may have been moved or renamed."


def test_file_without_permission_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "secret.png"
    path.write_bytes(encoded(quarters(), "PNG"))

    def refuse(self, *args):
        raise PermissionError(13, "Permission denied", str(self))

    # Tests may run as root, whom no permission stops.
    monkeypatch.setattr(Path, "open", refuse)
    assert refusal(path).startswith("secret.png must not be read by you")


@pytest.mark.parametrize("path", ["x" * 5000, "a\0b"])
def test_impossible_names_are_refused(path):
    assert "cannot be read" in refusal(Path(path), "photo")


@pytest.mark.skipif(sys.platform == "win32", reason="no such files there")
def test_pipe_is_refused_without_waiting_for_it(tmp_path):
    os.mkfifo(tmp_path / "pipe.png")
    assert "a device or a pipe" in refusal(tmp_path / "pipe.png")


def test_name_in_chinese_with_spaces(tmp_path):
    path = tmp_path / "猫 的 照片 1.png"
    quarters().save(path)
    assert read_image(path).name == "猫 的 照片 1.png"


@pytest.mark.skipif(sys.platform != "linux", reason="names are text elsewhere")
def test_name_that_is_no_text_can_be_shown(tmp_path):
    path = tmp_path / os.fsdecode(b"caf\xe9.png")
    path.write_bytes(encoded(quarters(), "PNG"))
    assert read_image(path).name.encode("utf-8")


def test_pasted_bytes_have_a_name():
    assert read_image(encoded(quarters(), "PNG")).name == "The pasted image"
    assert read_image(encoded(quarters(), "PNG"), "from browser").name == "from browser"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP", "TIFF", "BMP", "TGA", "JPEG2000", "PPM"])
def test_damaged_files_end_in_a_picture_or_a_sentence(kind):
    good = encoded(quarters().resize((40, 30)), kind)
    chance = random.Random(kind)
    for _ in range(60):
        data = bytearray(good)
        for _ in range(chance.randrange(1, 12)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        with contextlib.suppress(UserError):
            assert read_image(bytes(data)).pixels.shape[2] == 3


def test_warning_filters_are_left_as_they_were():
    before = list(warnings.filters)
    read_image(encoded(quarters(), "PNG"))
    assert list(warnings.filters) == before
