"""Image files as the pixels that a viewer would show: right side up, on white, eight bits. No torch.

Whatever cannot be shown ends in one sentence, and nothing is decoded before its header has been judged.
"""

import dataclasses
import re
import stat
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import numpy as np
import numpy.typing as npt
from PIL import Image, UnidentifiedImageError

from ..errors import UserError
from .image_modes import has_16_bits, orientation, to_rgb, upright
from .quiet import quiet

PIXEL_LIMIT = 100_000_000
"""A larger picture is refused from its header; this one takes 300 MB while it is open."""

FORMATS = (
    *("JPEG", "PNG", "GIF", "BMP", "PPM"),  # these first: Pillow knows them without loading its other readers
    *("WEBP", "TIFF", "JPEG2000", "TGA", "ICO", "PCX", "DDS", "QOI", "AVIF"),
)
"""What is opened, by Pillow's names; nothing that starts another program (EPS) or is a container of many (FPX)."""

_MAGICS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8", b"RIFF", b"II*\x00", b"MM\x00*", b"BM")
# What Pillow's readers let through for damaged files; a list found by damaging thousands of them.
_DAMAGE = (
    *(OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError, AttributeError, OverflowError),
    *(ZeroDivisionError, NotImplementedError, AssertionError, struct.error, zlib.error),
)
_PLAIN = ("L", "LA", "RGB", "RGBA")
"""Modes that can be made smaller as they are."""


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """An image as it is shown.

    **Shapes**: pixels (H, W, 3) uint8, red, green, blue, contiguous. The notes say what was done to it.
    """

    pixels: npt.NDArray[np.uint8]
    name: str
    notes: tuple[str, ...] = ()
    path: Path | None = None
    """The file that it is; None where it is no file, or only a part of one."""
    frames: int = 1
    """How many the file has, of which this is the first."""


@dataclass(frozen=True, slots=True, eq=False)
class SmallCopy:
    """An image made small, right side up.

    **Shapes**: pixels (h, w, 3) uint8; size is (width, height) of the image itself, right side up.
    """

    pixels: npt.NDArray[np.uint8]
    size: tuple[int, int]


def read_image(source: Path | str | bytes, name: str = "") -> Picture:
    """An image from a file, or from the bytes of one (clipboard, browser).

    **Raises** UserError: no image, damaged, too large, or not readable at all.
    """
    if isinstance(source, bytes):
        return _read(BytesIO(source), name or "The pasted image")
    path = Path(source)
    shown = presentable(name or path.name or str(path))
    with opened(path, shown) as stream:
        return dataclasses.replace(_read(stream, shown), path=path)


def read_small(path: Path, side: int) -> SmallCopy:
    """An image file, no larger than `side` in either direction; of a JPEG no more is decoded than that takes.

    **Raises** UserError as `read_image` does.
    """
    name = presentable(path.name)
    with opened(path, name) as stream, guarded(name):
        return _reduced(judged(stream, name), side)


@contextmanager
def opened(path: Path, name: str) -> Iterator[BinaryIO]:
    """A file to read from; whatever keeps it from being one is a sentence about `name`."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise UserError(f"{name} is a folder: choose an image inside it.")
        if not stat.S_ISREG(mode):
            raise UserError(f"{name} is a device or a pipe, not a file: choose an image file.")
        stream = path.open("rb")
    except FileNotFoundError as error:
        raise UserError(f"There is no file {name}: it may have been moved or renamed.") from error
    except PermissionError as error:
        raise UserError(f"{name} must not be read by you: change its permissions, or copy it.") from error
    except (OSError, ValueError) as error:
        raise UserError(f"{name} cannot be read: {getattr(error, 'strerror', None) or error}.") from error
    with stream:
        yield stream


def _read(stream: BinaryIO, name: str) -> Picture:
    with guarded(name):
        return decoded(judged(stream, name), name)


@contextmanager
def guarded(name: str) -> Iterator[None]:
    """Whatever goes wrong in a reader becomes one sentence."""
    with quiet():
        try:
            yield
        except Image.DecompressionBombError as error:
            raise _too_large(name, error) from error
        except MemoryError as error:
            raise UserError(f"{name} does not fit in this computer's memory: make it smaller first.") from error
        except _DAMAGE as error:
            raise _damaged(name) from error


def judged(stream: BinaryIO, name: str) -> Image.Image:
    """The opened image, of which nothing but the header has been read."""
    stream.seek(0)
    head = stream.read(32)
    if not head:
        raise UserError(f"{name} is empty (0 bytes): copy or download it again.")
    stream.seek(0)
    try:
        image = Image.open(stream, formats=FORMATS)
    except Image.DecompressionBombError as error:
        raise _too_large(name, error) from error
    except UnidentifiedImageError as error:
        raise _unknown(name, head) from error
    except _DAMAGE as error:
        raise _damaged(name) from error
    if image.width * image.height > PIXEL_LIMIT:
        raise _too_large(name, image.size)
    return image


def decoded(image: Image.Image, name: str) -> Picture:
    """The frame at which the image stands."""
    notes = [*_frame_note(image)]
    if has_16_bits(image):
        notes.append("16 bits per channel shown as 8")
    turn, turned_by_reader = orientation(image), image.format == "TIFF"
    image.load()
    flat, more = to_rgb(image)
    if turn != 1:
        notes.append("turned as its EXIF orientation says")
        flat = flat if turned_by_reader else upright(flat, turn)
    pixels = np.array(flat, dtype=np.uint8)
    return Picture(pixels, name, (*notes, *more), frames=getattr(image, "n_frames", 1))


def _reduced(image: Image.Image, side: int) -> SmallCopy:
    # Pillow's reader of TIFF turns by itself, and has the size of what it turned.
    (width, height), turn = image.size, 1 if image.format == "TIFF" else orientation(image)
    image.draft(None, (side, side))
    image.load()
    if image.mode in _PLAIN:
        image.thumbnail((side, side), reducing_gap=2.0)
    flat, _ = to_rgb(image)
    flat.thumbnail((side, side), reducing_gap=2.0)
    flat = upright(flat, turn)
    size = (height, width) if turn in (5, 6, 7, 8) else (width, height)
    return SmallCopy(np.array(flat, dtype=np.uint8), size)


def _frame_note(image: Image.Image) -> Iterator[str]:
    count = getattr(image, "n_frames", 1)
    if count > 1:
        yield f"first of {count} {'pages' if image.format == 'TIFF' else 'frames'}"


def _too_large(name: str, size: tuple[int, int] | Exception) -> UserError:
    if isinstance(size, Exception):
        # Pillow's own guard comes before ours above 179 megapixels, and tells the size in its words only.
        found = re.search(r"(\d+) pixels", str(size))
        pixels = int(found.group(1)) if found else 2 * PIXEL_LIMIT
    else:
        pixels = size[0] * size[1]
    millions, limit = f"{pixels / 1e6:.0f}", PIXEL_LIMIT // 1_000_000
    return UserError(f"{name} has {millions} megapixels, and at most {limit} can be opened: make it smaller first.")


def _unknown(name: str, head: bytes) -> UserError:
    if head.startswith(_MAGICS):
        return _damaged(name)
    if head[4:8] == b"ftyp" and head[8:12] in (b"heic", b"heix", b"mif1", b"hevc"):
        return UserError(f"{name} is a HEIC photo, which cannot be opened here: save it as JPEG first.")
    return UserError(f"{name} is no image that can be opened here: choose a JPEG, PNG, WebP, GIF, TIFF or BMP file.")


def _damaged(name: str) -> UserError:
    return UserError(f"{name} is damaged or broken off: copy or download it again.")


def presentable(name: str) -> str:
    """A file's name as text: on Linux it may hold bytes that are none, and no window can show those."""
    return name.encode("utf-8", "replace").decode("utf-8")
