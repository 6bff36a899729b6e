"""Reads trace files (.attn), as trace_writing writes them."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast, get_args

from safetensors import SafetensorError, safe_open
from torch import Tensor

from ..errors import UserError
from ..records import EXACT, Grid, Kind, Place
from ..tags.application import PlainWeights, Weights
from ..tags.folding import Folding
from .evidence import Evidence
from .heads import FusedCall, FusedHeads, unfolded_heads
from .layer import Layer
from .trace import Trace
from .trace_writing import FORMAT
from .whereabouts import Whereabouts

_BROKEN = (KeyError, IndexError, TypeError, ValueError, RuntimeError, json.JSONDecodeError)


@dataclass(frozen=True, slots=True)
class Stored(Evidence):
    """What was known of a pass when it was saved; its network is not there to ask."""

    errors: tuple[float | None, ...]
    grids: tuple[Grid | None, ...]

    def weights(self, index: int) -> Weights:
        """Not to be had."""
        raise UserError("These weights are not in the file: save the pass again where it was recorded.")

    def gradient(self, index: int) -> Weights:
        """Not to be had."""
        raise UserError("A saved pass holds no gradients: record it again with its network.")

    def error(self, index: int) -> float:
        """As it was worked out before the pass was saved."""
        error = self.errors[index]
        if error is None:
            raise UserError("The error of this layer was not known when the pass was saved.")
        return error

    def features(self, index: int) -> tuple[Tensor, Tensor]:
        """Not to be had."""
        raise UserError("A saved pass holds no feature maps: record it again with its network.")

    def whereabouts(self, index: int) -> Whereabouts:
        """As it was found before the pass was saved."""
        return Whereabouts(self.grids[index])


def load(path: str | Path) -> Trace:
    """Reads a trace that `Trace.save` wrote; a file from a stranger can do no more than fail.

    **Raises**: UserError where the file is missing or is no trace.
    """
    try:
        with safe_open(path, framework="pt") as file:
            facts = json.loads((file.metadata() or {})["attnscope"])
            tensors = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118 - the file is no dict
        if facts["format"] != FORMAT:
            raise UserError(f"{path} was written by another version of attnscope: open it with that one.")
        return _trace_in(facts, tensors)
    except (OSError, SafetensorError) as error:
        raise UserError(f"{path} cannot be read as a trace: choose a file that attnscope wrote.") from error
    except _BROKEN as error:
        raise UserError(f"{path} is no trace, or a damaged one: choose a file that attnscope wrote.") from error


def _trace_in(facts: dict[str, Any], tensors: dict[str, Tensor]) -> Trace:
    trace = Trace()
    trace.output = tensors.get("output")
    trace.missed = [(str(name), str(reason)) for name, reason in facts["missed"]]
    layers: list[dict[str, Any]] = facts["layers"]
    prefixes = [f"{number}." for number in range(len(layers))]
    grids = tuple(_grid_in(layer, prefix, tensors) for layer, prefix in zip(layers, prefixes, strict=True))
    stored = Stored(tuple(layer["error"] for layer in layers), grids)
    for number, (layer, prefix) in enumerate(zip(layers, prefixes, strict=True)):
        if layer["kind"] not in get_args(Kind):
            raise ValueError(layer["kind"])
        place = Place(str(layer["name"]), int(layer["call"]), int(layer.get("ordinal", 0)))
        weights = _weights_in(layer, prefix, tensors)
        kind = cast("Kind", layer["kind"])
        trace.layers.append(Layer(place, kind, str(layer["source"]), weights, str(layer["note"]), number, stored))
        trace.layers[-1].tolerance = float(layer.get("tolerance", EXACT))
    return trace


def _weights_in(layer: dict[str, Any], prefix: str, tensors: dict[str, Tensor]) -> Weights:
    if prefix + "query" in tensors:
        query, key, mask = (tensors.get(prefix + name) for name in ("query", "key", "mask"))
        if query is None or key is None or query.dim() != 5 or key.dim() != 5:
            raise ValueError("queries and keys")
        call = FusedCall(query, key, mask, bool(layer["causal"]), float(layer["scale"]))
        heads = FusedHeads(call, query.shape[0])
        heads.fold_as(Folding(query.shape[0], query.shape[1], query.shape[2]))
        return heads
    weights = tensors[prefix + "weights"]
    return unfolded_heads(weights) if layer.get("matrix", layer["kind"] == "heads") else PlainWeights(weights)


def _grid_in(layer: dict[str, Any], prefix: str, tensors: dict[str, Tensor]) -> Grid | None:
    if "grid" not in layer:
        return None
    sides = [tensors.get(prefix + side) for side in ("queries", "keys")]
    queries, keys = (None if side is None else side.reshape(-1, 4).float().numpy() for side in sides)
    rows, columns = layer["grid"]["size"]
    return Grid((int(rows), int(columns)), queries, keys, bool(layer["grid"]["guessed"]))
