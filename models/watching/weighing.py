"""Products value by value: where gates are applied, and matrices of weights that are summed afterwards."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import torch
from torch import Tensor

from ..tags.application import Call, Recipe
from ..tags.gate_forms import GateForm, gate_form, linear_form
from ..tags.layouts import Layouts
from ..tags.mapped import inside_of_func
from ..tags.opaque import UNSUMMED
from ..tags.origins import Origin
from ..tags.own_keys import queries_with_own_keys
from ..tags.provenance import Made, Tag
from ..tags.tag_rules import TagRules
from ..weights.recipes import GateRecipe, SummedRecipe
from ..weights.weighed_sums import SummedForm, summed_product
from .module_names import ModuleNames
from .waiting import Ran, Waiting, is_half

Apply = Callable[[Recipe | None, Call, list[Tensor]], Tensor]
"""Reports an application, if it is one by the recipe, and gives the operation's result."""


class Weighing:
    """Finds gates, and attention that is written as a product and a sum."""

    def __init__(self, rules: TagRules, layouts: Layouts, names: ModuleNames, apply: Apply) -> None:
        self.unsummed: list[tuple[str, str]] = []
        """(path, what it is) of products that look like half an attention and were not summed at once."""
        self._rules = rules
        self._names = names
        self._tags = rules.tags
        self._layouts = layouts
        self._apply = apply
        self._waiting: Waiting | None = None

    @property
    def waits(self) -> bool:
        """Whether a product waits for the operation after it."""
        return self._waiting is not None

    def multiply(self, call: Call, operands: list[Tensor], einsum: bool = False) -> Tensor:
        """A product: of weights and a value, or of anything else."""
        gate = self._gate_among(operands)
        if gate is None:
            return self._modulate(call, operands)
        made, form = self._form(operands, gate)
        if not einsum and not inside_of_func() and _may_be_summed(call, made, form):
            result = self._tags.put(call.run(), self._after(operands, gate, form))
            order = tuple(range(result.dim()))
            self._waiting = Waiting(call, operands, gate, made, form, result, self._names.here, result, order)
            return result
        recipe = GateRecipe(gate, made.source, form, einsum) if form else None
        result = self._tags.put(self._apply(recipe, call, operands), self._after(operands, gate, form))
        if form is None and is_half(made, operands, result):
            self.unsummed.append((self._names.here, UNSUMMED))
        return result

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
        product = summed_product(whole, waiting.operands, waiting.gate, waiting.order)
        assert product is not None
        own = queries_with_own_keys(product, True, waiting.made)
        recipe = SummedRecipe(waiting.gate, SummedForm(waiting.made.source, waiting.order, own))
        return self._tags.put(self._apply(recipe, whole, operands), after)

    def move(self, call: Call, operands: list[Tensor]) -> Any:
        """Other values in no way, in another order: a product still waits for its sum."""
        order = self._waiting.turned_by(call) if self._waiting else None
        result = self._rules.move(call, operands)
        if self._waiting and order is not None and isinstance(result, Tensor):
            self._waiting = replace(self._waiting, result=result, order=order)
        return result

    def coming(self, call: Call) -> None:
        """Is told of every operation before it runs."""
        waiting = self._waiting
        if waiting is not None and not waiting.summed_by(call) and not waiting.outlives(call):
            self.settle()

    def stepping(self) -> None:
        """A module begins or ends: what may be a gate belongs to the one before, a sum may still come."""
        if self._waiting is not None and self._waiting.form is not None:
            with torch._C.DisableTorchFunction():  # this happens under the mode, unlike an operation
                self.settle()

    def end(self) -> None:
        """The pass is over: a sum that has not come will not come."""
        if self._waiting is not None and self._waiting.form is None:
            self.settle()

    def settle(self) -> None:
        """Reports the product that waits as a gate, if it is one; no sum of it is to come."""
        waiting, self._waiting = self._waiting, None
        if waiting is None:
            return
        if waiting.form is None and is_half(waiting.made, waiting.operands, waiting.product):
            self.unsummed.append((waiting.where, UNSUMMED))
        elif waiting.form is not None:
            ran = Ran(waiting.call.function, waiting.call.args, waiting.call.kwargs, result=waiting.product)
            recipe = GateRecipe(waiting.gate, waiting.made.source, waiting.form)
            settled = self._apply(recipe, ran, waiting.operands)
            if settled is not waiting.product:  # edited
                waiting.product.copy_(settled)
                if waiting.result is not waiting.product:
                    waiting.result.copy_(settled.permute(waiting.order))

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
        # Weights of no bound: a map of one channel, out of a linear map as it is. Two such maps make scores together.
        tags = [self._tags.of(operand) for operand in operands]
        if len(operands) == 2 and not any(tag.constant or tag.weights or tag.score for tag in tags):
            for gate in (0, 1):
                weighs = tags[gate].linear and not tags[1 - gate].linear
                form = linear_form(operands[gate], operands[1 - gate]) if weighs else None
                if form is not None:
                    after = Tag(origin=Origin(tuple(map(self._tags.origin, operands))))
                    return self._tags.put(self._apply(GateRecipe(gate, "linear", form), call, operands), after)
        return self._rules.product(call, operands)


def _may_be_summed(call: Call, made: Made, form: GateForm | None) -> bool:
    return made.attends and (form is None or form.kind != "channel") and not call.writes_over(call.args[0])
