"""Writes a file so that under its name lies either the whole of it or what lay there before."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from ...models.errors import UserError


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A file to write into; it takes the place of `path` once the block has ended well, else nothing is left of it.

    **Raises**: UserError where the folder cannot be written or the disk is full.
    """
    try:
        descriptor, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
    except OSError as error:
        raise _unwritten(path, error) from error
    unfinished = Path(name)
    try:
        with os.fdopen(descriptor, "w+b") as file:
            yield file
        unfinished.chmod(0o666 & ~_umask())
        unfinished.replace(path)
    except OSError as error:
        raise _unwritten(path, error) from error
    finally:
        unfinished.unlink(missing_ok=True)


def write_bytes(path: Path, content: bytes) -> Path:
    """Writes the whole of a file. **Raises**: UserError where that cannot be done."""
    with replacing(path) as file:
        file.write(content)
    return path


def _unwritten(path: Path, error: OSError) -> UserError:
    reason = error.strerror or str(error)
    return UserError(f"{path} could not be written ({reason}): choose another folder, or make room on the disk.")


def _umask() -> int:
    """What the user's files are not open for; it can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
