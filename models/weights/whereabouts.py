"""What the places tell of a layer."""

from dataclasses import dataclass

from ..records import Grid
from ..tags.folding import Folding


@dataclass(frozen=True, slots=True, eq=False)
class Whereabouts:
    """Where a layer lies on the network's input, and what follows from that."""

    grid: Grid | None = None
    """None where the layer has no place."""
    folding: Folding | None = None
    """How its matrices are arranged; None for gates, and where no place tells."""
    channels: bool = False
    """Whether its queries and keys are channels."""
