"""Figures as SVG and PDF: axes, labels, bars and contours as vectors, maps as images of a pixel for a cell."""

import base64
import html
import json
import re

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import QFont, QImage, QPageSize, QPainterPath, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from ... import __version__
from .export_raster import POINTS_PER_INCH, png_bytes
from .figure import Figure

_FINE = 8
"""Units of the drawing for a point: photos go in at full resolution, lines end where they should."""
_TEXT = re.compile(r"<text (?P<attributes>[^>]*)>(?P<text>[^<]*)</text>", re.DOTALL)
_CELLS = re.compile(r'image-rendering="optimizeSpeed" xlink:href="data:image/png;base64,(?P<data>[^"]*)"')
"""An image that is not to be smoothed: its pixels are cells."""
_SHARP = 512
"""Pixels across from which on a program that smooths it all the same leaves its cells sharp."""
_FIELD = re.compile(r'([\w-]+)="([^"]*)"')


def svg(figure: Figure) -> bytes:
    """The bytes of an SVG file; letters are outlines, so that it looks the same where their font is missing."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    size = figure.size * _FINE
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(round(size.width()), round(size.height())))
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    generator.setResolution(_FINE * POINTS_PER_INCH)
    generator.setTitle(figure.caption.partition("\n")[0])
    generator.setDescription(f"{figure.caption}\nattnscope {__version__}\n{json.dumps(dict(figure.settings))}")
    figure.paint_on(generator, _FINE)
    drawing = _TEXT.sub(_outlined, bytes(buffer.data().data()).decode())
    return _CELLS.sub(_sharp, drawing).encode()


def pdf(figure: Figure) -> bytes:
    """The bytes of a PDF file of one page, as large as the figure, with its fonts inside."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QSizeF(figure.size), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch))
    writer.setPageMargins(QMarginsF())
    writer.setResolution(_FINE * POINTS_PER_INCH)
    writer.setTitle(figure.caption.partition("\n")[0])
    writer.setCreator(f"attnscope {__version__}")
    writer.addFileAttachment("settings.json", json.dumps(dict(figure.settings)).encode(), "application/json")
    figure.paint_on(writer, _FINE)
    return bytes(buffer.data().data())


def _outlined(found: re.Match[str]) -> str:
    """Letters as one path, which says what is written to those who cannot see it."""
    fields = dict(_FIELD.findall(found["attributes"]))
    words = html.unescape(found["text"]).strip("\n")
    path = QPainterPath()
    path.addText(float(fields["x"]), float(fields["y"]), _font(fields), words)
    if path.isEmpty():
        return ""
    shape = f'fill="{fields["fill"]}" fill-opacity="{fields.get("fill-opacity", "1")}" stroke="none"'
    label = html.escape(words.strip())
    return f'<path role="img" aria-label="{label}" {shape} fill-rule="nonzero" d="{_commands(path)}"/>'


def _sharp(found: re.Match[str]) -> str:
    """Cells as squares of many pixels, and the word for them: not every program knows it."""
    packed = found["data"]
    image = QImage.fromData(base64.b64decode(packed))
    factor = -(-_SHARP // max(image.width(), image.height(), 1))
    if factor > 1:
        packed = base64.b64encode(png_bytes(image.scaled(image.size() * factor))).decode("ascii")
    return f'style="image-rendering:pixelated" xlink:href="data:image/png;base64,{packed}"'


def _font(fields: dict[str, str]) -> QFont:
    font = QFont(html.unescape(fields["font-family"]))
    font.setPixelSize(max(1, round(float(fields["font-size"]))))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setWeight(QFont.Weight(int(fields.get("font-weight", "400"))))
    font.setItalic(fields.get("font-style") == "italic")
    return font


def _commands(path: QPainterPath) -> str:
    """The path in SVG's words."""
    kinds = QPainterPath.ElementType
    words = {kinds.MoveToElement: "M", kinds.LineToElement: "L", kinds.CurveToElement: "C"}
    elements = (path.elementAt(number) for number in range(path.elementCount()))
    return "".join(f"{words.get(e.type, ' ')}{e.x:.2f},{e.y:.2f}" for e in elements)
