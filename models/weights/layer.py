"""One recorded layer: its weights, and what they mean on the image."""

from collections.abc import Callable, Sequence
from functools import cached_property, partial

import numpy as np
import numpy.typing as npt
from torch import Tensor

from ..errors import UserError
from ..records import EXACT, Boxes, CellMap, Grid, Kind, LayerInfo, Place
from ..tags.application import Weights
from ..tags.folding import Folding
from .cells import paint
from .evidence import Evidence, told_whereabouts
from .gate_maps import energy_of, picked
from .head_rows import Combine, Direction, Query, block_means, checked_head, combined_in_turn, one, prefix_of, resolved
from .heads import Heads
from .weight_maps import HeldWeights, WeightMaps

Values = npt.NDArray[np.float32]
_ALL = slice(None)
_UNCLEAR = "which matrices belong to which image, window and head was told from their number alone"


class Layer:
    """A place of the network that applied weights in the pass, and the weights that it applied."""

    def __init__(
        self, place: Place, kind: Kind, source: str, kept: Weights, note: str, index: int, evidence: Evidence
    ) -> None:
        self.place = place
        """What tells it from all other layers of the pass."""
        self.name, self.call, self.ordinal = place
        self.source = source
        """The function that made the weights."""
        self._note = note
        self.tolerance = EXACT
        """The error up to which the weights count as proved."""
        self._kind: Kind = kind
        self._evidence = evidence
        self._index = index
        self._held = self._holding(kept, partial(evidence.weights, index))

    def __repr__(self) -> str:
        return f"<Layer {self.place.title!r}: {self.kind} {self.shape} by {self.source}>"

    @property
    def kind(self) -> Kind:
        """What the weights are of: see `Kind`. Whether heads weigh channels is told by their places."""
        kept = self._held.kept
        if self._kind != "heads" or not isinstance(kept, Heads) or kept.queries != kept.keys:
            return self._kind
        told = told_whereabouts(self._evidence, self._index)
        return "other" if told and told.channels else "heads"

    @property
    def note(self) -> str:
        """What has to be said of it."""
        kept = self._held.kept
        unclear = isinstance(kept, Heads) and not kept.clear
        return "; ".join(filter(None, (self._note, _UNCLEAR if unclear else "")))

    @note.setter
    def note(self, text: str) -> None:
        self._note = text

    @property
    def shape(self) -> tuple[int, ...]:
        """That of the weights. Where it does not tell images, windows and heads apart, their places do."""
        return self._held.kept.shape

    @property
    def weights(self) -> Tensor:
        """The factors really applied, on the CPU in float32; those of heads are worked out now.

        **Shapes**: channel (B, C) or (B, n, C); spatial (B, H, W); heads (B, h, Q, K) or (B, windows, h, Q, K).
        """
        return self._held.read().cpu()

    @property
    def kept(self) -> Weights:
        """The weights as they are held: whole, or as queries and keys."""
        return self._held.kept

    def readable(self) -> Weights:
        """The same, or where they were not kept for want of memory, those that another pass gives."""
        return self._held.readable()

    @property
    def held(self) -> HeldWeights:
        """Them, to be read in parts."""
        return self._held

    def row(self, head: int, query: int | tuple[float, float], batch: int = 0) -> Tensor:
        """One query's keys, without the matrix: (K,). `query` counts over all windows, or is an input pixel (y, x).

        **Raises**: UserError where there is no such head or query, or the layer is a gate.
        """
        return self._held.part(*self._one_row(head, query, batch)).flatten().cpu()

    @property
    def gradients(self) -> Tensor:
        """How much the output that `record(..., gradients=...)` asked for changes with each weight; of their shape.

        On the CPU in float32; those of heads are worked out now.
        **Raises**: UserError where they were not asked for, or where no gradient comes to this layer.
        """
        return self._gradient.read().cpu()

    @property
    def held_gradients(self) -> HeldWeights:
        """Them, to be read in parts. **Raises**: UserError as `gradients` does."""
        return self._gradient

    def gradient_row(self, head: int, query: int | tuple[float, float], batch: int = 0) -> Tensor:
        """The gradients of one query's keys, without the matrix: (K,). `query` is as for `row`.

        **Raises**: UserError as `row` and `gradients` do.
        """
        row = self._one_row(head, query, batch)
        return self._gradient.part(*row).flatten().cpu()

    @cached_property
    def grid(self) -> Grid | None:
        """Where the queries and keys lie in the network's input; None where they have no place on it."""
        return self._evidence.whereabouts(self._index).grid if self._kind in ("spatial", "heads") else None

    @property
    def error(self) -> float:
        """Recorded weights applied by hand against what the network computed: largest difference over largest value.

        **Raises**: UserError where the network has changed since.
        """
        return self._evidence.error(self._index)

    def info(self) -> LayerInfo:
        """What the window knows of this layer."""
        heads = self.kept if isinstance(self.kept, Heads) else None
        placed = self.grid is not None and self.grid.keys is not None
        regular = self._maps.keys.regular if placed else None
        return LayerInfo(
            name=self.name,
            call=self.call,
            kind=self.kind,
            shape=self.shape,
            source=self.source,
            heads=heads.folding.heads if heads else 0,
            queries=heads.queries * heads.folding.windows if heads else 0,
            keys=heads.keys if heads else 0,
            prefix=prefix_of(self.grid),
            places=(regular.rows, regular.columns) if regular else None,
            guessed=self.grid is not None and self.grid.guessed,
            note=self.note,
            tolerance=self.tolerance,
            ordinal=self.ordinal,
        )

    def on_input(
        self,
        head: int | None = None,
        query: Query = None,
        batch: int = 0,
        combine: Combine = "mean",
        direction: Direction = "from",
    ) -> Values:
        """The weights over the network's input, cells as they are: (H, W), NaN where the query has no key.

        `head` None: all heads in one, as `combine` says. `query` None: the class token, else the mean over queries.
        `direction` "to": how much every query attends to the key at the place of `query`; its number is then that of
        the key, and None the class token, else the mean over keys.
        **Raises**: UserError where the layer has no place on the image, or no query or key is there.
        """
        cells = self.cells(head, query, batch, combine, direction)
        assert self.grid is not None
        return cells.values if cells.values.shape == self.grid.size else paint(cells, self.grid.size)

    def cells(
        self,
        head: int | None = None,
        query: Query = None,
        batch: int = 0,
        combine: Combine = "mean",
        direction: Direction = "from",
    ) -> CellMap:
        """What `on_input` paints, cell by cell; pixel by pixel where the cells make no regular grid."""
        return self._maps.of(head, query, batch, combine, direction)

    def cells_all_heads(self, query: Query = None, batch: int = 0, direction: Direction = "from") -> CellMap:
        """The same for every head: values (h, rows, columns)."""
        return self._maps.of_all_heads(query, batch, direction)

    def matrix(self, head: int | None = None, batch: int = 0, at_most: int = 1024, combine: Combine = "mean") -> Values:
        """Queries by keys, one window below the other: (Q, K); means of blocks above `at_most` rows or columns.

        `head` None: all heads in one, as `combine` says.
        """
        heads = self._held.heads
        chosen = [checked_head(head, heads)] if head is not None else range(heads.folding.heads)
        # One head after the other: all matrices at once may be larger than what is free.
        found = (self._held.part(one(batch), _ALL, one(number), _ALL)[0, :, 0] for number in chosen)
        return block_means(combined_in_turn(found, combine).flatten(0, 1), at_most).cpu().numpy()

    def features(self, channel: int, batch: int = 0) -> tuple[Values, Values]:
        """A channel's feature map before and after its gate, by running the network once more: (H, W) each.

        **Raises**: UserError where the layer weighs no channels or has no such one, or the network has changed since.
        """
        before, after = self.features_of([channel], batch)
        return before[0], after[0]

    def features_of(self, channels: Sequence[int], batch: int = 0) -> tuple[Values, Values]:
        """The same of several channels at once: (k, H, W) each.

        **Raises**: UserError as `features` does.
        """
        if self.kind != "channel":
            raise UserError(f"{self.name} weighs no channels, so it has no feature map of one.")
        if wrong := [channel for channel in channels if not 0 <= channel < self.shape[-1]]:
            raise UserError(f"There is no channel {wrong[0]}: {self.name} has channels 0 to {self.shape[-1] - 1}.")
        before, after = self._evidence.features(self._index)
        return picked(before, channels, batch), picked(after, channels, batch)

    def energy(self, batch: int = 0) -> tuple[Values, Values]:
        """How strong the features are where a spatial gate is applied, and the same times its factors: (H, W) each.

        The strength is the root of the mean square over channels.
        **Raises**: UserError where the layer weighs no places, or the network has changed since.
        """
        if self.kind != "spatial":
            raise UserError(f"{self.name} weighs no places, so its features have no energy to be weighed.")
        return energy_of(self._evidence.features(self._index)[0][batch], self.weights[batch])

    def close(self) -> None:
        """Lets go of the network, of all that is large and of all that is on a GPU; a gate's factors stay readable."""
        self._evidence = self._evidence.closed()
        self._held = self._holding(self._held.released(), partial(self._evidence.weights, self._index))
        for name in ("_gradient", "_maps"):  # these were worked out from what is gone
            vars(self).pop(name, None)

    def query_box(self, index: int) -> tuple[float, float, float, float] | None:
        """Where a query lies: (top, left, bottom, right) in input pixels; None for one without a place."""
        return None if self.grid is None else _box_of(self.grid.queries, index)

    def key_box(self, index: int) -> tuple[float, float, float, float] | None:
        """Where a key lies; None for one without a place."""
        return None if self.grid is None else _box_of(self.grid.keys, index)

    def _one_row(self, head: int, query: int | tuple[float, float], batch: int) -> tuple[slice, slice, slice, slice]:
        heads = self._held.heads
        number = resolved(query, heads, self.grid if isinstance(query, tuple) else None)
        window, within = divmod(number or 0, heads.queries)
        return one(batch), one(window), one(checked_head(head, heads)), one(within)

    @cached_property
    def _gradient(self) -> HeldWeights:
        return self._holding(self._evidence.gradient(self._index), _lost)

    def _holding(self, kept: Weights, again: Callable[[], Weights]) -> HeldWeights:
        return HeldWeights(kept, again, partial(_folding, self._evidence, self._index), self._evidence.budget)

    @cached_property
    def _maps(self) -> WeightMaps:
        if self.grid is None or self.grid.keys is None:
            raise UserError(f"{self.name} has no place on the image: its weights belong to channels or learned tokens.")
        return WeightMaps(self._held, self.grid)


def _box_of(boxes: Boxes | None, index: int) -> tuple[float, float, float, float] | None:
    if boxes is None or np.isnan(boxes[index, 0]):
        return None
    top, left, bottom, right = map(float, boxes[index])
    return top, left, bottom, right


def _folding(evidence: Evidence, index: int) -> Folding | None:
    told = told_whereabouts(evidence, index)
    return told and told.folding


def _lost() -> Weights:
    raise UserError("The network wrote over the values of this layer, so its gradients cannot be worked out.")
