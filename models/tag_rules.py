"""How tags pass from the operands of an operation to its result."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from torch import Tensor, nn

from .application import Call
from .operations import BOUNDED, plain_name
from .provenance import CONSTANT, Made, Origin, Provenance, Tag

_JOINING = ("cat", "concat", "stack", "where")
_INVERSES = ("rtruediv", "rdiv", "reciprocal")
_DIVISIONS = ("div", "truediv", "itruediv", "true_divide", "divide")


class TagRules:
    """One rule per meaning of an operation. Each runs the operation and tags what it gives."""

    def __init__(self, tags: Provenance) -> None:
        self.tags = tags

    def make_constant(self, call: Call, operands: list[Tensor]) -> Any:
        """Fresh values: zeros_like, bernoulli_ and the like."""
        return self.tags.put(call.run(), CONSTANT)

    def bound(self, call: Call, operands: list[Tensor]) -> Any:
        """Makes weights of whatever depends on the input, or on a score."""
        source = BOUNDED[plain_name(call.function)]
        tag = self.tags.of(operands[0])
        if _is_open_clamp(call) or (tag.constant and (not tag.score or source != "softmax")):
            return self.anything(call, operands)
        if source in ("clamp", "tanh", "exp") and (tag.weights or (tag.score and source != "exp")):
            return self._kept(call, operands)  # weights stay weights; a score with a soft cap stays a score
        origin = self.tags.origin(operands[0])
        result = call.run()
        made = Made(source, origin, tag.score, result.shape, tag.by_convolution)
        return self.tags.put(result, Tag(tag.constant, made, tag.score, Origin((origin,))))

    def move(self, call: Call, operands: list[Tensor]) -> Any:
        """The same values elsewhere: what is known of them stays known."""
        name = plain_name(call.function)
        if name in _JOINING:
            return self._join(call, operands[1:] if name == "where" and len(operands) == 3 else operands)
        if name == "copy" and len(operands) > 1:
            self._note_writing(operands)
            operands = operands[1:]
        return self._kept(call, operands)

    def calculate(self, call: Call, operands: list[Tensor]) -> Any:
        """Arithmetic: weights stay weights while nothing but constants and other weights is added to them."""
        if self.tags.constant(operands):
            return self._kept(call, operands)
        tags = [self.tags.of(operand) for operand in operands]
        made = next((tag.weights for tag in tags if tag.weights), None)
        score = any(tag.score for tag in tags)
        if made is not None and made.source == "exp":
            made = _after_exp(tags, call, made)
        elif made is not None and not score and not all(tag.weights or tag.constant for tag in tags):
            made = None
        return self.tags.put(call.run(), Tag(False, made, score, self._origin(operands), tags[0].by_convolution))

    def map(self, call: Call, operands: list[Tensor]) -> Any:
        """Learned maps and activations: only scores and softmax over scores outlive them, where the shape is kept."""
        if self.tags.constant(operands):
            return self.tags.put(call.run(), CONSTANT)
        name, tag = plain_name(call.function), self.tags.of(operands[0])
        convolves = "conv" in name
        mixes = convolves and len(operands) > 1 and operands[1].shape[2:].numel() > 1
        origin = Origin((self.tags.origin(operands[0]),), mixes)
        result = call.run()
        kept = result.dim() >= 3 and result.shape == operands[0].shape
        score = tag.score and kept
        made = tag.weights if kept and tag.weights and tag.weights.score and tag.weights.source == "softmax" else None
        by_convolution = convolves or (tag.by_convolution and name != "linear")
        return self.tags.put(result, Tag(False, made, score, origin, by_convolution))

    def pool(self, call: Call, operands: list[Tensor]) -> Any:
        """Brings positions together."""
        if self.tags.constant(operands):
            return self.tags.put(call.run(), CONSTANT)
        origin = Origin((self.tags.origin(operands[0]),), mixes=True)
        return self.tags.put(call.run(), Tag(origin=origin))

    def anything(self, call: Call, operands: list[Tensor]) -> Any:
        """An operation of which nothing is known: what it gives depends on all that went in."""
        if self.tags.constant(operands):
            return self.tags.put(call.run(), CONSTANT)
        origin = Origin(self._origins(operands))
        result = call.run()
        if result is None or result is operands[0]:  # such as x[...] = y
            self._note_writing(operands)
        self.tags.put(operands[0] if result is None else result, Tag(origin=origin))
        return result

    def product(self, call: Call, operands: list[Tensor]) -> Any:
        """A product in which no gate is applied: scaling, or gate times gate."""
        if self.tags.constant(operands):
            return self._kept(call, operands)
        tags = [self.tags.of(operand) for operand in operands]
        made = next((tag.weights for tag in tags if tag.weights), None)
        if made is not None and not all(tag.weights or tag.constant or (made.score and tag.score) for tag in tags):
            made = None
        score = any(tag.score for tag in tags)
        return self.tags.put(call.run(), Tag(False, made, score, self._origin(operands)))

    def scores(self, call: Call, operands: list[Tensor]) -> Any:
        """A matrix product of two activations makes scores; with a parameter it is a learned map."""
        constant = self.tags.constant(operands)
        learned = any(type(operand) is nn.Parameter for operand in operands)
        origin = None if constant else Origin(self._origins(operands), mixes=not learned)
        return self.tags.put(call.run(), Tag(constant, None, not learned, origin))

    def _note_writing(self, operands: list[Tensor]) -> None:
        if self.tags.of(operands[0]).constant and not self.tags.constant(operands):
            self.tags.write(operands[0])

    def _kept(self, call: Call, operands: list[Tensor]) -> Any:
        tag = self.tags.of(operands[0])
        constant = self.tags.constant(operands)
        if tag.origin is None and not constant:
            tag = Tag(False, tag.weights, tag.score, self._origin(operands), tag.by_convolution)
        elif tag.constant and not constant:
            tag = Tag(origin=self._origin(operands))
        return self.tags.put(call.run(), tag)

    def _join(self, call: Call, operands: list[Tensor]) -> Any:
        moving = [operand for operand in operands if not self.tags.of(operand).constant]
        if len(moving) <= 1:
            return self._kept(call, moving or operands)
        tags = [self.tags.of(operand) for operand in moving]
        made = tags[0].weights if all(tag.weights for tag in tags) else None
        score = all(tag.score for tag in tags)
        return self.tags.put(call.run(), Tag(False, made, score, Origin(self._origins(moving))))

    def _origin(self, operands: Sequence[Tensor]) -> Origin:
        # Scaling by constants leaves a tensor what it was; two activations make something new.
        origins = self._origins(operands)
        return origins[0] if len(origins) == 1 else Origin(origins)

    def _origins(self, operands: Sequence[Tensor]) -> tuple[Origin, ...]:
        return tuple(self.tags.origin(operand) for operand in operands if not self.tags.of(operand).constant)


def _after_exp(tags: list[Tag], call: Call, made: Made) -> Made | None:
    # 1 / (1 + exp(-x)) is a sigmoid, exp(x) / sum(exp(x)) a softmax, both written out. The tags are the operands'.
    name = plain_name(call.function).strip("_")
    if name in _INVERSES or (name in _DIVISIONS and tags[0].weights is None):
        return replace(made, source="sigmoid")
    if name in _DIVISIONS and len(tags) == 2 and not tags[1].constant:
        return replace(made, source="softmax")
    return made if all(tag.weights or tag.constant for tag in tags) else None


def _is_open_clamp(call: Call) -> bool:
    # clamp(min=eps) bounds one side only: that guards a division and makes no weights.
    if not plain_name(call.function).startswith("cl"):
        return False
    given = [*call.args[1:], call.kwargs.get("min"), call.kwargs.get("max")]
    return sum(limit is not None for limit in given) < 2
