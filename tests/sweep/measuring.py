"""What can be told of an architecture without computing anything: its tensors, and the attention in it.

Networks are built on the meta device, which has shapes and no numbers; a recording only looks at what is done with
tensors, so that it counts their layers there too. `tests/models/test_catalogue.py` holds a sample against layers that
were counted by hand.
"""

import signal
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from unittest import mock

import attnscope
import torch
from attnscope.models.catalogue.fingerprints import Fingerprint, Position, Shapes, fingerprint, pattern
from torch import nn
from torch.overrides import TorchFunctionMode

from .comparing import kinds_of

Kinds = tuple[tuple[str, int], ...]
_SECONDS = 120
_FILLING = frozenset({"normal_", "uniform_", "fill_", "zero_", "erfinv_", "mul_", "add_", "clamp_", "kaiming_uniform_"})


@dataclass(frozen=True, slots=True)
class Architecture:
    """A network that can be built with other numbers of classes and, perhaps, for other sizes of input."""

    model: str
    """As `load_model` takes it."""
    build: Callable[..., nn.Module]
    """Takes `num_classes`, and the argument named by `sizing`."""
    size: tuple[int, int] = (224, 224)
    sizing: str = ""
    """The argument for the size: "img_size", "image_size"; "" where there may be none."""
    channels: int = 3


@dataclass(frozen=True, slots=True)
class Measured:
    """An architecture as it was built."""

    model: str
    shapes: Shapes
    parameters: int
    size: tuple[int, int]
    head: tuple[str, ...]
    sized: frozenset[str]
    position: Position | None
    kinds: Kinds | None = None

    @property
    def fingerprint(self) -> Fingerprint:
        """What it is known by."""
        return fingerprint((self.model,), self.shapes, self.head, self.sized, self.position)


def measured(architecture: Architecture, counting: bool = True) -> Measured:
    """Builds it three times: as it is, with another number of classes, and for another size of input."""
    network = built(architecture)
    shapes = shapes_of(network)
    other_classes = shapes_of(built(architecture, num_classes=7))
    head = {_module(name) for name in _differing(shapes, other_classes)}
    optional = {name.partition(".")[0] for name in shapes if name.startswith(("aux", "AuxLogits"))}
    larger = _larger(architecture)
    sized = {name for name in _differing(shapes, larger) if _module(name) not in head} if larger else set()
    return Measured(
        architecture.model,
        shapes,
        sum(parameter.numel() for parameter in network.parameters()),
        architecture.size,
        tuple(sorted(head | optional)),
        frozenset(map(pattern, sized)),
        _position(architecture, shapes, sized),
        counted(network, architecture) if counting else None,
    )


def built(architecture: Architecture, **options: Any) -> nn.Module:
    """The network on the meta device, in evaluation mode."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with torch.device("meta"), _Unfilled():
                return architecture.build(**options).eval()
        except NotImplementedError:  # works out its widths with tensors
            with _without_numbers():
                return architecture.build(**options).eval().to("meta")


def shapes_of(network: nn.Module) -> dict[str, tuple[int, ...]]:
    """What a checkpoint of it would hold."""
    return {name: tuple(tensor.shape) for name, tensor in network.state_dict().items()}


def counted(network: nn.Module, architecture: Architecture) -> Kinds | None:
    """How many layers of each kind are recorded in one pass; None where that cannot be told without numbers."""
    image = torch.empty(1, architecture.channels, *architecture.size, device="meta")
    try:
        with in_time(), torch.no_grad(), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return kinds_of(attnscope.record(network, image))
    except Exception as error:  # noqa: BLE001 - whatever a network does costs its own row only
        print(f"{architecture.model} was not recorded: {type(error).__name__}: {error}", flush=True)
        return None


class _Unfilled(TorchFunctionMode):
    """Leaves out what fills parameters: on the meta device it changes nothing and takes most of the time."""

    def __torch_function__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        kwargs = kwargs or {}
        filled = args[0] if args else kwargs.get("tensor")
        if getattr(func, "__name__", "") in _FILLING and isinstance(filled, torch.Tensor) and filled.is_meta:
            return filled
        return func(*args, **kwargs)


@contextmanager
def _without_numbers() -> Iterator[None]:
    """Parameters go to the meta device one by one, before anybody fills them."""
    register = nn.Module.register_parameter

    def registered(module: nn.Module, name: str, parameter: nn.Parameter | None) -> None:
        register(module, name, None if parameter is None else nn.Parameter(parameter.to("meta")))

    with mock.patch.object(nn.Module, "register_parameter", registered):
        yield


@contextmanager
def in_time() -> Iterator[None]:
    """Ends what takes too long by a TimeoutError."""

    def ended(*_: Any) -> None:
        raise TimeoutError(f"ran longer than {_SECONDS} s")

    before = signal.signal(signal.SIGALRM, ended)
    signal.alarm(_SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def _larger(architecture: Architecture) -> Shapes | None:
    # Some take only sizes that their windows divide, and three halves of a size is no multiple of 32 for all.
    for factor in (2, 1.5) if architecture.sizing else ():
        rows, columns = (int(side * factor) for side in architecture.size)
        size: Any = rows if architecture.sizing == "image_size" else (rows, columns)
        try:
            return shapes_of(built(architecture, **{architecture.sizing: size}))
        except (TypeError, ValueError, AssertionError, RuntimeError):
            continue
    return None


def _differing(one: Shapes, other: Shapes) -> set[str]:
    return {name for name in {*one, *other} if one.get(name) != other.get(name)}


def _module(name: str) -> str:
    return name.rpartition(".")[0]


def _position(architecture: Architecture, shapes: Shapes, sized: set[str]) -> Position | None:
    # The one tensor that alone depends on the size; whoever has more (windows' tables) needs more than one number.
    name = next(iter(sized)) if len(sized) == 1 else ""
    shape = shapes.get(name, ())
    if len(shape) != 3 or shape[0] != 1 or "pos_embed" not in name or architecture.size[0] != architecture.size[1]:
        return None
    return Position(name, shape[1], architecture.size[0], architecture.sizing)


@dataclass(slots=True)
class Alike:
    """Fingerprints, those that agree in everything made one."""

    prints: dict[tuple[Any, ...], Fingerprint] = field(default_factory=dict)

    def add(self, one: Fingerprint) -> None:
        """Its model joins those that have the same tensors; whoever comes first is named first."""
        key = one.total, one.tensors, one.sizes, one.head, one.sized
        known = self.prints.get(key)
        models = (*known.models, *one.models) if known else one.models
        self.prints[key] = Fingerprint(models, *(getattr(one, name) for name in Fingerprint.__slots__[1:]))
