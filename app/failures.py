"""What the engine says of a failure besides its sentence, so that the window can offer what helps."""

import dataclasses
from typing import Any

from ..models.checkpoints.fitting import MisfitError
from ..models.checkpoints.pickles import UntrustedError
from ..models.memory_full import is_memory_full


def failure_fields(error: BaseException) -> dict[str, Any]:
    """`code`: "misfit" with the table of what differs, "untrusted" with what a pickle asks for, "memory", or ""."""
    if isinstance(error, MisfitError):
        return {"code": "misfit", "misfit": dataclasses.asdict(error.misfit)}
    if isinstance(error, UntrustedError):
        return {"code": "untrusted", "names": list(error.names)}
    return {"code": "memory" if is_memory_full(error) else ""}
