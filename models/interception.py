"""Watches every operation of a pass: follows the tags, and finds the places where weights are applied."""

from collections.abc import Callable, Sequence
from typing import Any

import torch
from torch import Tensor
from torch.overrides import TorchFunctionMode

from .application import Applied, Call, Recipe
from .contraction import Product, applies_matrix, product_of
from .gates import gate_form
from .mapped import is_mapped, read
from .module_names import ModuleNames
from .multi_head import images_of, multi_head_attention_inside
from .opaque import swallows_attention
from .operations import PRODUCTS, Meaning, meaning_of
from .provenance import CONSTANT, Made, Origin, Provenance, Tag, tensors_in
from .recipes import FusedRecipe, GateRecipe, MatrixRecipe
from .tag_rules import TagRules


class Interception(TorchFunctionMode):
    """Follows the tags through the operations of one pass and reports every application of weights."""

    def __init__(self, tags: Provenance, names: ModuleNames, applied: Applied) -> None:
        super().__init__()
        self.batch = 1
        """Images in the pass: what the first dimension of folded scores is a multiple of."""
        self.hides_images = False
        """Whether more images are hidden by torch.vmap."""
        self.hidden: list[str] = []
        """Paths of what torch.vmap keeps from being read."""
        self.opaque: list[tuple[str, str]] = []
        """(path, operation) of operations that look as if they swallowed queries, keys and values."""
        self._tags = tags
        self._rules = TagRules(tags)
        self._names = names
        self._applied = applied
        self._meanings: dict[Any, Meaning] = {}  # wrappers such as `Tensor.shape.__get__` compare equal
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
            Meaning.ELSE: self._anything,
        }

    def __torch_function__(
        self, func: Callable[..., Any], types: Any, args: Any = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        """Runs the operation and notes what it means."""
        kwargs = kwargs or {}
        self._names.trail = hash((self._names.trail, func))
        meaning = self._meanings.get(func)
        if meaning is None:
            meaning = self._meanings[func] = meaning_of(func)
        if meaning in (Meaning.NOTHING, Meaning.ASKS):
            asks = meaning is Meaning.ASKS and not self._tags.constant(tensors_in(args, kwargs))
            self._names.asked = self._names.asked or asks
            return func(*args, **kwargs)
        if meaning is Meaning.MULTI_HEAD:
            return self._multi_head(args, kwargs)
        self._names.products += meaning in PRODUCTS
        operands = tensors_in(args, kwargs)
        if not operands:
            made = func(*args, **kwargs)
            # What is made outside of every module may be the network's input.
            return self._tags.put(made, CONSTANT) if self._names.running else made
        return self._handlers[meaning](Call(func, args, kwargs), operands)

    def close(self) -> None:
        """Once the pass is over: lets go of all that it told, which would live on until garbage is collected."""
        self._handlers.clear()  # these and whom it tells hold this object, and it holds them
        del self._applied

    def _multi_head(self, args: Sequence[Any], kwargs: dict[str, Any]) -> Any:
        before = self.batch, self.hides_images
        self.batch, self.hides_images = images_of(args[0] if args else kwargs["query"]), True
        try:
            with self:
                return multi_head_attention_inside(*args, **kwargs)
        finally:
            self.batch, self.hides_images = before

    def _anything(self, call: Call, operands: list[Tensor]) -> Any:
        operation = swallows_attention(call.function, operands)
        if operation:
            self.opaque.append((self._names.here, operation))
        return self._rules.anything(call, operands)

    def _multiply(self, call: Call, operands: list[Tensor], einsum: bool = False) -> Any:
        made = [self._tags.of(operand).weights for operand in operands]
        if len(operands) != 2 or (made[0] is None) == (made[1] is None):
            return self._rules.product(call, operands)
        return self._gate(call, operands, 0 if made[0] else 1, einsum)

    def _gate(self, call: Call, operands: list[Tensor], gate: int, einsum: bool) -> Any:
        value, tag = operands[1 - gate], self._tags.of(operands[1 - gate])
        made = self._tags.of(operands[gate]).weights
        if made is None or tag.constant or (made.score and tag.score):
            return self._rules.product(call, operands)
        origin = self._tags.origin(value)
        form = gate_form(operands[gate], value, made, lambda: made.origin.mixed_from(origin))
        recipe = GateRecipe(gate, made.source, form, einsum) if form else None
        after = Tag(origin=Origin((origin, made.origin)), by_convolution=tag.by_convolution)
        return self._tags.put(self._apply(recipe, call, operands), after)

    def _contract(self, call: Call, operands: list[Tensor]) -> Any:
        product = product_of(call)
        if product is None:
            return self._rules.anything(call, operands)
        if not product.contracts:
            return self._multiply_aligned(product)
        for weights, value, left in ((product.left, product.right, True), (product.right, product.left, False)):
            made = self._tags.of(weights).weights
            if made is not None and (made.source == "softmax" or made.score):
                # What queries find among learned values is attention; a softmax of one projection only mixes them.
                learned = not made.score and self._tags.of(value).constant and not self._tags.of(weights).constant
                applies = not learned and applies_matrix(product, left)
                return self._attend(call, operands, made, left, value) if applies else self._rules.map(call, operands)
        return self._contract_scores(call, operands, product)

    def _contract_scores(self, call: Call, operands: list[Tensor], product: Product) -> Any:
        # (q k^T) v without a softmax: linear attention.
        left, right = self._tags.of(product.left), self._tags.of(product.right)
        if left.score == right.score or left.constant or right.constant or not applies_matrix(product, left.score):
            return self._rules.scores(call, operands)
        value = product.right if left.score else product.left
        after = Tag(origin=Origin((self._tags.origin(value),), mixes=True))
        return self._tags.put(self._apply(MatrixRecipe(left.score, "product", "other"), call, operands), after)

    def _multiply_aligned(self, product: Product) -> Any:
        factors = [*product.aligned()]
        for factor, given in zip(factors, (product.left, product.right), strict=True):
            self._tags.put(factor, self._tags.of(given))
        return self._multiply(Call(torch.mul, factors, {}), factors, einsum=True)

    def _attend(self, call: Call, operands: list[Tensor], made: Made, left: bool, value: Tensor) -> Any:
        after = Tag(origin=Origin((self._tags.origin(value),), mixes=True))
        return self._tags.put(self._apply(MatrixRecipe(left, made.source), call, operands), after)

    def _fused(self, call: Call, operands: list[Tensor]) -> Any:
        after = Tag(origin=Origin(tuple(self._tags.origin(operand) for operand in operands[:3]), mixes=True))
        return self._tags.put(self._apply(FusedRecipe(), call, operands), after)

    def _apply(self, recipe: Recipe | None, call: Call, operands: list[Tensor]) -> Tensor:
        application = read(recipe, call, operands, self.batch, self.hides_images) if recipe else None
        if application is None and recipe is not None and any(map(is_mapped, operands)):
            self.hidden.append(self._names.here)
        return call.run() if application is None or recipe is None else self._applied(application, recipe)
