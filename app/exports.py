"""What an export writes: pictures as on screen, tables of the weights, and the arrays themselves."""

import csv
import os
import re
import sys
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from PySide6.QtGui import QGuiApplication

from ..models.errors import UserError
from ..models.weights.layer import Layer
from .local_engine import LocalEngine
from .pictures import layer_images
from .wishes import Look

Row = Iterable[object]


def export(engine: LocalEngine, folder: Path, formats: tuple[str, ...], look: Look) -> list[Path]:
    """Write the newest pass; returns the files, each named by its layer's number and name.

    **Raises**: OSError when a file cannot be written.
    """
    writers = {"png": _pictures, "csv": _tables, "npz": _arrays}
    return [path for name in formats for path in writers[name](engine, folder, look)]


# ---------------------------------------------------------------------- pictures


def _pictures(engine: LocalEngine, folder: Path, look: Look) -> list[Path]:
    """Every picture that the window shows of each layer."""
    application = _painting_application()
    assert engine.outcome is not None
    written = []
    for index, layer in enumerate(engine.outcome.layers):
        for what, image in layer_images(engine.shown(index, look), layer).items():
            path = folder / f"{_stem(index, layer.title)}-{what}.png"
            if not image.save(str(path)):
                raise OSError(5, "the picture could not be written", str(path))
            written.append(path)
    del application
    return written


def _painting_application() -> QGuiApplication:
    """Qt draws text only with an application; one without a screen is enough."""
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    if sys.platform.startswith("linux"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QGuiApplication(sys.argv[:1])


# ---------------------------------------------------------------------- tables


def _proof(layer: Layer) -> float | str:
    try:
        return layer.error
    except UserError as error:
        return str(error)


def _tables(engine: LocalEngine, folder: Path, look: Look) -> list[Path]:
    """The layers, the prediction, and each layer's weights as one line each."""
    del look
    assert engine.outcome is not None
    layers = engine.trace.layers
    listed = [
        (number, i.title, i.kind, "x".join(map(str, i.shape)), i.source, _proof(layer), i.note)
        for number, (i, layer) in enumerate(zip(engine.outcome.layers, layers, strict=True), start=1)
    ]
    written = [
        _table(folder / "layers.csv", ("number", "layer", "kind", "weights", "made_by", "error", "note"), listed)
    ]
    best = [(p.label, p.probability) for p in engine.outcome.predictions]
    written.append(_table(folder / "prediction.csv", ("class", "probability"), best))
    for index, layer in enumerate(layers):
        path = folder / f"{_stem(index, engine.outcome.layers[index].title)}.csv"
        written.append(_table(path, *_weights_table(layer)))
    return written


def _weights_table(layer: Layer) -> tuple[tuple[str, ...], Iterable[Row]]:
    """Column names and rows: one weight a row, with its indices before it."""
    if layer.kind == "heads" and layer.grid is not None:
        return ("head", "query", "key", "top", "left", "bottom", "right", "weight"), _shown_rows(layer)
    weights = layer.weights[0].numpy()
    axes = {"channel": ("branch", "channel"), "spatial": ("row", "column"), "heads": ("window", "head", "query", "key")}
    names = axes.get(layer.kind, ())[-weights.ndim :] if weights.ndim <= len(axes.get(layer.kind, ())) else ()
    names = names or tuple(f"axis_{axis}" for axis in range(weights.ndim))
    return (*names, "weight"), ((*index, value) for index, value in np.ndenumerate(weights))


def _shown_rows(layer: Layer) -> Iterable[Row]:
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


def _table(path: Path, names: tuple[str, ...], rows: Iterable[Row]) -> Path:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(names)
        writer.writerows(rows)
    return path


# ---------------------------------------------------------------------- arrays


def _arrays(engine: LocalEngine, folder: Path, look: Look) -> list[Path]:
    """Everything in one file: the image, and each layer's weights under its name."""
    del look
    assert engine.picture is not None
    assert engine.outcome is not None
    arrays = {"image": engine.picture.pixels}
    for info, layer in zip(engine.outcome.layers, engine.trace.layers, strict=True):
        arrays[info.title] = layer.weights.numpy()
    path = folder / "weights.npz"
    np.savez_compressed(path, **arrays)  # pyright: ignore[reportArgumentType]
    return [path]


def _stem(index: int, title: str) -> str:
    """A file name that every system allows."""
    return f"{index + 1:02d}-{re.sub(r'[^A-Za-z0-9._-]+', '-', title).strip('-')}"
