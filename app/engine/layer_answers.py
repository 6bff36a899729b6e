"""What the engine answers about a recorded layer: plain fields and small arrays, worked out when they are asked for."""

import math
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from ...models.errors import UserError
from ...models.records import CellMap
from ...models.weights.all_queries import over_all_queries
from ...models.weights.gate_maps import factors_of, strongest
from ...models.weights.head_figures import layer_figures, rows_of_heads
from ...models.weights.head_rows import Combine, Direction, Query
from ...models.weights.key_columns import first_of, resolved_keys
from ...models.weights.layer import Layer

Values = npt.NDArray[np.float32]
Fields = dict[str, Any]
Answer = tuple[Fields, dict[str, Values]]
"""Plain fields for the header, and arrays."""

_PREVIEW = 64
"""Rows and columns of a small picture, at most."""
_PLAIN = 256
"""The same of a plain view of what has no place on the image."""
_TABLES = 16
"""Tables in such a view, at most."""
_STRONGEST = 12
"""Channels whose feature maps are shown where none are chosen."""


def answer(layer: Layer, kind: str, fields: Mapping[str, Any]) -> Answer:
    """The answer to one question.

    **Raises** UserError where the layer has no such thing, or the question is unknown.
    """
    if kind not in _ANSWERS:
        raise UserError(f"The engine knows no request {kind!r}: window and engine must be of the same version.")
    return _ANSWERS[kind](layer, fields)


def _preview(layer: Layer, fields: Mapping[str, Any]) -> Answer:
    """The layer at a glance: (C,) of a channel gate; else rows and columns, the mean over heads."""
    if layer.kind == "channel":
        return {}, {
            "values": layer.weights[0].flatten(0, -2).mean(0).numpy() if layer.weights.dim() > 2 else _first(layer)
        }
    if _has_place(layer):
        return {}, {"values": layer.cells().values}
    if layer.kind == "heads":
        return {}, {"values": layer.matrix(at_most=_PREVIEW)}
    return {}, {"values": _plain(_first(layer))}


def _map(layer: Layer, fields: Mapping[str, Any]) -> Answer:
    """The weights of one query over the input, or of all queries for one key."""
    head, direction, asked = fields.get("head"), _direction(layer, fields), _asked(layer, fields)
    cells = layer.cells(head, asked, combine=_combine(fields), direction=direction)
    return {"head": head, **_told(layer, fields, cells)}, {"values": cells.values}


def _heads(layer: Layer, fields: Mapping[str, Any]) -> Answer:
    """The same for every head, with how wide each of them looks."""
    told, arrays = _wall(layer, fields)
    spread, distance = layer_figures(layer, told["query"], _direction(layer, fields))
    return {**told, "entropy": _listed(spread), "distance": _listed(distance)}, arrays


def _wall(layer: Layer, fields: Mapping[str, Any]) -> Answer:
    """The same without figures, for many layers at once."""
    cells = layer.cells_all_heads(_asked(layer, fields), direction=_direction(layer, fields))
    return _told(layer, fields, cells), {"values": cells.values}


def _row(layer: Layer, fields: Mapping[str, Any]) -> Answer:
    """One query's keys, those without a place on the image too."""
    query, batch = _query(layer, fields), int(fields.get("batch") or 0)
    if query is None:
        raise UserError("A row belongs to one query: name its number or its place.")
    head = fields.get("head")
    values = layer.row(head, query, batch).numpy() if head is not None else rows_of_heads(layer, query, batch).mean(0)
    return {"head": head, "query": query, "batch": batch}, {"values": values}


def _matrix(layer: Layer, fields: Mapping[str, Any]) -> Answer:
    """Queries by keys, of one head or of all in one; small enough to be looked at. With the boxes of both."""
    info = layer.info()
    head = fields.get("head")
    arrays: dict[str, Values] = {"values": layer.matrix(head, combine=_combine(fields))}
    if layer.grid is not None and layer.grid.queries is not None and layer.grid.keys is not None:
        arrays |= {"query_boxes": layer.grid.queries, "key_boxes": layer.grid.keys}
    return {"head": head, "queries": info.queries, "keys": info.keys}, arrays


def _similarity(layer: Layer, fields: Mapping[str, Any]) -> Answer:
    """How alike heads are, and how wide each of them looks, over all queries or over as many as `sampled` says."""
    found = over_all_queries(layer)
    sampled = found.looked_at if found.looked_at < found.queries else None
    told = {"entropy": _listed(found.entropy), "distance": _listed(found.distance), "sampled": sampled}
    return told, {"values": found.similarity}


def _bars(layer: Layer, fields: Mapping[str, Any]) -> Answer:
    """A factor per channel, of each branch."""
    if layer.kind != "channel":
        raise UserError(f"{layer.name} weighs no channels, so it has no bars.")
    return {}, {"values": _first(layer)}


def _tables(layer: Layer, fields: Mapping[str, Any]) -> Answer:
    """What has no place on the image, as it can be drawn: (tables, rows, columns), or a row of numbers.

    Of too many tables the mean comes first, and then as many as there is room for.
    """
    values = np.squeeze(_first(layer))
    if values.ndim < 3:
        return {"count": 1}, {"values": _plain(values)}
    tables = values.reshape(-1, *values.shape[-2:])
    chosen = tables if len(tables) <= _TABLES else [tables.mean(0), *tables[: _TABLES - 1]]
    return {"count": len(tables)}, {"values": np.stack([_plain(table) for table in chosen])}


def _feature(layer: Layer, fields: Mapping[str, Any]) -> Answer:
    """A channel's feature map before and after its gate."""
    channel = fields.get("channel")
    if not isinstance(channel, int):
        raise UserError("A feature map belongs to one channel: name its number.")
    before, after = layer.features(channel)
    return {"channel": channel}, {"before": before, "after": after}


def _features(layer: Layer, fields: Mapping[str, Any]) -> Answer:
    """Several channels' feature maps before and after their gate; where none are named, the strongest."""
    if layer.kind != "channel":
        raise UserError(f"{layer.name} weighs no channels, so it has no feature maps of them.")
    weights = layer.weights[0]
    channels = list(fields.get("channels") or strongest(weights, _STRONGEST))
    if not all(isinstance(channel, int) for channel in channels):
        raise UserError("Feature maps belong to channels: name their numbers.")
    before, after = layer.features_of(channels)
    factors = [_finite(factor) for factor in factors_of(weights, channels)]
    return {"channels": channels, "weights": factors}, {"values": after, "before": before}


def _energy(layer: Layer, fields: Mapping[str, Any]) -> Answer:
    """How strong the features are at every place, and what a spatial gate leaves of that."""
    strength, product = layer.energy()
    cells = layer.cells() if _has_place(layer) else None
    told = {"extent": _floats(cells.extent)} if cells and cells.values.shape == strength.shape else {}
    return told, {"values": strength, "product": product}


def _error(layer: Layer, fields: Mapping[str, Any]) -> Answer:
    """How far the recorded weights explain what the network computed."""
    return {"error": _finite(layer.error)}, {}


def _range(layer: Layer, fields: Mapping[str, Any]) -> Answer:
    """The smallest and the largest weight of the whole layer, every head and query."""
    if layer.kind != "heads":
        values = layer.weights
        return {"low": _finite(float(values.min())), "high": _finite(float(values.max()))}, {}
    # Head by head: a matrix of all heads at once can be larger than what is free.
    spans = [(m.min(), m.max()) for m in (layer.matrix(head, at_most=1 << 30) for head in range(layer.shape[-3]))]
    return {"low": float(min(low for low, _ in spans)), "high": float(max(high for _, high in spans))}, {}


_ANSWERS: dict[str, Callable[[Layer, Mapping[str, Any]], Answer]] = {
    "preview": _preview,
    "map": _map,
    "heads": _heads,
    "wall": _wall,
    "row": _row,
    "matrix": _matrix,
    "similarity": _similarity,
    "bars": _bars,
    "tables": _tables,
    "feature": _feature,
    "features": _features,
    "energy": _energy,
    "error": _error,
    "range": _range,
}


def _first(layer: Layer) -> Values:
    return layer.weights[0].numpy()


def _has_place(layer: Layer) -> bool:
    return layer.grid is not None and layer.grid.keys is not None


def _has_placed_queries(layer: Layer) -> bool:
    queries = None if layer.grid is None else layer.grid.queries
    return queries is not None and not np.isnan(queries[:, 0]).all()


def _query(layer: Layer, fields: Mapping[str, Any]) -> int | None:
    """The query's number: given, or of the query at a place, or of the class token; None for the mean over all.

    Where no query has a place, as in class attention, a place picks none.
    """
    asked = fields.get("query")
    if layer.kind != "heads" or isinstance(asked, int):
        return asked if layer.kind == "heads" else None
    if asked is None or not _has_placed_queries(layer):
        return 0 if layer.info().prefix else None
    found = layer.grid.query_at(*asked) if layer.grid is not None else None
    if found is None:
        raise UserError("No query of this layer lies there: click another place.")
    return found


def _direction(layer: Layer, fields: Mapping[str, Any]) -> Direction:
    return "to" if layer.kind == "heads" and fields.get("direction") == "to" else "from"


def _combine(fields: Mapping[str, Any]) -> Combine:
    return fields.get("combine") or "mean"


def _asked(layer: Layer, fields: Mapping[str, Any]) -> Query:
    """What is to be laid out: a query's number, or for "to" what tells the keys."""
    if _direction(layer, fields) == "from":
        return _query(layer, fields)
    asked = fields.get("query")
    return (asked[0], asked[1]) if isinstance(asked, list | tuple) else asked


def _told(layer: Layer, fields: Mapping[str, Any], cells: CellMap) -> Fields:
    """The number and the box of the query, or for "to" of the key, and where the cells lie."""
    if _direction(layer, fields) == "to":
        number = first_of(resolved_keys(_asked(layer, fields), layer.held.heads, layer.grid))
        box = None if number is None else layer.key_box(number)
    else:
        number = _query(layer, fields)
        box = None if number is None else layer.query_box(number)
    return {"query": number, "box": None if box is None else _floats(box), "extent": _floats(cells.extent)}


def _plain(values: Values) -> Values:
    """At most two axes, and few enough rows and columns to be drawn; the mean over what is left out."""
    flat = np.squeeze(values)
    flat = np.atleast_1d(flat) if flat.ndim <= 2 else flat.reshape(-1, *flat.shape[-2:]).mean(0)
    for axis in range(flat.ndim):
        step = -(-flat.shape[axis] // _PLAIN)
        if step > 1:
            starts = np.arange(0, flat.shape[axis], step)
            counts = np.diff(np.append(starts, flat.shape[axis]))
            shape = [-1 if a == axis else 1 for a in range(flat.ndim)]
            flat = np.add.reduceat(flat, starts, axis) / counts.reshape(shape)
    return flat.astype(np.float32)


def _floats(values: tuple[float, ...]) -> list[float]:
    return [float(value) for value in values]


def _finite(value: float) -> float | None:
    return float(value) if math.isfinite(value) else None


def _listed(values: Values | None) -> list[float | None] | None:
    """For JSON, which has no NaN: None where a value is missing, and None for the whole where all are."""
    listed = None if values is None else [_finite(value) for value in values]
    return None if listed is None or all(value is None for value in listed) else listed
