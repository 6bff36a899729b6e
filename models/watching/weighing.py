"""Products value by value: where gates are applied, and matrices of weights that are summed afterwards."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import torch
from torch import Tensor

from ..tags.application import Call, Recipe
from ..tags.gate_forms import GateForm, gate_form, linear_form
from ..tags.layouts import Layouts
from ..tags.mapped import inside_of_func
from ..tags.origins import Origin
from ..tags.provenance import Made, Tag
from ..tags.tag_rules import TagRules
from ..weights.recipes import GateRecipe, SummedRecipe
from ..weights.weighed_sums import summed_product

Apply = Callable[[Recipe | None, Call, list[Tensor]], Tensor]
"""Reports an application, if it is one by the recipe, and gives the operation's result."""


@dataclass(frozen=True, slots=True)
class Ran(Call):
    """An operation that has run already."""

    result: Tensor = field(kw_only=True)

    def run(self) -> Tensor:
        """What it gave."""
        return self.result


@dataclass(frozen=True, slots=True)
class Waiting:
    """A product of weights and a value of which the next operation tells whether it is a gate or half an attention."""

    call: Call
    operands: list[Tensor]
    gate: int
    made: Made
    form: GateForm | None
    result: Tensor

    @property
    def value(self) -> Tensor:
        """What is weighed."""
        return self.operands[1 - self.gate]

    def summed_by(self, call: Call) -> Call | None:
        """The sum together with this product, if it sums over keys; else None."""
        if not call.args or call.args[0] is not self.result:
            return None
        whole = replace(call, before=self.call)
        return None if summed_product(whole, self.operands, self.gate) is None else whole


class Weighing:
    """Finds gates, and attention that is written as a product and a sum."""

    def __init__(self, rules: TagRules, layouts: Layouts, apply: Apply) -> None:
        self._rules = rules
        self._tags = rules.tags
        self._layouts = layouts
        self._apply = apply
        self._waiting: Waiting | None = None

    def multiply(self, call: Call, operands: list[Tensor], einsum: bool = False) -> Tensor:
        """A product: of weights and a value, or of anything else."""
        gate = self._gate_among(operands)
        if gate is None:
            return self._modulate(call, operands)
        made, form = self._form(operands, gate)
        if not einsum and not inside_of_func() and _may_be_summed(call, made, form):
            result = self._tags.put(call.run(), self._after(operands, gate, form))
            self._waiting = Waiting(call, operands, gate, made, form, result)
            return result
        recipe = GateRecipe(gate, made.source, form, einsum) if form else None
        return self._tags.put(self._apply(recipe, call, operands), self._after(operands, gate, form))

    def multiply_and_add(self, call: Call, operands: list[Tensor]) -> Tensor:
        """The same, added to the first operand."""
        gate = self._gate_among(operands[1:])
        if gate is None:
            return self._rules.calculate(call, operands)
        made, form = self._form(operands[1:], gate)
        recipe = GateRecipe(gate, made.source, form) if form else None
        after = Tag(origin=Origin(tuple(map(self._tags.origin, operands))))
        return self._tags.put(self._apply(recipe, call, operands), after)

    def sum(self, call: Call, operands: list[Tensor]) -> Tensor:
        """A sum, which may be the second half of an attention."""
        waiting, self._waiting = self._waiting, None
        whole = waiting.summed_by(call) if waiting else None
        if waiting is None or whole is None:
            return self._rules.pool(call, operands)
        after = Tag(origin=Origin((self._tags.origin(waiting.value),), mixes=True))
        return self._tags.put(self._apply(SummedRecipe(waiting.gate, waiting.made.source), whole, operands), after)

    def settle(self, next_sum: Call | None = None) -> None:
        """Reports the product that waits as a gate, if it is one, unless its sum comes next."""
        waiting = self._waiting
        if waiting is None or (next_sum is not None and waiting.summed_by(next_sum)):
            return
        self._waiting = None
        if waiting.form is not None:
            ran = Ran(waiting.call.function, waiting.call.args, waiting.call.kwargs, result=waiting.result)
            recipe = GateRecipe(waiting.gate, waiting.made.source, waiting.form)
            settled = self._apply(recipe, ran, waiting.operands)
            if settled is not waiting.result:  # edited
                waiting.result.copy_(settled)

    def _gate_among(self, operands: list[Tensor]) -> int | None:
        # Which of two factors weighs the other; None where none does.
        if len(operands) != 2 or operands[0].dtype == torch.bool or operands[1].dtype == torch.bool:
            return None
        first, second = (self._tags.of(operand) for operand in operands)
        if (first.weights is None) == (second.weights is None):
            return None
        made, value, gate = (first.weights, second, 0) if first.weights else (second.weights, first, 1)
        return None if made is None or value.constant or (made.score and value.score) else gate

    def _form(self, operands: list[Tensor], gate: int) -> tuple[Made, GateForm | None]:
        value, made = operands[1 - gate], self._tags.of(operands[gate]).weights
        assert made is not None
        origin = self._tags.origin(value)
        layout = self._layouts.of(value)
        return made, gate_form(operands[gate], value, made, lambda: made.origin.weighs(origin), layout)

    def _after(self, operands: list[Tensor], gate: int, form: GateForm | None) -> Tag:
        value, made = operands[1 - gate], self._tags.of(operands[gate]).weights
        assert made is not None
        origin = Origin((self._tags.origin(value), made.origin))
        if form is None and made.score:
            return Tag(weights=made, score=True, origin=origin)  # a matrix of weights times a mask that was given
        return Tag(origin=origin, by_convolution=self._tags.of(value).by_convolution)

    def _modulate(self, call: Call, operands: list[Tensor]) -> Tensor:
        # Weights of no bound: a map of one channel, out of a linear map as it is.
        tags = [self._tags.of(operand) for operand in operands]
        if len(operands) == 2 and not any(tag.constant or tag.weights or tag.score for tag in tags):
            for gate in (0, 1):
                form = linear_form(operands[gate], operands[1 - gate]) if tags[gate].linear else None
                if form is not None:
                    after = Tag(origin=Origin(tuple(map(self._tags.origin, operands))))
                    return self._tags.put(self._apply(GateRecipe(gate, "linear", form), call, operands), after)
        return self._rules.product(call, operands)


def _may_be_summed(call: Call, made: Made, form: GateForm | None) -> bool:
    return made.attends and (form is None or form.kind != "channel") and not call.writes_over(call.args[0])
