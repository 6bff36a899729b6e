"""Matrix products: where scores are made and attention is applied."""

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from ..records import Kind
from ..tags.application import Call
from ..tags.layouts import Layouts
from ..tags.origins import Origin
from ..tags.own_keys import queries_with_own_keys
from ..tags.products import Product, applies_matrix, product_of
from ..tags.provenance import Made, Tag
from ..tags.tag_rules import TagRules
from ..weights.recipes import FusedRecipe, MatrixRecipe
from .weighing import Apply, Weighing

Operate = Callable[[Call, list[Tensor]], Any]


class Contracting:
    """Finds attention among the matrix products of a pass."""

    def __init__(self, rules: TagRules, layouts: Layouts, weighing: Weighing, apply: Apply, otherwise: Operate) -> None:
        """`otherwise` runs what is no product of two tensors."""
        self._rules = rules
        self._tags = rules.tags
        self._layouts = layouts
        self._weighing = weighing
        self._apply = apply
        self._otherwise = otherwise

    def contract(self, call: Call, operands: list[Tensor]) -> Tensor:
        """A product of scores and values, of queries and keys, or of anything else."""
        product = product_of(call)
        if product is None and len(operands) == 1:  # an einsum that sums
            return self._weighing.sum(call, operands)
        if product is None:
            return self._otherwise(call, operands)
        if not product.contracts:
            return self._multiply_aligned(product)
        for weights, value, left in ((product.left, product.right, True), (product.right, product.left, False)):
            made = self._tags.of(weights).weights
            if made is not None and self._may_attend(made, weights, value):
                applies = applies_matrix(product, left)
                return self._attend(call, operands, product, left) if applies else self._rules.map(call, operands)
        return self._contract_scores(call, operands, product)

    def map(self, call: Call, operands: list[Tensor]) -> Tensor:
        """A linear map, unless what it maps by was worked out in the pass: then it is a product like any other."""
        learned = len(operands) < 2 or self._tags.of(operands[1]).constant
        return self._rules.map(call, operands) if learned else self.contract(call, operands)

    def fused(self, call: Call, operands: list[Tensor]) -> Tensor:
        """Attention in one operation."""
        after = Tag(origin=Origin(tuple(self._tags.origin(operand) for operand in operands[:3]), mixes=True))
        return self._tags.put(self._apply(FusedRecipe(), call, operands), after)

    def _may_attend(self, made: Made, weights: Tensor, value: Tensor) -> bool:
        tag = self._tags.of(value)
        if tag.weights is not None and not (made.score and made.source == "softmax"):
            return False  # weights times weights are scores of a detector
        if made.score:
            return made.attends
        if tag.constant and not self._tags.of(weights).constant:
            return False  # a softmax of one projection only mixes learned values
        return made.attends or made.source in ("sigmoid", "hardsigmoid")

    def _attend(self, call: Call, operands: list[Tensor], product: Product, left: bool) -> Tensor:
        weights, value = (product.left, product.right) if left else (product.right, product.left)
        made = self._tags.of(weights).weights
        assert made is not None
        kind: Kind = "other" if self._along_one_axis(product, left) else "heads"
        after = Tag(origin=Origin((self._tags.origin(value),), mixes=True))
        recipe = MatrixRecipe(left, made.source, kind, queries_with_own_keys(product, left, made))
        result = self._tags.put(self._apply(recipe, call, operands), after)
        if result.shape == value.shape and self._layouts.of(value):
            self._layouts.put(result, self._layouts.of(value))
        return result

    def _along_one_axis(self, product: Product, left: bool) -> bool:
        # Rows of a map that are mixed with rows, in every channel by itself: keys that are no places.
        value, letters = (product.right, product.letters[1]) if left else (product.left, product.letters[0])
        layout = self._layouts.of(value)
        summed = "".join(layout[i] for i, c in enumerate(letters) if c not in product.letters[2]) if layout else ""
        return summed in ("h", "w", "c")

    def _contract_scores(self, call: Call, operands: list[Tensor], product: Product) -> Tensor:
        # (q k^T) v without a softmax: linear attention.
        left, right = self._tags.of(product.left), self._tags.of(product.right)
        unlike = left.score != right.score and not (left.weights and right.weights)
        if not unlike or left.constant or right.constant or not applies_matrix(product, left.score):
            return self._rules.scores(call, operands, product)
        value = product.right if left.score else product.left
        after = Tag(origin=Origin((self._tags.origin(value),), mixes=True))
        return self._tags.put(self._apply(MatrixRecipe(left.score, "product", "other"), call, operands), after)

    def _multiply_aligned(self, product: Product) -> Tensor:
        factors = [*product.aligned()]
        for factor, given in zip(factors, (product.left, product.right), strict=True):
            self._tags.put(factor, self._tags.of(given))
        return self._weighing.multiply(Call(torch.mul, factors, {}), factors, einsum=True)
