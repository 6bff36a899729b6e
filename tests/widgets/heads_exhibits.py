"""The widgets of heads with made-up data, to be looked at."""

import numpy as np
from attnscope.widgets.heads.attention_matrix import AttentionMatrix
from attnscope.widgets.heads.head_dots import HeadFigures
from attnscope.widgets.heads.head_grid import HeadGrid
from attnscope.widgets.heads.heads_wall import HeadsWall
from attnscope.widgets.heads.pin_row import Pin, PinRow
from attnscope.widgets.heads.similarity_grid import SimilarityGrid

from .exhibit import Exhibit

RANDOM = np.random.default_rng(5)


def exhibits() -> dict[str, Exhibit]:
    """Every widget of heads, in the states that differ."""
    return {
        "wall-12": (lambda: _wall((12,) * 12), 900, 700),
        "wall-24": (lambda: _wall((16,) * 24), 1200, 760),
        "wall-swin": (lambda: _wall((3, 3, 6, 6, 12, 12, 24, 24)), 900, 420),
        "heads-12": (lambda: _heads(12), 380, 520),
        "heads-1": (lambda: _heads(1), 320, 340),
        "matrix": (_matrix, 380, 400),
        "similarity-4": (lambda: _similarity(4), 300, 300),
        "similarity-16": (lambda: _similarity(16), 400, 400),
        "figures": (_figures, 320, 240),
        "pins": (_pins, 240, 170),
    }


def spots(count: int, side: int = 14) -> np.ndarray:
    """(count, side, side): maps with one soft spot each, which sum to 1."""
    y, x = np.mgrid[0:side, 0:side] / side
    middles, widths = RANDOM.random((count, 2)), RANDOM.uniform(0.05, 0.4, count)
    apart = (y - middles[:, :1, None]) ** 2 + (x - middles[:, 1:, None]) ** 2
    made = np.exp(-apart / 2 / widths[:, None, None] ** 2) + 0.15 * RANDOM.random((count, side, side))
    return (made / made.sum((1, 2), keepdims=True)).astype(np.float32)


def _wall(heads: tuple[int, ...]) -> HeadsWall:
    wall = HeadsWall()
    wall.set_layers([(f"encoder.layers.{row}.attention", count) for row, count in enumerate(heads)])
    for row, count in enumerate(heads):
        maps = spots(count)
        wall.set_maps(row, maps, [(0, float(one.max())) for one in maps])
    wall.set_current(1, 2)
    return wall


def _heads(count: int) -> HeadGrid:
    grid, maps = HeadGrid(), spots(count)
    grid.set_maps(maps, 0, float(maps.max()))
    grid.set_captions([f"head {head + 1}\nH {head / 3:.1f} · d {7 * head} px" for head in range(count)])
    grid.set_selected(0)
    return grid


def _matrix() -> AttentionMatrix:
    matrix = AttentionMatrix()
    values = RANDOM.random((197, 197)).astype(np.float32) ** 6 + np.eye(197, dtype=np.float32)
    matrix.set_values(values / values.sum(1, keepdims=True), (197, 197))
    matrix.set_prefix(1, 1)
    matrix.set_range(0, 0.05)
    matrix.set_query(60)
    return matrix


def _similarity(count: int) -> SimilarityGrid:
    grid = SimilarityGrid()
    rows = spots(count).reshape(count, -1)
    long = np.linalg.norm(rows, axis=1)
    grid.set_values(rows @ rows.T / long / long[:, None])
    grid.set_selected(1)
    return grid


def _figures() -> HeadFigures:
    figures = HeadFigures()
    figures.set_figures([("entropy, nats", RANDOM.random(12) * 5), ("distance, pixels", RANDOM.random(12) * 90)])
    figures.set_selected(4)
    return figures


def _pins() -> PinRow:
    row = PinRow()
    row.set_pins([Pin("place", one) for one in spots(4)] + [Pin("on its way")], 0, 0.02, "inferno")
    row.set_current(1)
    return row
