"""Pickled checkpoints, torch's of all times: without running the code in them, unless they are trusted."""

import pickle
import re
import struct
import tarfile
import threading
import warnings
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import torch
from torch.serialization import safe_globals

from ..errors import UserError
from ..foreign import Foreign
from .file_kinds import Kind, shown
from .harmless import HARMLESS
from .old_torch import claims_too_much, holds_too_much
from .pickle_names import asked_for
from .refused_files import damaged
from .zip_contents import has_wrong_sums

_REFUSED = re.compile(r"GLOBAL|reduce for unrecognized|Can only (create|build|append|SETITEM)|Unsupported operand")
"""What torch says where a pickle asks for more than weights."""
# What torch's readers let through for damaged files; a list found by damaging thousands of them.
DAMAGE = (
    *(OSError, RuntimeError, EOFError, ValueError, LookupError, AttributeError, TypeError, AssertionError),
    *(ArithmeticError, SyntaxError, ImportError, struct.error, zipfile.BadZipFile, tarfile.TarError),
)
# The list of what may be made, and the filters of warnings, belong to the whole process: two readers take turns.
_turn = threading.RLock()


class UntrustedError(UserError):
    """A file could run code when it is read, and nobody has said that it is trusted."""

    def __init__(self, sentence: str, names: tuple[str, ...] = ()) -> None:
        super().__init__(sentence)
        self.names = names
        """What the file asks for, as far as it could be seen: "my_net.Net"."""


def read_pickle(path: Path, kind: Kind, trust: bool) -> object:
    """What was saved in the file; the tensors in a zip stay in the file until they are used.

    **Raises** UserError for a damaged file; UntrustedError where it cannot be read without running its code.
    """
    with _quietly():
        return _read(path, kind, trust)


def _read(path: Path, kind: Kind, trust: bool) -> object:
    try:
        if kind == "zip" and has_wrong_sums(path):
            raise UserError(damaged(shown(path)))
        if kind in ("zip", "legacy"):
            return _weights_only(path, kind)
    except pickle.UnpicklingError as error:
        if not _REFUSED.search(str(error)):
            raise UserError(damaged(shown(path))) from error
    except MemoryError as error:
        raise UserError(f"{shown(path)} claims more memory than there is: it is damaged, download it again.") from error
    except DAMAGE as error:
        raise UserError(damaged(shown(path))) from error
    if trust:
        return _with_its_code(path, kind)
    raise _refusal(path, kind)


def _weights_only(path: Path, kind: Kind) -> object:
    if kind == "legacy" and claims_too_much(path):
        raise UserError(damaged(shown(path)))
    with safe_globals(list(HARMLESS)):
        found = torch.load(path, map_location="cpu", weights_only=True, mmap=kind == "zip")
    if kind == "legacy" and holds_too_much(found, path):
        raise UserError(damaged(shown(path)))
    return found


def _with_its_code(path: Path, kind: Kind) -> object:
    with Foreign(shown(path)):
        try:
            if kind == "pickle":
                with path.open("rb") as stream:
                    return pickle.load(stream)
            return torch.load(path, map_location="cpu", weights_only=False, mmap=kind == "zip")
        except (ModuleNotFoundError, AttributeError) as error:
            if (lacking := _lacking(error)) is None:
                raise
            raise UserError(
                f"{shown(path)} holds an object of a class that is not here ({lacking}): install what has it, or save "
                f"the weights alone where they were trained, with torch.save(net.state_dict(), ...)."
            ) from error


def _lacking(error: BaseException) -> str | None:
    if isinstance(error, ModuleNotFoundError):
        return f"in the module {error.name}"
    found = re.search(r"Can't get attribute '([^']+)' on <module '([^']+)'", str(error))
    if found is None:
        return None
    # The script that saved it, for which the program that reads it is taken.
    module = "__main__" if found.group(2).endswith("__main__") else found.group(2)
    return f"{module}.{found.group(1)}"


def _refusal(path: Path, kind: Kind) -> UserError:
    asked = asked_for(path, kind)
    if not asked.whole and not asked.names:
        return UserError(damaged(shown(path)))
    few = ", ".join(asked.names[:3]) + (f" and {len(asked.names) - 3} more" if len(asked.names) > 3 else "")
    what = f"holds more than weights ({few})" if few else "is not written as torch writes weights"
    return UntrustedError(
        f"{shown(path)} {what}, and reading it could run code: if you know who made it, use --trust.", asked.names
    )


@contextmanager
def _quietly() -> Iterator[None]:
    with _turn, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield
