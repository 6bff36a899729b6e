"""A GIF that steps through the layers: one frame for each, with its colour bar and caption."""

import io
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from PIL import Image
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from ...widgets.look.texts import tr
from ...widgets.look.theme import Theme
from ..state.captions import caption
from ..state.state import Fields
from .export_raster import figure_image
from .figure import PAPER, Figure, Part
from .figures import layer_figures
from .stage_figure import has_overlay, stage_part

_LONGER = 480.0
"""Points along the longer side of the picture; a point is a pixel."""
_LINES = 3
_UPPER = 0.55
"""Share of the height that the picture takes above what has no place on it."""
_PER_INCH = 72.0


def frame_figure(now: Fields, number: int, count: int, theme: Theme = PAPER) -> Figure | None:
    """The frame of the layer in focus: the picture with its map, or what there is of a layer without a place on it."""
    assert now.outcome is not None
    assert now.picture is not None
    figures = layer_figures(now, theme)
    if not figures:
        return None
    part = stage_part(now, theme, _LONGER)
    if not has_overlay(now):
        part = _below(part, figures[0].parts[0])
    title = tr("{0} of {1} · {2}").format(number, count, now.outcome.layers[now.focus.layer].title)
    whole = replace(figures[0], parts=(replace(part, title=title),), caption_lines=_LINES)
    return replace(whole, caption=caption(now)) if has_overlay(now) else whole


def gif(frames: Sequence[Figure], seconds: float) -> bytes:
    """The bytes of a GIF file that shows each figure for so long, over and over."""
    images = [figure_image(figure, _PER_INCH) for figure in frames]
    size = QSize(max(image.width() for image in images), max(image.height() for image in images))
    pictures = [_few_colours(_padded(image, size, frame)) for image, frame in zip(images, frames, strict=True)]
    buffer = io.BytesIO()
    pictures[0].save(
        buffer,
        "GIF",
        save_all=True,
        append_images=pictures[1:],
        duration=max(20, round(seconds * 1000)),
        loop=0,
        comment=frames[0].caption.encode()[:255],
    )
    return buffer.getvalue()


def _below(picture: Part, own: Part) -> Part:
    """The bare picture above what there is of the layer, together as large as the picture with a map would be."""

    def paint(painter: QPainter, rect: QRectF) -> None:
        upper = rect.height() * _UPPER
        painter.save()
        picture.paint(painter, QRectF(rect.left(), rect.top(), rect.width(), upper))
        painter.restore()
        own.paint(painter, rect.adjusted(0, upper + 10, 0, 0))

    return Part(picture.width, picture.height, paint, own.span)


def _padded(image: QImage, size: QSize, frame: Figure) -> Image.Image:
    page = QImage(size, QImage.Format.Format_RGB888)
    page.fill(frame.theme.window)
    painter = QPainter(page)
    painter.drawImage(QRectF(0, 0, image.width(), image.height()), image)
    painter.end()
    rows = np.frombuffer(page.constBits(), np.uint8).reshape(page.height(), page.bytesPerLine())
    return Image.fromarray(rows[:, : 3 * page.width()].reshape(page.height(), page.width(), 3).copy())


def _few_colours(picture: Image.Image) -> Image.Image:
    """The 256 colours that serve this frame best, mixed where they do not."""
    palette = picture.quantize(256, method=Image.Quantize.MEDIANCUT)
    return picture.quantize(256, palette=palette, dither=Image.Dither.FLOYDSTEINBERG)
