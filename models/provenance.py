"""Where tensors come from: tags that ride on the tensor objects during one pass and are gone after it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

import torch
from torch import Tensor, nn

from .marks import Marks

_FURTHEST = 64  # ancestors looked at before a tensor counts as unrelated: a gate is made in fewer steps

Result = TypeVar("Result")


class Origin:
    """One step in the making of a tensor; views and scaled copies share the origin of what they were made from."""

    __slots__ = ("mixes", "parents")

    def __init__(self, parents: tuple["Origin", ...] = (), mixes: bool = False) -> None:
        self.parents = parents
        self.mixes = mixes

    def mixed_from(self, ancestor: "Origin") -> bool:
        """Whether this was made from `ancestor` by a way on which positions were brought together."""
        waiting: list[tuple[Origin, bool]] = [(self, False)]
        seen: set[tuple[int, bool]] = set()
        while waiting and len(seen) < _FURTHEST:
            step, mixed = waiting.pop(0)
            if step is ancestor:
                if mixed:
                    return True
                continue
            mixed = mixed or step.mixes
            for parent in step.parents:
                if (id(parent), mixed) not in seen:
                    seen.add((id(parent), mixed))
                    waiting.append((parent, mixed))
        return False


@dataclass(slots=True)
class Made:
    """Marks weights: what made them, from what, and in which shape."""

    source: str
    origin: Origin
    score: bool
    shape: torch.Size
    by_convolution: bool = False


@dataclass(slots=True)
class Tag:
    """What is known of a tensor."""

    constant: bool = False
    weights: Made | None = None
    score: bool = False
    """It is a product of two activations, such as q k^T."""
    origin: Origin | None = None
    by_convolution: bool = False


CONSTANT = Tag(constant=True)
_UNKNOWN = Tag()


class Provenance:
    """The tags of one pass."""

    def __init__(self, buffers: Iterable[Tensor] = ()) -> None:
        self._buffers = frozenset(map(id, buffers))
        self._marks: Marks[Tag] = Marks("_attnscope_tag")
        self._written: set[int] = set()

    def of(self, tensor: Tensor) -> Tag:
        """What is known of the tensor; parameters and buffers are constant."""
        tag = self._marks.get(tensor)
        if tag is not None:
            lost = tag.constant and self._written and tensor.untyped_storage().data_ptr() in self._written
            return _UNKNOWN if lost else tag
        if type(tensor) is nn.Parameter or id(tensor) in self._buffers:
            return CONSTANT
        return _UNKNOWN

    def knows(self, tensor: Tensor) -> bool:
        """Whether the tensor was met in this pass before."""
        return self._marks.get(tensor) is not None

    def constant(self, tensors: Iterable[Tensor]) -> bool:
        """Whether none of the tensors depends on the network's input."""
        return all(self.of(tensor).constant for tensor in tensors)

    def origin(self, tensor: Tensor) -> Origin:
        """The tensor's origin, which begins here where none is known."""
        tag = self.of(tensor)
        if tag.origin is None:
            tag = Tag(tag.constant, tag.weights, tag.score, Origin(), tag.by_convolution)
            self.put(tensor, tag)
        assert tag.origin is not None
        return tag.origin

    def put(self, result: Result, tag: Tag) -> Result:
        """Tags a tensor, or every tensor of a tuple or list, and gives it back."""
        if isinstance(result, Tensor):
            self._marks.set(result, tag)
        elif isinstance(result, tuple | list):
            for part in result:
                self.put(part, tag)
        return result

    def write(self, tensor: Tensor) -> None:
        """Notes that values of the pass were written into a constant: it and all its views are constant no more."""
        self._written.add(tensor.untyped_storage().data_ptr())

    def clear(self) -> None:
        """Takes all tags off again."""
        self._marks.clear()
        self._written.clear()


def tensors_in(args: Iterable[Any], kwargs: dict[str, Any]) -> list[Tensor]:
    """The tensors among the arguments of an operation, also inside lists and tuples."""
    found: list[Tensor] = []
    for value in (*args, *kwargs.values()):
        if isinstance(value, Tensor):
            found.append(value)
        elif type(value) in (list, tuple):
            found.extend(part for part in value if isinstance(part, Tensor))
    return found
