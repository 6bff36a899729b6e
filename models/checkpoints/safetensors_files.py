"""Safetensors: a list of names and sizes, then the numbers. Nothing in it can run."""

from pathlib import Path

import torch
from safetensors import SafetensorError, safe_open

from ..errors import UserError
from .file_kinds import shown
from .refused_files import damaged

# KeyError, AttributeError: a type of numbers that this torch does not have.
_DAMAGE = (SafetensorError, OSError, ValueError, RuntimeError, LookupError, AttributeError, TypeError, OverflowError)


def read_safetensors(path: Path) -> tuple[dict[str, torch.Tensor], dict[str, str]]:
    """The tensors, which stay in the file until they are used, and the texts beside them.

    **Raises** UserError where the file is damaged.
    """
    try:
        with safe_open(path, framework="pt") as file:
            names = file.keys()  # the file itself cannot be iterated
            return {name: file.get_tensor(name) for name in names}, dict(file.metadata() or {})
    except MemoryError as error:
        raise UserError(f"{shown(path)} does not fit in this computer's memory: close other programs.") from error
    except _DAMAGE as error:
        raise UserError(damaged(shown(path))) from error
