"""Figures as PNG, at any scale, with what they show written inside."""

import json

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from ... import __version__
from .figure import Figure

POINTS_PER_INCH = 72
_FINEST = 12_000
"""Pixels along the longer side of an image, at most."""
_LEAST = 2.0
"""Pixels for a point where nobody says how many."""


def pixel_scale(figure: Figure, dpi: float | None = None) -> float:
    """Pixels for a point: as wished, else as many as everything in it needs to be seen."""
    wished = max(figure.pixels_per_point, _LEAST) if dpi is None else dpi / POINTS_PER_INCH
    return min(wished, _FINEST / max(figure.size.width(), figure.size.height()))


def figure_image(figure: Figure, dpi: float | None = None) -> QImage:
    """The figure as an image."""
    scale = pixel_scale(figure, dpi)
    image = QImage((figure.size * scale).toSize(), QImage.Format.Format_RGB32)
    image.fill(figure.theme.window)
    figure.paint_on(image, scale)
    per_metre = round(scale * POINTS_PER_INCH / 0.0254)
    image.setDotsPerMeterX(per_metre)
    image.setDotsPerMeterY(per_metre)
    return image


def png(figure: Figure, dpi: float | None = None) -> bytes:
    """The bytes of a PNG file; inside stand Title, Description, Software, and Settings as JSON."""
    image = figure_image(figure, dpi)
    image.setText("Title", figure.caption.partition("\n")[0])
    image.setText("Description", figure.caption)
    image.setText("Software", f"attnscope {__version__}")
    image.setText("Settings", json.dumps(dict(figure.settings)))
    return png_bytes(image)


def png_bytes(image: QImage) -> bytes:
    """The bytes of a PNG file. **Raises**: OSError where the memory is too small."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):  # pyright: ignore[reportCallIssue, reportArgumentType]
        raise OSError(12, "the picture is too large for the memory")
    return bytes(buffer.data().data())
