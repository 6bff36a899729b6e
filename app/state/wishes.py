"""What the user wishes to see, and how: plain values, and what has to be asked of the engine for them."""

from dataclasses import dataclass
from typing import Any, Literal

from ...widgets.look.colours import with_gamma

Scale = Literal["map", "layer", "all", "unit", "held"]
"""What the colours span: this map, this layer, all layers of its kind, 0 to 1, or what they spanned when held."""

Bars = Literal["order", "sorted", "histogram"]
"""How channel weights stand: in the network's order, strongest first, or counted by size."""

Source = Literal["weights", "rollout", "flow", "gradient_rollout", "gradcam", "gradients"]
"""What lies over the picture: the layer's own weights, what the network makes of them, or a class's attribution."""

Second = Source | Literal["", "photo", "beside", "difference"]
"""What the second pane shows: nothing, the bare photo, another source, the pinned picture, or the first less that."""

View = Literal["picture", "wall", "channels"]
"""What fills the middle: the picture, every head of every layer, or every channel of every layer."""

Direction = Literal["from", "to"]
"""Where the picked place looks, or who looks at it."""

Combine = Literal["mean", "max", "min"]
"""How the heads become one."""

Query = int | tuple[int, int] | None
"""A query by its number, by (row, column) of the network's input, or None: the class token, else the mean."""


GAMMA, CLIP, KEEP = (0.2, 5.0), (0.0, 20.0), (0.05, 1.0)
"""From where to where each of them goes."""


@dataclass(frozen=True, slots=True)
class Look:
    """How things are drawn; the same everywhere, and remembered."""

    opacity: float = 0.75
    colour_map: str = "inferno"
    gamma: float = 1.0
    """Below 1 brings out weak attention, above 1 leaves the strong alone."""
    smooth: bool = True
    scale: Scale = "map"
    held: tuple[float, float] = (0.0, 1.0)
    """Low and high end of the colours of scale "held"."""
    clip: float = 0.0
    """Percent of the values that are beyond each end of the colours, of scale "map"."""
    keep: float = 1.0
    """Share of the attention that is shown, the strongest first; the rest is left out. 1 is all of it."""
    contours: bool = False
    cell_grid: bool = False
    """Whether the borders of the cells are drawn."""
    live: bool = False
    """Whether the query under the pointer is shown while it moves."""
    split: bool = False
    """Whether the second pane lies over the first, up to a line that can be dragged, instead of beside it."""
    bars: Bars = "order"

    @property
    def colours(self) -> str:
        """The colour map with its gamma, as every widget takes it."""
        return with_gamma(self.colour_map, self.gamma)


@dataclass(frozen=True, slots=True)
class Focus:
    """What the user is looking at."""

    layer: int = 0
    head: int | None = None
    """None: all heads in one, as `combine` says."""
    combine: Combine = "mean"
    query: Query = None
    direction: Direction = "from"
    pins: tuple[tuple[int, int], ...] = ()
    """Places of the network's input that stay marked, to be compared."""
    channel: int | None = None
    channels: tuple[int, ...] = ()
    """Channels that are chosen beside it."""
    before: bool = False
    """Whether a channel's feature map is shown as it was before the gate."""
    view: View = "picture"
    source: Source = "weights"
    second: Second = ""
    target: int | None = None
    """The class that attributions are made for; None: the most probable."""
    discard: float = 0.0
    """Share of the weakest attention that rollout and flow leave out of every layer."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something to ask the engine about a layer of a pass."""

    kind: str
    layer: int
    head: int | None = None
    query: Query = None
    channel: int | None = None
    combine: Combine = "mean"
    direction: Direction = "from"
    channels: tuple[int, ...] = ()
    target: int | None = None
    discard: float = 0.0
    beside: bool = False
    """Whether it is about the picture that is pinned beside the current one."""

    def fields(self) -> dict[str, Any]:
        """The header fields of the request."""
        own = {name: getattr(self, name) for name in NEEDS.get(self.kind, ())}
        return own | {"layer": self.layer} | ({"of": "beside"} if self.beside else {})


NEEDS: dict[str, tuple[str, ...]] = {
    "map": ("head", "query", "combine", "direction"),
    "heads": ("query", "direction"),
    "wall": ("query", "direction"),
    "matrix": ("head", "combine"),
    "feature": ("channel",),
    "features": ("channels",),
    "rollout": ("query", "combine", "discard"),
    "flow": ("query", "combine", "discard"),
    "gradient_rollout": ("query", "target", "discard"),
    "gradcam": ("target",),
    "gradients": ("target",),
}
"""What each kind of question says beside the layer."""
