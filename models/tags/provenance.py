"""Where tensors come from: tags that ride on the tensor objects during one pass and are gone after it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeVar

import torch
from torch import Tensor, nn
from torch._C._functorch import is_functorch_wrapped_tensor

from .marks import Marks
from .origins import Origin

Result = TypeVar("Result")
Total = Literal["", "sum", "log"]


@dataclass(slots=True)
class Made:
    """Marks weights: what made them, from what, and in which shape."""

    source: str
    origin: Origin
    score: bool
    shape: torch.Size
    by_convolution: bool = False

    @property
    def attends(self) -> bool:
        """Whether a matrix of them may be attention: a softmax, or anything that was made of scores."""
        return self.source in ("softmax", "normalize") or (self.score and not self.source.startswith("log"))


@dataclass(slots=True)
class Tag:
    """What is known of a tensor."""

    constant: bool = False
    weights: Made | None = None
    score: bool = False
    """It is a product of two activations, such as q k^T."""
    origin: Origin | None = None
    by_convolution: bool = False
    total: Total = ""
    """It is a sum of weights, or the logarithm of one: dividing by it, or taking it away, makes shares."""
    linear: bool = False
    """It came out of a learned linear map and was only moved or scaled since."""


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
            lost = tag.constant and self._written and _memory_of(tensor) in self._written
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
            tag = replace(tag, origin=Origin())
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
        self._written.add(_memory_of(tensor))

    def clear(self) -> None:
        """Takes all tags off again."""
        self._marks.clear()
        self._written.clear()


def _memory_of(tensor: Tensor) -> int:
    # Inside of vmap and the like a tensor stands for others and has no memory of its own.
    return 0 if is_functorch_wrapped_tensor(tensor) else tensor.untyped_storage().data_ptr()


def tensors_in(args: Iterable[Any], kwargs: dict[str, Any]) -> list[Tensor]:
    """The tensors among the arguments of an operation, also inside lists and tuples, but for what it writes into."""
    found: list[Tensor] = []
    given = [kwargs[name] for name in kwargs if name != "out"] if kwargs else ()
    for value in (*args, *given):
        if isinstance(value, Tensor):
            found.append(value)
        elif type(value) in (list, tuple):
            found.extend(part for part in value if isinstance(part, Tensor))
    return found
