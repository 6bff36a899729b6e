"""What a layer can ask of the pass that it was recorded in, beyond the weights that it holds."""

from abc import ABC, abstractmethod

from torch import Tensor

from ..errors import UserError
from ..tags.application import Weights
from .budget import Budget
from .whereabouts import Whereabouts


class Evidence(ABC):
    """Answers what takes another pass to find out, for the layer of a number in the order they ran."""

    budget = Budget()
    """How much memory answers may take."""

    def closed(self) -> "Evidence":
        """What is left of it when nothing large may be held any more, and no network."""
        return self

    @abstractmethod
    def weights(self, index: int) -> Weights:
        """The layer's weights once more, where the recorded ones were written over or were too large to keep."""

    @abstractmethod
    def gradient(self, index: int) -> Weights:
        """How much the output asked for changes with each of the layer's weights, in the same form as these.

        **Raises**: UserError where it was not asked for or cannot be had.
        """

    @abstractmethod
    def error(self, index: int) -> float:
        """Recorded weights applied by hand against what the network computed."""

    @abstractmethod
    def features(self, index: int) -> tuple[Tensor, Tensor]:
        """What a gate was applied to, and what it made of it: feature maps (B, C, H, W) each."""

    @abstractmethod
    def whereabouts(self, index: int) -> Whereabouts:
        """Where the layer lies on the input, and what follows from that."""


def told_whereabouts(evidence: Evidence, index: int) -> Whereabouts | None:
    """The same; None where it cannot be asked for, as while the pass still runs."""
    try:
        return evidence.whereabouts(index)
    except UserError:
        return None
