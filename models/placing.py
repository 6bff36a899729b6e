"""Where the queries and keys of every layer lie in the network's input: found by one pass that follows the places."""

from typing import Any

import torch
from torch import Tensor, nn

from .application import Application, Side, Weights
from .guessing import guessed_grid
from .heads import Heads
from .place_table import PlaceTable
from .records import Boxes, Grid
from .selection import Selection, applied
from .shadow import Shadows
from .shadow_rules import constant_along
from .surroundings import Run, kept
from .watching import watching


def grids_of(model: nn.Module, runs: list[Run], selection: Selection, recorded: list[Weights]) -> list[Grid | None]:
    """One grid for every chosen layer, in the order they run; None where a layer has no place on the input.

    Where the places cannot be followed, those of all layers are guessed.
    """
    found: list[Grid | None] = []
    sizes = [run.image.shape[-2:] for run in runs if run.image is not None and run.image.dim() == 4]
    for run in runs:
        image = run.image
        if image is not None and image.dim() == 4:
            found += Placing(model, run, image).grids(Selection(selection.only))
    if len(found) != len(recorded) and sizes:
        return [guessed_grid(weights, (sizes[0][0], sizes[0][1])) for weights in recorded]
    return found + [None] * (len(recorded) - len(found))


class Placing:
    """One call of the network, run once more, if it can be for its first image alone."""

    def __init__(self, model: nn.Module, run: Run, image: Tensor) -> None:
        self._model = model
        self._run = run
        self._image = image
        self._table = PlaceTable(*image.shape[-2:])
        self._shadows = Shadows(self._table)
        self._found: list[Grid | None] = []
        self._whole = False

    def grids(self, selection: Selection) -> list[Grid | None]:
        """One for every layer that this call runs."""
        for images in sorted({1, self._image.shape[0]}):
            self._found, self._whole = [], images == self._image.shape[0]
            try:
                self._run_once_more(selection, images)
            except (RuntimeError, ValueError, TypeError, IndexError, AssertionError):
                continue  # written for one size of batch, or does what inference_mode forbids
            return self._found
        return []

    def _run_once_more(self, selection: Selection, images: int) -> None:
        with kept(self._model), torch.inference_mode(), watching(self._model, selection.visiting(self._visit)) as watch:
            watch.interception.batch = images
            self._run.random.restore()
            self._model.eval()  # batch statistics cannot be had from one image
            args, kwargs = self._first_images(self._run.args), self._first_images(self._run.kwargs)
            try:
                with self._shadows:
                    self._model(*args, **kwargs)
            finally:
                self._shadows.clear()

    def _first_images(self, value: Any) -> Any:
        if isinstance(value, Tensor):
            batched = value.dim() > 0 and value.shape[0] == self._image.shape[0] and not self._whole
            first = value[:1].clone() if batched else value.clone()
            if value.shape == self._image.shape:
                self._shadows.seed(first)
            return first
        if isinstance(value, dict):
            return {key: self._first_images(part) for key, part in value.items()}
        if type(value) in (tuple, list):
            return type(value)(self._first_images(part) for part in value)
        return value

    def _visit(self, index: int, application: Application, place: object, replacement: Tensor | None) -> Tensor:
        self._found.append(self._grid(application) if application.kind in ("heads", "spatial") else None)
        return applied(application, replacement)

    def _grid(self, application: Application) -> Grid | None:
        held = application.hold()
        queries = self._boxes(application.query_sides(), held)
        keys = self._boxes(application.key_sides(), held)
        if queries is not None or keys is not None:
            return Grid(self._table.size, queries, keys)
        # Without any place, and none lost on the way, a layer has none by nature: attention between channels.
        lost = bool(self._shadows.lost) or application.kind == "spatial"
        return guessed_grid(held, self._table.size) if lost else None

    def _boxes(self, sides: list[Side], held: Weights) -> Boxes | None:
        for tensor, arranged in sides:
            for numbers in map(arranged, self._shadows.of(tensor)):
                if not constant_along(numbers, -1):
                    continue
                windows = _per_window(numbers[..., 0], held)
                if windows.any() and all(map(_distinct, windows)):
                    return self._table.boxes(windows.flatten()).numpy()
        return None


def _per_window(numbers: Tensor, held: Weights) -> Tensor:
    # (images, windows, heads or groups of them, N) -> (windows, N): all heads look at the same places.
    if isinstance(held, Heads):
        folds = held.folding
        return numbers.reshape(folds.batch, folds.windows, -1, numbers.shape[-1])[0, :, 0]
    return numbers.reshape(numbers.shape[0], -1)[:1]


def _distinct(numbers: Tensor) -> bool:
    # Two tokens of one window at one place: the places were lost on the way.
    placed = numbers[numbers > 0]
    return len(placed.unique()) == len(placed)
