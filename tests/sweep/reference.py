"""What a network applies, told in another way than the program's: below autograd, by the storages of tensors.

A `TorchDispatchMode` sees the operations that torch really runs. It remembers the memory that a softmax or a sigmoid
was written to, follows it through copies and scaling, and counts where such memory is multiplied with something else.
Nothing of the program's own tags, names or rules is used; the module that runs is told by hooks on the network itself.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import Any, Literal
from unittest import mock

import torch
from torch import Tensor, nn
from torch.utils._python_dispatch import TorchDispatchMode

Use = Literal["matrix", "gate", "elementwise", "product"]
"""matrix: a softmax in a matrix product, or fused attention. gate: bounded values in a product with broadcasting.
elementwise: in one without. product: a product of three activations without a softmax in between."""

_SOFTMAX = {"_softmax", "_safe_softmax"}
_BOUNDED = {"sigmoid", "hardsigmoid", "tanh", "hardtanh", "clamp"}
_ACTIVATIONS = {"tanh", "hardtanh", "clamp"}
_COPYING = """clone _to_copy native_dropout repeat cat constant_pad_nd roll index slice_scatter copy add sub rsub mul
div neg reciprocal upsample_nearest1d upsample_nearest2d upsample_bilinear2d masked_fill where contiguous stack
_unsafe_view reflection_pad2d gather index_select flip"""
_COPIES = frozenset(_COPYING.split())
_PRODUCTS = {"bmm": 0, "mm": 0, "baddbmm": 1, "addmm": 1}
"""Matrix products, and which argument their first factor is."""
_ASKS = {"_local_scalar_dense", "equal"}
_MAPS = {"mm", "addmm", "convolution", "native_batch_norm"}
_LOOKS = re.compile(
    r"[aA]tt(entio)?n|[sS]queeze|[eE]xcit|SE(?![a-z])|Se(Layer|Module|Block)|E[cC]a|[cC]bam|CBAM|[gG]at(e|ing)|"
    r"Non[lL]ocal|Selective|Lambda|GlobalContext|Modulation"
)


@dataclass(slots=True)
class Seen:
    """What one pass of a network was seen applying."""

    uses: dict[str, Counter[Use]] = field(default_factory=dict)
    """By the path of the innermost module that ran."""
    looking: list[str] = field(default_factory=list)
    """Paths of the innermost modules that ran and whose class is named like attention."""
    asks: bool = False
    """Whether the network looked at values, on which its way may depend."""


def seen_by_reference(model: nn.Module, run: Callable[[], Any]) -> Seen:
    """Looks on while `run` runs the network."""
    fast = torch.backends.mha.get_fastpath_enabled()
    torch.backends.mha.set_fastpath_enabled(False)  # one operation, with the weights inside
    try:
        with _following(model) as stack, torch.no_grad(), _Storages(model, stack) as storages, _reading(storages):
            run()
    finally:
        torch.backends.mha.set_fastpath_enabled(fast)
    parts = [(name, module) for name, module in model.named_modules() if name in stack.ran and name]
    ran = [name for name, module in parts if _LOOKS.search(type(module).__name__)]
    inner = [name for name in ran if not any(other.startswith(f"{name}.") for other in ran)]
    return Seen(storages.uses, inner, storages.asks)


class _Stack:
    def __init__(self) -> None:
        self.running: list[str] = []
        self.ran: set[str] = set()


@contextmanager
def _following(model: nn.Module) -> Iterator[_Stack]:
    stack = _Stack()

    def entering(name: str) -> Callable[..., None]:
        def enter(*_: Any) -> None:
            stack.running.append(name)
            stack.ran.add(name)

        return enter

    def leave(*_: Any) -> None:
        stack.running.pop()

    handles = []
    for name, module in model.named_modules():
        handles += [module.register_forward_pre_hook(entering(name)), module.register_forward_hook(leave)]
    try:
        yield stack
    finally:
        for handle in handles:
            handle.remove()


@dataclass(slots=True)
class _Memory:
    """What is known of the contents of a storage."""

    softmax: bool = False
    bounded: str = ""
    score: bool = False
    made_from: int = 0
    """The storage that the function was applied to: x * sigmoid(x) is an activation."""


_NOTHING = _Memory()


class _Storages(TorchDispatchMode):
    def __init__(self, model: nn.Module, stack: _Stack) -> None:
        super().__init__()
        self.uses: dict[str, Counter[Use]] = {}
        self.asks = False
        self._stack = stack
        self._known: dict[int, _Memory] = {}
        self._alive: list[Tensor] = []  # else another tensor would get the same memory
        self._learned = {_storage(t) for t in (*model.parameters(), *model.buffers())}

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: dict[str, Any] | None = None) -> Any:
        kwargs = kwargs or {}
        name = func._schema.name.partition("::")[2].rstrip("_")
        operands = [*_tensors((args, kwargs))]
        self._look(name, operands, args)
        result = func(*args, **kwargs)
        self._remember(name, operands, result)
        return result

    def noting(self, read: Callable[..., Any]) -> Callable[..., Any]:
        """The same reading of values, noted."""

        def noted(*args: Any, **kwargs: Any) -> Any:
            self.asks = True
            return read(*args, **kwargs)

        return noted

    def _look(self, name: str, operands: list[Tensor], args: Any) -> None:
        if name in _ASKS:
            self.asks = self.asks or not self._is_learned(operands)
        elif name.startswith("_scaled_dot_product"):
            self._count("matrix")
        elif name == "mul" and len(operands) == 2:
            self._look_at_product(*operands)
        elif name in _PRODUCTS:
            factors = args[_PRODUCTS[name] : _PRODUCTS[name] + 2]
            left, right = map(self._memory, factors)
            if self._is_learned(factors):
                return
            if left.softmax != right.softmax:
                self._count("matrix")
            elif left.score != right.score:
                self._count("product")

    def _look_at_product(self, left: Tensor, right: Tensor) -> None:
        for gate, value in ((left, right), (right, left)):
            known = self._memory(gate)
            other = self._memory(value)
            if not (known.bounded or known.softmax) or other.bounded or other.softmax or self._is_constant(value):
                continue
            if _is_broadcast(gate, value):
                self._count("gate")
            elif known.bounded not in _ACTIVATIONS and known.made_from != _storage(value):
                self._count("elementwise")
            return

    def _is_learned(self, operands: Iterable[Tensor]) -> bool:
        return any(_storage(operand) in self._learned for operand in operands)

    def _is_constant(self, value: Tensor) -> bool:
        return _storage(value) in self._learned or value.dim() == 0

    def _count(self, use: Use) -> None:
        path = self._stack.running[-1] if self._stack.running else ""
        self.uses.setdefault(path, Counter())[use] += 1

    def _remember(self, name: str, operands: list[Tensor], result: Any) -> None:
        for made in _tensors(result):
            known = self._made(name, operands, made)
            storage = _storage(made)
            if known is not None:
                self._known[storage] = known
                self._alive += [made, operands[0]]
            elif storage in self._known and any(made is operand for operand in operands):
                del self._known[storage]  # written over with something else

    def _made(self, name: str, operands: list[Tensor], made: Tensor) -> _Memory | None:
        if not operands:
            return None
        source = _storage(operands[0])
        first = self._memory(operands[0])
        if name in _SOFTMAX and source not in self._learned:
            return _Memory(softmax=True, made_from=source)
        if name in _BOUNDED and source not in self._learned:
            return _Memory(bounded=name, made_from=source)
        if name in ("bmm", "baddbmm") and not self._is_learned(operands[-2:]):
            both = [self._memory(operand) for operand in operands[-2:]]
            is_score = not any(known.softmax or known.score for known in both)
            return _Memory(score=True) if is_score else None
        if name in _MAPS:  # learned, as between heads: a softmax stays one where its size is kept
            known = [self._memory(operand) for operand in operands if operand.numel() == made.numel()]
            return next((memory for memory in known if memory.softmax), None)
        if name in _COPIES:
            moved = operands[1:] if name == "where" else operands
            others = [self._memory(operand) for operand in moved if not self._is_constant(operand)]
            known = [other for other in others if other is not _NOTHING]
            return known[0] if known and len(known) == len(others) else None
        shares = source == _storage(made) and not any(made is operand for operand in operands)
        return first if shares and first is not _NOTHING else None

    def _memory(self, tensor: Tensor) -> _Memory:
        return self._known.get(_storage(tensor), _NOTHING)


@contextmanager
def _reading(storages: _Storages) -> Iterator[None]:
    # These read the memory itself, with no operation below autograd.
    with ExitStack() as patches:
        for name in ("tolist", "numpy", "__array__"):
            patches.enter_context(mock.patch.object(Tensor, name, storages.noting(getattr(Tensor, name))))
        yield


def _storage(tensor: Tensor) -> int:
    return tensor.untyped_storage()._cdata


def _is_broadcast(gate: Tensor, value: Tensor) -> bool:
    sizes = [1 if step == 0 else size for size, step in zip(gate.shape, gate.stride(), strict=True)]
    sizes = [1] * (value.dim() - len(sizes)) + sizes
    return any(s == 1 < v for s, v in zip(sizes[-value.dim() :], value.shape, strict=True))


def _tensors(value: Any) -> Iterator[Tensor]:
    if isinstance(value, Tensor):
        yield value
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _tensors(part)
    elif isinstance(value, dict):
        for part in value.values():
            yield from _tensors(part)
