"""Many layers on one sheet as a figure: every head of every layer, or every channel of every layer."""

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ...widgets.channels.heat_rows import Strip
from ...widgets.channels.heat_strip_picture import paint_heat_strip, paint_strip_head
from ...widgets.heads.wall_picture import Wall, WallRow, paint_wall
from ...widgets.look.texts import tr
from ...widgets.look.theme import Theme
from ..panels.channels_view import strip_rows_of
from ..panels.wall_scale import row_ends, scale_sentence, shared_ends
from ..state.captions import look_texts, settings, sheet_caption
from ..state.shown_map import ranges_of
from ..state.state import Answer, Fields
from .figure import PAPER, Figure, Part, Span, text_width

_TILE = 56.0
"""Points across for a head on the wall, at least."""
_TILES = 420.0
"""Points across for all heads of a layer, at least."""
_NAMES = 0.3
"""Share of that width that the names of the layers may take beside it."""
_ROW = 18.0
"""Points of a row of channels."""


def wall_figure(now: Fields, theme: Theme = PAPER) -> Figure | None:
    """Every head of every layer at the picked query; None where there is none."""
    assert now.outcome
    answers = {int(slot[5:]): answer for slot, answer in now.answers.items() if slot.startswith("wall:")}
    if not answers:
        return None
    ranges = {answer.question.layer: answer for answer in ranges_of(now)}
    shared = shared_ends(now.look, now.outcome, list(answers.values()), ranges)
    rows = tuple(_wall_row(now, index, answers[index], shared) for index in sorted(answers))
    size = now.outcome.input_size
    wall = Wall(rows, size[0] / size[1])
    width, height = _wall_size(wall)
    ends = shared if now.look.scale not in ("map", "layer") else None
    span = Span(*ends, now.look.colours) if ends else None
    most = max(answer.array().shape[-1] for answer in answers.values())
    part = Part(
        width,
        height,
        lambda painter, rect: paint_wall(painter, rect, wall, theme),
        span,
        pixels_per_point=max(2.0, most / _TILE),
    )
    heads = tr("{0} heads of {1} layers").format(sum(row.heads for row in rows), len(rows))
    text = f"{sheet_caption(now, heads, query=True)}\n{scale_sentence(now.look, shared)}"
    return Figure("wall", (part,), text, settings(now), theme)


def _wall_size(wall: Wall) -> tuple[float, float]:
    """Width and height at which the layers' names can be read."""
    tile = max(_TILE, _TILES / wall.columns) + 3
    across = wall.columns * tile
    names = max(text_width(name) for name in wall.names) + 10
    return across + min(names, _NAMES * across), 24 + len(wall.rows) * (tile * wall.ratio)


def channels_figure(now: Fields, theme: Theme = PAPER) -> Figure | None:
    """Every channel of every layer of channel attention; None where there is none."""
    assert now.outcome
    infos = now.outcome.layers
    layers = tuple(
        index for index, layer in enumerate(infos) if layer.kind == "channel" and f"bars:{index}" in now.answers
    )
    if not layers:
        return None
    strip = Strip(strip_rows_of(now, layers), now.look.bars, "max", now.look.colours)
    spans = {(row.low, row.high) for row in strip.rows}
    span = Span(*next(iter(spans)), now.look.colours) if len(spans) == 1 else None
    if strip.standing == "histogram":
        span = Span(0.0, strip.largest_share, now.look.colours)

    def paint(painter: QPainter, rect: QRectF) -> None:
        paint_strip_head(painter, rect, strip, theme)
        paint_heat_strip(painter, rect, strip, theme)

    part = Part(720.0, 24 + max(6, len(layers)) * _ROW, paint, span)
    what = tr("channels of {0} layers; where several share a pixel, the strongest is shown").format(len(layers))
    text = " · ".join([sheet_caption(now, what, query=False), look_texts(now.look)[0]])
    return Figure("channels", (part,), text, settings(now), theme)


def _wall_row(now: Fields, index: int, answer: Answer, shared: tuple[float, float]) -> WallRow:
    assert now.outcome
    layer, values = now.outcome.layers[index], answer.array()
    lows, highs = np.array(row_ends(now.look, answer, shared), dtype=np.float32).T
    rows, columns = now.outcome.input_size
    top, left, bottom, right = answer.message.header["extent"]
    box = (left / columns, top / rows, (right - left) / columns, (bottom - top) / rows)
    return WallRow(layer.title, layer.heads, values, lows, highs, box, now.look.colours)
