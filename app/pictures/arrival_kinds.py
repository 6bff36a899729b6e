"""What sort of file each is: a picture, a video, weights, code or labels. Told by the names, without opening one."""

from dataclasses import dataclass
from pathlib import Path

from ...models.pictures.films import FILMS

WEIGHTS = (".pth", ".pt", ".bin", ".ckpt", ".safetensors", ".pkl", ".pickle", ".tar", ".th", ".index.json")
"""How files of weights end."""
LABELS = (".txt", ".json")
CODE = (".py",)
SESSION = (".attnsession",)


@dataclass(frozen=True, slots=True)
class Sorted:
    """Every picture, or folder of pictures; of each other sort the first file, None where there is none."""

    pictures: tuple[Path, ...] = ()
    video: Path | None = None
    weights: Path | None = None
    code: Path | None = None
    labels: Path | None = None
    session: Path | None = None

    @property
    def picture(self) -> Path | None:
        """The first picture."""
        return self.pictures[0] if self.pictures else None


def sorted_by_kind(paths: list[Path]) -> Sorted:
    """Folders are told by what lies in them; whatever is of no known sort is taken for a picture."""
    found: dict[str, Path] = {}
    pictures: list[Path] = []
    for path in paths:
        kind = _kind(path)
        if kind == "picture":
            pictures.append(path)
        else:
            found.setdefault(kind, path)
    return Sorted(tuple(pictures), **found)


def _kind(path: Path) -> str:
    name = path.name.lower()
    for kind, endings in (("weights", WEIGHTS), ("code", CODE), ("labels", LABELS), ("session", SESSION)):
        if name.endswith(endings):
            return kind
    if path.is_dir():
        return "weights" if _is_saved_network(path) else "picture"
    return "video" if name.endswith(FILMS) else "picture"


def _is_saved_network(path: Path) -> bool:
    """Whether it is a folder as transformers and its like save a network."""
    return any((path / name).is_file() for name in ("config.json", "model.safetensors"))
