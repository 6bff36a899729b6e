"""How tags pass from the operands of an operation to its result."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import torch
from torch import Tensor, nn

from .application import Call
from .making import made_by_arithmetic, made_by_exp, made_by_normalizing
from .operations import BOUNDED, plain_name
from .origins import Origin
from .products import Product
from .provenance import CONSTANT, Made, Provenance, Tag

_JOINING = ("cat", "concat", "stack", "where")
_CUTTING_NAMES = """chunk split split_with_sizes tensor_split unbind narrow select __getitem__ index_select gather"""
_CUTTING = frozenset(_CUTTING_NAMES.split())
_VIEWING = ("view", "reshape", "unflatten")
_RESIZING = ("interpolate", "upsample")


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
        if _is_open_clamp(call):
            return self.calculate(call, operands)
        if tag.constant and (not tag.score or source != "softmax"):
            return self.anything(call, operands)
        if source == "exp" and (made := made_by_exp(tag)):
            return self.tags.put(call.run(), replace(tag, weights=made))
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
        result = self._kept(call, operands)
        if name in _VIEWING:
            self._note_maps(operands[0], result)
        if name in _CUTTING or name in _RESIZING:
            self._note_pieces(operands[0], result, name in _RESIZING)
        return result

    def calculate(self, call: Call, operands: list[Tensor]) -> Any:
        """Arithmetic: weights stay weights while nothing but constants and other weights is added to them."""
        if self.tags.constant(operands):
            return self._kept(call, operands)
        tags = [self.tags.of(operand) for operand in operands]
        made = made_by_arithmetic(tags, call)
        total = tags[0].total if all(tag.total or tag.constant for tag in tags) else ""
        score = any(tag.score for tag in tags)
        after = Tag(False, made, score, self._origin(operands), tags[0].by_convolution, total)
        return self.tags.put(call.run(), after)

    def map(self, call: Call, operands: list[Tensor]) -> Any:
        """Learned maps and activations: only scores and softmax over scores outlive them, where the shape is kept."""
        if self.tags.constant(operands):
            return self.tags.put(call.run(), CONSTANT)
        name, tag = plain_name(call.function), self.tags.of(operands[0])
        convolves = "conv" in name
        mixes = convolves and len(operands) > 1 and operands[1].shape[2:].numel() > 1
        origin = Origin((self.tags.origin(operands[0]),), mixes)
        result = call.run()
        linear = convolves or name == "linear"
        least = 4 if linear else 3  # a map of heads; of a matrix alone it makes features
        kept = result.dim() >= least and result.shape == operands[0].shape
        made = tag.weights if kept and tag.weights and tag.weights.score and tag.weights.source == "softmax" else None
        if name == "normalize":
            made = made_by_normalizing(call, tag, origin, result.shape)
        by_convolution = convolves or (tag.by_convolution and name != "linear")
        return self.tags.put(result, Tag(False, made, tag.score and kept, origin, by_convolution, linear=linear))

    def pool(self, call: Call, operands: list[Tensor]) -> Any:
        """Brings positions together."""
        if self.tags.constant(operands):
            return self.tags.put(call.run(), CONSTANT)
        origin = Origin((self.tags.origin(operands[0]),), pools=True)
        logarithm = plain_name(call.function) == "logsumexp"
        total = "log" if logarithm else "sum" if self.tags.of(operands[0]).weights else ""
        return self.tags.put(call.run(), Tag(origin=origin, total=total))

    def anything(self, call: Call, operands: list[Tensor]) -> Any:
        """An operation of which nothing is known: what it gives depends on all that went in."""
        if self.tags.constant(operands):
            return self.tags.put(call.run(), CONSTANT)
        origins = self._origins(operands)
        if plain_name(call.function) == "rsqrt":  # of a mean of squares: what it scales is normalised, not weighed
            origins = tuple(origin.unpooled() for origin in origins)
        origin = Origin(origins)
        result = call.run()
        if result is None or result is operands[0]:  # such as x[...] = y
            self._note_writing(operands)
        # A score of which something is worked out, value by value or row by row, may be the weights themselves.
        score = isinstance(result, Tensor) and len(operands) == 1 and result.shape == operands[0].shape
        score = score and self.tags.of(operands[0]).score
        self.tags.put(operands[0] if result is None else result, Tag(score=score, origin=origin))
        return result

    def product(self, call: Call, operands: list[Tensor]) -> Any:
        """A product in which no gate is applied: scaling, or gate times gate."""
        if self.tags.constant(operands):
            return self._kept(call, operands)
        tags = [CONSTANT if operand.dtype == torch.bool else self.tags.of(operand) for operand in operands]
        made = next((tag.weights for tag in tags if tag.weights), None)
        if made is not None and not all(tag.weights or tag.constant or (made.score and tag.score) for tag in tags):
            made = None
        score = any(tag.score for tag in tags)
        linear = any(tag.linear for tag in tags) and sum(not tag.constant for tag in tags) == 1
        result = call.run()
        if made is not None and sum(tag.weights is not None for tag in tags) > 1:
            made = replace(made, shape=result.shape)  # they may be spread along different dimensions
        return self.tags.put(result, Tag(False, made, score, self._origin(operands), linear=linear))

    def scores(self, call: Call, operands: list[Tensor], product: Product | None = None) -> Any:
        """A matrix product of two activations makes scores; with a parameter it is a learned map."""
        constant = self.tags.constant(operands)
        learned = any(type(operand) is nn.Parameter for operand in operands)
        if product is not None and product.right.dim() == 2 and not constant:
            learned = learned or self.tags.of(product.right).constant  # a matrix for all images alike
        origin = None if constant else Origin(self._origins(operands), mixes=not learned)
        after = Tag(constant, None, not learned, origin, linear=learned and not constant)
        return self.tags.put(call.run(), after)

    def _note_writing(self, operands: list[Tensor]) -> None:
        if self.tags.of(operands[0]).constant and not self.tags.constant(operands):
            self.tags.write(operands[0])

    def _note_pieces(self, whole: Tensor, result: Any, pools: bool) -> None:
        # A part of a tensor is another tensor than its neighbour, and a map of another size than the map.
        for part in result if isinstance(result, tuple | list) else (result,):
            tag = self.tags.of(part)
            if tag.origin is not None and (pools or part.numel() < whole.numel()):
                self.tags.put(part, replace(tag, origin=Origin((tag.origin,), pools=pools)))

    def _note_maps(self, before: Tensor, after: Tensor) -> None:
        # (B, C, N) that becomes (B, C, H, W) was made of features, not of scores.
        tag = self.tags.of(after)
        if (
            tag.score
            and tag.weights is None
            and before.dim() == 3
            and after.dim() == 4
            and (before.shape[:2] == after.shape[:2])
        ):
            self.tags.put(after, replace(tag, score=False))

    def _kept(self, call: Call, operands: list[Tensor]) -> Any:
        tag = self.tags.of(operands[0])
        constant = self.tags.constant(operands)
        if tag.origin is None and not constant:
            tag = replace(tag, constant=False, origin=self._origin(operands))
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


def _is_open_clamp(call: Call) -> bool:
    # clamp(min=eps) bounds one side only: that guards a division and makes no weights.
    if not plain_name(call.function).startswith("cl"):
        return False
    given = [*call.args[1:], call.kwargs.get("min"), call.kwargs.get("max")]
    return sum(limit is not None for limit in given) < 2
