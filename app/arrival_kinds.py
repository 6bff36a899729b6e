"""What sort of file each is: a picture, weights, code or labels. Told by the names, without opening one."""

from dataclasses import dataclass
from pathlib import Path

WEIGHTS = (".pth", ".pt", ".bin", ".ckpt", ".safetensors", ".pkl", ".pickle", ".tar", ".th", ".index.json")
"""How files of weights end."""
LABELS = (".txt", ".json")
CODE = (".py",)


@dataclass(frozen=True, slots=True)
class Sorted:
    """The first file of each sort; None where there is none."""

    picture: Path | None = None
    weights: Path | None = None
    code: Path | None = None
    labels: Path | None = None


def sorted_by_kind(paths: list[Path]) -> Sorted:
    """Folders are told by what lies in them; whatever is of no known sort is taken for a picture."""
    found: dict[str, Path] = {}
    for path in paths:
        found.setdefault(_kind(path), path)
    return Sorted(**found)


def _kind(path: Path) -> str:
    name = path.name.lower()
    if name.endswith(WEIGHTS) or _is_saved_network(path):
        return "weights"
    if name.endswith(CODE):
        return "code"
    return "labels" if name.endswith(LABELS) else "picture"


def _is_saved_network(path: Path) -> bool:
    """Whether it is a folder as transformers and its like save a network."""
    return path.is_dir() and any((path / name).is_file() for name in ("config.json", "model.safetensors"))
