"""Products of two tensors, in whatever way they are written, as equations in letters."""

import string
from dataclasses import dataclass

from torch import Tensor

from .application import Call
from .operations import plain_name


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
    """Reads a matrix product, in whatever way it is written; None where it is no product of two tensors with rows."""
    name = plain_name(call.function)
    if name == "einsum":
        return _einsum(call)
    if name == "tensordot":
        return _tensordot(call)
    factors = [*call.args, *call.kwargs.values()]
    factors = factors[1:3] if name in ("baddbmm", "addmm") else factors[:2]
    if len(factors) != 2 or not all(isinstance(f, Tensor) for f in factors):
        return None
    left, right = reversed(factors) if name == "__rmatmul__" else factors
    if name == "linear":
        return Product(call, left, right, _linear_equation(left.dim())) if right.dim() == 2 else None
    if left.dim() < 2 or right.dim() < 1:
        return None
    return Product(call, left, right, _matmul_equation(left.dim(), right.dim()))


def _matmul_equation(left: int, right: int) -> str:
    if right == 1:
        lead = string.ascii_lowercase[: left - 1]
        return f"{lead}y,y->{lead}"
    lead = string.ascii_lowercase[: max(left, right) - 2]
    return f"{lead[len(lead) - left + 2 :]}xy,{lead[len(lead) - right + 2 :]}yz->{lead}xz"


def _linear_equation(left: int) -> str:
    lead = string.ascii_lowercase[: left - 1]
    return f"{lead}y,zy->{lead}z"


def _tensordot(call: Call) -> Product | None:
    left, right, *rest = call.args
    dims = call.kwargs.get("dims", rest[0] if rest else 2)
    if isinstance(dims, int):
        dims = list(range(left.dim() - dims, left.dim())), list(range(dims))
    a, b = [*string.ascii_lowercase[: left.dim()]], [*string.ascii_uppercase[: right.dim()]]
    for i, j in zip(*dims, strict=True):
        b[j] = a[i]
    summed = {a[i] for i in dims[0]}
    result = "".join(c for c in (*a, *b) if c not in summed)
    return Product(call, left, right, f"{''.join(a)},{''.join(b)}->{result}")


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


def applies_matrix(product: Product, weights_left: bool) -> bool:
    """Whether the product sums over keys for every query: what is left of the weights must not be all of them."""
    left, right, result = product.letters
    letters, other = (left, right) if weights_left else (right, left)
    keys = [c for c in letters if c not in result]
    return bool(keys) and all(c in other for c in keys)
