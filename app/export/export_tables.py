"""Tables of the weights: comma-separated values, with where each weight belongs before it."""

import csv
import io
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from ...models.errors import UserError
from ...models.records import PassInfo
from ..state.shown_map import Overlay
from .safe_writing import replacing

if TYPE_CHECKING:
    # The window writes tables too, and never loads torch.
    from ...models.weights.layer import Layer

Row = Iterable[object]
_AXES = {"channel": ("branch", "channel"), "spatial": ("row", "column"), "heads": ("window", "head", "query", "key")}


def write_table(path: Path, names: tuple[str, ...], rows: Iterable[Row]) -> Path:
    """One table. **Raises**: UserError where it cannot be written."""
    with replacing(path) as file, io.TextIOWrapper(file, "utf-8", newline="") as text:
        writer = csv.writer(text)
        writer.writerow(names)
        writer.writerows(rows)
    return path


def write_layer_list(path: Path, outcome: PassInfo, layers: "list[Layer]") -> Path:
    """Every layer in the order they ran, with its proof."""
    listed = [
        (number, i.title, i.kind, "x".join(map(str, i.shape)), i.source, _proof(layer), i.note)
        for number, (i, layer) in enumerate(zip(outcome.layers, layers, strict=True), start=1)
    ]
    return write_table(path, ("number", "layer", "kind", "weights", "made_by", "error", "note"), listed)


def write_prediction(path: Path, outcome: PassInfo) -> Path:
    """The most probable classes."""
    return write_table(path, ("class", "probability"), [(p.label, p.probability) for p in outcome.predictions])


def write_weights(path: Path, layer: "Layer") -> Path:
    """One weight a row, with its indices before it; of heads the query that the window opens with, with places."""
    if layer.kind == "heads" and layer.grid is not None:
        names = ("head", "query", "key", "top", "left", "bottom", "right", "weight")
        return write_table(path, names, _shown_rows(layer))
    return write_array(path, layer.weights[0].numpy(), _AXES.get(layer.kind, ()))


def write_array(path: Path, values: np.ndarray, axes: tuple[str, ...] = ()) -> Path:
    """Any array, a value a row; the last of these names are those of its axes."""
    names = axes[-values.ndim :] if values.ndim <= len(axes) else ()
    names = names or tuple(f"axis_{axis}" for axis in range(values.ndim))
    return write_table(path, (*names, "weight"), ((*index, value) for index, value in np.ndenumerate(values)))


def write_overlay(path: Path, shown: Overlay) -> Path:
    """What lies over the picture, a cell a row, with its place in pixels of the picture."""
    shown = shown.own
    left, top, width, height = shown.box
    rows, columns = shown.values.shape
    across, down = width / columns, height / rows
    cells = (
        (row, column, *(f"{side:g}" for side in (left + column * across, top + row * down, across, down)), value)
        for (row, column), value in np.ndenumerate(shown.values)
    )
    return write_table(path, ("row", "column", "x", "y", "width", "height", "value"), cells)


def _shown_rows(layer: "Layer") -> Iterable[Row]:
    """The query that the window opens with, in every head, with the place of each key in pixels of the input."""
    info = layer.info()
    assert layer.grid is not None
    boxes = layer.grid.keys
    for head in range(info.heads):
        if info.prefix:
            name, weights = "0", layer.row(head, 0).numpy()
        else:
            name, weights = "mean", layer.matrix(head, at_most=1 << 30).mean(0)
        for key, weight in enumerate(weights):
            box = boxes[key] if boxes is not None and key < len(boxes) else (np.nan,) * 4
            yield (head, name, key, *("" if np.isnan(side) else f"{side:g}" for side in box), weight)


def _proof(layer: "Layer") -> float | str:
    try:
        return layer.error
    except UserError as error:
        return str(error)
