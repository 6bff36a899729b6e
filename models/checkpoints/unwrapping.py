"""The weights out of what was saved with them: dictionaries in dictionaries, whole networks, averaged copies."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import torch
from torch import nn

from .pickled_arrays import PickledArray
from .wrappers import without_shared_wrappers

_AVERAGED = re.compile(r"(^|_)(ema|swa|averaged?)(_|$)")
_PLAIN = (
    *("state_dict", "model_state_dict", "model_state", "model", "net", "network", "module", "online_model"),
    *("weights", "params", "shadow", "ema_weights"),
)
_NO_WEIGHTS = re.compile(r"optim|sched|scaler|amp$|rng|random|loss|criterion|callback|loops|histor|metric|hyper")
_COPIES_INSIDE = ("ema", "module", "model", "shadow")
"""Where an averaging object keeps its copy of the network."""
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Unwrapped:
    """Weights by name."""

    tensors: dict[str, torch.Tensor]
    raw: dict[str, torch.Tensor]
    """The same by the names in the file, before wrappers that all of them share were taken off."""
    wrapping: str = ""
    """The keys that led to them, with dots between."""
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class _Choice:
    found: object
    keys: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def unwrapped(found: object) -> Unwrapped:
    """The weights in what was saved; none where it holds none.

    Averaged weights are taken before plain ones, as those who average evaluate with them, and a teacher's before a
    student's. The state of an optimiser is never taken for weights.
    """
    choice = _Choice(found)
    for _ in range(_DEEPEST):
        key = _next(_inside(choice.found), choice.notes)
        if key is None:
            break
        choice.keys.append(key)
        choice.found = _inside(choice.found)[key]
    raw = _tensors(choice.found) or _joined(choice.found)
    return Unwrapped(without_shared_wrappers(raw), raw, ".".join(choice.keys), tuple(choice.notes))


def _next(found: Mapping[str, Any], notes: list[str]) -> str | None:
    """The key to go on with; None where the weights lie here."""
    holding = [key for key, value in found.items() if _holds(value)]
    averaged = [key for key in holding if _AVERAGED.search(key)]
    known = [*averaged, *(key for key in ("teacher", *_PLAIN, "student") if key in holding)]
    if known:
        notes += _told(known, holding, averaged)
        return known[0]
    others = [key for key in holding if not _NO_WEIGHTS.search(key.lower())]
    return others[0] if len(others) == 1 and not _tensors(found) else None


def _told(known: list[str], holding: list[str], averaged: list[str]) -> list[str]:
    notes: list[str] = []
    if averaged and len(known) > 1:
        notes.append(f"the averaged (EMA) copy of the weights was taken: {known[0]}, not {known[1]}")
    elif known[0] == "teacher" and "student" in holding:
        notes.append("the teacher's weights were taken, not the student's")
    beside = [key for key in holding if key not in known and not _NO_WEIGHTS.search(key.lower())]
    return [*notes, f"{', '.join(beside)} of the file: left out"] if beside else notes


def _holds(found: object, deepest: int = _DEEPEST) -> bool:
    """Whether there are weights in here: by name, or behind a key that is known to hold them."""
    inside = _inside(found)
    if any(_tensor(value) is not None for value in inside.values()):
        return True
    keys = [key for key in inside if key in _PLAIN or key in ("teacher", "student") or _AVERAGED.search(key)]
    return deepest > 0 and any(_holds(inside[key], deepest - 1) for key in keys)


def _inside(found: object) -> Mapping[str, Any]:
    """What has a name in here; nothing where it is the state of an optimiser, or no container."""
    if isinstance(found, nn.Module):
        found = found.state_dict()
    if not isinstance(found, Mapping):
        copies = (getattr(found, name, None) for name in _COPIES_INSIDE) if hasattr(found, "__dict__") else ()
        copy = next((one for one in copies if isinstance(one, nn.Module | Mapping)), None)
        return {} if copy is None else _inside(copy)
    if "state" in found and "param_groups" in found:
        return {}
    return {key: value for key, value in found.items() if isinstance(key, str)}


def _tensors(found: object) -> dict[str, torch.Tensor]:
    tensors = ((name, _tensor(value)) for name, value in _inside(found).items())
    return {name: tensor for name, tensor in tensors if tensor is not None}


def _joined(found: object) -> dict[str, torch.Tensor]:
    """Several parts that were saved side by side, each with its key before its names."""
    parts = {key: _tensors(value) for key, value in _inside(found).items() if not _NO_WEIGHTS.search(key.lower())}
    return {f"{key}.{name}": tensor for key, part in parts.items() for name, tensor in part.items()}


def _tensor(found: object) -> torch.Tensor | None:
    if isinstance(found, torch.Tensor):
        return found.detach()
    array = found.array() if isinstance(found, PickledArray) else found
    if isinstance(array, np.ndarray) and array.dtype.kind in "fiub" and array.dtype.isnative:
        return torch.from_numpy(np.array(array)) if array.dtype.kind != "u" or array.itemsize == 1 else None
    return None
