"""Weights in several files: the folder that holds them, and the index that says which is where."""

from pathlib import Path, PurePosixPath, PureWindowsPath

from ..errors import UserError
from .file_kinds import read_json, shown

_USUAL = (
    "model.safetensors",
    "model.safetensors.index.json",
    "pytorch_model.bin",
    "pytorch_model.bin.index.json",
)
"""As transformers looks for them, the best first."""
_ENDINGS = (".safetensors", ".pth", ".pt", ".bin", ".ckpt", ".pkl")
_INDEX = ".index.json"


def chosen(folder: Path) -> Path:
    """The checkpoint in a folder: one of the usual names, or the only one there.

    **Raises** UserError where there is none, or more than one to choose from.
    """
    names = _listing(folder)
    for usual in _USUAL:
        if usual in names:
            return folder / usual
    found = [name for name in names if name.endswith(_INDEX)] or [
        name for name in names if name.lower().endswith(_ENDINGS)
    ]
    if len(found) == 1:
        return folder / found[0]
    if found:
        raise UserError(f"{shown(folder)} holds several checkpoints ({', '.join(sorted(found)[:3])}): choose one.")
    if ".metadata" in names:
        raise UserError(
            f"{shown(folder)} is a checkpoint of many processes: make one file of it with "
            "python -m torch.distributed.checkpoint.format_utils dcp_to_torch FOLDER FILE."
        )
    raise UserError(f"{shown(folder)} is a folder without a checkpoint: choose a file of weights.")


def listed(index: Path) -> dict[Path, tuple[str, ...]]:
    """Each shard that an index lists, with the names of the tensors that are to be in it.

    **Raises** UserError where the list is none, points out of its folder, or names a shard that is not there.
    """
    parts: dict[str, list[str]] = {}
    for name, shard in read_json(index).get("weight_map", {}).items():
        if not isinstance(shard, str) or _leaves(shard):
            raise UserError(f"{shown(index)} names a shard outside its folder ({shard}): download it again.")
        parts.setdefault(shard, []).append(name)
    missing = sorted(shard for shard in parts if not (index.parent / shard).is_file())
    if missing:
        more = f" and {len(missing) - 1} more" if len(missing) > 1 else ""
        raise UserError(f"{shown(index)} needs {missing[0]}{more} beside it: download what is missing.")
    return {index.parent / shard: tuple(names) for shard, names in parts.items()}


def _listing(folder: Path) -> list[str]:
    try:
        return [entry.name for entry in folder.iterdir()]
    except OSError as error:
        raise UserError(f"{shown(folder)} cannot be read: {error.strerror or error}.") from error


def _leaves(shard: str) -> bool:
    # The names alone are judged: the files of the hub's cache are links to where they really lie.
    ways = (PurePosixPath(shard), PureWindowsPath(shard))
    return not shard.isprintable() or any(
        way.is_absolute() or way.drive or ".." in way.parts or not way.parts for way in ways
    )
