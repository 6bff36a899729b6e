"""Attention that a network works out itself: softmax weights that are multiplied with values by a matrix product."""

import math
from collections.abc import Callable, Hashable

import torch
from torch import Tensor, nn

from ..records import Kind
from ..tags.application import Application, Side, Tap, rooted, tapped
from ..tags.folding import reading
from ..tags.own_keys import OWN_KEYS
from ..tags.products import Product
from .addends import addend_of
from .heads import HeadsOutline, MatrixHeads, unfolded_heads
from .heads_gradient import HeadsGradient
from .operand import Operand


class MatrixApplication(Application):
    """A matrix of weights times values, as the network is about to work it out."""

    def __init__(self, product: Product, weights_left: bool, what: tuple[Kind, str], batch: int, own: str = "") -> None:
        """`own` are the letters of queries that have keys of their own each."""
        left, right, self._result = product.letters
        self._call = product.call
        self._addend = addend_of(product.call)
        self._batch = batch
        self._matrix, self._letters = (product.left, left) if weights_left else (product.right, right)
        self.value, self._value_letters = (product.right, right) if weights_left else (product.left, left)
        self.kind, self.source = what
        self._lead = "".join(c for c in self._letters if c in self._value_letters and c in self._result)
        self._queries = "".join(c for c in self._letters if c in self._result and c not in self._value_letters)
        if not self._lead:  # all images and heads look up the same values
            self._lead, self._queries = self._queries[:-1], self._queries[-1:]
        self._own = own
        if own:
            self._lead, self._queries = "".join(c for c in self._lead if c not in own), own
            self.note = OWN_KEYS
        self._keys = "".join(c for c in self._letters if c not in self._result)

    def query_sides(self) -> list[Side]:
        """The rows of the matrix."""
        return [(self._matrix, self._ordered)]

    def key_sides(self) -> list[Side]:
        """The values, else the columns of the matrix; none where every query has keys of its own."""
        if self._own:
            return []
        return [(self.value, self._ordered_value), (self._matrix, lambda x: self._ordered(x).mT)]

    def hold(self, graph: bool = False) -> MatrixHeads:
        """The matrix itself, by reference."""
        heads = MatrixHeads(self._ordered(self._matrix), self._batch, graph)
        heads.fold_as(self.folding)
        return heads

    def outline(self) -> HeadsOutline:
        """The sizes of the matrix alone."""
        lead, queries, keys = ([self._size(c) for c in group] for group in (self._lead, self._queries, self._keys))
        return HeadsOutline((*lead, math.prod(queries), math.prod(keys)), self._batch, self.folding)

    def held(self, weights: Tensor) -> MatrixHeads:
        """An edited matrix."""
        return unfolded_heads(weights)

    def looks(self) -> Hashable:
        """Shapes of both, and what is a parameter."""
        learned = type(self._matrix) is nn.Parameter, type(self.value) is nn.Parameter
        return self.value.shape, self._matrix.shape, learned

    def run(self) -> Tensor:
        """The network's own product."""
        return self._call.run()

    def run_with(self, weights: Tensor) -> Tensor:
        """The network's own product with another matrix."""
        return self._call.run_with(self._matrix, self._as_operand(weights).to(self._matrix.dtype))

    def by_hand(self, value: Tensor, weights: Tensor) -> Tensor:
        """Every query's sum over the values of its keys, and what the operation adds it to."""
        equation = f"{self._letters},{self._value_letters}->{self._result}"
        product = torch.einsum(equation, self._as_operand(weights.to(value.device)), value.float())
        return product if self._addend is None else self._addend.onto(product)

    def run_tapped(self, replacement: Tensor | None) -> tuple[Tensor, Tap | None]:
        """The tap is at what comes out: its gradient and the values are all that is needed."""
        if self._addend is not None or self._own:
            return super().run_tapped(replacement)
        read = self._gradient_reader()
        result = self.run_rooted() if replacement is None else self.run_with(rooted(replacement))
        return result, tapped(result, read)

    def run_rooted(self) -> Tensor:
        """The network's own, the values put into a graph where nothing is in one."""
        if self._matrix.requires_grad:
            return self.run()
        return self._call.run_with(self.value, rooted(self.value))

    def _gradient_reader(self) -> Callable[[Tensor], HeadsGradient]:
        # What it returns must not hold the matrix.
        result, lead, queries, batch = self._result, self._lead, self._queries, self._batch
        rest = "".join(c for c in result if c not in lead + queries)
        ordered = torch.einsum(f"{self._value_letters}->{lead}{self._keys}{rest}", self.value.detach())
        split = len(lead), len(lead) + len(self._keys)
        value = Operand(_flattened(ordered, *split))
        shape = tuple(self._ordered(self._matrix.detach()).shape)
        return lambda arrived: HeadsGradient(_grouped(arrived, result, (lead, queries, rest)), value, shape, batch)

    def _ordered(self, matrix: Tensor) -> Tensor:
        # Whatever the order of the dimensions was: (lead, Q, K), several dimensions of queries or keys as one.
        return _grouped(matrix, self._letters, (self._lead, self._queries, self._keys))

    def _ordered_value(self, value: Tensor) -> Tensor:
        lead = "".join(c for c in self._lead if c in self._value_letters)
        rest = "".join(c for c in self._value_letters if c not in self._lead + self._keys)
        return _grouped(value, self._value_letters, (lead, self._keys, rest))

    def _size(self, letter: str) -> int:
        return self._matrix.shape[self._letters.index(letter)]

    def _as_operand(self, weights: Tensor) -> Tensor:
        order = self._lead + self._queries + self._keys
        sizes = torch.Size(map(self._size, order))
        lead = tuple(sizes[: len(self._lead)])
        folded = reading(lead, self._batch, self.folding).fold(weights, lead)
        return folded.reshape(sizes).permute([order.index(c) for c in self._letters])


def _grouped(tensor: Tensor, letters: str, groups: tuple[str, str, str]) -> Tensor:
    lead, rows, columns = groups
    ordered = tensor.permute([letters.index(c) for c in lead + rows + columns])
    return _flattened(ordered, len(lead), len(lead) + len(rows))


def _flattened(ordered: Tensor, lead: int, rows: int) -> Tensor:
    # The dimensions up to `lead` stay; those up to `rows`, and those after, become one each.
    sizes = ordered.shape
    return ordered.reshape(*sizes[:lead], sizes[lead:rows].numel(), sizes[rows:].numel())
