"""Products of weights and values that wait for the operation after them, which may be their sum."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from torch import Tensor

from ..tags.application import Call
from ..tags.gate_forms import GateForm
from ..tags.operations import Meaning, meaning_of
from ..tags.provenance import Made
from ..tags.summing import Order, turned
from ..weights.weighed_sums import summed_product


@dataclass(frozen=True, slots=True)
class Ran(Call):
    """An operation that has run already."""

    result: Tensor = field(kw_only=True)

    def run(self) -> Tensor:
        """What it gave."""
        return self.result


def is_half(made: Made, operands: Sequence[Tensor], product: Tensor) -> bool:
    """Whether a product that is no gate is half an attention: features of keys times the weights of queries."""
    outer = all(operand.numel() < product.numel() for operand in operands)
    return outer and made.score and made.source == "softmax"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A product of weights and a value of which the next operation tells whether it is a gate or half an attention."""

    call: Call
    operands: list[Tensor]
    gate: int
    made: Made
    form: GateForm | None
    product: Tensor
    where: str
    """Path of the module that multiplies."""
    result: Tensor
    """The product, as it was turned and cast since."""
    order: Order

    @property
    def value(self) -> Tensor:
        """What is weighed."""
        return self.operands[1 - self.gate]

    def summed_by(self, call: Call) -> Call | None:
        """The sum together with this product, if it sums over keys; else None."""
        if not any(given is self.result for given in (*call.args[:2], *call.kwargs.values())):
            return None
        whole = replace(call, before=self.call)
        return None if summed_product(whole, self.operands, self.gate, self.order) is None else whole

    def outlives(self, call: Call) -> bool:
        """Whether it still waits after this operation, which comes next."""
        return meaning_of(call.function) is Meaning.NOTHING or self.turned_by(call) is not None

    def turned_by(self, call: Call) -> Order | None:
        """What the operation makes of the order of its dimensions; None where it is another kind of operation."""
        return turned(call, self.order) if call.args and call.args[0] is self.result else None
