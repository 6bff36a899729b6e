"""Layers of attention whose weights and places are given, for what is worked out from recorded ones."""

from typing import NoReturn

import numpy as np
import torch
from attnscope.models.errors import UserError
from attnscope.models.records import Grid, Place
from attnscope.models.tags.folding import Folding
from attnscope.models.weights.evidence import Evidence
from attnscope.models.weights.heads import MatrixHeads, unfolded_heads
from attnscope.models.weights.layer import Layer
from attnscope.models.weights.whereabouts import Whereabouts

NOWHERE = [np.nan] * 4


class Given(Evidence):
    """Answers what it was given."""

    def __init__(self, grid: Grid | None, folding: Folding, gradients: torch.Tensor | None) -> None:
        self._told = Whereabouts(grid, folding)
        self._gradients = gradients

    def weights(self, index: int) -> NoReturn:
        raise UserError("Nothing is kept twice.")

    def features(self, index: int) -> NoReturn:
        raise UserError("There are none.")

    def error(self, index: int) -> float:
        return 0.0

    def gradient(self, index: int) -> MatrixHeads:
        if self._gradients is None:
            raise UserError("Gradients were not asked for.")
        return unfolded_heads(self._gradients)

    def whereabouts(self, index: int) -> Whereabouts:
        return self._told


def made_layer(
    weights: np.ndarray,
    grid: Grid | None,
    gradients: np.ndarray | None = None,
    name: str = "attention",
    kind: str = "heads",
) -> Layer:
    """`weights` and `gradients`: (h, Q, K) or (windows, h, Q, K)."""
    kept = unfolded_heads(torch.from_numpy(weights.astype(np.float32))[None])
    changes = None if gradients is None else torch.from_numpy(gradients.astype(np.float32))[None]
    return Layer(Place(name), kind, "softmax", kept, "", 0, Given(grid, kept.folding, changes))


def cells(rows: int, columns: int, size: int, prefix: int = 0) -> np.ndarray:
    """Boxes of square cells, row by row, after so many tokens without a place."""
    corners = [(row * size, column * size) for row in range(rows) for column in range(columns)]
    placed = [(top, left, top + size, left + size) for top, left in corners]
    return np.array([NOWHERE] * prefix + placed, np.float32)


def self_attention(weights: np.ndarray, boxes: np.ndarray, size: tuple[int, int], **more: object) -> Layer:
    """A layer whose queries and keys are the same tokens."""
    return made_layer(weights, Grid(size, boxes, boxes), **more)  # type: ignore[arg-type]


def softmax(scores: np.ndarray) -> np.ndarray:
    """Rows that sum to 1."""
    powers = np.exp(scores - scores.max(-1, keepdims=True))
    return powers / powers.sum(-1, keepdims=True)
