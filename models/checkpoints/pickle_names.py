"""Which classes and functions a pickle asks for, without running it."""

import collections
import contextlib
import io
import pickletools
import re
import tarfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from .harmless import HARMLESS

_OUR_NAMES = frozenset(name for _, name in HARMLESS)
# torch knows these by itself: the makers of tensors, and what a state dict is made of.
_TORCH_NAMES = re.compile(
    r"collections\.OrderedDict|_codecs\.encode|builtins\.(set|bytearray|complex)"
    r"|torch\.(\w*Storage|Size|Tensor|device|_utils\._rebuild\w*|_tensor\._rebuild\w*|nn\.parameter\.Parameter)"
    r"|torch\.(storage\.\w*Storage|serialization\._get_layout|(b?float|complex|u?int|q?u?int)\d+\w*|bool)"
)
_TOO_MUCH = 10_000_000
"""Of a longer pickle in an archive only the beginning is looked at: its weights do not lie in it."""
_LONGEST = 100
_PICKLES_BEFORE = 3
"""Of torch's old format: a number, a version and facts of the computer come before what was saved."""
_DAMAGE = (
    *(OSError, ValueError, LookupError, AttributeError, TypeError, ArithmeticError, EOFError, RuntimeError),
    *(zipfile.BadZipFile, tarfile.TarError, MemoryError),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a pickle asks for."""

    names: tuple[str, ...]
    """The dotted names that are none of ours or torch's, as they come in it."""
    whole: bool
    """Whether the pickle could be looked at up to its end."""


def asked_for(path: Path, kind: str) -> Asked:
    """What the pickle in a file asks for; `kind` is "zip", "legacy", "pickle" or "tar"."""
    names: list[str] = []
    ended = False
    with contextlib.suppress(*_DAMAGE), path.open("rb") as file:
        stream = _inner(file, kind)
        for _ in range(_PICKLES_BEFORE if kind == "legacy" else 0):
            collections.deque(_names(stream), maxlen=0)
        for name in _names(stream):
            names.append(name)
        ended = True
    told = [name for name in dict.fromkeys(names) if name not in _OUR_NAMES and not _TORCH_NAMES.fullmatch(name)]
    return Asked(tuple(told), ended)


def _inner(file: BinaryIO, kind: str) -> BinaryIO:
    if kind == "tar":
        with tarfile.open(fileobj=file, mode="r:") as archive, archive.extractfile("pickle") or io.BytesIO() as stream:
            return io.BytesIO(stream.read(_TOO_MUCH))
    if kind != "zip":
        return file
    with zipfile.ZipFile(file) as archive:
        inner = next(name for name in archive.namelist() if name.endswith("/data.pkl"))
        with archive.open(inner) as stream:
            return io.BytesIO(stream.read(_TOO_MUCH))


def _names(stream: BinaryIO) -> Iterator[str]:
    texts = _Texts()
    for operation, argument, _ in pickletools.genops(stream):
        if operation.name in ("GLOBAL", "INST"):
            yield _of_today(str(argument))
        elif operation.name == "STACK_GLOBAL":
            yield texts.dotted()
        texts.follow(operation.name, argument)


class _Texts:
    """The texts that a pickle has put on its stack or taken from its memory: the last two name what it asks for."""

    def __init__(self) -> None:
        self._last: collections.deque[str] = collections.deque(("", ""), maxlen=2)
        self._memory: dict[object, str] = {}

    def follow(self, operation: str, argument: object) -> None:
        if operation == "MEMOIZE":
            self._memory[len(self._memory)] = self._last[-1]
        elif operation in ("PUT", "BINPUT", "LONG_BINPUT"):
            self._memory[argument] = self._last[-1]
        elif operation in ("GET", "BINGET", "LONG_BINGET"):
            self._last.append(self._memory.get(argument, ""))
        elif isinstance(argument, str):
            self._last.append(argument)

    def dotted(self) -> str:
        """What an operation asks for that takes its name from the stack."""
        return _presentable(".".join(self._last))


def _of_today(name: str) -> str:
    dotted = name.replace(" ", ".")
    return _presentable(re.sub(r"^__builtin__\.", "builtins.", dotted))


def _presentable(name: str) -> str:
    return "".join(letter if letter.isprintable() else "?" for letter in name)[:_LONGEST]
