"""What each operation does to the places of its operands. Places are numbers; see place_table."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np  # whose broadcast_shapes loads nothing; torch's loads sympy
import torch
from torch import Tensor

from .place_table import LOST, NOWHERE, PlaceTable, constant_along, without_repeats

Shadow = tuple[Tensor, ...]
"""Numbers of places in the shape of a tensor: one, or for scores two, those of the rows and those of the columns."""


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_RESHAPES = _names("view _unsafe_view _reshape_alias reshape")
_COPIES = _names("clone _to_copy contiguous lift_fresh detach alias native_dropout")
_MOVES = _names(
    """permute transpose t expand unsqueeze squeeze slice select split split_with_sizes unsafe_split chunk unbind roll
    index _unsafe_index index_select gather repeat unfold flip as_strided im2col pixel_unshuffle pixel_shuffle
    channel_shuffle movedim flatten unflatten diagonal rot90 constant_pad_nd reflection_pad2d replication_pad2d
    take_along_dim repeat_interleave masked_select"""
)
_JOINS = _names("cat stack")
_CONVOLUTIONS = _names("conv2d convolution _convolution mkldnn_convolution convolution_overrideable")
_POOLS = _names("max_pool2d_with_indices max_pool2d avg_pool2d mkldnn_max_pool2d")
_RESIZES = _names(
    """_adaptive_avg_pool2d adaptive_max_pool2d upsample_bilinear2d upsample_nearest2d upsample_bicubic2d
    _upsample_bilinear2d_aa _upsample_bicubic2d_aa _upsample_nearest_exact2d"""
)
_REDUCTIONS = _names("mean sum amax max min amin prod logsumexp var var_mean std linalg_vector_norm")
_NORMS = _names("layer_norm batch_norm group_norm instance_norm")
_PRODUCTS = {"mm": 0, "bmm": 0, "linear": 0, "addmm": 1, "baddbmm": 1}
"""Matrix products, and where their first factor stands."""


@dataclass(frozen=True, slots=True)
class Step:
    """An operation that has run: its arguments and its result."""

    name: str
    function: Callable[..., Any]
    args: Sequence[Any]
    kwargs: dict[str, Any]
    operands: Sequence[Tensor]
    result: Any

    @property
    def results(self) -> list[Tensor]:
        """The tensors that it gave."""
        given = self.result if isinstance(self.result, tuple | list) else [self.result]
        return [one for one in given if isinstance(one, Tensor)]


class ShadowRules:
    """One rule per family of operations; each gives the shadows of the results."""

    def __init__(self, table: PlaceTable, shadow_of: Callable[[Tensor], Shadow]) -> None:
        self._table = table
        self._of = shadow_of

    def shadows(self, step: Step) -> list[Shadow]:
        """The shadows of the operation's results, in order."""
        name = step.name
        if name in _RESHAPES:
            return [tuple(numbers.reshape(step.result.shape) for numbers in self._first(step))]
        if name in _COPIES:
            return [self._first(step)]
        if name in _MOVES:
            return self._moved(step)
        if name in _JOINS:
            return [self._joined(step)]
        if name in _CONVOLUTIONS:
            return [self._convolved(step)]
        if name in _POOLS:
            return [self._pooled(step)]
        if name in _RESIZES:
            return [self._resized(step)]
        if name == "grid_sampler_2d":
            return [self._looked_up(step)]
        if name in _REDUCTIONS:
            return [self._reduced(step)]
        if name in _PRODUCTS:
            return [self._multiplied(step)]
        if "scaled_dot_product" in name:
            return [tuple(numbers[..., :1] for numbers in self._first(step)[:1])]
        return [self._value_by_value(step)]

    def _first(self, step: Step) -> Shadow:
        return self._of(step.operands[0])

    def _moved(self, step: Step) -> list[Shadow]:
        moved = []
        for numbers in self._first(step):
            if step.name == "as_strided":
                numbers = numbers.contiguous()
            args = [arg.cpu() if isinstance(arg, Tensor) else arg for arg in step.args[1:]]
            args = [
                [a.cpu() if isinstance(a, Tensor) else a for a in arg] if type(arg) is list else arg for arg in args
            ]
            if step.name == "constant_pad_nd":
                args[1:] = [float(NOWHERE)]
            given = step.function(numbers, *args, **step.kwargs)
            moved.append(given if isinstance(given, tuple | list) else [given])
        return [tuple(parts) for parts in zip(*moved, strict=True)]

    def _joined(self, step: Step) -> Shadow:
        tensors, *rest = step.args
        parts = [self._of(tensor)[:1] or (torch.full(tensor.shape, float(NOWHERE)),) for tensor in tensors]
        return (step.function([part[0] for part in parts], *rest, **step.kwargs),)

    def _convolved(self, step: Step) -> Shadow:
        given = step.args[3:6]
        stride, padding, dilation = *given, *(1, 0, 1)[len(given) :]
        transposed = step.name != "conv2d" and step.args[6]
        kernel = step.args[1].shape[2:]
        if len(kernel) != 2 or not self._first(step):
            return ()
        axes = [_axis(given, axis) for axis in (0, 1) for given in ((stride, padding, dilation),)]
        middles = [(k - 1) * d / 2 - p for k, (_, p, d) in zip(kernel, axes, strict=True)]
        steps = [1 / s if transposed else float(s) for s, _, _ in axes]
        offsets = [-m * s if transposed else m for m, s in zip(middles, steps, strict=True)]
        return self._sampled(step, offsets, steps)

    def _pooled(self, step: Step) -> Shadow:
        kernel = step.args[1]
        stride = step.args[2] if len(step.args) > 2 and step.args[2] else kernel
        padding = step.args[3] if len(step.args) > 3 else [0]
        axes = [(_pick(kernel, i), _pick(stride, i), _pick(padding, i)) for i in (0, 1)]
        return self._sampled(step, [(k - 1) / 2 - p for k, _, p in axes], [float(s) for _, s, _ in axes])

    def _resized(self, step: Step) -> Shadow:
        before, after = step.operands[0].shape[-2:], step.results[0].shape[-2:]
        if after.numel() == 1 < before.numel():
            return ()  # pooled over everything: no place is left
        steps = [b / a for b, a in zip(before, after, strict=True)]
        return self._sampled(step, [(s - 1) / 2 for s in steps], steps)

    def _sampled(self, step: Step, offsets: Sequence[float], steps: Sequence[float]) -> Shadow:
        rows, columns = step.results[0].shape[-2:]
        centres = (torch.arange(rows) * steps[0] + offsets[0], torch.arange(columns) * steps[1] + offsets[1])
        numbers = self._first(step)[0].expand(step.operands[0].shape)
        if constant_along(numbers, -3):
            plane = numbers[..., :1, :, :]
        else:  # neighbours were moved into the channels
            plane = self._table.merged(numbers.movedim(-3, -1))[..., None, :, :]
        return (self._table.sampled(plane, centres, (steps[0], steps[1])),)

    def _looked_up(self, step: Step) -> Shadow:
        # Wherever it looked, what it found belongs to whom it was looked up for: (B, H, W, 2) of them.
        return tuple(numbers[..., 0].unsqueeze(1) for numbers in self._of(step.args[1])[:1])

    def _reduced(self, step: Step) -> Shadow:
        operand = step.operands[0]
        at = 2 if step.name == "linalg_vector_norm" else 1
        dims = step.args[at] if len(step.args) > at else step.kwargs.get("dim")
        if dims is None or isinstance(dims, Tensor):
            return ()
        chosen = sorted({d % operand.dim() for d in ([dims] if isinstance(dims, int) else dims)})
        kept = [d for d in range(operand.dim()) if d not in chosen]
        reduced = []
        for numbers in self._first(step):
            flat = numbers.expand(operand.shape).permute(*kept, *chosen).flatten(len(kept))
            reduced.append(self._table.merged(flat).reshape(step.results[0].shape))
        return tuple(reduced)

    def _multiplied(self, step: Step) -> Shadow:
        left, right = map(self._of, step.args[_PRODUCTS[step.name] :][:2])
        if step.name == "linear":
            right = tuple(numbers.mT for numbers in right)
        rows = next((numbers[..., :1] for numbers in left if constant_along(numbers, -1)), None)
        columns = next((numbers[..., :1, :] for numbers in right if constant_along(numbers, -2)), None)
        if rows is None and not right:
            rows = next((self._table.merged(numbers)[..., None] for numbers in left), None)
        if columns is None and not left:
            columns = next((self._table.merged(numbers.mT)[..., None, :] for numbers in right), None)
        sides = tuple(side for side in (rows, columns) if side is not None)
        followed = tuple(side for side in sides if (side != LOST).any())
        if followed:
            return followed
        # What is summed may be all that has places: then its rows and columns are learned queries or channels.
        lost = any((without_repeats(numbers) == LOST).any() for numbers in (*left, *right))
        return (torch.tensor([float(LOST)]),) if lost else ()

    def _value_by_value(self, step: Step) -> Shadow:
        result = step.results[0] if step.results else None
        placed = [operand for operand in step.operands if self._of(operand)]
        most = max((operand.numel(), len(self._of(operand))) for operand in placed)
        candidates = [operand for operand in placed if (operand.numel(), len(self._of(operand))) == most]
        richest = candidates[0] if len(candidates) == 1 else min(candidates, key=self._derived)
        if result is None or np.broadcast_shapes(richest.shape, result.shape) != tuple(result.shape):
            return (torch.tensor(float(LOST)),)
        return self._of(richest)

    def _derived(self, operand: Tensor) -> tuple[bool, float]:
        # Later numbers are further from the pixels: of x + f(x) it is x that tells where the sum is.
        newest = float(without_repeats(self._of(operand)[0]).max())
        return newest <= LOST, newest


def kept_whole(function: Any) -> bool:
    """Whether the operation has a rule that tells as much as the rules of the operations it is made of."""
    name, _, variant = function.__name__.partition(".")
    if name == "conv2d":
        return variant == "default"  # another names its padding
    return name in _RESIZES or name in _NORMS or name == "linear" or "scaled_dot_product" in name


def _axis(given: tuple[Sequence[int] | int, ...], axis: int) -> tuple[int, int, int]:
    stride, padding, dilation = (_pick(value, axis) for value in given)
    return stride, padding, dilation


def _pick(value: Sequence[int] | int, axis: int) -> int:
    return value if isinstance(value, int) else value[axis % len(value)]
