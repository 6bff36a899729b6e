"""What a file is, told by its first bytes and not by its name; a file that is no checkpoint is told what it is."""

import json
import stat
from pathlib import Path
from typing import Any, Literal

from ..errors import UserError
from .refused_files import refusal
from .zip_contents import refuse_other_archives

Kind = Literal["zip", "legacy", "pickle", "tar", "safetensors", "index"]
"""zip: torch's since 1.6. legacy: torch's before. tar: torch's before 0.2. pickle: Python's alone. index: of shards."""

_HEAD = 4096
_LARGEST_INDEX = 64_000_000
_MAGIC_NUMBER = (b"\x8a\nl\xfc\x9cF\xf9 j\xa8P\x19", b"119547037146038801333356")
"""The number that torch's old format begins with, as pickle writes it since protocol 2 and before."""


def kind_of(path: Path) -> Kind:
    """Which reader the file needs.

    **Raises** UserError where there is no such file, where it may not be read, and where it is no checkpoint.
    """
    head, size = _head(path)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        refuse_other_archives(path, shown(path), size)
        return "zip"
    if any(number in head[:64] for number in _MAGIC_NUMBER):
        return "legacy"
    if head[:1] == b"\x80" and head[1:2] <= b"\x05":
        return "pickle"
    if head[257:262] == b"ustar" and _is_oldest_torch(path):
        return "tar"
    if _is_safetensors(path, head, size):
        return "safetensors"
    if head.lstrip().startswith(b"{") and _is_index(path, size):
        return "index"
    raise UserError(refusal(shown(path), head, path.suffix.lower()))


def shown(path: Path) -> str:
    """A file's name as a sentence can hold it: on Linux it may hold bytes that are no text, and ends of lines."""
    name = (path.name or str(path)).encode("utf-8", "replace").decode("utf-8")
    return "".join(letter if letter.isprintable() else "?" for letter in name)


def read_json(path: Path) -> dict[str, Any]:
    """The object that a JSON file holds; {} where it holds none."""
    try:
        found = json.loads(path.read_bytes())
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _head(path: Path) -> tuple[bytes, int]:
    name = shown(path)
    try:
        facts = path.stat()
        if not stat.S_ISREG(facts.st_mode):
            raise UserError(f"{name} is no file: choose a file of weights.")
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
    except FileNotFoundError as error:
        raise UserError(f"There is no file of weights {path}: check its name.") from error
    except PermissionError as error:
        raise UserError(f"{name} must not be read by you: change its permissions, or copy it.") from error
    except (OSError, ValueError) as error:
        raise UserError(f"{name} cannot be read: {getattr(error, 'strerror', None) or error}.") from error
    if not head:
        raise UserError(f"{name} is empty (0 bytes): copy or download it again.")
    return head, facts.st_size


def _is_oldest_torch(path: Path) -> bool:
    # A tar of torch's own begins with one of its four members; any other is an archive of somebody's files.
    with path.open("rb") as stream:
        return stream.read(100).rstrip(b"\0") in (b"sys_info", b"storages", b"tensors", b"pickle")


def _is_safetensors(path: Path, head: bytes, size: int) -> bool:
    length = int.from_bytes(head[:8], "little")
    if head[8:9] != b"{":
        return False
    if length <= size - 8:
        return True
    # Of a file that was cut off, the header still looks like one.
    return path.suffix.lower() == ".safetensors" or b'"data_offsets"' in head


def _is_index(path: Path, size: int) -> bool:
    return size <= _LARGEST_INDEX and isinstance(read_json(path).get("weight_map"), dict)
