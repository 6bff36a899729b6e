"""Plain records about a recorded pass: numpy and text, no torch, so that the window can hold them."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np
import numpy.typing as npt

Kind = Literal["channel", "spatial", "heads", "other"]
"""channel: a factor per channel. spatial: a factor per position. heads: softmax attention. other: the rest."""

Boxes = npt.NDArray[np.float32]
"""(N, 4) boxes (top, left, bottom, right) in pixels of the network's input; NaN where a token has no place."""


EXACT = 1e-4
"""Error of weights that are exact, up to what the order of sums changes in float32."""


class Place(NamedTuple):
    """Where a network applies weights: no other layer of the pass has the same."""

    name: str
    """Dotted path of the innermost module that runs."""
    call: int = 0
    """0 for the first time that this module runs in the pass, 1 for the second, ..."""
    ordinal: int = 0
    """0 for the first layer within this run of the module, 1 for the second, ..."""

    @property
    def title(self) -> str:
        """The name, with the numbers, from 1, of the run and of the layer in it where they are not the first."""
        call = f" ({self.call + 1})" if self.call else ""
        return (self.name or "(network)") + call + (f" #{self.ordinal + 1}" if self.ordinal else "")

    def is_called(self, title: str) -> bool:
        """Whether a name, with or without "(2)" for a run and "#2" for a layer in it, means this place."""
        call, ordinal = f" ({self.call + 1})", f" #{self.ordinal + 1}"
        name = self.name or "(network)"
        return title in (self.name, name, name + call, name + ordinal, name + call + ordinal)


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """Where the queries and keys of a layer lie in the network's input.

    **Shapes**: queries (windows * Q, 4), keys (windows * K, 4); the positions of a spatial gate are its keys, row by
    row, and it has no queries. A token without a place (class token, padding) has a box of NaN.
    """

    size: tuple[int, int]
    """Rows and columns of the network's input, in pixels."""
    queries: Boxes | None
    keys: Boxes | None
    guessed: bool = False
    """True where the places were told from the number of tokens alone."""

    def query_at(self, row: float, column: float) -> int | None:
        """The number of the query whose box holds this input pixel; None where there is none."""
        if self.queries is None:
            return None
        top, left, bottom, right = self.queries.T
        with np.errstate(invalid="ignore"):
            inside = (top <= row) & (row < bottom) & (left <= column) & (column < right)
        found = np.flatnonzero(inside)
        return int(found[0]) if found.size else None


@dataclass(frozen=True, slots=True)
class LayerInfo:
    """What the window knows of a recorded layer: everything but the weights themselves."""

    name: str
    call: int
    kind: Kind
    shape: tuple[int, ...]
    """Shape of the weights: (B, C) or (B, n, C); (B, H, W); (B, h, Q, K), in windows (B, windows, h, Q, K)."""
    source: str
    """The function that made the weights: "sigmoid", "softmax", "scaled_dot_product_attention", ..."""
    heads: int = 0
    queries: int = 0
    """Queries over all windows."""
    keys: int = 0
    prefix: int = 0
    """Queries without a place at the front: class, distilled, register tokens."""
    places: tuple[int, int] | None = None
    """Rows and columns of the cells on the image; None where the layer has no place on it."""
    guessed: bool = False
    note: str = ""
    """What has to be said of it: "not normalised", "guessed places", ..."""
    ordinal: int = 0
    tolerance: float = EXACT
    """The error up to which the weights count as proved: more where the network computes in few bits."""

    @property
    def title(self) -> str:
        """What tells it from all other layers of the pass, such as "blocks.3.attn #2"."""
        return Place(self.name, self.call, self.ordinal).title


@dataclass(frozen=True, slots=True, eq=False)
class CellMap:
    """Weights over a part of the network's input, cell by cell.

    **Shapes**: values (rows, columns), NaN where there is no weight; extent (top, left, bottom, right) in input pixels.
    """

    values: npt.NDArray[np.float32]
    extent: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Affine:
    """From pixels of the network's input to pixels of the image: x = left + column * across, y = top + row * down."""

    left: float
    top: float
    across: float
    down: float

    def to_image(self, row: float, column: float) -> tuple[float, float]:
        """Input (row, column) -> image (y, x)."""
        return self.top + row * self.down, self.left + column * self.across

    def to_input(self, y: float, x: float) -> tuple[float, float]:
        """Image (y, x) -> input (row, column)."""
        return (y - self.top) / self.down, (x - self.left) / self.across

    def box(self, extent: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
        """Input (top, left, bottom, right) -> image (x, y, width, height)."""
        y0, x0 = self.to_image(extent[0], extent[1])
        y1, x1 = self.to_image(extent[2], extent[3])
        return x0, y0, x1 - x0, y1 - y0


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """What the window knows of the loaded network."""

    spec: str
    title: str
    labels: tuple[str, ...]
    parameters: int
    input_size: tuple[int, int]
    device: str
    precision: str = "float32"
    """In how many bits it computes: the type of its weights, or what autocast was asked for."""
    random_weights: bool = False
    random_head: bool = False
    """True where the checkpoint had no head for it: the features are learnt, the prediction is not."""
    preprocess_guessed: bool = False
    weights: str = ""
    """Name of the weights, or of their file; "" for what the network was born with."""
    notes: tuple[str, ...] = ()
    """What has to be said of how it was loaded."""
    own_size: tuple[int, int] = (224, 224)
    """Rows and columns of the input by the network's own record, whatever the user wishes; so are the next."""
    fit: str = "crop"
    """How an image becomes the input: "letterbox", "crop" or "stretch"."""
    mean: tuple[float, ...] = (0.0, 0.0, 0.0)
    std: tuple[float, ...] = (1.0, 1.0, 1.0)
    own_guessed: bool = False
    """Whether that record is guessed."""


@dataclass(frozen=True, slots=True)
class Prediction:
    """A class and its probability, 0 to 1."""

    label: str
    probability: float
    index: int = -1
    """The number of the class among the network's outputs; -1 where nobody knows it."""


@dataclass(frozen=True, slots=True)
class PassInfo:
    """One recorded forward pass, as the window knows it."""

    layers: tuple[LayerInfo, ...]
    missed: tuple[tuple[str, str], ...]
    predictions: tuple[Prediction, ...]
    """Most probable first."""
    affine: Affine
    input_size: tuple[int, int]
    milliseconds: dict[str, float]
    """prepare, forward (recorded), places (of the queries and keys; found once for an input size)."""
    bytes: int = 0
    """Memory: on a GPU the peak of the forward pass, elsewhere what the whole engine holds after it."""
    notes: tuple[str, ...] = ()
    """What has to be said of the whole pass, such as that it was too large to be kept."""
