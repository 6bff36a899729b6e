"""Attention written as a product with broadcasting and a sum over the keys: (A[..., None] * v).sum(-2)."""

import math
import string
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np  # whose broadcast_shapes loads nothing; torch's loads sympy
import torch
from torch import Tensor

from ..tags.application import Application, Call, Tap, rooted
from ..tags.gate_forms import spread_sizes
from ..tags.products import Product, applies_matrix
from ..tags.summing import Order, summing_of
from .contraction import MatrixApplication
from .operand import in_the_form_of


def summed_product(call: Call, operands: Sequence[Tensor], gate: int, order: Order) -> Product | None:
    """A sum of a product, read as a matrix product with the weights on its left; None where it sums no keys.

    `order` is that of the dimensions of what is summed, if the product was turned.
    """
    weights, value = operands[gate], operands[1 - gate]
    count = max(weights.dim(), value.dim())
    summing = summing_of(call)
    if summing is None or len(order) != count or not _is_turned(summing.operand, weights, value, order):
        return None
    summed = [order[dim] for dim in summing.dims]
    if 0 in summed:
        return None
    sizes, others = spread_sizes(weights, count), spread_sizes(value, count)
    own = [i for i in range(count) if sizes[i] > 1 or others[i] == 1]
    its = [i for i in range(count) if others[i] > 1 or sizes[i] == 1]
    left = [i for i in order if i not in summed]
    equation = f"{_spelled(own)},{_spelled(its)}->{_spelled(left)}"
    product = Product(call, _only(weights, own, count), _only(value, its, count), equation)
    return product if all(i in own and i in its for i in summed) and applies_matrix(product, True) else None


def _is_turned(summed: Tensor, weights: Tensor, value: Tensor, order: Order) -> bool:
    sizes = np.broadcast_shapes(weights.shape, value.shape)
    return tuple(summed.shape) == tuple(sizes[i] for i in order)


def _spelled(dimensions: Iterable[int]) -> str:
    return "".join(string.ascii_lowercase[i] for i in dimensions)


def _only(tensor: Tensor, own: list[int], count: int) -> Tensor:
    # The dimensions in which the factor is more than broadcast.
    whole = tensor[(None,) * (count - tensor.dim())] if tensor.dim() < count else tensor
    return whole[tuple(slice(None) if i in own else 0 for i in range(count))]


@dataclass(frozen=True, slots=True)
class SummedForm:
    """How a sum and the product before it are attention."""

    source: str
    order: Order
    """Of the dimensions of what is summed: those of the product."""
    own: str = ""
    """Letters of queries that have keys of their own each."""


class SummedApplication(MatrixApplication):
    """The sum of a product of weights and values, as the network is about to work it out."""

    def __init__(self, product: Product, gate: Tensor, form: SummedForm, batch: int) -> None:
        super().__init__(product, True, ("heads", form.source), batch, form.own)
        summing = summing_of(product.call)
        assert product.call.before is not None
        assert summing is not None
        self._product, self._gate, self._order = product.call.before, gate, form.order
        self._summed, self._keeps = summing.operand, summing.keeps
        own, _, result = product.letters
        every = sorted({*own, *result})
        self._factor = [self._matrix.shape[own.index(c)] if c in own else 1 for c in every]
        self._count = math.prod(summing.operand.shape[dim] for dim in summing.dims) if summing.mean else 1
        said = [self.note] if self.note else []
        said += ["not normalised to a sum of 1"] if form.source == "normalize" else []
        said += [f"applied as a mean: divided by the {self._count} keys"] if summing.mean else []
        self.note = "; ".join(said)

    def run_with(self, weights: Tensor) -> Tensor:
        """The same sum of the product with other weights."""
        factor = in_the_form_of(self._gate, self._as_operand(weights).reshape(self._factor))
        product = self._product.run_with(self._gate, factor)
        return self._call.run_with(self._summed, product.permute(self._order).to(self._summed.dtype))

    def by_hand(self, value: Tensor, weights: Tensor) -> Tensor:
        """Every query's sum over the values of its keys, in the shape of the network's own."""
        applied = super().by_hand(value, weights) / self._count
        for place, letter in enumerate(_spelled(self._order)):
            if self._keeps and letter in self._keys:
                applied = applied.unsqueeze(place)
        return applied

    def run_tapped(self, replacement: Tensor | None) -> tuple[Tensor, Tap | None]:
        """As of any application: what comes out may keep the dimensions of the keys."""
        return Application.run_tapped(self, replacement)

    def run_rooted(self) -> Tensor:
        """The network's own; it has run half of it already, so the weights begin a graph where nothing is in one."""
        if self._summed.requires_grad or not torch.is_grad_enabled():
            return self.run()
        weights = self.hold(graph=True).read()
        return self.run() if weights is None else self.run_with(rooted(weights))
