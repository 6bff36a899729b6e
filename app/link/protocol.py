"""Frames between the window and the engine: a JSON header and raw arrays; nothing in a frame can run code.

A frame is `ATNS`, the header's length as a little-endian uint32, the header as JSON, and the bytes of the arrays that
the header lists, one after the other. What arrives is not trusted: a length is checked before memory is taken for it.
"""

import json
import math
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

VERSION = 1
"""Both ends must speak the same version; the engine says it in its `hello`."""
HEADER_LIMIT = 16 * 2**20
"""Bytes of a header; the largest real one lists some thousand layers."""
ARRAYS_LIMIT = 2 * 2**30
"""Bytes of all arrays of a frame; the largest real one is a picture of 100 megapixels."""
COUNT_LIMIT = 64
"""Arrays in a frame."""

Array = npt.NDArray[Any]

_MAGIC = b"ATNS"
_PREFIX = struct.Struct("<4sI")
_DTYPES = frozenset({"b1", "i1", "u1"} | {f"{kind}{size}" for kind in "iuf" for size in (2, 4, 8)})


class ProtocolError(Exception):
    """The bytes that arrived are no frame of ours: the sentence says what is wrong with them."""


@dataclass(frozen=True, slots=True, eq=False)
class Message:
    """One frame, read: `header` holds "kind", "id" and the fields; the arrays are read-only."""

    header: dict[str, Any]
    arrays: dict[str, Array] = field(default_factory=dict)

    @property
    def kind(self) -> str:
        """What is asked or answered: "load", "map", "failed", ..."""
        return self.header["kind"]

    @property
    def id(self) -> int:
        """The request's number; an answer carries the number of its request."""
        return self.header["id"]


def encode(header: Mapping[str, Any], arrays: Mapping[str, Array] | None = None) -> bytes:
    """One frame.

    **Raises** ProtocolError as `parts` does.
    """
    return b"".join(parts(header, arrays))


def parts(header: Mapping[str, Any], arrays: Mapping[str, Array] | None = None) -> list[bytes | memoryview]:
    """One frame, in the order in which its parts are to be written; the arrays are not copied.

    **Raises** ProtocolError when an array has a type, or a field a value, that no frame can carry (objects, NaN).
    """
    ready = {name: _portable(name, array) for name, array in (arrays or {}).items()}
    listed = [{"name": name, "dtype": _code(array), "shape": list(array.shape)} for name, array in ready.items()]
    try:
        text = json.dumps({**header, "arrays": listed}, allow_nan=False, separators=(",", ":")).encode("ascii")
    except (TypeError, ValueError) as error:
        raise ProtocolError(f"the header of {header.get('kind')!r} is not plain JSON: {error}") from error
    return [_PREFIX.pack(_MAGIC, len(text)) + text, *(array.data.cast("B") for array in ready.values() if array.size)]


class Decoder:
    """Puts frames together from whatever pieces the bytes arrive in."""

    def __init__(self) -> None:
        self._bytes = bytearray()
        self._header: dict[str, Any] | None = None
        self._layout: list[_Slot] = []

    def feed(self, data: bytes) -> list[Message]:
        """The messages that are complete with these bytes, oldest first.

        **Raises** ProtocolError at the first byte that cannot belong to a frame; the stream is of no use after that.
        """
        self._bytes += data
        messages = []
        while (message := self._next()) is not None:
            messages.append(message)
        return messages

    def _next(self) -> Message | None:
        if self._header is None and not self._take_header():
            return None
        if len(self._bytes) < sum(slot.nbytes for slot in self._layout):
            return None
        assert self._header is not None
        message = Message(self._header, {slot.name: self._take_array(slot) for slot in self._layout})
        self._header, self._layout = None, []
        return message

    def _take_header(self) -> bool:
        if not _MAGIC.startswith(self._bytes[:4]) and self._bytes[:4] != _MAGIC:
            raise ProtocolError(f"expected a frame, got {bytes(self._bytes[:40])!r}")
        if len(self._bytes) < _PREFIX.size:
            return False
        _, length = _PREFIX.unpack_from(self._bytes)
        if length > HEADER_LIMIT:
            raise ProtocolError(f"a header of {length} bytes; at most {HEADER_LIMIT} are allowed")
        end = _PREFIX.size + length
        if len(self._bytes) < end:
            return False
        self._header, self._layout = _read_header(bytes(self._bytes[_PREFIX.size : end]))
        del self._bytes[:end]
        return True

    def _take_array(self, slot: "_Slot") -> Array:
        raw = bytes(memoryview(self._bytes)[: slot.nbytes])
        del self._bytes[: slot.nbytes]
        return np.frombuffer(raw, slot.dtype).reshape(slot.shape)


@dataclass(frozen=True, slots=True)
class _Slot:
    name: str
    dtype: np.dtype[Any]
    shape: tuple[int, ...]

    @property
    def nbytes(self) -> int:
        return math.prod(self.shape) * self.dtype.itemsize


def _portable(name: str, array: Array) -> Array:
    ready = np.ascontiguousarray(array, array.dtype.newbyteorder("<")).reshape(array.shape)
    if _code(ready) not in _DTYPES:
        raise ProtocolError(f"array {name!r} has type {array.dtype}, which no frame can carry")
    return ready


def _code(array: Array) -> str:
    return f"{array.dtype.kind}{array.dtype.itemsize}"


def _read_header(text: bytes) -> tuple[dict[str, Any], list[_Slot]]:
    try:
        header = json.loads(text, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise ProtocolError(f"a header that is not JSON: {error}") from error
    if not isinstance(header, dict) or not isinstance(header.get("kind"), str) or type(header.get("id")) is not int:
        raise ProtocolError("a header without kind and id")
    listed = header.pop("arrays", [])
    if not isinstance(listed, list) or len(listed) > COUNT_LIMIT:
        raise ProtocolError(f"a header must list its arrays, at most {COUNT_LIMIT}")
    layout = [_read_slot(entry) for entry in listed]
    if sum(slot.nbytes for slot in layout) > ARRAYS_LIMIT:
        raise ProtocolError(f"arrays of more than {ARRAYS_LIMIT} bytes")
    return header, layout


def _read_slot(entry: object) -> _Slot:
    match entry:
        case {"name": str(name), "dtype": str(code), "shape": list(shape)} if code in _DTYPES and len(shape) <= 32:
            if all(type(length) is int and 0 <= length <= ARRAYS_LIMIT for length in shape):
                return _Slot(name, np.dtype(f"<{code}"), tuple(shape))
    raise ProtocolError(f"an array that cannot be read: {str(entry)[:200]}")


def _refuse_constant(name: str) -> float:
    raise ValueError(f"{name} is no JSON")
