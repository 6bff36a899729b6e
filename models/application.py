"""Weights at the moment when a network applies them: what was found, and how to apply others in its place."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from torch import Tensor

from .records import Kind


@dataclass(frozen=True, slots=True)
class Call:
    """An operation that a network asked for, with its arguments."""

    function: Callable[..., Tensor]
    args: Sequence[Any]
    kwargs: dict[str, Any]

    def run(self) -> Tensor:
        """What the network does."""
        return self.function(*self.args, **self.kwargs)

    def run_with(self, operand: Tensor, other: Tensor) -> Tensor:
        """The same with another tensor in the place of one operand."""
        args = [other if given is operand else given for given in self.args]
        return self.function(*args, **{k: other if given is operand else given for k, given in self.kwargs.items()})


class Weights(ABC):
    """Weights kept for after the pass."""

    shape: tuple[int, ...]
    """In the form that is shown: (B, C) or (B, n, C); (B, H, W); (B, h, Q, K) or (B, windows, h, Q, K)."""

    @abstractmethod
    def read(self) -> Tensor | None:
        """All of them in float32 and detached; None where they are no longer what they were in the pass."""


Side = tuple[Tensor, Callable[[Tensor], Tensor]]
"""A tensor whose places are those of queries or keys, and how to arrange it so that these are its last but one
dimension, after those of images, windows and heads."""


class Application(ABC):
    """One place of a network that applies weights to a value, while it runs."""

    kind: Kind
    source: str
    value: Tensor
    note: str = ""

    def query_sides(self) -> list[Side]:
        """Where to look for the places of the queries; none for gates."""
        return []

    @abstractmethod
    def key_sides(self) -> list[Side]:
        """Where to look for the places of the keys, or of the positions of a gate."""

    @abstractmethod
    def hold(self) -> Weights:
        """The weights, kept for after the pass."""

    @abstractmethod
    def held(self, weights: Tensor) -> Weights:
        """Other weights of the same form, to be kept in their place."""

    @abstractmethod
    def run(self) -> Tensor:
        """What the network does. Once only: it may work in place."""

    @abstractmethod
    def run_with(self, weights: Tensor) -> Tensor:
        """What the network does, with other weights of the form that `hold` gives. Once only."""

    @abstractmethod
    def by_hand(self, value: Tensor, weights: Tensor) -> Tensor:
        """Weights of the form that `hold` gives, applied by plain arithmetic to a value like `value`."""


class Recipe(ABC):
    """What kind of application an operation is: enough to recognise the same one in a later pass, without tags."""

    @abstractmethod
    def application(self, call: Call, operands: Sequence[Tensor], batch: int) -> Application | None:
        """The operation read as this kind of application; None where it cannot be."""


Applied = Callable[[Application, Recipe], Tensor]
"""Is told of every application; gives what the operation is to return."""
