"""How to read an operation as the application that the same operation was in an earlier pass."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

import torch
from torch import Tensor

from ..records import Kind
from ..tags.application import Application, Call, Recipe
from ..tags.gate_forms import GateForm
from ..tags.operations import plain_name
from ..tags.products import applies_matrix, product_of
from ..tags.provenance import tensors_in
from .contraction import MatrixApplication
from .flexible import FlexibleApplication
from .fused import FusedApplication
from .gates import GateApplication
from .weighed_sums import SummedApplication, SummedForm, summed_product


@dataclass(frozen=True, slots=True)
class GateRecipe(Recipe):
    """A product in which one of two operands is a gate."""

    gate: int
    """Which of the two it is."""
    source: str
    form: GateForm
    einsum: bool = False
    """Whether the product is an einsum that sums nothing."""

    def application(self, call: Call, operands: Sequence[Tensor], batch: int) -> Application | None:
        """Reads a multiplication."""
        if self.einsum and call.function is not torch.mul:
            product = product_of(call)
            if product is None or product.contracts:
                return None
            operands = product.aligned()
            call = Call(torch.mul, operands, {})
        if plain_name(call.function) == "addcmul":
            operands = operands[1:]
        if len(operands) != 2:
            return None
        return GateApplication(call, operands[self.gate], operands[1 - self.gate], self.source, self.form)


@dataclass(frozen=True, slots=True)
class MatrixRecipe(Recipe):
    """A matrix product in which one factor is a matrix of weights."""

    weights_left: bool
    source: str
    kind: Kind = "heads"
    own: str = ""
    """Letters of queries that have keys of their own each."""

    def application(self, call: Call, operands: Sequence[Tensor], batch: int) -> Application | None:
        """Reads a matrix product."""
        product = product_of(call)
        if product is None or not applies_matrix(product, self.weights_left):
            return None
        return MatrixApplication(product, self.weights_left, (self.kind, self.source), batch, self.own)


@dataclass(frozen=True, slots=True)
class SummedRecipe(Recipe):
    """A sum over the product before it, in which one factor is a matrix of weights."""

    gate: int
    """Which factor it is."""
    form: SummedForm
    sums: ClassVar[bool] = True

    def application(self, call: Call, operands: Sequence[Tensor], batch: int) -> Application | None:
        """Reads a sum; the call must know the product before it."""
        factors = tensors_in(call.before.args, call.before.kwargs) if call.before else []
        product = summed_product(call, factors, self.gate, self.form.order) if len(factors) == 2 else None
        return None if product is None else SummedApplication(product, factors[self.gate], self.form, batch)


@dataclass(frozen=True, slots=True)
class FusedRecipe(Recipe):
    """A call of scaled_dot_product_attention, or of flex_attention."""

    def application(self, call: Call, operands: Sequence[Tensor], batch: int) -> Application | None:
        """Reads the call."""
        flexible = plain_name(call.function) == "flex_attention"
        return FlexibleApplication(call, batch) if flexible else FusedApplication(call, batch)
