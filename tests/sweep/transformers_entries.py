"""The vision networks of transformers, each with a configuration small enough to run in a moment.

Every one is recorded with eager attention, and with torch's fused attention where it supports that.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from importlib import import_module
from typing import Any

import torch
from torch import Tensor, nn

from .entries import Entry, Inputs


@dataclass(frozen=True, slots=True)
class Tiny:
    """A network of transformers made small."""

    network: str
    """Folder and class, such as "vit.ViTModel"."""
    config: Mapping[str, Any]
    inputs: Mapping[str, Callable[[], Any]]
    """What it is called with, by name."""
    layers: Mapping[str, int]
    """How many layers of each kind there are by its configuration, counted by hand."""
    note: str = ""
    explained: Mapping[str, str] = field(default_factory=dict)

    def load(self) -> Any:
        """The class of the network."""
        folder, name = self.network.split(".")
        package = f"transformers.models.{folder}"
        public = getattr(import_module(package), name, None)
        return public or getattr(import_module(f"{package}.modeling_{folder}"), name)


def transformers_entries() -> Iterator[Entry]:
    """One entry per network and kind of attention, then one for every model type that is left out."""
    from transformers.utils import logging

    from .transformers_dense import DENSE
    from .transformers_detectors import DETECTORS
    from .transformers_images import IMAGES
    from .transformers_language import LANGUAGE
    from .transformers_left_out import left_out
    from .transformers_towers import TOWERS

    logging.set_verbosity_error()  # small configurations make it warn of words that they lack
    known: set[str] = set()
    for tiny in (*IMAGES, *DETECTORS, *DENSE, *LANGUAGE, *TOWERS):
        network = tiny.load()
        known.add(network.config_class.model_type)
        for attention in _attentions(network):
            yield Entry(
                "transformers",
                _name(tiny, attention),
                partial(_build, tiny, attention),
                partial(_inputs, tiny),
                tiny.note,
                tiny.explained,
                expected=tiny.layers,
                own=partial(_own_matrices, tiny) if tiny.layers.get("heads") else None,
            )
    for name, reason in left_out(known):
        yield Entry("transformers", name, nn.Identity, lambda: ((), {}), skipped=reason)


def _attentions(network: Any) -> list[str]:
    return ["eager", "sdpa"] if network._supports_sdpa else ["eager"]


def _name(tiny: Tiny, attention: str) -> str:
    return f"{tiny.network}, {attention}{f' ({tiny.note})' if tiny.note else ''}"


def _build(tiny: Tiny, attention: str) -> nn.Module:
    network = tiny.load()
    # Left to itself, a network takes fused attention where each of its parts supports it.
    chosen = None if attention == "sdpa" else attention
    return network._from_config(network.config_class(**tiny.config), attn_implementation=chosen).eval()


def _inputs(tiny: Tiny) -> Inputs:
    return (), {name: make() for name, make in tiny.inputs.items()}


def _own_matrices(tiny: Tiny, model: nn.Module, args: Any, kwargs: dict[str, Any]) -> list[Tensor]:
    """The attention that transformers itself returns: of the same weights, with eager attention."""
    twin = _build(tiny, "eager")
    twin.load_state_dict(model.state_dict())
    torch.manual_seed(11)
    with torch.no_grad():
        try:
            given = twin(**kwargs, output_attentions=True)
        except (TypeError, IndexError):  # some towers have no such word, or fail at it
            return []
    return [*_attentions_in(given)]


def _attentions_in(output: Any) -> Iterator[Tensor]:
    if not isinstance(output, Mapping):
        return
    for name, value in output.items():
        if "attention" in name:
            yield from (one for one in _flat(value) if one.dim() >= 3)
        else:
            yield from _attentions_in(value)


def _flat(value: Any) -> Iterator[Tensor]:
    if isinstance(value, Tensor):
        yield value
    elif isinstance(value, tuple | list):
        for part in value:
            yield from _flat(part)


def image(*size: int, channels: int = 3) -> Callable[[], Tensor]:
    """One image of 64 pixels a side, or of a size given; with a third number first: several of them in one row."""
    *lead, rows, columns = size or (64, 64)
    return lambda: torch.randn(1, *lead, channels, rows, columns)


def words(count: int = 6, rows: int = 1) -> Callable[[], Tensor]:
    """Numbers of words in a small vocabulary."""
    return lambda: torch.randint(3, 90, (rows, count))


def tensor(*values: Any) -> Callable[[], Tensor]:
    """These values, as one tensor."""
    return lambda: torch.tensor(values[0] if len(values) == 1 else values)


def noise(*shape: int) -> Callable[[], Tensor]:
    """A tensor of a shape."""
    return lambda: torch.randn(shape)
