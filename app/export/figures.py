"""Figures of what is shown: the same painting as on screen, to be written into a file."""

from collections.abc import Iterator

from ...widgets.look.theme import Theme
from ..state.state import Fields
from .figure import PAPER, Figure
from .layer_figures import (
    bars_figure,
    energy_figure,
    features_figure,
    heads_figure,
    matrix_figure,
    similarity_figure,
    tables_figure,
)
from .sheet_figures import channels_figure, wall_figure
from .stage_figure import has_overlay, stage_figure


def view_figure(now: Fields, theme: Theme = PAPER) -> Figure | None:
    """What fills the middle of the window; None while there is nothing."""
    if now.picture is None:
        return None
    if now.outcome is not None and now.focus.view == "wall":
        return wall_figure(now, theme)
    if now.outcome is not None and now.focus.view == "channels":
        return channels_figure(now, theme)
    return stage_figure(now, theme)


def layer_figures(now: Fields, theme: Theme = PAPER) -> list[Figure]:
    """Every figure of the layer in focus that its answers give."""
    return list(_figures(now, theme))


def _figures(now: Fields, theme: Theme) -> Iterator[Figure]:
    answers = now.answers
    if bars := answers.get("bars"):
        yield bars_figure(now, bars.array(), theme, "bars")
    if has_overlay(now):
        yield stage_figure(now, theme)
    if tables := answers.get("tables"):
        flat = tables.array().ndim == 1
        yield bars_figure(now, tables.array(), theme, "weights") if flat else tables_figure(now, tables, theme)
    for slot, made in _OF_ANSWERS.items():
        if answer := answers.get(slot):
            yield made(now, answer, theme)


_OF_ANSWERS = {
    "heads": heads_figure,
    "matrix": matrix_figure,
    "similarity": similarity_figure,
    "features": features_figure,
    "energy": energy_figure,
}
"""Slot of an answer -> what makes a figure of it."""
