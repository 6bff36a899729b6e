"""Where the queries and keys of every layer lie in the network's input: found by one pass that follows the places."""

from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor, nn

from ..records import Boxes, Grid, Place
from ..tags.application import Application, Side, Weights
from ..tags.folding import Folding
from ..watching.surroundings import Run, kept
from ..watching.watching import watching
from ..weights.cells import without_gaps
from ..weights.guessing import guessed_grid
from ..weights.heads import Heads
from ..weights.selection import Selection, applied
from ..weights.whereabouts import Whereabouts
from .fold_finding import folding_seen
from .place_table import LOST, PlaceTable, constant_along, without_repeats
from .shadow import Shadows


def whereabouts_of(model: nn.Module, runs: Sequence[Run]) -> dict[Place, Whereabouts]:
    """Those of all layers; of none where the network cannot be run so, or was given no images."""
    images = [run.image for run in runs]
    if not all(image is not None and image.dim() == 4 for image in images):
        return {}
    batches = {image.shape[0] for image in images if image is not None}
    for few in (2, 1, max(batches, default=1)):  # two images tell how a batch is folded
        placing = Placing(model, few)
        try:
            placing.run(runs)
        except (RuntimeError, ValueError, TypeError, IndexError, AssertionError):
            continue  # written for one size of batch, or does what inference_mode forbids
        return placing.found
    return {}


def guessed_whereabouts(weights: Weights, runs: Sequence[Run]) -> Whereabouts:
    """What the number of positions suggests, for a layer whose places could not be followed."""
    image = next((run.image for run in runs if run.image is not None and run.image.dim() == 4), None)
    return Whereabouts() if image is None else Whereabouts(guessed_grid(weights, (image.shape[-2], image.shape[-1])))


class Placing:
    """The calls of the network, run once more for a few of their images, of which the first has places."""

    def __init__(self, model: nn.Module, images: int) -> None:
        self.found: dict[Place, Whereabouts] = {}
        self._model = model
        self._most = images
        self._images = images
        self._table = PlaceTable(1, 1)
        self._shadows = Shadows(self._table)

    def run(self, runs: Sequence[Run]) -> None:
        """Finds those of every layer that the calls run."""
        with (
            kept(self._model),
            torch.inference_mode(),
            watching(self._model, Selection().visiting(self._visit)) as watch,
        ):
            self._model.eval()  # batch statistics cannot be had from one image
            for run in runs:
                image = run.image
                assert image is not None
                self._images = min(self._most, image.shape[0])
                watch.interception.batch = self._images
                self._table = PlaceTable(*image.shape[-2:])
                self._shadows = Shadows(self._table)
                run.random.restore()
                self._run(run, image)

    def _run(self, run: Run, image: Tensor) -> None:
        args, kwargs = self._first_images(run.args, image), self._first_images(run.kwargs, image)
        try:
            with self._shadows:
                self._model(*args, **kwargs)
        finally:
            self._shadows.clear()

    def _first_images(self, value: Any, image: Tensor) -> Any:
        if isinstance(value, Tensor):
            batched = value.dim() > 0 and value.shape[0] == image.shape[0]
            first = value[: self._images].clone() if batched else value.clone()
            if value.shape == image.shape:
                self._shadows.seed(first)
            return first
        if isinstance(value, dict):
            return {key: self._first_images(part, image) for key, part in value.items()}
        if type(value) in (tuple, list):
            return type(value)(self._first_images(part, image) for part in value)
        return value

    def _visit(self, index: int, application: Application, place: Place, replacement: Tensor | None) -> Tensor:
        self.found[place] = self._whereabouts(application)
        return applied(application, replacement)

    def _whereabouts(self, application: Application) -> Whereabouts:
        held = application.outline()
        if isinstance(held, Heads):
            return self._of_heads(application, held)
        if application.kind != "spatial":
            return Whereabouts()
        numbers = self._numbers(application.key_sides())
        keys = None if numbers is None else self._boxes(numbers, Folding(self._images, 1, 1))
        return Whereabouts(guessed_grid(held, self._table.size) if keys is None else Grid(self._table.size, None, keys))

    def _of_heads(self, application: Application, held: Heads) -> Whereabouts:
        queries, keys = (self._numbers(sides) for sides in (application.query_sides(), application.key_sides()))
        sides = [numbers for numbers in (queries, keys) if numbers is not None]
        seen = folding_seen([self._table.identity(side) for side in sides], self._images, held.folding.count)
        folding = seen or held.folding
        if application.kind != "heads" or self._weighs_channels(application):
            return Whereabouts(None, seen, application.kind == "heads")
        at = [None if numbers is None else self._boxes(numbers, folding) for numbers in (queries, keys)]
        if any(side is not None for side in at):
            return Whereabouts(Grid(self._table.size, at[0], at[1]), seen)
        # Without any place, and none lost on the way, a layer has none by nature.
        lost = bool(sides) or self._lost(application)
        return Whereabouts(guessed_grid(held, self._table.size) if lost else None, seen)

    def _lost(self, application: Application) -> bool:
        tensors = [tensor for tensor, _ in (*application.query_sides(), *application.key_sides())]
        return any(bool((without_repeats(numbers) == LOST).any()) for tensor in tensors for numbers in self._shadows.of(tensor))

    def _weighs_channels(self, application: Application) -> bool:
        # Every row of the keys or values is a map of all places: what is weighed are channels.
        tensor, arranged = application.key_sides()[0]
        return any(
            numbers.shape[-2] > 1 and constant_along(numbers, -2) and not constant_along(numbers, -1)
            for numbers in map(arranged, self._shadows.of(tensor))
        )

    def _numbers(self, sides: list[Side]) -> Tensor | None:
        """(matrices, N) places of the queries or keys; None where they have none."""
        for tensor, arranged in sides:
            for numbers in map(arranged, self._shadows.of(tensor)):
                if constant_along(numbers, -1) and (numbers[..., 0] > LOST).any():
                    return numbers[..., 0].flatten(0, -2)
        return None

    def _boxes(self, numbers: Tensor, folding: Folding) -> Boxes | None:
        if len(numbers) % (folding.batch * folding.windows):
            return None
        windows = folding.unfold(numbers[..., None])[0, :, 0, :, 0]
        if not _distinct(self._table.identity(windows)):
            return None
        return without_gaps(self._table.boxes(windows.flatten()).numpy())


def _distinct(places: Tensor) -> bool:
    # Two tokens of one window (windows, N) at one place: the places were lost on the way.
    ordered = places.sort(-1).values
    return not ((ordered[:, 1:] == ordered[:, :-1]) & (ordered[:, 1:] != 0)).any()
