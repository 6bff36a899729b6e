"""What the engine says of a failure besides its sentence, so that the window can offer what helps."""

import dataclasses
from typing import Any

from ...models.checkpoints.fit_record import MisfitError
from ...models.checkpoints.pickles import UntrustedError
from ...models.errors import NoConnectionError
from ...models.memory_full import is_memory_full
from ...models.recording.mismatches import InputSizeError


def failure_fields(error: BaseException) -> dict[str, Any]:
    """`code`: "misfit" with what differs, "untrusted" with what a pickle asks for, "memory", "size",
    "offline" or "".
    """
    if isinstance(error, MisfitError):
        return {"code": "misfit", "misfit": dataclasses.asdict(error.misfit)}
    if isinstance(error, UntrustedError):
        return {"code": "untrusted", "names": list(error.names)}
    if isinstance(error, NoConnectionError):
        return {"code": "offline"}
    if isinstance(error, InputSizeError):
        return {"code": "size"}
    return {"code": "memory" if is_memory_full(error) else ""}
