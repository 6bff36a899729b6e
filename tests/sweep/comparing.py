"""Where a recording differs from what was counted, from the reference, and from what is promised of it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import torch
from attnscope.models.weights.heads import Heads
from attnscope.models.weights.trace import Trace
from torch import Tensor

from .entries import Entry
from .passes import Passes
from .reference import Seen

_HEADS_ERROR = 1e-5
_FAST_PATH = 1e-5
"""What the output may differ by where nn.MultiheadAttention's fused fast path stepped aside."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that is not as it should be, and the module it is about."""

    path: str
    what: str


def differences_of(passes: Passes, entry: Entry) -> Iterator[Difference]:
    """All of them, whether somebody has reviewed them or not."""
    if passes.seen is not None:
        yield from _against_reference(passes.first, passes.seen)
    yield from (Difference(name, f"said to be missed: {reason}") for name, reason in passes.first.missed)
    yield from _against_own(passes.first, passes.own)
    yield from _against_count(passes.first, entry)
    yield from _between_passes(passes.first, passes.second)
    for layer, error in passes.errors:
        limit = _HEADS_ERROR if isinstance(layer.kept, Heads) else 0.0
        if not error <= limit:
            yield Difference(layer.name, f"error {error:.1e}")
    if passes.output > (_FAST_PATH if passes.has_fast_path else 0.0):
        yield Difference("", f"output differs by {passes.output:.1e}")
    if not passes.narrow and not (passes.seen and passes.seen.asks):
        yield Difference("", "no short way in the second pass")


def _against_reference(trace: Trace, seen: Seen) -> Iterator[Difference]:
    found = Counter(layer.name for layer in trace.layers if layer.source != "product")
    products = Counter(layer.name for layer in trace.layers if layer.source == "product")
    for path in sorted({*found, *products, *seen.uses}):
        uses = seen.uses.get(path, Counter())
        least = uses["matrix"] + uses["gate"]
        if not least <= found[path] <= least + uses["elementwise"]:
            yield Difference(path, f"{found[path]} recorded, seen by the reference: {_told(uses)}")
        if products[path] != uses["product"]:
            yield Difference(path, f"{products[path]} products recorded, seen by the reference: {uses['product']}")
    for path in seen.looking:
        if not any(_covers(layer.name, path) for layer in trace.layers):
            yield Difference(path, "named like attention and not recorded")


def _against_count(trace: Trace, entry: Entry) -> Iterator[Difference]:
    found = dict(kinds_of(trace))
    if entry.expected is not None and found != dict(entry.expected):
        yield Difference("count", f"{found or 'nothing'} recorded, {dict(entry.expected) or 'nothing'} expected")


def _against_own(trace: Trace, own: list[Tensor]) -> Iterator[Difference]:
    recorded = [layer.weights for layer in trace.layers if layer.kind == "heads"]
    for matrix in own:
        equal = next((i for i, weights in enumerate(recorded) if _same(matrix.float(), weights)), None)
        if equal is None:
            yield Difference("attentions", f"the library returns one {(*matrix.shape,)} that was not recorded")
        else:
            recorded.pop(equal)


def _same(matrix: Tensor, weights: Tensor) -> bool:
    # Libraries have images, windows and heads in orders of their own.
    if matrix.numel() != weights.numel():
        return False
    orders = [matrix, matrix.transpose(1, 2)] if matrix.dim() > 3 else [matrix]
    return any(torch.allclose(order.flatten(), weights.flatten(), atol=_HEADS_ERROR) for order in orders)


def _covers(layer: str, path: str) -> bool:
    # Weights are applied inside the module, or by the one around it.
    return layer == path or layer.startswith(f"{path}.") or layer == path.rpartition(".")[0]


def _told(uses: Counter[Any]) -> str:
    return ", ".join(f"{count} {use}" for use, count in sorted(uses.items())) or "nothing"


def _between_passes(first: Trace, second: Trace) -> Iterator[Difference]:
    before, after = ([(layer.place, layer.kind, layer.shape) for layer in trace.layers] for trace in (first, second))
    if before != after:
        yield Difference("", f"{len(before)} layers in the first pass, {len(after)} in the second")
        return
    for one, other in zip(first.layers, second.layers, strict=True):
        if not torch.equal(one.weights, other.weights):
            yield Difference(one.name, "other weights in the second pass")


def kinds_of(trace: Trace) -> tuple[tuple[str, int], ...]:
    """How many layers of each kind there are, those of kinds that there are."""
    counts = Counter(layer.kind for layer in trace.layers)
    return tuple((kind, counts[kind]) for kind in ("channel", "spatial", "heads", "other") if counts[kind])
