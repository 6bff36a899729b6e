"""A network that can be chosen from a list, as the window and the command line show it. No torch."""

from dataclasses import dataclass
from typing import Literal

from .records import Kind

WeightsState = Literal["here", "download", "none", "extra"]
"""here: on this machine. download: to be had from the network's publisher. none: nobody publishes them. extra: the
package that has the network is not installed."""


RECENT = "used last"
"""In the note of a network that stands first in a list while nothing is searched for."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One network with one set of weights."""

    model: str
    """What `load_model` takes: "cbam/resnet50", "torchvision/vit_b_16", "timm/vit_small_patch16_224.augreg_in1k"."""
    weights: str = ""
    """The name of these weights, where the network has several: "IMAGENET1K_V2"."""
    kinds: tuple[tuple[Kind, int], ...] | None = None
    """How many attention layers of each kind, none of them 0: () for a network without attention, None for unknown."""
    parameters: int = 0
    input_size: tuple[int, int] | None = None
    """Rows and columns."""
    bytes: int = 0
    """Size of the weights' file; 0 where nobody knows."""
    state: WeightsState = "none"
    note: str = ""
    """What else there is to know: the paper, "install with ...", "used last"."""

    @property
    def source(self) -> str:
        """Where it comes from: "tour", "cbam", "se", "bam", "torchvision", "timm", "hf", or "yours"."""
        front, slash, _ = self.model.partition("/")
        known = ("cbam", "se", "bam", "torchvision", "timm", "hf")
        return "tour" if self.model == "tour" else front if slash and front in known else "yours"


@dataclass(frozen=True, slots=True)
class Guess:
    """An architecture that the names and sizes of a checkpoint's parameters tell of."""

    model: str
    certain: bool
    """True where names and sizes are all as they must be, but for the head; False where they are merely alike."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class CheckpointFacts:
    """What a checkpoint says of itself, for the question which architecture it is of."""

    path: str
    tensors: int
    parameters: int
    classes: int | None
    """Read from the head; None where nobody can tell."""
    wrapping: str
    """Where in the file the weights lie: "state_dict", "model_ema"; "" where it holds nothing else."""
    guesses: tuple[Guess, ...]


@dataclass(frozen=True, slots=True)
class MisfitRow:
    """One line of the table of what does not fit. `found` or `wanted` is "" where that side has no such tensor."""

    name: str
    wanted: str
    """The size that the network has: "64 x 3 x 7 x 7"."""
    found: str
    """The size that the file has."""


@dataclass(frozen=True, slots=True)
class Misfit:
    """How a checkpoint differs from a network."""

    rows: tuple[MisfitRow, ...]
    """The first few, the telling ones first."""
    missing: int
    """Tensors of the network that the file lacks."""
    unexpected: int
    """Tensors of the file that the network has no place for."""
    other_size: int
    matched: int
    cause: str
    """One sentence: the likely cause, and what to do."""
    only_head: bool
    """True where all but the head fits, so that the user may go on without it."""


@dataclass(frozen=True, slots=True)
class Maker:
    """Something in a Python file that may make a network."""

    name: str
    kind: Literal["function", "class", "network"]
    """network: a variable that holds one."""
    needs: tuple[str, ...] = ()
    """Arguments without a default, in their order."""
    takes: tuple[str, ...] = ()
    """Arguments with one."""
    line: int = 0
