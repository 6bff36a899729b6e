"""The image networks of transformers that Hugging Face's cache on this machine holds."""

import json
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from ..offers import Offer
from .transformers_names import IMAGE_TYPES
from .weights_here import WeightsHere, weights_bytes


def cached_offers(here: WeightsHere, known: Collection[str]) -> Iterator[Offer]:
    """One for each that is not `known` already and whose configuration and weights are here."""
    for name in here.repositories():
        snapshot = here.snapshot(name)
        if snapshot is None or f"hf/{name}" in known:
            continue
        config = _config(snapshot)
        size = weights_bytes(snapshot)
        if size and _is_of_images(config):
            yield Offer(f"hf/{name}", input_size=_input_size(config), bytes=size, state="here")


def _config(snapshot: Path) -> dict[str, Any]:
    try:
        config = json.loads((snapshot / "config.json").read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return config if isinstance(config, dict) else {}


def _is_of_images(config: dict[str, Any]) -> bool:
    kind = str(config.get("model_type", "")).replace("-", "_")
    classes = config.get("architectures") or ()
    return kind in IMAGE_TYPES or any("ImageClassification" in str(name) for name in classes)


def _input_size(config: dict[str, Any]) -> tuple[int, int] | None:
    match config.get("image_size"):
        case int(side) if side > 0:
            return side, side
        case [int(rows), int(columns)] if min(rows, columns) > 0:
            return rows, columns
    return None
