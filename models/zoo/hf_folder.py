"""A folder as transformers saves a network: its configuration, its processor's record, its weights."""

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ..errors import UserError
from .hub import fetch_files, in_cache
from .named_path import named_path
from .order import Order

CONFIG = "config.json"
_RECORDS = ("preprocessor_config.json", "processor_config.json")
_WHOLE = ("model.safetensors", "pytorch_model.bin")
_INDEX = ".index.json"
_REPOSITORY = re.compile(r"[\w.-]+(/[\w.-]+)?")


def hf_folder(order: Order) -> Path:
    """The folder on this machine: the one that is named, or the hub's, brought here where that was asked for.

    **Raises** UserError where there is none, and it may not be fetched.
    """
    folder = named_path(order.name)
    if (folder / CONFIG).is_file():
        return folder
    if order.name.startswith(("/", ".", "~")) or folder.is_dir() or not _REPOSITORY.fullmatch(order.name):
        raise UserError(
            f"{folder} holds no network of transformers, for want of a {CONFIG}: give the folder that does."
        )
    kept = in_cache(order.name, (CONFIG,))
    if kept is not None and (weights_file(kept.parent) or order.random or not order.download):
        return kept.parent
    if order.download:
        return _fetched(order)
    raise UserError(f"hf/{order.name} is not on this machine yet: add --download to fetch it.")


def weights_file(folder: Path) -> Path | None:
    """The file with the weights, or with the list of the files that hold them; None where they are not all there."""
    for name in _WHOLE:
        if (folder / name).is_file():
            return folder / name
        index = folder / f"{name}{_INDEX}"
        if index.is_file() and all((folder / shard).is_file() for shard in _shards(index)):
            return index
    return None


def missing_shard(folder: Path) -> str | None:
    """A file that the list of the weights' files names, and that is not there."""
    lists = [folder / f"{name}{_INDEX}" for name in _WHOLE]
    shards = (shard for index in lists if index.is_file() for shard in sorted(_shards(index)))
    return next((shard for shard in shards if not (folder / shard).is_file()), None)


def configuration(folder: Path) -> dict[str, Any]:
    """What the folder's config.json says.

    **Raises** UserError where it is no JSON object.
    """
    return _read(folder / CONFIG)


def processor_record(folder: Path) -> dict[str, Any] | None:
    """What the folder says of the way from an image to the input; None where it says nothing."""
    for name in _RECORDS:
        if (folder / name).is_file():
            found = _read(folder / name)
            inner = found.get("image_processor")
            record = inner if isinstance(inner, dict) else found
            if "image_mean" in record or "size" in record or "do_resize" in record:
                return record
    return None


def _fetched(order: Order) -> Path:
    wanted = (CONFIG,) if order.random else None
    files = fetch_files(order.name, lambda there: _chosen(order.name, there, wanted), order.progress)
    return files[0].parent


def _chosen(name: str, there: Sequence[str], wanted: tuple[str, ...] | None) -> list[str]:
    """The records, and the weights in the best of their formats."""
    if CONFIG not in there:
        raise UserError(f"{name} on the hub holds no network of transformers, for want of a {CONFIG}: choose another.")
    records = [CONFIG, *(record for record in _RECORDS if record in there)]
    if wanted is not None:
        return records
    for whole in _WHOLE:
        if whole in there:
            return [*records, whole]
        if f"{whole}{_INDEX}" in there:
            stem, _, ending = whole.rpartition(".")
            shards = re.compile(re.escape(stem) + r"-\d+-of-\d+\." + re.escape(ending))
            return [*records, f"{whole}{_INDEX}", *(file for file in there if shards.fullmatch(file))]
    raise UserError(f"{name} on the hub holds no weights that torch reads: choose another network.")


def _shards(index: Path) -> set[str]:
    found = _read(index).get("weight_map")
    return {str(name) for name in found.values()} if isinstance(found, Mapping) else {"its weight_map"}


def _read(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, ValueError, RecursionError) as error:
        raise UserError(f"{path} cannot be read as JSON ({error}): copy or fetch it again.") from error
    if not isinstance(found, dict):
        raise UserError(f"{path} is no JSON object: copy or fetch it again.")
    return found
