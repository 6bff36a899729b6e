"""Plants a patch in a picture and sees which keys change: another way of telling where the keys of a network lie.

Attention is cut while this is done, so that nothing but what lies near a token can change it: convolutions, merged
patches and residual ways. Nothing of what the places are followed with is used here.
"""

from dataclasses import dataclass

import attnscope
import numpy as np
import torch
from attnscope.models.records import Place
from attnscope.models.tags.application import Application
from attnscope.models.watching.surroundings import kept
from attnscope.models.watching.watching import watching
from attnscope.models.weights.heads import Heads
from attnscope.models.weights.layer import Layer
from torch import Tensor, nn

SIDE = 8
"""Pixels of a planted patch."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """What was planted at how many spots, and how often the key that changed most lies there."""

    layer: Layer
    spots: int
    hits: int


def sightings(model: nn.Module, size: tuple[int, int], spots: int = 4) -> list[Sighting]:
    """For every layer of heads or of a spatial gate whose keys have places and hear of the patches at all."""
    _without_silence(model)
    rng = np.random.default_rng(7)
    picture = torch.from_numpy(rng.normal(0, 0.5, (1, 3, *size)).astype(np.float32))
    with torch.no_grad():
        layers = attnscope.record(model, picture).layers
    before = _keys(model, picture)
    changes: list[tuple[tuple[int, int], dict[Place, Tensor]]] = []
    for _ in range(spots):
        row, column = (int(rng.integers(SIDE, length - SIDE)) for length in size)
        other = picture.clone()
        patch = rng.normal(0, 3, (1, 3, SIDE, SIDE)).astype(np.float32)
        other[..., row - SIDE // 2 : row + SIDE // 2, column - SIDE // 2 : column + SIDE // 2] += torch.from_numpy(
            patch
        )
        after = _keys(model, other)
        changes.append(((row, column), {place: (after[place] - keys).norm(dim=-1) for place, keys in before.items()}))
    found: list[Sighting] = []
    for layer in layers:
        if layer.grid is None or layer.grid.keys is None or layer.kind not in ("heads", "spatial"):
            continue
        heard = [(spot, _over_windows(layer, change[layer.place])) for spot, change in changes]
        heard = [(spot, change) for spot, change in heard if change.any()]
        hits = sum(_holds(layer.grid.keys[int(change.argmax())], spot) for spot, change in heard)
        if heard:
            found.append(Sighting(layer, len(heard), hits))
    return found


def _without_silence(model: nn.Module) -> None:
    # A branch that begins as nothing lets nothing through.
    for module in model.modules():
        weight = getattr(module, "weight", None)
        if "Norm" in type(module).__name__ and isinstance(weight, Tensor) and not weight.any():
            nn.init.constant_(weight, 0.3)


def _keys(model: nn.Module, picture: Tensor) -> dict[Place, Tensor]:
    found: dict[Place, Tensor] = {}

    def cut(application: Application, place: Place) -> Tensor:
        tensor, arranged = application.key_sides()[0]
        found[place] = arranged(tensor).clone()
        result = application.run()
        return torch.zeros_like(result) if application.kind == "heads" else result

    with kept(model), torch.no_grad(), watching(model, cut):
        model(picture)
    return found


def _over_windows(layer: Layer, change: Tensor) -> Tensor:
    # (..., K) of all matrices -> (windows * K,), the heads together.
    if not isinstance(layer.kept, Heads):
        return change.flatten()
    return layer.kept.folding.unfold(change[..., None])[0, ..., 0].sum(1).flatten()


def _holds(box: np.ndarray, spot: tuple[int, int]) -> bool:
    # Whether the patch touches the box, or one beside it: with random weights a convolution may look past its centre.
    top, left, bottom, right = box
    down, across = bottom - top + SIDE / 2, right - left + SIDE / 2
    return bool(top - down <= spot[0] <= bottom + down and left - across <= spot[1] <= right + across)
