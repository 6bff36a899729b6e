"""Whether a network and its input are the same as in an earlier pass, told in a fraction of a millisecond."""

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from weakref import WeakKeyDictionary

import torch
from torch import Tensor, nn

Known = TypeVar("Known")

_REMEMBERED = 8  # kinds of pass per network


_LEAF_FILES = """activation batchnorm channelshuffle conv dropout flatten fold instancenorm linear normalization padding
pixelshuffle pooling sparse upsampling"""  # those of torch.nn.modules whose classes have no modules inside
_LEAVES = frozenset(_LEAF_FILES.split())
_CONTAINERS = (nn.Sequential, nn.ModuleList)  # nothing but what is in them can change
_PLAIN = frozenset({bool, int, float, str})
_KEPT = frozenset({Tensor, list, tuple, torch.Size, dict, OrderedDict, set})
"""What a network may keep of a pass for itself, such as its anchors or its own map of attention."""
_is_leaf: dict[type, bool] = {type(None): True}


@dataclass(frozen=True, slots=True)
class Survey:
    """What a look at a network's modules tells, without going through their parameters."""

    fingerprint: int
    """Changes when a module is exchanged or one of its attributes is set, such as a mode or a switch.

    Not seen are tensors and collections among them, changes inside attributes that stay the same object, and those in
    torch's own convolutions and the like.
    """
    modes: tuple[bool, ...]
    """Which modules are in training mode."""


def survey(model: nn.Module) -> Survey:
    """Looks at every module once. Made for speed: this is done in every recorded pass."""
    modules: list[nn.Module] = [model]
    marks: list[Hashable] = []
    modes: list[bool] = []
    for module in modules:
        marks.append(id(module))
        kind = type(module)
        leaf = _is_leaf.get(kind)
        if leaf is None:
            leaf = _is_leaf[kind] = _has_no_modules(kind)
        if not leaf:
            held = module.__dict__
            modes.append(held.get("training", False))
            if kind not in _CONTAINERS:
                values = [value for value in held.values() if type(value) not in _KEPT]
                marks.extend([value if type(value) in _PLAIN else id(value) for value in values])
            modules.extend(held["_modules"].values())
    marks.extend(modes)
    return Survey(hash(tuple(marks)), tuple(modes))


def _has_no_modules(kind: type[nn.Module]) -> bool:
    if issubclass(kind, torch.jit.ScriptModule):  # nothing inside of it can be seen or changed from here
        return True
    package, _, file = kind.__module__.rpartition(".")
    return package == "torch.nn.modules" and file in _LEAVES and kind is not nn.MultiheadAttention


def signature(value: Any) -> Hashable:
    """Shapes, types and plain values of arguments: what decides the way that a network takes, as far as can be told."""
    if isinstance(value, Tensor):
        return value.shape, value.dtype, value.device, value.is_inference()
    if isinstance(value, list | tuple):
        return tuple(map(signature, value))
    if isinstance(value, dict):
        return tuple((key, signature(part)) for key, part in value.items())
    return value if isinstance(value, bool | int | float | str | None) else id(value)


class Remembered(Generic[Known]):
    """What was found out about networks, for the latest few kinds of pass of each; forgotten with the network."""

    def __init__(self) -> None:
        self._known: WeakKeyDictionary[nn.Module, dict[Hashable, Known]] = WeakKeyDictionary()

    def get(self, model: nn.Module, key: Hashable) -> Known | None:
        """What is known of this kind of pass."""
        return self._known.get(model, {}).get(key)

    def put(self, model: nn.Module, key: Hashable, known: Known) -> None:
        """Remembers it, and forgets what is oldest."""
        of_model = self._known.setdefault(model, {})
        of_model.pop(key, None)
        of_model[key] = known
        while len(of_model) > _REMEMBERED:
            del of_model[next(iter(of_model))]
