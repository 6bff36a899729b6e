"""Weights at the moment when a network applies them: what was found, and how to apply others in its place."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar

import torch
from torch import Tensor
from torch.autograd.graph import GradientEdge, get_gradient_edge

from ..records import Kind
from .folding import Folding


@dataclass(frozen=True, slots=True)
class Call:
    """An operation that a network asked for, with its arguments."""

    function: Callable[..., Tensor]
    args: Sequence[Any]
    kwargs: dict[str, Any]
    before: "Call | None" = None
    """The product whose result this operation sums."""

    def run(self) -> Tensor:
        """What the network does."""
        return self.function(*self.args, **self.kwargs)

    def run_with(self, operand: Tensor, other: Tensor) -> Tensor:
        """The same with another tensor in the place of one operand."""

        def put(given: Any) -> Any:
            if type(given) in (list, tuple):
                return type(given)(map(put, given))
            return other if given is operand else given

        return self.function(*map(put, self.args), **{name: put(given) for name, given in self.kwargs.items()})

    def writes_over(self, operand: Tensor) -> bool:
        """Whether it works in place on this operand."""
        name = self.function.__name__.split(".")[0]
        in_place = name.startswith("__i") if name.endswith("__") else name.endswith("_")
        return in_place and self.args[0] is operand


class Weights(ABC):
    """Weights kept for after the pass."""

    shape: tuple[int, ...]
    """In the form that is shown: (B, C) or (B, n, C); (B, H, W); (B, h, Q, K) or (B, windows, h, Q, K)."""

    @abstractmethod
    def read(self) -> Tensor | None:
        """All of them in float32 and detached; None where they are no longer what they were in the pass."""

    def held(self) -> Sequence[tuple[Tensor, bool]]:
        """The tensors kept that may be large, and whether they grow with the square of the number of tokens."""
        return ()

    def own(self) -> None:  # noqa: B027 - gates are copied anyway
        """Copies what is kept by reference, for a network that goes on and may write over it."""

    def release(self) -> None:  # noqa: B027 - most weights are small
        """Lets go of what may be large, or on a GPU; what is small stays readable."""


class PlainWeights(Weights):
    """Weights that are at hand in the form that is shown."""

    def __init__(self, weights: Tensor) -> None:
        self._weights = weights
        self.shape = tuple(weights.shape)

    def read(self) -> Tensor:
        """All of them."""
        return self._weights.float()


@dataclass(frozen=True, slots=True)
class Tap:
    """A point of the autograd graph that tells the gradient of the weights that were applied there."""

    edge: GradientEdge
    form: Callable[[Tensor], Weights]
    """The gradient that arrives at the edge -> that of the weights, in the form that is shown."""


@cache
def rounding(dtype: torch.dtype) -> float:
    """How coarse a number format is: the step after 1, for largest values of 1."""
    return torch.finfo(dtype).eps if dtype.is_floating_point else 2**-6


Side = tuple[Tensor, Callable[[Tensor], Tensor]]
"""A tensor whose places are those of queries or keys, and how to arrange it so that these are its last but one
dimension, after those of images, windows and heads."""


class Application(ABC):
    """One place of a network that applies weights to a value, while it runs."""

    kind: Kind
    source: str
    value: Tensor
    note: str = ""
    fixed: str = ""
    """Why the network goes on with its own weights whatever is put in their place, if it does."""
    folding: Folding | None = None
    """How images, windows and heads lie in a matrix of weights; None where nobody knows, and its sizes must tell."""

    def query_sides(self) -> list[Side]:
        """Where to look for the places of the queries; none for gates."""
        return []

    @abstractmethod
    def key_sides(self) -> list[Side]:
        """Where to look for the places of the keys, or of the positions of a gate."""

    @abstractmethod
    def hold(self, graph: bool = False) -> Weights:
        """The weights, kept for after the pass; with `graph`, with the autograd graph that they came by."""

    def outline(self) -> Weights:
        """The form of what `hold` keeps; its values need not be there."""
        return self.hold()

    @abstractmethod
    def held(self, weights: Tensor) -> Weights:
        """Other weights of the same form, to be kept in their place."""

    def looks(self) -> Hashable:
        """What can be told at a glance from another application: shapes, and what is a parameter."""
        return self.value.shape

    @abstractmethod
    def run(self) -> Tensor:
        """What the network does. Once only: it may work in place."""

    @abstractmethod
    def run_with(self, weights: Tensor) -> Tensor:
        """What the network does, with other weights of the form that `hold` gives. Once only."""

    @abstractmethod
    def by_hand(self, value: Tensor, weights: Tensor) -> Tensor:
        """Weights of the form that `hold` gives, applied by plain arithmetic to a value like `value`."""

    def run_tapped(self, replacement: Tensor | None) -> tuple[Tensor, Tap | None]:
        """What the network does, with other weights if there are any, and where to take their gradient. Once only.

        None for the tap where the network works without gradients here.
        """
        value, shape = self.value.detach().clone(), self.outline().shape

        def form(arrived: Tensor) -> Weights:
            with torch.enable_grad():  # by_hand is linear in the weights, so its derivative is the same for any
                weights = torch.zeros(shape, device=value.device, requires_grad=True)
                applied = self.by_hand(value, weights)
                return self.held(torch.autograd.grad(applied, weights, arrived.to(applied.dtype))[0])

        result = self.run_rooted() if replacement is None else self.run_with(rooted(replacement))
        return result, tapped(result, form)

    def whole(self, output: Tensor) -> Any:
        """All that the operation returns, where its output is one thing among others."""
        return output

    def run_rooted(self) -> Tensor:
        """What the network does, as the beginning of an autograd graph where there is none yet. Once only."""
        return self.run()


def rooted(tensor: Tensor) -> Tensor:
    """The same values as the beginning of an autograd graph, where the tensor is in none yet."""
    return tensor if tensor.requires_grad or not torch.is_grad_enabled() else tensor.detach().requires_grad_()


def tapped(tensor: Tensor, form: Callable[[Tensor], Weights]) -> Tap | None:
    """A tap at this tensor as it is now, whatever is written over it later; None where it is in no graph."""
    return Tap(get_gradient_edge(tensor), form) if tensor.requires_grad and torch.is_grad_enabled() else None


class Recipe(ABC):
    """What kind of application an operation is: enough to recognise the same one in a later pass, without tags."""

    sums: ClassVar[bool] = False
    """Whether the operation sums what the product before it gave, which must be known then."""

    @abstractmethod
    def application(self, call: Call, operands: Sequence[Tensor], batch: int) -> Application | None:
        """The operation read as this kind of application; None where it cannot be."""


Applied = Callable[[Application, Recipe], Tensor]
"""Is told of every application; gives what the operation is to return."""
