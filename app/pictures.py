"""Pictures of what is shown, as images: the same painting as on screen, at a file's resolution."""

import math

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QImage, QPainter

from ..models.records import LayerInfo
from ..widgets.bars_picture import Bars, paint_bars
from ..widgets.colour_bar import paint_colour_bar
from ..widgets.heads_picture import Heads, paint_heads
from ..widgets.matrix_picture import Matrix, paint_matrix
from ..widgets.overlay import Look as OverlayLook
from ..widgets.overlay import Overlay
from ..widgets.photo import Photo
from ..widgets.stage_picture import Scene, paint_stage
from ..widgets.theme import LIGHT, Theme
from .captions import caption, head_captions, table_captions
from .scale import limits, matrix_limits, own_limits
from .shown_map import overlay_of, ranges_of
from .state import Answer, Fields

SMALLEST, LARGEST = 480, 4096
"""Pixels along the longer side of a picture: small ones are enlarged, so that cells and captions can be read."""
_MARGIN = 16
_TILE, _CAPTION = 280, 44
"""Pixels of one head's map, and of the caption below it."""


def stage_image(now: Fields, theme: Theme = LIGHT) -> QImage:
    """The picture with the overlay of the layer in focus, a colour bar beside it and a caption below."""
    assert now.picture is not None
    height, width = now.picture.pixels.shape[:2]
    factor = min(max(SMALLEST / max(width, height), 1.0), LARGEST / max(width, height))
    size = (max(1, round(width * factor)), max(1, round(height * factor)))
    shown = overlay_of(now)
    page = _Page(max(size[0], SMALLEST // 2), size[1], theme, bar=shown is not None)
    look = OverlayLook(now.look.colours, now.look.smooth)
    overlay = Overlay(shown.values, shown.box, shown.low, shown.high) if shown else None
    seen = now.outcome.affine.box((0, 0, *now.outcome.input_size)) if now.outcome else None
    marker = shown.marker if shown else None
    scene = Scene(Photo(now.picture.pixels), overlay, look, now.look.opacity, marker, seen)
    paint_stage(page.painter, page.body, scene, theme)
    if shown:
        paint_colour_bar(page.painter, page.side, shown.low, shown.high, now.look.colours, theme)
    return page.finish(caption(now))


def bars_image(now: Fields, answer: Answer, theme: Theme = LIGHT) -> QImage:
    """The channel weights as bars."""
    page = _Page(1200, 480, theme)
    values = answer.array().reshape(-1, answer.array().shape[-1])
    paint_bars(
        page.painter, page.body, Bars(values, by_size=now.look.bars == "sorted", selected=now.focus.channel), theme
    )
    return page.finish(caption(now))


def heads_image(now: Fields, answer: Answer, theme: Theme = LIGHT) -> QImage:
    """The map of every head for the query in focus."""
    low, high = limits(now.look, "heads", answer.array(), ranges_of(now))
    heads = Heads(answer.array(), low, high, tuple(head_captions(answer)), now.look.colours)
    return _tiles(heads, caption(now, every_head=True), theme)


def tables_image(now: Fields, answer: Answer, theme: Theme = LIGHT) -> QImage:
    """Weights that have no place on the picture, table by table."""
    tables = answer.array().reshape(-1, *answer.array().shape[-2:])
    low, high = own_limits(now.look, "other", tables)
    return _tiles(Heads(tables, low, high, tuple(table_captions(answer)), now.look.colours), caption(now), theme)


def _tiles(heads: Heads, text: str, theme: Theme) -> QImage:
    across = math.ceil(math.sqrt(len(heads.maps)))
    down = math.ceil(len(heads.maps) / across)
    page = _Page(across * _TILE, round(down * (_TILE * heads.shape + _CAPTION)), theme, bar=True)
    paint_heads(page.painter, page.body, heads, theme)
    paint_colour_bar(page.painter, page.side, heads.low, heads.high, heads.colour_map, theme)
    return page.finish(text)


def matrix_image(now: Fields, answer: Answer, theme: Theme = LIGHT) -> QImage:
    """The matrix of queries by keys."""
    page = _Page(960, 960, theme, bar=True)
    low, high = matrix_limits(now.look, answer.array(), ranges_of(now))
    counts = (int(answer.message.header["queries"]), int(answer.message.header["keys"]))
    paint_matrix(page.painter, page.body, Matrix(answer.array(), low, high, now.look.colours, counts), theme)
    paint_colour_bar(page.painter, page.side, low, high, now.look.colours, theme)
    return page.finish(caption(now))


class _Page:
    """A body of a given size, a caption below it and, where wished, a colour bar at its right."""

    def __init__(self, width: int, height: int, theme: Theme, bar: bool = False) -> None:
        self._theme = theme
        self._font = QFont()
        self._font.setPixelSize(15)
        line = QFontMetrics(self._font).height()
        side = QFontMetrics(self._font).horizontalAdvance("0.0000") + 28 if bar else 0
        self._caption_top = height + 2 * _MARGIN
        full = (width + 2 * _MARGIN + (side + _MARGIN if bar else 0), self._caption_top + 2 * line + _MARGIN)
        self._image = QImage(*full, QImage.Format.Format_RGB32)
        self._image.fill(theme.window)
        self.painter = QPainter(self._image)
        self.painter.setFont(self._font)
        self.body = QRectF(_MARGIN, _MARGIN, width, height)
        self.side = QRectF(width + 2 * _MARGIN, _MARGIN, side, min(height, 480))

    def finish(self, text: str) -> QImage:
        """Write the caption and hand over the image."""
        room = QRectF(_MARGIN, self._caption_top, self._image.width() - 2 * _MARGIN, self._image.height())
        self.painter.setPen(self._theme.text)
        self.painter.drawText(room, Qt.TextFlag.TextWordWrap, text)
        self.painter.end()
        return self._image


def layer_images(now: Fields, layer: LayerInfo) -> dict[str, QImage]:
    """Every picture that the window shows of the layer in focus: what it is -> the image."""
    images: dict[str, QImage] = {}
    if layer.kind == "channel" and (answer := now.answers.get("bars")):
        images["bars"] = bars_image(now, answer)
    if overlay_of(now) is not None:
        images["overlay"] = stage_image(now)
    if answer := now.answers.get("heads"):
        images["heads"] = heads_image(now, answer)
    if answer := now.answers.get("matrix"):
        images["matrix"] = matrix_image(now, answer)
    if answer := now.answers.get("tables"):
        images["weights"] = bars_image(now, answer) if answer.array().ndim == 1 else tables_image(now, answer)
    return images
