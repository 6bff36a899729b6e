"""A recorded pass: its layers in the order they ran, its output, and what could not be recorded."""

from difflib import get_close_matches
from pathlib import Path
from typing import Any

from torch import Tensor
from torch.utils._pytree import tree_map

from ..records import LayerInfo
from .layer import Layer


class Trace:
    """What `record` returns."""

    def __init__(self) -> None:
        self.layers: list[Layer] = []
        """In the order they ran."""
        self.output: Any = None
        """What the model returned."""
        self.missed: list[tuple[str, str]] = []
        """(name, reason) of attention that was seen and could not be recorded."""

        self.notes: list[str] = []
        """What has to be said of the whole pass, such as that it was too large to be kept."""

    def __enter__(self) -> "Trace":
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

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

    def close(self) -> None:
        """Lets go of the network, of all that is large, and of all that is on a GPU.

        Gates, the output and what was worked out stay readable; what else is asked for is refused with a UserError.
        `with record(model, x) as trace` closes it at the end.
        """
        for layer in self.layers:
            layer.close()
        self.output = tree_map(lambda part: part.detach().cpu() if isinstance(part, Tensor) else part, self.output)

    def save(self, path: str | Path) -> None:
        """Writes a trace file (.attn) for `attnscope.load`. **Raises**: UserError where it cannot be written."""
        from .trace_writing import write_trace  # what it imports would slow down every start

        write_trace(self.layers, self.missed, self.output, path)
