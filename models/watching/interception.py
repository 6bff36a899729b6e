"""Watches every operation of a pass: follows the tags, and finds the places where weights are applied."""

from collections.abc import Callable, Sequence
from typing import Any

from torch import Tensor
from torch.overrides import TorchFunctionMode

from ..tags.application import Applied, Call, Recipe
from ..tags.layouts import Layouts
from ..tags.mapped import is_mapped, read
from ..tags.multi_head import images_of, multi_head_attention_inside
from ..tags.opaque import contracts_three, swallows_attention
from ..tags.operations import PRODUCTS, Meaning, meaning_of
from ..tags.provenance import CONSTANT, Provenance, tensors_in
from ..tags.tag_rules import TagRules
from .contracting import Contracting
from .module_names import ModuleNames
from .weighing import Weighing


class Interception(TorchFunctionMode):
    """Follows the tags through the operations of one pass and reports every application of weights."""

    def __init__(self, tags: Provenance, layouts: Layouts, names: ModuleNames, applied: Applied) -> None:
        super().__init__()
        self.batch = 1
        """Images in the pass: what the first dimension of folded scores is a multiple of."""
        self.hides_images = False
        """Whether more images are hidden by torch.vmap."""
        self.hidden: list[str] = []
        """Paths of what torch.vmap keeps from being read."""
        self.opaque: list[tuple[str, str]] = []
        """(path, operation) of operations that look as if they swallowed queries, keys and values."""
        self._tags = tags
        self._layouts = layouts
        self._names = names
        self._applied = applied
        self._meanings: dict[Any, Meaning] = {}  # wrappers such as `Tensor.shape.__get__` compare equal
        self._rules = rules = TagRules(tags)
        self._weighing = weighing = Weighing(rules, layouts, names, self._apply)
        contracting = Contracting(rules, layouts, weighing, self._apply, self._anything)
        names.about_to_step = weighing.stepping
        self.unsummed = weighing.unsummed
        self._handlers: dict[Meaning, Callable[[Call, list[Tensor]], Any]] = {
            Meaning.MAKES_CONSTANT: rules.make_constant,
            Meaning.BOUNDS: rules.bound,
            Meaning.MOVES: weighing.move,
            Meaning.CALCULATES: rules.calculate,
            Meaning.MULTIPLIES: weighing.multiply,
            Meaning.MULTIPLIES_AND_ADDS: weighing.multiply_and_add,
            Meaning.CONTRACTS: contracting.contract,
            Meaning.MAPS: contracting.map,
            Meaning.MIXES_HEADS: rules.map,
            Meaning.POOLS: rules.pool,
            Meaning.SUMS: weighing.sum,
            Meaning.FUSED_ATTENTION: contracting.fused,
            Meaning.ELSE: self._anything,
        }

    def __torch_function__(
        self, func: Callable[..., Any], types: Any, args: Any = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        """Runs the operation and notes what it means."""
        kwargs = kwargs or {}
        meaning = self._meanings.get(func)
        if meaning is None:
            meaning = self._meanings[func] = meaning_of(func)
        if self._weighing.waits:
            self._weighing.coming(Call(func, args, kwargs))
        self._names.trail = hash((self._names.trail, func))
        if meaning in (Meaning.NOTHING, Meaning.ASKS):
            asks = meaning is Meaning.ASKS and not self._tags.constant(tensors_in(args, kwargs))
            self._names.asked = self._names.asked or asks
            return func(*args, **kwargs)
        if meaning is Meaning.MULTI_HEAD:
            return self._multi_head(args, kwargs)
        self._names.products += meaning in PRODUCTS
        operands = tensors_in(args, kwargs)
        if not operands:
            made = func(*args, **kwargs)
            # What is made outside of every module may be the network's input.
            return self._tags.put(made, CONSTANT) if self._names.running else made
        call = Call(func, args, kwargs)
        result = self._handlers[meaning](call, operands)
        self._layouts.follow(call, operands, result)
        return result

    def close(self) -> None:
        """Once the pass is over: lets go of all that it told, which would live on until garbage is collected."""
        self._weighing.end()
        self._handlers.clear()  # these and whom it tells hold this object, and it holds them
        del self._applied, self._weighing

    def _multi_head(self, args: Sequence[Any], kwargs: dict[str, Any]) -> Any:
        before = self.batch, self.hides_images
        self.batch, self.hides_images = images_of(args[0] if args else kwargs["query"]), True
        try:
            with self:
                return multi_head_attention_inside(*args, **kwargs)
        finally:
            self.batch, self.hides_images = before

    def _anything(self, call: Call, operands: list[Tensor]) -> Any:
        moving = [operand for operand in operands if not self._tags.of(operand).constant]
        operation = swallows_attention(call.function, operands) or contracts_three(call.function, moving)
        if operation:
            self.opaque.append((self._names.here, operation))
        return self._rules.anything(call, operands)

    def _apply(self, recipe: Recipe | None, call: Call, operands: list[Tensor]) -> Any:
        application = read(recipe, call, operands, self.batch, self.hides_images) if recipe else None
        if application is None and recipe is not None and any(map(is_mapped, operands)):
            self.hidden.append(self._names.here)
        if application is None or recipe is None:
            return call.run()
        return application.whole(self._applied(application, recipe))
