"""Figures of what is shown: the same painting as on screen, to be written into a file."""

import dataclasses
import math
from collections.abc import Iterator

import numpy as np

from ..widgets.bars_picture import Bars, paint_bars
from ..widgets.heads_picture import Heads, paint_heads
from ..widgets.matrix_picture import Matrix, paint_matrix
from ..widgets.theme import Theme
from .captions import caption, head_captions, settings, table_captions
from .figure import PAPER, Figure, Part, Span
from .scale import limits, matrix_limits, own_limits
from .shown_map import ranges_of
from .stage_figure import has_overlay, stage_figure
from .state import Answer, Fields
from .wording import tr, value_text

_TILE, _TILE_CAPTION = 130.0, 36.0
"""Width of one small map, and height of the caption below it, in points."""


def view_figure(now: Fields, theme: Theme = PAPER) -> Figure | None:
    """What fills the middle of the window; None while there is no picture."""
    return None if now.picture is None else stage_figure(now, theme)


def layer_figures(now: Fields, theme: Theme = PAPER) -> list[Figure]:
    """Every figure of the layer in focus that its answers give."""
    return list(_figures(now, theme))


def _figures(now: Fields, theme: Theme) -> Iterator[Figure]:
    assert now.outcome is not None
    layer, answers = now.outcome.layers[now.focus.layer], now.answers
    if bars := answers.get("bars"):
        yield bars_figure(now, bars.array(), theme, "bars")
    if has_overlay(now):
        yield stage_figure(now, theme)
    if found := answers.get("heads"):
        yield heads_figure(now, found, theme)
    if found := answers.get("matrix"):
        yield matrix_figure(now, found, theme)
    if found := answers.get("similarity"):
        yield similarity_figure(now, found, theme)
    if found := answers.get("tables"):
        yield (
            bars_figure(now, found.array(), theme, "weights")
            if found.array().ndim == 1
            else tables_figure(now, found, theme)
        )
    if found := answers.get("features"):
        yield features_figure(now, found, theme)
    if (found := answers.get("energy")) and layer.kind == "spatial":
        yield energy_figure(now, found, theme)


def bars_figure(now: Fields, values: np.ndarray, theme: Theme, what: str) -> Figure:
    """Weights of channels as bars, branch below branch."""
    bars = Bars(values.reshape(-1, values.shape[-1]), by_size=now.look.bars == "sorted", selected=now.focus.channel)
    height = 90.0 + 150.0 * len(bars.values)
    part = Part(720.0, height, lambda painter, rect: paint_bars(painter, rect, bars, theme))
    return Figure(what, (part,), _own_caption(now), settings(now), theme)


def heads_figure(now: Fields, answer: Answer, theme: Theme) -> Figure:
    """The map of every head for the query in focus."""
    span = Span(*limits(now.look, "heads", answer.array(), ranges_of(now)), now.look.colours)
    part = _tiles(answer.array(), span, head_captions(answer), theme)
    return Figure("heads", (part,), _own_caption(now, every_head=True), settings(now), theme)


def tables_figure(now: Fields, answer: Answer, theme: Theme) -> Figure:
    """Weights that have no place on the picture, table by table."""
    tables = answer.array().reshape(-1, *answer.array().shape[-2:])
    span = Span(*own_limits(now.look, "other", tables), now.look.colours)
    part = _tiles(tables, span, table_captions(answer), theme)
    return Figure("weights", (part,), _own_caption(now), settings(now), theme)


def matrix_figure(now: Fields, answer: Answer, theme: Theme) -> Figure:
    """The matrix of queries by keys."""
    span = Span(*matrix_limits(now.look, answer.array(), ranges_of(now)), now.look.colours)
    counts = (int(answer.message.header["queries"]), int(answer.message.header["keys"]))
    matrix = Matrix(answer.array(), span.low, span.high, span.colours, counts)
    own = max(answer.array().shape) / 480
    part = Part(480.0, 480.0, lambda painter, rect: paint_matrix(painter, rect, matrix, theme), span, "", own)
    return Figure("matrix", (part,), _own_caption(now), settings(now), theme)


def similarity_figure(now: Fields, answer: Answer, theme: Theme) -> Figure:
    """How alike the heads are, from -1 to 1."""
    heads = answer.array()
    span = Span(min(0.0, float(np.nanmin(heads))), 1.0, now.look.colours)
    matrix = Matrix(heads, span.low, span.high, span.colours)
    part = Part(320.0, 320.0, lambda painter, rect: paint_matrix(painter, rect, matrix, theme), span)
    text = tr("{0} · likeness of the heads: cosine of their matrices").format(_own_caption(now, every_head=True))
    return Figure("similarity", (part,), text, settings(now), theme)


def features_figure(now: Fields, answer: Answer, theme: Theme) -> Figure:
    """The feature maps of the strongest or the chosen channels, each in a scale of its own."""
    header = answer.message.header
    maps = answer.array("before" if now.focus.before else "values").astype(np.float32)
    own = np.stack([_stretched(one) for one in maps]) if len(maps) else np.zeros((1, 1, 1), np.float32)
    pairs = zip(header["channels"], header["weights"], strict=True)
    texts = [tr("channel {0}\nweight {1}").format(channel, value_text(weight)) for channel, weight in pairs]
    part = _tiles(own, Span(0.0, 1.0, now.look.colours), texts, theme, with_bar=False)
    side = tr("before the gate") if now.focus.before else tr("after the gate")
    text = tr("{0} · feature maps {1}, each in a scale of its own").format(_own_caption(now), side)
    return Figure("features", (part,), text, settings(now), theme)


def energy_figure(now: Fields, answer: Answer, theme: Theme) -> Figure:
    """What the spatial gate was applied to, and what it left of it."""
    before, product = answer.array().astype(np.float32), answer.array("product").astype(np.float32)
    span = Span(*own_limits(now.look, "spatial", np.stack([before, product])), now.look.colours)
    texts = [tr("feature energy"), tr("weight × feature energy")]
    part = _tiles(np.stack([before, product]), span, texts, theme, tile=2 * _TILE)
    return Figure("energy", (part,), _own_caption(now), settings(now), theme)


def _own_caption(now: Fields, every_head: bool = False) -> str:
    """The caption of what shows the layer's own weights, whatever lies over the picture."""
    return caption(dataclasses.replace(now, focus=dataclasses.replace(now.focus, source="weights")), every_head)


def _tiles(
    maps: np.ndarray, span: Span, captions: list[str], theme: Theme, with_bar: bool = True, tile: float = _TILE
) -> Part:
    heads = Heads(maps, span.low, span.high, tuple(captions), span.colours)
    across = math.ceil(math.sqrt(len(heads.maps)))
    down = math.ceil(len(heads.maps) / across)
    height = down * (tile * heads.shape + _TILE_CAPTION)
    return Part(
        across * tile,
        height,
        lambda painter, rect: paint_heads(painter, rect, heads, theme),
        span if with_bar else None,
    )


def _stretched(values: np.ndarray) -> np.ndarray:
    """From 0 to 1 of its own range."""
    low, high = float(np.nanmin(values)), float(np.nanmax(values))
    return (values - low) / (high - low) if high > low else np.zeros_like(values)
