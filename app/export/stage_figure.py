"""The picture with what lies over it as a figure: one pane, two side by side, or one over the other."""

from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ...models.pictures.images import Picture
from ...models.records import PassInfo
from ...widgets.look.photo import Photo
from ...widgets.look.theme import Theme
from ...widgets.look.viewport import Box
from ...widgets.stage.overlay import Look as OverlayLook
from ...widgets.stage.overlay import Overlay as PaintedOverlay
from ...widgets.stage.split_picture import Split, paint_split
from ...widgets.stage.stage_picture import Scene, paint_stage
from ..state import shown_map
from ..state.captions import caption, settings
from ..state.shown_map import Overlay, overlay_of, second_overlay_of
from ..state.source_texts import doubt, source_text
from ..state.state import Fields
from .figure import PAPER, Figure, Part, Span

LARGEST = 4096
"""Pixels along the longer side of a picture that is written at its own resolution, at most."""
_LONGER = 540.0
"""Points along the longer side of the picture."""


def has_overlay(now: Fields) -> bool:
    """Whether anything lies over the picture."""
    return overlay_of(now) is not None


def stage_figure(now: Fields, theme: Theme = PAPER) -> Figure:
    """What the stage shows, second pane and all."""
    assert now.picture is not None
    first, second = overlay_of(now), second_overlay_of(now)
    text = "\n".join(line for line in (caption(now), doubt(now, second)) if line)
    return Figure("overlay", _parts(now, first, second, theme), text, settings(now), theme)


def stage_part(now: Fields, theme: Theme, longer: float = _LONGER) -> Part:
    """The first pane alone."""
    assert now.picture is not None
    return _part(_scene(now, now.picture, _outcome(now), overlay_of(now)), overlay_of(now), theme, longer=longer)


def pin_boxes(now: Fields, overlay: Overlay | None) -> list[Box]:
    """The pinned places, in pixels of the picture."""
    return shown_map.pin_boxes(now, overlay, _outcome(now))


def _parts(now: Fields, first: Overlay | None, second: Overlay | None, theme: Theme) -> tuple[Part, ...]:
    assert now.picture is not None
    scene = _scene(now, now.picture, _outcome(now), first)
    if not now.focus.second:
        return (_part(scene, first, theme),)
    titles = source_text(now, now.focus.source), source_text(now, now.focus.second)
    beside = now.beside if now.focus.second == "beside" else None
    picture, outcome = (beside.picture, beside.outcome) if beside else (now.picture, _outcome(now))
    other = _scene(now, picture, outcome, second)
    if now.look.split and beside is None:
        return (_split_part(scene, Split(other, 0.5, *titles), first or second, theme),)
    return _part(scene, first, theme, titles[0]), _part(other, second, theme, titles[1])


def _outcome(now: Fields) -> PassInfo | None:
    """The pass of the picture that is on screen."""
    return now.outcome if now.pictured is now.picture else None


def _scene(now: Fields, picture: Picture, outcome: PassInfo | None, shown: Overlay | None) -> Scene:
    overlay = PaintedOverlay(shown.values, shown.box, shown.low, shown.high) if shown else None
    return Scene(
        photo=Photo(picture.pixels),
        overlay=overlay,
        look=OverlayLook(shown.colours if shown else now.look.colours, now.look.smooth),
        opacity=now.look.opacity,
        marker=shown.marker if shown else None,
        seen=outcome.affine.box((0, 0, *outcome.input_size)) if outcome else None,
        pins=tuple(pin_boxes(now, shown)),
        contours=now.look.contours,
        cell_grid=now.look.cell_grid,
    )


def _part(scene: Scene, shown: Overlay | None, theme: Theme, title: str = "", longer: float = _LONGER) -> Part:
    photo = scene.photo
    assert photo is not None
    factor = longer / max(photo.width, photo.height)
    span = Span(shown.low, shown.high, shown.colours) if shown else None
    own = min(max(photo.width, photo.height), LARGEST) / longer
    size = max(8.0, photo.width * factor), max(8.0, photo.height * factor)
    return Part(*size, lambda painter, rect: paint_stage(painter, rect, scene, theme), span, title, own)


def _split_part(scene: Scene, split: Split, shown: Overlay | None, theme: Theme) -> Part:
    """The second scene right of the middle, over the first."""
    whole = _part(scene, shown, theme)

    def paint(painter: QPainter, rect: QRectF) -> None:
        paint_split(painter, rect, scene, split, theme)

    return replace(whole, paint=paint)
