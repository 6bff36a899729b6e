"""One entry of the catalogue -> one row of the table: what was recorded, and where it differs from the reference."""

import random
import time
import warnings
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any
from unittest import mock

import attnscope
import torch
from attnscope.models import recording
from attnscope.models.heads import Heads
from attnscope.models.surroundings import copied
from attnscope.models.trace import Trace
from torch import Tensor, nn

from .entries import Entry
from .reference import Seen, seen_by_reference

_HEADS_ERROR = 1e-5
_FAST_PATH = 1e-5
"""What the output may differ by where nn.MultiheadAttention's fused fast path stepped aside."""


@dataclass(frozen=True, slots=True)
class Row:
    """What the sweep found out about one network."""

    source: str
    name: str
    failure: str = ""
    """Why there is nothing to be told: the reason it was skipped, or what went wrong."""
    kinds: tuple[tuple[str, int], ...] = ()
    """How many layers of each kind, in the order channel, spatial, heads, other."""
    places: tuple[int, int, int] = (0, 0, 0)
    """How many layers with heads or spatial gates have exact, guessed and no places."""
    gate_error: float = 0.0
    """The worst of any gate."""
    matrix_error: float = 0.0
    """The worst of any attention."""
    output: float = 0.0
    """Largest difference of the network's output while recorded to the plain one; 0: equal bit for bit."""
    narrow: bool = True
    """Whether the second pass was watched the short way."""
    unexplained: tuple[str, ...] = ()
    """Differences to the reference and broken promises that nobody has reviewed."""
    explained: tuple[str, ...] = ()
    """Those that somebody has, with the reason."""
    counted: bool = False
    """Whether its layers were counted by hand, too."""
    note: str = ""
    """What is to be known of how it was built."""
    seconds: float = 0.0

    @property
    def layers(self) -> int:
        """How many in all."""
        return sum(count for _, count in self.kinds)


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that is not as it should be, and the module it is about."""

    path: str
    what: str


def row_of(entry: Entry) -> Row:
    """Builds the network, records it twice, and looks at everything that is promised of a recording."""
    if entry.skipped:
        return Row(entry.source, entry.name, f"skipped: {entry.skipped}")
    began = time.perf_counter()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        passes = Passes(entry)
    unexplained, explained = _reviewed([*_differences(passes), *_against_count(passes.first, entry)], entry)
    errors = [(isinstance(layer.kept, Heads), error) for layer, error in passes.errors]
    return Row(
        entry.source,
        entry.name,
        kinds=_kinds(passes.first),
        places=_places(passes.first),
        gate_error=max((error for matrix, error in errors if not matrix), default=0.0),
        matrix_error=max((error for matrix, error in errors if matrix), default=0.0),
        output=passes.output,
        narrow=passes.narrow,
        unexplained=unexplained,
        explained=explained,
        counted=entry.expected is not None,
        note=entry.note,
        seconds=time.perf_counter() - began,
    )


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


def _kinds(trace: Trace) -> tuple[tuple[str, int], ...]:
    counts = Counter(layer.kind for layer in trace.layers)
    return tuple((kind, counts[kind]) for kind in ("channel", "spatial", "heads", "other") if counts[kind])


def _places(trace: Trace) -> tuple[int, int, int]:
    grids = [layer.grid for layer in trace.layers if layer.kind in ("heads", "spatial")]
    guessed = sum(grid is not None and grid.guessed for grid in grids)
    return len(grids) - guessed - grids.count(None), guessed, grids.count(None)


def _differences(passes: Passes) -> Iterator[Difference]:
    if passes.seen is not None:
        yield from _against_reference(passes.first, passes.seen)
    yield from (Difference(name, f"said to be missed: {reason}") for name, reason in passes.first.missed)
    yield from _against_own(passes.first, passes.own)
    yield from _between_passes(passes.first, passes.second)
    for layer, error in passes.errors:
        limit = _HEADS_ERROR if isinstance(layer.kept, Heads) else 0.0
        if not error <= limit:
            yield Difference(layer.name, f"error {error:.1e}")
    if passes.output > (_FAST_PATH if passes.has_fast_path else 0.0):
        yield Difference("", f"output differs by {passes.output:.1e}")
    if not passes.narrow:
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
    found = dict(_kinds(trace))
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


def _distance(plain: Any, recorded: Any) -> float:
    pairs = zip(_tensors(plain), _tensors(recorded), strict=True)
    return max((_apart(a, b) for a, b in pairs if not torch.equal(a, b)), default=0.0)


def _apart(a: Tensor, b: Tensor) -> float:
    if a.shape != b.shape:
        return float("inf")
    a, b = a.float(), b.float()
    apart = (a - b).abs()[a != b].nan_to_num(float("inf"))
    return float(apart[~(a.isnan() & b.isnan())[a != b]].amax()) if apart.numel() else 0.0


def _tensors(value: Any) -> list[Tensor]:
    if isinstance(value, Tensor):
        return [value]
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple):
        return [tensor for part in value for tensor in _tensors(part)]
    return []


def _reviewed(differences: list[Difference], entry: Entry) -> tuple[tuple[str, ...], tuple[str, ...]]:
    # A reason whose difference is gone is unexplained itself: it would hide the next one.
    open_ones: dict[str, int] = {}
    closed: dict[str, int] = {}
    used: set[str] = set()
    for difference in differences:
        pattern = next((p for p in entry.explained if fnmatchcase(difference.path, p)), None)
        if pattern is None:
            _add(open_ones, f"{difference.path or 'the network'}: {difference.what}")
        else:
            used.add(pattern)
            _add(closed, f"`{pattern}`: {entry.explained[pattern]}")
    for pattern in entry.explained:
        if pattern not in used:
            _add(open_ones, f"`{pattern}` is explained and shows no difference")
    return tuple(open_ones), tuple(f"{reason} ({count})" for reason, count in closed.items())


def _add(counts: dict[str, int], what: str) -> None:
    counts[what] = counts.get(what, 0) + 1
