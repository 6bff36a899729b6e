"""Which weights lie on this machine already: in torch.hub's folder and in Hugging Face's cache. It asks nobody else."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

_WHOLE = (
    *("model.safetensors", "pytorch_model.bin", "pytorch_model.pth", "model.pth"),
    *("open_clip_model.safetensors", "open_clip_pytorch_model.safetensors", "open_clip_pytorch_model.bin"),
)
_PARTS = ("model.safetensors.index.json", "pytorch_model.bin.index.json")
_REPOSITORY = "models--"


class WeightsHere:
    """What there was when it was made; files that are still being fetched do not count."""

    def __init__(self) -> None:
        self._files = {path.name for path in _entries(torch_folder()) if path.is_file() and path.stat().st_size}
        self._repositories = {path.name: path for path in _entries(hub_folder()) if path.name.startswith(_REPOSITORY)}

    def has_file(self, name: str) -> bool:
        """Whether torch.hub has fetched a file of this name."""
        return name in self._files

    def has_repository(self, name: str) -> bool:
        """Whether the weights of ORG/NAME are here, all of them."""
        snapshot = self.snapshot(name)
        return snapshot is not None and weights_bytes(snapshot) > 0

    def repositories(self) -> Iterator[str]:
        """ORG/NAME of all whose files, or some of them, are here."""
        for folder in sorted(self._repositories):
            yield folder.removeprefix(_REPOSITORY).replace("--", "/", 1)

    def snapshot(self, name: str) -> Path | None:
        """The folder with those files of ORG/NAME that its libraries would take from here."""
        folder = self._repositories.get(_REPOSITORY + name.replace("/", "--"))
        if folder is None:
            return None
        try:
            revision = (folder / "refs" / "main").read_text(encoding="ascii").strip()
        except (OSError, ValueError):
            revision = "main"
        kept = folder / "snapshots" / revision
        return kept if revision and kept.is_dir() else None


def torch_folder() -> Path:
    """Where torch.hub keeps weights, by its own rules."""
    cache = os.environ.get("XDG_CACHE_HOME", "~/.cache")
    return Path(os.environ.get("TORCH_HOME", f"{cache}/torch")).expanduser() / "hub" / "checkpoints"


def hub_folder() -> Path:
    """Where Hugging Face's libraries keep repositories, by their own rules."""
    cache = os.environ.get("XDG_CACHE_HOME", "~/.cache")
    home = os.environ.get("HF_HOME", f"{cache}/huggingface")
    named = os.environ.get("HF_HUB_CACHE", os.environ.get("HUGGINGFACE_HUB_CACHE", f"{home}/hub"))
    return Path(os.path.expandvars(named)).expanduser()


def weights_bytes(snapshot: Path) -> int:
    """Size of the weights in a repository's folder; 0 where they are not all there."""
    for name in _WHOLE:
        if size := _size(snapshot / name):
            return size
    for name in _PARTS:
        sizes = [_size(snapshot / part) for part in _part_names(snapshot / name)]
        if sizes and all(sizes):
            return sum(sizes)
    return 0


def _part_names(index: Path) -> set[str]:
    try:
        return set(json.loads(index.read_text(encoding="utf-8"))["weight_map"].values())
    except (OSError, ValueError, KeyError, AttributeError, TypeError):
        return set()


def _size(path: Path) -> int:
    try:
        return path.stat().st_size  # of what a link leads to
    except OSError:
        return 0


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []
