"""Watches every operation of a pass: follows the tags, and finds the places where weights are applied."""

import types
from collections.abc import Callable, Sequence
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F
from torch.overrides import TorchFunctionMode

from .application import Applied, Call
from .contraction import MatrixApplication, Product, applies_matrix, product_of
from .fused import FusedApplication
from .gates import GateApplication, gate_form
from .operations import Meaning, meaning_of
from .provenance import CONSTANT, Made, Origin, Provenance, Tag, tensors_in
from .tag_rules import TagRules

_KNOWN: dict[Any, Meaning] = {}  # method wrappers such as `Tensor.shape.__get__` compare equal, so this stays small


def _multi_head_attention_inside() -> Callable[..., Any]:
    # F.multi_head_attention_forward hands itself to the mode as one operation and cannot be entered from there. This
    # is the same function without its own question whether a mode is on.
    given = F.multi_head_attention_forward
    names = {**given.__globals__, "has_torch_function": lambda *_: False}
    inside = types.FunctionType(given.__code__, names, given.__name__, given.__defaults__, given.__closure__)
    inside.__kwdefaults__ = given.__kwdefaults__
    return inside


_MULTI_HEAD_INSIDE = _multi_head_attention_inside()


class Interception(TorchFunctionMode):
    """Follows the tags through the operations of one pass and reports every application of weights."""

    def __init__(self, tags: Provenance, running: Sequence[nn.Module], applied: Applied) -> None:
        super().__init__()
        self.batch = 1
        """Images in the pass: what the first dimension of folded scores is a multiple of."""
        self.opaque: list[tuple[str, str]] = []
        """(path, operation) of operations that look as if they swallowed queries, keys and values."""
        self._tags = tags
        self._rules = TagRules(tags, running)
        self._running = running
        self._applied = applied
        self._handlers: dict[Meaning, Callable[[Call, list[Tensor]], Any]] = {
            Meaning.MAKES_CONSTANT: self._rules.make_constant,
            Meaning.BOUNDS: self._rules.bound,
            Meaning.MOVES: self._rules.move,
            Meaning.CALCULATES: self._rules.calculate,
            Meaning.MULTIPLIES: self._multiply,
            Meaning.CONTRACTS: self._contract,
            Meaning.MIXES_HEADS: self._rules.map,
            Meaning.POOLS: self._rules.pool,
            Meaning.FUSED_ATTENTION: self._fused,
            Meaning.ELSE: self._rules.anything,
        }

    def __torch_function__(
        self, func: Callable[..., Any], types: Any, args: Any = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        """Runs the operation and notes what it means."""
        kwargs = kwargs or {}
        meaning = _KNOWN.get(func)
        if meaning is None:
            meaning = _KNOWN[func] = meaning_of(func)
        if meaning is Meaning.NOTHING:
            return func(*args, **kwargs)
        if meaning is Meaning.MULTI_HEAD:
            return self._multi_head(args, kwargs)
        operands = tensors_in(args, kwargs)
        if not operands:
            return self._tags.put(func(*args, **kwargs), CONSTANT)
        return self._handlers[meaning](Call(func, args, kwargs), operands)

    def _multi_head(self, args: Sequence[Any], kwargs: dict[str, Any]) -> Any:
        query = args[0] if args else kwargs["query"]
        batch, self.batch = self.batch, query.shape[1] if query.dim() == 3 else 1
        try:
            with self:
                return _MULTI_HEAD_INSIDE(*args, **kwargs)
        finally:
            self.batch = batch

    def _multiply(self, call: Call, operands: list[Tensor]) -> Any:
        if len(operands) != 2:
            return self._rules.product(call, operands)
        tags = [self._tags.of(operand) for operand in operands]
        if (tags[0].weights is None) == (tags[1].weights is None):
            return self._rules.product(call, operands)
        if tags[0].weights is not None:
            return self._gate(call, operands, operands[0], operands[1], tags[0].weights)
        assert tags[1].weights is not None
        return self._gate(call, operands, operands[1], operands[0], tags[1].weights)

    def _gate(self, call: Call, operands: list[Tensor], gate: Tensor, value: Tensor, made: Made) -> Any:
        tag = self._tags.of(value)
        if tag.constant or (made.score and tag.score):
            return self._rules.product(call, operands)
        origin = self._tags.origin(value)
        form = gate_form(gate, value, made, lambda: made.origin.mixed_from(origin))
        after = Tag(origin=Origin((origin, made.origin)), by_convolution=tag.by_convolution)
        if form is None:
            return self._tags.put(call.run(), after)
        return self._tags.put(self._applied(GateApplication(call, gate, value, made, form)), after)

    def _contract(self, call: Call, operands: list[Tensor]) -> Any:
        product = product_of(call)
        if product is None:
            return self._rules.anything(call, operands)
        if not product.contracts:
            return self._multiply_aligned(product)
        left, right = (self._tags.of(factor).weights for factor in (product.left, product.right))
        for made, weights_left in ((left, True), (right, False)):
            if made is not None and (made.source == "softmax" or made.score):
                return self._attend(product, weights_left, made, operands)
        return self._rules.scores(call, operands)

    def _multiply_aligned(self, product: Product) -> Any:
        factors = [*product.aligned()]
        for factor, given in zip(factors, (product.left, product.right), strict=True):
            self._tags.put(factor, self._tags.of(given))
        return self._multiply(Call(torch.mul, factors, {}), factors)

    def _attend(self, product: Product, weights_left: bool, made: Made, operands: list[Tensor]) -> Any:
        value, weights = (product.right, product.left) if weights_left else (product.left, product.right)
        learned = self._tags.of(value).constant and not self._tags.of(weights).constant
        if learned or not applies_matrix(product, weights_left):
            return self._rules.map(product.call, operands)
        after = Tag(origin=Origin((self._tags.origin(value),), mixes=True))
        return self._tags.put(self._applied(MatrixApplication(product, weights_left, made, self.batch)), after)

    def _fused(self, call: Call, operands: list[Tensor]) -> Any:
        after = Tag(origin=Origin(tuple(self._tags.origin(operand) for operand in operands[:3]), mixes=True))
        return self._tags.put(self._applied(FusedApplication(call, self._running, self.batch)), after)
