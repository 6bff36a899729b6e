"""attnscope: see what a vision network attends to.

`record(model, image)` runs a network once and returns a `Trace` of every attention layer in it, found by what it does.
Importing this package loads neither torch nor Qt; the public names load when they are first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .models.errors import UserError
    from .models.recording.record import record, recording
    from .models.records import Grid
    from .models.weights.edits import Edit
    from .models.weights.layer import Layer
    from .models.weights.trace import Trace
    from .models.weights.trace_reading import load
    from .models.zoo.registry import Loaded, load_model

__version__ = "0.1.0"

_HOMES = {
    "Edit": "weights.edits",
    "Grid": "records",
    "Layer": "weights.layer",
    "Loaded": "zoo.registry",
    "Trace": "weights.trace",
    "UserError": "errors",
    "load": "weights.trace_reading",
    "load_model": "zoo.registry",
    "record": "recording.record",
    "recording": "recording.record",
}

__all__ = ["Edit", "Grid", "Layer", "Loaded", "Trace", "UserError", "load", "load_model", "record", "recording"]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".models.{_HOMES[name]}", __name__), name)


def __dir__() -> list[str]:
    return [*globals(), *_HOMES]
