"""The passes that a network of the sweep is judged by."""

import random
from typing import Any
from unittest import mock

import attnscope
import torch
from attnscope.models.recording import record as recording
from attnscope.models.watching.surroundings import copied
from attnscope.models.weights.trace import Trace
from torch import Tensor, nn

from .entries import Entry
from .reference import Seen, seen_by_reference


class Passes:
    """The passes that a network is judged by: plain, under the reference, recorded in full and the short way."""

    def __init__(self, entry: Entry) -> None:
        _seed()
        self.model = _enlivened(entry.build())
        args, kwargs = entry.inputs()

        def run() -> Any:
            _seed()
            with torch.no_grad():
                return self.model(*copied(args), **copied(kwargs))  # some write over what they are given

        def record() -> Trace:
            _seed()
            with torch.no_grad():
                return attnscope.record(self.model, *copied(args), **copied(kwargs))

        plain = run()
        self.seen: Seen | None = seen_by_reference(self.model, run) if entry.by_reference else None
        self.first = record()
        with mock.patch.object(recording, "_recorded_fully", wraps=recording._recorded_fully) as fully:
            self.second = record()
        self.narrow = not fully.called
        self.output = max(_distance(plain, self.first.output), _distance(plain, self.second.output))
        self.errors = [(layer, layer.error) for layer in self.second.layers]
        self.own = entry.own(self.model, args, kwargs) if entry.own else []
        self.has_fast_path = any(isinstance(module, nn.MultiheadAttention) for module in self.model.modules())


def _seed() -> None:
    torch.manual_seed(11)
    random.seed(11)


def _enlivened(model: nn.Module) -> nn.Module:
    # Parameters that begin at zero would make every gate the same and every proof too easy.
    with torch.no_grad():
        for parameter in model.parameters():
            if parameter.is_floating_point() and not parameter.any():
                parameter.normal_(0, 0.02)
    return model


def _distance(plain: Any, recorded: Any) -> float:
    pairs = zip(_tensors(plain), _tensors(recorded), strict=True)
    return max((_apart(a, b) for a, b in pairs if not torch.equal(a, b)), default=0.0)


def _apart(a: Tensor, b: Tensor) -> float:
    if a.shape != b.shape:
        return float("inf")
    a, b = a.float(), b.float()
    same = (a == b) | (a.isnan() & b.isnan())
    apart = (a - b).abs()[~same].nan_to_num(nan=float("inf"))
    return float(apart.max()) if apart.numel() else 0.0


def _tensors(value: Any) -> list[Tensor]:
    if isinstance(value, Tensor):
        return [value]
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple):
        return [tensor for part in value for tensor in _tensors(part)]
    return []
