"""Where the weights of timm's networks lie: in the caches that timm itself keeps, or to be fetched into them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ..errors import UserError
from ..model_request import RANDOM
from .downloads import fetch, sha256_in_name
from .hub import fetch_files, in_cache
from .order import Order
from .published import hub_file

_FILES = (
    *("model.safetensors", "pytorch_model.bin", "pytorch_model.pth", "model.pth"),
    *("open_clip_model.safetensors", "open_clip_pytorch_model.safetensors", "open_clip_pytorch_model.bin"),
)
"""What timm's weights are called on the hub, the best first."""


def timm_weights(name: str, record: Any, order: Order) -> tuple[Path | None, tuple[str, ...]]:
    """The file of weights, which is on this machine; None for random ones, and what is to be said of that.

    `record` is timm's own, a `PretrainedCfg`.

    **Raises** UserError where weights were asked for that are not here, and cannot be fetched or may not be.
    """
    if order.random or order.weights == RANDOM:
        return None, ()
    names = [record.hf_hub_filename] if record.hf_hub_filename else list(_FILES)
    if not record.hf_hub_id and not record.url:
        return _without(order, f"timm publishes no weights for {name}: give a checkpoint.")
    if file := _here(record, names):
        return file, ()
    if order.download:
        return _fetched(record, names, order), ()
    return _without(order, f"The weights of timm/{name} are not on this machine yet: add --download to fetch them.")


def _without(order: Order, sentence: str) -> tuple[None, tuple[str, ...]]:
    """Random weights where nobody asked for certain ones."""
    if order.weights is not None or order.download:
        raise UserError(sentence)
    return None, (sentence,)


def _here(record: Any, names: Sequence[str]) -> Path | None:
    if record.hf_hub_id and (found := in_cache(record.hf_hub_id, names)):
        return found
    kept = hub_file(record.url) if record.url else None
    return kept if kept is not None and kept.is_file() else None


def _fetched(record: Any, names: Sequence[str], order: Order) -> Path:
    def choose(there: Sequence[str]) -> list[str]:
        found = [name for name in names if name in there]
        if not found:
            raise UserError(f"{record.hf_hub_id} holds no weights that timm reads: choose others of its weights.")
        return found[:1]

    if record.hf_hub_id:
        return fetch_files(record.hf_hub_id, choose, order.progress)[0]
    kept = hub_file(record.url)
    fetch(record.url, kept, order.progress, sha256_in_name(kept.name))
    return kept
