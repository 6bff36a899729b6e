"""One layer in detail as figures: bars, heads, the matrix, feature maps, each as the detail panel shows it."""

import math

import numpy as np

from ...widgets.channels.bars_picture import Bars, paint_bars
from ...widgets.channels.contact_picture import paint_contact_sheet, sheet_height
from ...widgets.channels.histogram_picture import Histogram, paint_histogram
from ...widgets.heads.heads_picture import Heads, paint_heads
from ...widgets.heads.matrix_picture import Matrix, paint_matrix
from ...widgets.heads.similarity_picture import Similarity, paint_similarity
from ...widgets.look.texts import tr
from ...widgets.look.theme import Theme
from ..panels.contact_part import contact_sheet, shown_answers
from ..state.captions import colours_text, head_captions, layer_caption, settings, table_captions
from ..state.scale import limits, matrix_limits, own_limits
from ..state.shown_map import ranges_of
from ..state.state import Answer, Fields
from .figure import Figure, Part, Span, line_height

_TILE, _TILE_CAPTION = 130.0, 36.0
"""Width of one small map, and height of the caption below it, in points."""
_SHEET = 560.0
"""Width of a contact sheet in points."""
_MATRIX = 480.0


def bars_figure(now: Fields, values: np.ndarray, theme: Theme, what: str) -> Figure:
    """Weights of channels as bars, branch below branch, or counted by their size."""
    bars = Bars(values.reshape(-1, values.shape[-1]), by_size=now.look.bars == "sorted", selected=now.focus.channel)
    if now.look.bars == "histogram":
        counted = Histogram(bars.values)
        part = Part(560.0, 280.0, lambda painter, rect: paint_histogram(painter, rect, counted, theme))
    else:
        height = 90.0 + 150.0 * len(bars.values)
        part = Part(720.0, height, lambda painter, rect: paint_bars(painter, rect, bars, theme))
    return Figure(what, (part,), layer_caption(now, colours=False), settings(now), theme)


def heads_figure(now: Fields, answer: Answer, theme: Theme) -> Figure:
    """The map of every head for the query in focus."""
    span = Span(*limits(now.look, "heads", answer.array(), ranges_of(now)), now.look.colours)
    part = _tiles(answer.array(), span, head_captions(answer), theme)
    return Figure("heads", (part,), layer_caption(now, every_head=True), settings(now), theme)


def tables_figure(now: Fields, answer: Answer, theme: Theme) -> Figure:
    """Weights that have no place on the picture, table by table."""
    tables = answer.array().reshape(-1, *answer.array().shape[-2:])
    span = Span(*own_limits(now.look, "other", tables), now.look.colours)
    part = _tiles(tables, span, table_captions(answer), theme)
    return Figure("weights", (part,), layer_caption(now), settings(now), theme)


def matrix_figure(now: Fields, answer: Answer, theme: Theme) -> Figure:
    """The matrix of queries by keys."""
    assert now.outcome
    span = Span(*matrix_limits(now.look, answer.array(), ranges_of(now)), now.look.colours)
    counts = (int(answer.message.header["queries"]), int(answer.message.header["keys"]))
    prefix = now.outcome.layers[now.focus.layer].prefix
    own = (prefix, prefix if counts[0] == counts[1] else 0)
    matrix = Matrix(answer.array(), span.low, span.high, span.colours, counts, own)
    sharp = max(answer.array().shape) / _MATRIX
    part = Part(
        _MATRIX, _MATRIX, lambda painter, rect: paint_matrix(painter, rect, matrix, theme), span, pixels_per_point=sharp
    )
    return Figure("matrix", (part,), layer_caption(now, query=False), settings(now), theme)


def similarity_figure(now: Fields, answer: Answer, theme: Theme) -> Figure:
    """How alike the heads are: the cosine of their matrices."""
    values = answer.array()
    low = min(0.0, float(np.nanmin(values))) if np.isfinite(values).any() else 0.0
    shown = Similarity(values, low, 1.0, now.look.colours)
    part = Part(
        360.0,
        360.0,
        lambda painter, rect: paint_similarity(painter, rect, shown, theme),
        Span(low, 1.0, shown.colour_map),
    )
    text = tr("{0} · similarity of the heads: the cosine of their matrices")
    told = layer_caption(now, every_head=True, query=False, colours=False)
    return Figure("similarity", (part,), text.format(told), settings(now), theme)


def features_figure(now: Fields, answer: Answer, theme: Theme) -> Figure:
    """The feature maps of the strongest or the chosen channels, each in a scale of its own."""
    sheet = contact_sheet(now, shown_answers(now))
    height = sheet_height(_SHEET, sheet, math.ceil(line_height()))
    sharp = 6 * answer.array().shape[-1] / _SHEET
    part = Part(
        _SHEET,
        max(height, 40.0),
        lambda painter, rect: paint_contact_sheet(painter, rect, sheet, theme),
        pixels_per_point=sharp,
    )
    side = tr("before the gate") if now.focus.before else tr("after the gate")
    text = tr("{0} · feature maps {1}, each in a scale of its own · {2}")
    told = text.format(layer_caption(now, colours=False), side, colours_text(now.look))
    return Figure("features", (part,), told, settings(now), theme)


def energy_figure(now: Fields, answer: Answer, theme: Theme) -> Figure:
    """What the spatial gate was applied to, and what it left of it."""
    before, product = answer.array().astype(np.float32), answer.array("product").astype(np.float32)
    span = Span(*own_limits(now.look, "spatial", np.stack([before, product])), now.look.colours)
    texts = [tr("feature energy"), tr("weight × feature energy")]
    part = _tiles(np.stack([before, product]), span, texts, theme, tile=2 * _TILE)
    return Figure("energy", (part,), layer_caption(now), settings(now), theme)


def _tiles(maps: np.ndarray, span: Span, captions: list[str], theme: Theme, tile: float = _TILE) -> Part:
    heads = Heads(maps, span.low, span.high, tuple(captions), span.colours)
    across = math.ceil(math.sqrt(len(heads.maps)))
    down = math.ceil(len(heads.maps) / across)
    height = down * (tile * heads.shape + _TILE_CAPTION)
    sharp = maps.shape[-1] / tile
    return Part(
        across * tile,
        height,
        lambda painter, rect: paint_heads(painter, rect, heads, theme),
        span,
        pixels_per_point=sharp,
    )
