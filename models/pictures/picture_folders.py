"""Which files in a folder are pictures, in the order in which people count."""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..errors import UserError

PICTURES = (
    *(".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".gif", ".bmp", ".dib", ".webp", ".tif", ".tiff", ".avif", ".ico"),
    *(".ppm", ".pgm", ".pbm", ".pnm", ".jp2", ".j2k", ".jpx", ".tga", ".pcx", ".dds", ".qoi"),
)
"""How files of pictures end."""
_MAGICS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")
_DIGITS = re.compile(r"(\d+)")


def pictures_in(folder: Path) -> list[Path]:
    """The pictures in a folder, in natural order; where it has none, those of the folders in it, one after the other.

    A file is told by its ending, and by its first bytes where its name has no ending; hidden ones do not count.

    **Raises** UserError: no picture in it, or it cannot be read.
    """
    try:
        found = _own(folder) or [path for inner in _folders(folder) for path in _readable(inner)]
    except PermissionError as error:
        raise UserError(f"The folder {folder.name} must not be read by you: change its permissions.") from error
    except OSError as error:
        raise UserError(f"The folder {folder.name} cannot be read: {error.strerror or error}.") from error
    if not found:
        raise UserError(f"There is no picture in {folder.name or folder}: choose a folder with JPEG, PNG or the like.")
    return found


def in_order(paths: Iterable[Path]) -> list[Path]:
    """Each path once, folder by folder, in natural order."""
    return sorted(dict.fromkeys(paths), key=lambda path: (natural_key(str(path.parent)), natural_key(path.name)))


def natural_key(name: str) -> tuple[tuple[tuple[int, int, str], ...], str]:
    """Sorts numbers in names by their value: img2 before img10."""
    parts = (part for part in _DIGITS.split(name.casefold()) if part)
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts), name


def _own(folder: Path) -> list[Path]:
    with os.scandir(folder) as entries:
        return in_order(Path(entry.path) for entry in entries if _is_picture(entry))


def _readable(folder: Path) -> list[Path]:
    """A folder in a folder that must not be read has nothing to show; the others have."""
    try:
        return _own(folder)
    except OSError:
        return []


def _folders(folder: Path) -> Iterator[Path]:
    with os.scandir(folder) as entries:
        yield from in_order(Path(entry.path) for entry in entries if entry.is_dir() and not entry.name.startswith("."))


def _is_picture(entry: os.DirEntry[str]) -> bool:
    if entry.name.startswith("."):
        return False
    ending = Path(entry.name).suffix.lower()
    try:
        return entry.is_file() if ending in PICTURES else not ending and entry.is_file() and _begins_as_one(entry.path)
    except OSError:
        return False  # a link that leads round in a circle, or a file that must not be read


def _begins_as_one(path: str) -> bool:
    with Path(path).open("rb") as file:
        head = file.read(16)
    return head.startswith(_MAGICS) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP")
