"""A recorded pass: its layers in the order they ran, its output, and what could not be recorded."""

from difflib import get_close_matches
from pathlib import Path
from typing import Any

from .layer import Layer
from .records import LayerInfo


class Trace:
    """What `record` returns."""

    def __init__(self) -> None:
        self.layers: list[Layer] = []
        """In the order they ran."""
        self.output: Any = None
        """What the model returned."""
        self.missed: list[tuple[str, str]] = []
        """(name, reason) of attention that was seen and could not be recorded."""

    def __repr__(self) -> str:
        return f"<Trace of {len(self.layers)} layers, {len(self.missed)} missed>"

    def __getitem__(self, name: str) -> Layer:
        """The first layer of this name or title. **Raises**: KeyError that lists near names."""
        for layer in self.layers:
            if layer.place.is_called(name):
                return layer
        names = [layer.place.title for layer in self.layers]
        near = get_close_matches(name, names, cutoff=0.3) or names[:5]
        raise KeyError(f"{name!r} is no recorded layer; near it: {', '.join(map(repr, near)) or 'none at all'}")

    def info(self) -> tuple[LayerInfo, ...]:
        """What the window knows of every layer."""
        return tuple(layer.info() for layer in self.layers)

    def save(self, path: str | Path) -> None:
        """Writes a trace file (.attn) for `attnscope.load`. **Raises**: UserError where it cannot be written."""
        from .trace_writing import write_trace  # what it imports would slow down every start

        write_trace(self.layers, self.missed, self.output, path)
