"""Where the queries and keys of every layer lie in the network's input: found by one pass that follows the places."""

from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor, nn

from ..records import Place
from ..tags.application import Application, Weights
from ..watching.surroundings import Run, kept
from ..watching.watching import watching
from ..weights.guessing import guessed_grid
from ..weights.selection import Selection, applied
from ..weights.whereabouts import Whereabouts
from .layer_places import LayerPlaces, Sides
from .place_table import PlaceTable
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
        self._seen: dict[Place, tuple[LayerPlaces, Sides]] = {}
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
        # Only now: whatever is worked out while the pass is watched is watched too.
        self.found = {place: layers.whereabouts(sides) for place, (layers, sides) in self._seen.items()}

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
        layers = LayerPlaces(self._table, self._images)
        self._seen[place] = layers, Sides.of(application, self._shadows.of)
        return applied(application, replacement)
