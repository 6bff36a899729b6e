"""Which pixel is this: carries places beside the values of a pass, through whatever the network does to them.

Every tensor has a shadow of at most two tensors of its shape that hold numbers of places; the second is for scores,
which have a place for their rows and one for their columns. No list of classes: data that moves takes its places along.
"""

from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor
from torch.utils._python_dispatch import TorchDispatchMode

from ..tags.marks import Marks
from ..tags.provenance import tensors_in
from .place_table import LOST, NOWHERE, PlaceTable, once
from .shadow_rules import Shadow, ShadowRules, Step, kept_whole

_LARGE = 4096  # numbers; of fewer it does not matter how they are kept


class Shadows(TorchDispatchMode):
    """Follows places through one pass, which must run under inference_mode: only there are tensor objects stable."""

    @classmethod
    def _should_skip_dynamo(cls) -> bool:
        """No: torch would wrap `__torch_dispatch__` in what loads its compiler, and that takes 1.5 s."""
        return False

    def __init__(self, table: PlaceTable) -> None:
        super().__init__()
        self._table = table
        self._rules = ShadowRules(table, self.of)
        self._elementary: set[Any] = set()
        self._marks: Marks[Shadow] = Marks("_attnscope_places")

    def seed(self, image: Tensor) -> None:
        """Every pixel of the first of the images (B, C, H, W) is its own place; the others have none."""
        numbers = torch.full((len(image), 1, *image.shape[-2:]), float(NOWHERE))
        numbers[0] = self._table.pixels
        self._marks.set(image, (numbers.expand(image.shape),))

    def of(self, tensor: Tensor) -> Shadow:
        """The tensor's shadow; empty where none is known."""
        return self._marks.get(tensor) or ()

    def clear(self) -> None:
        """Takes all shadows off again."""
        self._marks.clear()

    def __torch_dispatch__(
        self, func: Any, types: Any, args: Sequence[Any] = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        """Runs the operation, and carries the places along."""
        kwargs = kwargs or {}
        name = func.__name__.split(".")[0]
        if func not in self._elementary and not kept_whole(func):
            with self:  # under inference_mode an operation arrives whole that others are made of
                parts = func.decompose(*args, **kwargs)
            if parts is not NotImplemented:
                return parts
            self._elementary.add(func)
        result = func(*args, **kwargs)
        operands = tensors_in(args, kwargs)
        if any(self.of(operand) for operand in operands):
            try:
                self._carry(Step(name.rstrip("_") if name[0] != "_" else name, func, args, kwargs, operands, result))
            except (RuntimeError, IndexError, ValueError, TypeError):
                for lost in tensors_in([result], {}):
                    self._marks.set(lost, (torch.tensor(float(LOST)).expand(lost.shape),))
        return result

    def _carry(self, step: Step) -> None:
        for result, shadow in zip(step.results, self._rules.shadows(step), strict=False):
            expanded = tuple(_light(numbers).expand(result.shape) for numbers in shadow)
            if expanded or self.of(result):
                self._marks.set(result, expanded)


def _light(numbers: Tensor) -> Tensor:
    # What moved data has copied for every channel is kept once again.
    if numbers.numel() < _LARGE or 0 in numbers.stride():
        return numbers
    single = once(numbers, numbers.dim())
    return single if single.numel() == numbers.numel() else single.clone()
