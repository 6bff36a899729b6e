"""What the HTML page knows of a pass: plain facts, and the weights as packed bytes."""

import base64
import hashlib
import zlib
from typing import Any

import numpy as np
import numpy.typing as npt

from ...models.records import Boxes, LayerInfo
from ...models.weights.cells import regular_cells
from ...models.weights.layer import Layer
from ...widgets.look.sentences import translated
from ..engine.layer_answers import answer

WHOLE_CELLS = 20 * 2**20
"""Weights of heads, a byte each, that a page holds at most; of larger layers only one row for every head."""
_LEVEL = 6


class Packed:
    """Arrays of a page, each once: deflated, and in letters that may stand in HTML."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        """Name -> the packed bytes."""

    def add(self, values: npt.NDArray[Any]) -> str:
        """Packs an array as it lies in memory, lowest byte first; returns its name."""
        plain = np.ascontiguousarray(values, values.dtype.newbyteorder("<")).tobytes()
        name = f"a{hashlib.sha1(plain, usedforsecurity=False).hexdigest()[:12]}-{len(plain)}"
        if name not in self.texts:
            self.texts[name] = base64.b64encode(zlib.compress(plain, _LEVEL)).decode("ascii")
        return name


def quantised_rows(weights: npt.NDArray[np.float32]) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.float32]]:
    """Rows of weights in 8 bits, each with the value that its 255 stands for; 0 stands for 0.

    **Shapes**: (N, K), 0 or above -> (N, K) and (N,).
    """
    tops = np.maximum(weights.max(axis=1), 0).astype(np.float32)
    steps = np.divide(255, tops, out=np.zeros_like(tops), where=tops > 0)
    return np.rint(np.clip(weights * steps[:, None], 0, 255)).astype(np.uint8), tops


def whole_layers(infos: list[LayerInfo]) -> set[int]:
    """Which layers of heads the page can hold wholly, the small ones first."""
    sizes = sorted((info.heads * info.queries * info.keys, number) for number, info in enumerate(infos) if info.heads)
    sums = np.cumsum([size for size, _ in sizes])
    return {number for (_, number), total in zip(sizes, sums, strict=True) if total <= WHOLE_CELLS}


def layer_values(layer: Layer, info: LayerInfo, whole: bool, packed: Packed) -> dict[str, Any]:
    """One layer: its facts, and the names of its packed arrays.

    Forms: "rows" (every query of every head), "maps" (one map for every head), "bars", "tables".
    """
    told = {"title": info.title, "kind": info.kind, "source": info.source, "note": translated(info.note)}
    told |= {"shape": list(info.shape), "heads": info.heads, "prefix": info.prefix, "guessed": info.guessed}
    if info.kind == "channel":
        gates = layer.weights[0].numpy()
        return told | {"form": "bars", **_floats(gates.reshape(-1, gates.shape[-1]), packed)}
    if info.kind == "heads" and info.places and whole and (rows := _rows(layer, info, packed)):
        return told | {"form": "rows", "partial": False, **rows}
    if info.places:
        cells = layer.cells_all_heads() if info.kind == "heads" else layer.cells()
        values = cells.values if cells.values.ndim == 3 else cells.values[None]
        more = {"form": "maps", "extent": list(cells.extent), "partial": info.kind == "heads"}
        return told | more | _floats(values, packed)
    if info.kind == "heads":
        return told | {"form": "tables", "count": 1, **_floats(layer.matrix(at_most=256)[None], packed)}
    header, arrays = answer(layer, "tables", {})
    values = arrays["values"]
    if values.ndim == 1:
        return told | {"form": "bars", **_floats(values[None], packed)}
    return told | {
        "form": "tables",
        "count": header["count"],
        **_floats(values.reshape(-1, *values.shape[-2:]), packed),
    }


def _rows(layer: Layer, info: LayerInfo, packed: Packed) -> dict[str, Any] | None:
    """Every query of every head, head by head, over all windows; None where weights lie below 0, as those that mix
    heads may, or are no numbers: rows are packed from 0 up."""
    matrices = np.concatenate([layer.matrix(head, at_most=1 << 30) for head in range(info.heads)])
    if not matrices.min() >= 0:
        return None
    steps, tops = quantised_rows(matrices)
    grid = layer.grid
    assert grid is not None
    assert grid.keys is not None
    low_high = [0.0, float(tops.max())]
    told = {"queries": info.queries, "keys": info.keys, "windows": max(1, len(grid.keys) // max(1, info.keys))}
    told |= {"values": packed.add(steps), "tops": packed.add(tops), "range": low_high, **_places(grid.keys, packed)}
    boxes = np.full((info.queries, 4), np.nan, np.float32) if grid.queries is None else grid.queries
    return told | {"boxes": packed.add(boxes.astype(np.float32))}


def _places(keys: Boxes, packed: Packed) -> dict[str, Any]:
    """Where the keys lie: the number of each one's cell, or its box where they make no regular grid."""
    cells = regular_cells(keys)
    if cells is None:
        return {"key_boxes": packed.add(keys.astype(np.float32))}
    grid = {"rows": cells.rows, "columns": cells.columns, "extent": list(cells.extent)}
    return grid | {"cell": packed.add(cells.cell.astype(np.int32))}


def _floats(values: npt.NDArray[Any], packed: Packed) -> dict[str, Any]:
    plain = values.astype(np.float32)
    finite = plain[np.isfinite(plain)]
    low_high = [float(finite.min()), float(finite.max())] if finite.size else [0.0, 1.0]
    return {"values": packed.add(plain), "size": list(plain.shape), "range": low_high}
