"""A small picture of what the network saw."""

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from ...models.pictures.images import Picture
from ...models.records import PassInfo

_SIDE = 384
"""Pixels along its longer side."""


def seen_photo(picture: Picture, outcome: PassInfo) -> QImage:
    """The part of the picture that became the input; grey where the input reaches beyond the picture."""
    rows, columns = outcome.input_size
    x, y, width, height = outcome.affine.box((0, 0, rows, columns))
    scale = _SIDE / max(rows, columns)
    made = QImage(max(1, round(columns * scale)), max(1, round(rows * scale)), QImage.Format.Format_RGB32)
    made.fill(QColor(128, 128, 128))
    # Of a large picture only some pixels: all of them would take longer to be averaged than anybody waits.
    stride = max(1, int(min(width / made.width(), height / made.height()) / 3))
    some = np.ascontiguousarray(picture.pixels[::stride, ::stride])
    source = QImage(some.data, some.shape[1], some.shape[0], 3 * some.shape[1], QImage.Format.Format_RGB888)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    whole = QRectF(
        -x / width * made.width(),
        -y / height * made.height(),
        picture.pixels.shape[1] / width * made.width(),
        picture.pixels.shape[0] / height * made.height(),
    )
    smooth = source.scaled(
        max(1, round(whole.width())),
        max(1, round(whole.height())),
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    painter.drawImage(whole, smooth)
    painter.end()
    return made
