"""Writes trace files (.attn): one safetensors file whose metadata is one JSON object. Never pickle."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError
from safetensors.torch import save_file
from torch import Tensor

from ..errors import UserError
from .heads import FusedHeads, Heads
from .layer import Layer

FORMAT = 1
_FACTS = ("name", "call", "ordinal", "kind", "source", "note", "tolerance")


def write_trace(layers: Sequence[Layer], missed: Sequence[tuple[str, str]], output: object, path: str | Path) -> None:
    """Writes all that a trace holds. **Raises**: UserError where the file cannot be written."""
    tensors: dict[str, Tensor] = {}
    described = [_layer_out(layer, f"{number}.", tensors) for number, layer in enumerate(layers)]
    if isinstance(output, Tensor):
        tensors["output"] = output.detach()
    facts = {"format": FORMAT, "layers": described, "missed": list(missed)}
    plain = {name: tensor.detach().cpu().contiguous().clone() for name, tensor in tensors.items()}
    try:
        save_file(plain, path, {"attnscope": json.dumps(facts)})
    except (OSError, SafetensorError) as error:
        raise UserError(f"The trace cannot be written to {path}: {error}.") from error


def _layer_out(layer: Layer, prefix: str, tensors: dict[str, Tensor]) -> dict[str, Any]:
    facts: dict[str, Any] = {name: getattr(layer, name) for name in _FACTS}
    try:
        facts["error"] = layer.error
    except UserError:
        facts["error"] = None
    kept = layer.readable()
    facts["matrix"] = isinstance(kept, Heads)
    call = kept.unfolded() if isinstance(kept, FusedHeads) else None
    if call is None:
        tensors[prefix + "weights"] = layer.weights
    else:
        tensors[prefix + "query"], tensors[prefix + "key"] = call.query, call.key
        if call.mask is not None:
            tensors[prefix + "mask"] = call.mask
        facts |= {"causal": call.causal, "scale": call.scale}
    if layer.grid is not None:
        facts["grid"] = {"size": layer.grid.size, "guessed": layer.grid.guessed}
        for side, boxes in (("queries", layer.grid.queries), ("keys", layer.grid.keys)):
            if boxes is not None:
                tensors[prefix + side] = torch.from_numpy(boxes)
    return facts
