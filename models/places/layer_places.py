"""Where one layer lies on the input, told from the places that its queries and keys had in the pass."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from torch import Tensor

from ..records import Boxes, Grid, Kind
from ..tags.application import Application, Side, Weights
from ..tags.folding import Folding
from ..weights.cells import without_gaps
from ..weights.guessing import guessed_grid
from ..weights.heads import Heads
from ..weights.whereabouts import Whereabouts
from .fold_finding import folding_seen
from .place_table import LOST, PlaceTable, constant_along, without_repeats
from .shadow_rules import Shadow

_SAME = 0.125  # pixels; finer differences are of rounding


@dataclass(frozen=True, slots=True)
class Sides:
    """What is to be known of a layer, taken while it runs: nothing of the size of its values.

    **Shapes**: numbers of places (..., N, d) with the queries or keys as their last but one dimension.
    """

    kind: Kind
    outline: Weights
    queries: list[Tensor]
    keys: list[Tensor]
    values: list[Tensor]
    """Those of the keys that were found first."""
    shared: bool
    """Whether queries look at the same keys; else no one place is that of a key."""

    @classmethod
    def of(cls, application: Application, shadow_of: Callable[[Tensor], Shadow]) -> "Sides":
        """Reads the shadows of the operands."""

        def read(sides: Sequence[Side]) -> list[Tensor]:
            return [arranged(numbers) for tensor, arranged in sides for numbers in shadow_of(tensor)]

        keys = application.key_sides()
        values = read(keys[:1])
        return cls(
            application.kind,
            application.outline(),
            read(application.query_sides()),
            [*values, *read(keys[1:])],
            values,
            bool(keys),
        )


class LayerPlaces:
    """Tells where layers lie that ran in a pass over so many images, of which the first has places."""

    def __init__(self, table: PlaceTable, images: int) -> None:
        self._table = table
        self._images = images

    def whereabouts(self, sides: Sides) -> Whereabouts:
        """Those of one layer."""
        if isinstance(sides.outline, Heads):
            return self._of_heads(sides, sides.outline)
        if sides.kind != "spatial":
            return Whereabouts()
        keys = self._boxes(_numbers(sides.keys), Folding(self._images, 1, 1))
        return Whereabouts(self._guessed(sides) if keys is None else self._grid(None, keys))

    def _of_heads(self, sides: Sides, outline: Heads) -> Whereabouts:
        numbers = _numbers(sides.queries), _numbers(sides.keys)
        placed = [self._table.identity(side) for side in numbers if side is not None]
        seen = folding_seen(placed, self._images, outline.folding.count)
        if sides.kind != "heads" or _weighs_channels(sides.values):
            return Whereabouts(None, seen, sides.kind == "heads")
        if not sides.shared:
            return Whereabouts(None, seen)
        if outline.clear and seen is not None and seen.windows != outline.folding.windows:
            return Whereabouts()  # every head has keys of its own, so that no place is that of a key
        queries, keys = (self._boxes(side, seen or outline.folding) for side in numbers)
        if queries is not None or keys is not None:
            return Whereabouts(self._grid(queries, keys), seen)
        # Without any place, and none lost on the way, a layer has none by nature.
        lost = bool(placed) or _lost([*sides.queries, *sides.keys])
        return Whereabouts(self._guessed(sides) if lost else None, seen)

    def _grid(self, queries: Boxes | None, keys: Boxes | None) -> Grid:
        doubtful = not _agree(queries, keys) or any(_outside(side, self._table.size) for side in (queries, keys))
        return Grid(self._table.size, queries, keys, guessed=doubtful)

    def _guessed(self, sides: Sides) -> Grid | None:
        guessed = guessed_grid(sides.outline, self._table.size)
        # Learned queries have no place, wherever their keys may be.
        return Grid(guessed.size, None, guessed.keys, guessed=True) if guessed and not sides.queries else guessed

    def _boxes(self, numbers: Tensor | None, folding: Folding) -> Boxes | None:
        if numbers is None or len(numbers) % (folding.batch * folding.windows):
            return None
        windows = folding.unfold(numbers[..., None])[0, :, 0, :, 0]
        if not _distinct(self._table.identity(windows)):
            return None
        return without_gaps(self._table.boxes(windows.flatten()).numpy())


def _numbers(sides: Sequence[Tensor]) -> Tensor | None:
    # (matrices, N) places of the queries or keys; None where they have none.
    for numbers in sides:
        if constant_along(numbers, -1) and (numbers[..., 0] > LOST).any():
            return numbers[..., 0].flatten(0, -2)
    return None


def _lost(sides: Sequence[Tensor]) -> bool:
    return any(bool((without_repeats(numbers) == LOST).any()) for numbers in sides)


def _weighs_channels(values: Sequence[Tensor]) -> bool:
    # Every row of the keys or values is a map of all places: what is weighed are channels.
    return any(
        numbers.shape[-2] > 1 and constant_along(numbers, -2) and not constant_along(numbers, -1) for numbers in values
    )


def _distinct(places: Tensor) -> bool:
    # Two tokens of one window (windows, N) at one place: the places were lost on the way.
    ordered = places.sort(-1).values
    return not ((ordered[:, 1:] == ordered[:, :-1]) & (ordered[:, 1:] != 0)).any()


def _agree(queries: Boxes | None, keys: Boxes | None) -> bool:
    # As many queries as keys, of the same cells, are the same tokens; larger ones may look from further away.
    if queries is None or keys is None or queries.shape != keys.shape:
        return True
    both = ~np.isnan(queries[:, 0]) & ~np.isnan(keys[:, 0])
    apart = np.abs(queries[both] - keys[both])
    sizes = np.abs((queries[both, 2:] - queries[both, :2]) - (keys[both, 2:] - keys[both, :2]))
    return bool((sizes > _SAME).any() or (apart <= _SAME).all())


def _outside(boxes: Boxes | None, size: tuple[int, int]) -> bool:
    # Whether a cell has nothing of the input in it.
    if boxes is None:
        return False
    return bool((boxes[:, 2:] <= 0).any() or (boxes[:, :2] >= np.array(size, np.float32)).any())
