"""How features of places lie in a tensor of a network: which dimension is of features, and where the places are."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np
import numpy.typing as npt
from torch import Tensor

from ..places.place_table import LOST, PlaceTable, constant_along, without_repeats
from ..places.shadow_rules import Shadow
from ..records import Boxes

_ALIKE = 0.15
"""How far the shape of a map may be from that of the input, in logarithms."""


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """How features of places lie in a tensor: what a spot says of it."""

    channels: int
    dimensions: int
    boxes: Callable[[], Boxes]
    """Worked out when it is wanted: there are many maps, and the early ones are large."""
    guessed: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """What a tensor was, without its values."""

    leaf: int
    """Which of the tensors it was that a module was given, or gave."""
    shape: tuple[int, ...]
    shadow: Shadow
    """Numbers of its places; empty where they were not followed to it."""


Read = Callable[[Outline], Reading | None]
"""Tells how features lie in a tensor; None where it holds none of several places."""


def by_places(table: PlaceTable, guess: Read) -> Read:
    """By the places that were followed to the tensor; by `guess` where they were lost on the way."""

    def read(outline: Outline) -> Reading | None:
        if len(outline.shadow) != 1 or math.prod(outline.shape) < 2:
            return None
        numbers = outline.shadow[0]
        if bool((without_repeats(numbers) == LOST).any()):
            return guess(outline)
        flat = [d for d in range(numbers.dim()) if numbers.shape[d] > 1 and constant_along(numbers, d)]
        if len(flat) != 1:
            return None
        places = numbers.select(flat[0], 0).flatten()
        placed = places[places > LOST]
        if not placed.numel() or bool((placed == placed[0]).all()):
            return None
        return Reading(flat[0], len(outline.shape), lambda: table.boxes(places).numpy())

    return read


def by_shape(image: Tensor, tokens: Mapping[int, Boxes]) -> Read:
    """By the shape alone: a map is as wide to its height as the input, and so many tokens lie where others did."""
    size = int(image.shape[-2]), int(image.shape[-1])

    def read(outline: Outline) -> Reading | None:
        shape = outline.shape
        if len(shape) == 3 and shape[0] == 1 and shape[1] in tokens:
            return Reading(2, 3, lambda: tokens[shape[1]], guessed=True)
        if len(shape) != 4 or shape[0] != 1:
            return None
        rows_and_columns = {1: shape[2:], 3: shape[1:3]}
        channels = min(rows_and_columns, key=lambda at: _unlike(rows_and_columns[at], size))
        rows, columns = rows_and_columns[channels]
        if rows * columns < 2 or _unlike((rows, columns), size) > _ALIKE:
            return None
        return Reading(channels, 4, partial(_tiles, rows, columns, size), guessed=True)

    return read


def _unlike(shape: tuple[int, ...], size: tuple[int, int]) -> float:
    """How far the shape of a map is from that of the input; endless where it is larger."""
    if shape[0] > size[0] or shape[1] > size[1]:
        return math.inf
    return abs(math.log(shape[0] / shape[1]) - math.log(size[0] / size[1]))


def _tiles(rows: int, columns: int, size: tuple[int, int]) -> Boxes:
    """Equal boxes that cover the whole input, row by row."""
    down, across = np.linspace(0, size[0], rows + 1), np.linspace(0, size[1], columns + 1)
    top, left = np.meshgrid(down[:-1], across[:-1], indexing="ij")
    bottom, right = np.meshgrid(down[1:], across[1:], indexing="ij")
    boxes: npt.NDArray[np.float64] = np.stack([top, left, bottom, right], -1).reshape(-1, 4)
    return boxes.astype(np.float32)
