"""Attention that a network works out itself: softmax weights that are multiplied with values by a matrix product."""

import string
from collections.abc import Callable, Hashable
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from .application import Application, Call, Side, Tap, rooted, tapped
from .folding import reading
from .heads import MatrixHeads, unfolded_heads
from .heads_gradient import HeadsGradient
from .operand import Operand
from .operations import plain_name
from .records import Kind


@dataclass(frozen=True, slots=True)
class Product:
    """The two factors of a matrix product, and the equation that says which dimensions are summed."""

    call: Call
    left: Tensor
    right: Tensor
    equation: str
    """In letters, such as "abc,acd->abd"."""

    @property
    def letters(self) -> tuple[str, str, str]:
        """Those of the left factor, the right factor and the result."""
        factors, result = self.equation.split("->")
        left, right = factors.split(",")
        return left, right, result

    @property
    def contracts(self) -> bool:
        """Whether anything is summed; an einsum may also be a plain product with broadcasting."""
        left, right, result = self.letters
        return set(left + right) != set(result)

    def aligned(self) -> tuple[Tensor, Tensor]:
        """Both factors with the dimensions of the result, for a product that sums nothing."""
        left, right, result = self.letters
        return _aligned(self.left, left, result), _aligned(self.right, right, result)


def _aligned(factor: Tensor, letters: str, result: str) -> Tensor:
    ordered = factor.permute([letters.index(c) for c in result if c in letters])
    return ordered[tuple(slice(None) if c in letters else None for c in result)]


def product_of(call: Call) -> Product | None:
    """Reads a call of matmul, bmm, baddbmm or einsum; None where it is no product of two tensors with rows."""
    name = plain_name(call.function)
    args = call.args
    if name == "einsum":
        return _einsum(call)
    factors = [*args, *call.kwargs.values()]
    factors = factors[1:3] if name == "baddbmm" else factors[:2]
    if len(factors) != 2 or not all(isinstance(f, Tensor) and f.dim() >= 2 for f in factors):
        return None
    left, right = reversed(factors) if name == "__rmatmul__" else factors
    return Product(call, left, right, _matmul_equation(left.dim(), right.dim()))


def _matmul_equation(left: int, right: int) -> str:
    lead = string.ascii_lowercase[: max(left, right) - 2]
    return f"{lead[len(lead) - left + 2 :]}xy,{lead[len(lead) - right + 2 :]}yz->{lead}xz"


def _einsum(call: Call) -> Product | None:
    equation, *factors = call.args
    if len(factors) == 1 and isinstance(factors[0], list | tuple):
        factors = [*factors[0]]
    if not isinstance(equation, str) or len(factors) != 2 or "->" not in equation:
        return None
    left, right = factors
    return Product(call, left, right, _without_dots(equation.replace(" ", ""), left.dim(), right.dim()))


def _without_dots(equation: str, left: int, right: int) -> str:
    factors, result = equation.split("->")
    a, b = factors.split(",")
    free = [c for c in string.ascii_letters if c not in equation]
    dots = max(left - len(a), right - len(b)) + 3
    lead = "".join(free[:dots]) if "..." in equation else ""
    a = a.replace("...", lead[len(lead) - (left - len(a) + 3) :])
    b = b.replace("...", lead[len(lead) - (right - len(b) + 3) :])
    return f"{a},{b}->{result.replace('...', lead)}"


class MatrixApplication(Application):
    """A matrix of weights times values, as the network is about to work it out."""

    def __init__(self, product: Product, weights_left: bool, what: tuple[Kind, str], batch: int) -> None:
        left, right, self._result = product.letters
        self._call = product.call
        self._batch = batch
        self._matrix, self._letters = (product.left, left) if weights_left else (product.right, right)
        self.value, self._value_letters = (product.right, right) if weights_left else (product.left, left)
        self.kind, self.source = what
        self._lead = "".join(c for c in self._letters if c in self._value_letters and c in self._result)
        self._queries = "".join(c for c in self._letters if c in self._result and c not in self._value_letters)
        if not self._lead:  # all images and heads look up the same values
            self._lead, self._queries = self._queries[:-1], self._queries[-1:]
        self._keys = "".join(c for c in self._letters if c not in self._result)

    def query_sides(self) -> list[Side]:
        """The rows of the matrix."""
        return [(self._matrix, self._ordered)]

    def key_sides(self) -> list[Side]:
        """The values, else the columns of the matrix."""
        return [(self.value, self._ordered_value), (self._matrix, lambda x: self._ordered(x).mT)]

    def hold(self, graph: bool = False) -> MatrixHeads:
        """The matrix itself, by reference."""
        heads = MatrixHeads(self._ordered(self._matrix), self._batch, graph)
        heads.fold_as(self.folding)
        return heads

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
        """Every query's sum over the values of its keys."""
        equation = f"{self._letters},{self._value_letters}->{self._result}"
        return torch.einsum(equation, self._as_operand(weights.to(value.device)), value.float())

    def run_tapped(self, replacement: Tensor | None) -> tuple[Tensor, Tap | None]:
        """The tap is at what comes out: its gradient and the values are all that is needed."""
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

    def _as_operand(self, weights: Tensor) -> Tensor:
        order = self._lead + self._queries + self._keys
        sizes = torch.Size(self._matrix.shape[self._letters.index(c)] for c in order)
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


def applies_matrix(product: Product, weights_left: bool) -> bool:
    """Whether the product sums over keys for every query: what is left of the weights must not be all of them."""
    left, right, result = product.letters
    letters, other = (left, right) if weights_left else (right, left)
    keys = [c for c in letters if c not in result]
    return bool(keys) and all(c in other for c in keys)
