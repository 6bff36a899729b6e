"""Attention written as a product with broadcasting and a sum over the keys: (A[..., None] * v).sum(-2)."""

import string
from collections.abc import Iterable, Sequence

import torch
from torch import Tensor

from ..tags.application import Application, Call, Tap, rooted
from ..tags.gate_forms import spread_sizes
from ..tags.products import Product, applies_matrix
from .contraction import MatrixApplication
from .operand import in_the_form_of


def summed_product(call: Call, operands: Sequence[Tensor], gate: int) -> Product | None:
    """A sum of a product, read as a matrix product with the weights on its left; None where it sums no keys."""
    weights, value = operands[gate], operands[1 - gate]
    count = max(weights.dim(), value.dim())
    summed = _summed(call, count)
    if not summed or 0 in summed:
        return None
    sizes, others = spread_sizes(weights, count), spread_sizes(value, count)
    own = [i for i in range(count) if sizes[i] > 1 or others[i] == 1]
    its = [i for i in range(count) if others[i] > 1 or sizes[i] == 1]
    left = [i for i in range(count) if i not in summed]
    equation = f"{_spelled(own)},{_spelled(its)}->{_spelled(left)}"
    product = Product(call, _only(weights, own, count), _only(value, its, count), equation)
    return product if all(i in own and i in its for i in summed) and applies_matrix(product, True) else None


def _summed(call: Call, count: int) -> list[int]:
    given = call.kwargs.get("dim", call.args[1] if len(call.args) > 1 else ())
    dims = (given,) if isinstance(given, int) else given or ()
    return [dim % count for dim in dims if isinstance(dim, int)]


def _spelled(dimensions: Iterable[int]) -> str:
    return "".join(string.ascii_lowercase[i] for i in dimensions)


def _only(tensor: Tensor, own: list[int], count: int) -> Tensor:
    # The dimensions in which the factor is more than broadcast.
    whole = tensor[(None,) * (count - tensor.dim())] if tensor.dim() < count else tensor
    return whole[tuple(slice(None) if i in own else 0 for i in range(count))]


class SummedApplication(MatrixApplication):
    """The sum of a product of weights and values, as the network is about to work it out."""

    def __init__(self, product: Product, gate: Tensor, source: str, batch: int) -> None:
        super().__init__(product, True, ("heads", source), batch)
        assert product.call.before is not None
        self._product, self._gate = product.call.before, gate
        own, _, result = product.letters
        every = sorted({*own, *result})
        self._factor = [self._matrix.shape[own.index(c)] if c in own else 1 for c in every]
        self._keepdim = bool(product.call.kwargs.get("keepdim", product.call.args[2:3] == (True,)))
        self._every = every
        if source == "normalize":
            self.note = "not normalised to a sum of 1"

    def run_with(self, weights: Tensor) -> Tensor:
        """The same sum of the product with other weights."""
        factor = in_the_form_of(self._gate, self._as_operand(weights).reshape(self._factor))
        product = self._product.run_with(self._gate, factor)
        return self._call.run_with(self._call.args[0], product)

    def by_hand(self, value: Tensor, weights: Tensor) -> Tensor:
        """Every query's sum over the values of its keys, in the shape of the network's own."""
        applied = super().by_hand(value, weights)
        for place, letter in enumerate(self._every):
            if self._keepdim and letter in self._keys:
                applied = applied.unsqueeze(place)
        return applied

    def run_tapped(self, replacement: Tensor | None) -> tuple[Tensor, Tap | None]:
        """As of any application: what comes out may keep the dimensions of the keys."""
        return Application.run_tapped(self, replacement)

    def run_rooted(self) -> Tensor:
        """The network's own; it has run half of it already, so the weights begin a graph where nothing is in one."""
        if self._call.args[0].requires_grad or not torch.is_grad_enabled():
            return self.run()
        weights = self.hold(graph=True).read()
        return self.run() if weights is None else self.run_with(rooted(weights))
